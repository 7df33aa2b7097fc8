internal import Diagnostics

extension Rule {
  /// Every rule, sorted by id.
  public static let all: [Rule] = [
    .confidentialitySkipped,
    .duplicateKey,
    .encoding,
    .hashCut,
    .invalidDate,
    .invalidID,
    .invalidYear,
    .limit,
    .meetingsMissing,
    .missingKey,
    .nonstandardYear,
    .normsMissing,
    .partyMissing,
    .retypedScalar,
    .signatureLate,
    .signatureMissing,
    .signatureStale,
    .signatureUnbound,
    .textAsMapping,
    .textInBrackets,
    .topicCarried,
    .topicOpenOverdue,
    .topicUnanswered,
    .unknownKey,
    .unknownReference,
    .unsupportedFormat,
    .wrongShape,
    .yamlFeature,
    .yamlSyntax,
  ]

  /// The rule of an id.
  public static func named(_ id: String) -> Rule? { all.first { $0.id.rawValue == id } }
}
