package import Diagnostics

extension Rule {
  /// Every rule, sorted by name.
  package static let all = RuleID.allCases.map { Rule[$0] }

  /// The rule with an id.
  package static subscript(_ id: RuleID) -> Rule {
    switch id {
    case .absencePolicy: .absencePolicy
    case .agreementLate: .agreementLate
    case .agreementMissing: .agreementMissing
    case .agreementOld: .agreementOld
    case .campusClash: .campusClash
    case .campusUncovered: .campusUncovered
    case .cancelPolicy: .cancelPolicy
    case .challengesMissing: .challengesMissing
    case .commitmentNoDate: .commitmentNoDate
    case .concernUnsettled: .concernUnsettled
    case .confidentialitySkipped: .confidentialitySkipped
    case .copiedAnswer: .copiedAnswer
    case .dateOutsideYear: .dateOutsideYear
    case .draftingPlan: .draftingPlan
    case .duplicateAgreement: .duplicateAgreement
    case .duplicateKey: .duplicateKey
    case .encoding: .encoding
    case .evaluationRole: .evaluationRole
    case .facilitatorMissing: .facilitatorMissing
    case .hashCut: .hashCut
    case .idReused: .idReused
    case .invalidDate: .invalidDate
    case .invalidID: .invalidID
    case .invalidSuppression: .invalidSuppression
    case .invalidYear: .invalidYear
    case .invitationsMissing: .invitationsMissing
    case .leftUnsigned: .leftUnsigned
    case .limit: .limit
    case .linesJoined: .linesJoined
    case .meetingAtNight: .meetingAtNight
    case .meetingsMissing: .meetingsMissing
    case .misfiled: .misfiled
    case .misnamedFile: .misnamedFile
    case .missingKey: .missingKey
    case .namedJudgement: .namedJudgement
    case .namesNoSafeguard: .namesNoSafeguard
    case .nonCoachingDuty: .nonCoachingDuty
    case .nonstandardYear: .nonstandardYear
    case .normsMissing: .normsMissing
    case .normsUnreviewed: .normsUnreviewed
    case .notEnglish: .notEnglish
    case .notTold: .notTold
    case .noteTakerMissing: .noteTakerMissing
    case .ownerLeft: .ownerLeft
    case .partyAbsent: .partyAbsent
    case .partyMissing: .partyMissing
    case .personTwice: .personTwice
    case .personalData: .personalData
    case .placeholder: .placeholder
    case .prescribesMethod: .prescribesMethod
    case .purposesMissing: .purposesMissing
    case .resultsMissing: .resultsMissing
    case .retypedScalar: .retypedScalar
    case .reviewGap: .reviewGap
    case .reviewMissing: .reviewMissing
    case .roleCount: .roleCount
    case .roleUnexplained: .roleUnexplained
    case .signatureAuthor: .signatureAuthor
    case .signatureInvalid: .signatureInvalid
    case .signatureLate: .signatureLate
    case .signatureMissing: .signatureMissing
    case .signatureStale: .signatureStale
    case .signatureTier: .signatureTier
    case .signatureUnbound: .signatureUnbound
    case .signatureUnchecked: .signatureUnchecked
    case .signatureUnverified: .signatureUnverified
    case .signedInFuture: .signedInFuture
    case .staleCarryover: .staleCarryover
    case .stateAsText: .stateAsText
    case .strengthsMissing: .strengthsMissing
    case .studentData: .studentData
    case .tellingUnclear: .tellingUnclear
    case .textAsMapping: .textAsMapping
    case .textInBrackets: .textInBrackets
    case .timeElsewhere: .timeElsewhere
    case .timeSplit: .timeSplit
    case .topicCarried: .topicCarried
    case .topicOpenOverdue: .topicOpenOverdue
    case .topicUnanswered: .topicUnanswered
    case .unknownKey: .unknownKey
    case .unknownReference: .unknownReference
    case .unsupportedFormat: .unsupportedFormat
    case .unusedSuppression: .unusedSuppression
    case .vagueAnswer: .vagueAnswer
    case .wrongShape: .wrongShape
    case .yamlFeature: .yamlFeature
    case .yamlSyntax: .yamlSyntax
    case .yearGap: .yearGap
    }
  }

  /// The rule with a name from outside; nil if there is none.
  package static func named(_ name: String) -> Rule? { RuleID(rawValue: name).map { Rule[$0] } }
}

extension RuleSet {
  /// The rules that look for private texts.
  static let privacy = RuleSet(Rule.all.filter { $0.category == .privacy }.map(\.id))
  /// The rules that compare the agreements of a repository.
  static let repository = RuleSet(Rule.all.filter { $0.category == .repository }.map(\.id))
}
