/// Every rule, sorted by its name, which names the problem and never the remedy.
package enum RuleID: String, CaseIterable, Comparable, CustomStringConvertible, Sendable {
  case absencePolicy = "absence-policy"
  case agreementLate = "agreement-late"
  case agreementMissing = "agreement-missing"
  case agreementOld = "agreement-old"
  case campusClash = "campus-clash"
  case campusUncovered = "campus-uncovered"
  case cancelPolicy = "cancel-policy"
  case challengesMissing = "challenges-missing"
  case commitmentNoDate = "commitment-no-date"
  case concernUnsettled = "concern-unsettled"
  case confidentialitySkipped = "confidentiality-skipped"
  case copiedAnswer = "copied-answer"
  case dateOutsideYear = "date-outside-year"
  case draftingPlan = "drafting-plan"
  case duplicateAgreement = "duplicate-agreement"
  case duplicateKey = "duplicate-key"
  case encoding
  case evaluationRole = "evaluation-role"
  case facilitatorMissing = "facilitator-missing"
  case hashCut = "hash-cut"
  case idReused = "id-reused"
  case invalidDate = "invalid-date"
  case invalidID = "invalid-id"
  case invalidSuppression = "invalid-suppression"
  case invalidYear = "invalid-year"
  case invitationsMissing = "invitations-missing"
  case leftUnsigned = "left-unsigned"
  case limit
  case linesJoined = "lines-joined"
  case meetingAtNight = "meeting-at-night"
  case meetingsMissing = "meetings-missing"
  case misfiled
  case misnamedFile = "misnamed-file"
  case missingKey = "missing-key"
  case namedJudgement = "named-judgement"
  case namesNoSafeguard = "names-no-safeguard"
  case nonCoachingDuty = "non-coaching-duty"
  case nonstandardYear = "nonstandard-year"
  case normsMissing = "norms-missing"
  case normsUnreviewed = "norms-unreviewed"
  case notEnglish = "not-english"
  case notTold = "not-told"
  case noteTakerMissing = "note-taker-missing"
  case ownerLeft = "owner-left"
  case partyAbsent = "party-absent"
  case partyMissing = "party-missing"
  case personalData = "personal-data"
  case placeholder
  case prescribesMethod = "prescribes-method"
  case purposesMissing = "purposes-missing"
  case resultsMissing = "results-missing"
  case retypedScalar = "retyped-scalar"
  case reviewGap = "review-gap"
  case reviewMissing = "review-missing"
  case roleCount = "role-count"
  case roleUnexplained = "role-unexplained"
  case signatureLate = "signature-late"
  case signatureMissing = "signature-missing"
  case signatureStale = "signature-stale"
  case signatureUnbound = "signature-unbound"
  case signatureUnchecked = "signature-unchecked"
  case signedInFuture = "signed-in-future"
  case staleCarryover = "stale-carryover"
  case stateAsText = "state-as-text"
  case strengthsMissing = "strengths-missing"
  case studentData = "student-data"
  case tellingUnclear = "telling-unclear"
  case textAsMapping = "text-as-mapping"
  case textInBrackets = "text-in-brackets"
  case timeElsewhere = "time-elsewhere"
  case timeSplit = "time-split"
  case topicCarried = "topic-carried"
  case topicOpenOverdue = "topic-open-overdue"
  case topicUnanswered = "topic-unanswered"
  case unknownKey = "unknown-key"
  case unknownReference = "unknown-reference"
  case unsupportedFormat = "unsupported-format"
  case unusedSuppression = "unused-suppression"
  case vagueAnswer = "vague-answer"
  case wrongShape = "wrong-shape"
  case yamlFeature = "yaml-feature"
  case yamlSyntax = "yaml-syntax"
  case yearGap = "year-gap"

  /// The name as people type it.
  package var description: String { rawValue }

  /// The place in the list above, 0-based; the list is sorted, so it is also the place among the names.
  package var number: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.number < right.number }

  package static func == (left: RuleID, right: RuleID) -> Bool { left.number == right.number }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
