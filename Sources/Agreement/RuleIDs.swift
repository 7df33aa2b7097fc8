package import Diagnostics

extension RuleID {
  /// A date that does not exist in the calendar, or that is written in another form.
  package static let invalidDate = RuleID("invalid-date")
  /// An id of the wrong form.
  package static let invalidID = RuleID("invalid-id")
  /// A school year that disagrees with its first and last days.
  package static let invalidYear = RuleID("invalid-year")
  /// A key that the format requires.
  package static let missingKey = RuleID("missing-key")
  /// A school year in another spelling.
  package static let nonstandardYear = RuleID("nonstandard-year")
  /// A plain text that other programs read as a number, a date or a truth value.
  package static let retypedScalar = RuleID("retyped-scalar")
  /// An answer that names a state instead of using its key.
  package static let stateAsText = RuleID("state-as-text")
  /// A list item with a colon in it, read as text.
  package static let textAsMapping = RuleID("text-as-mapping")
  /// Free text in brackets.
  package static let textInBrackets = RuleID("text-in-brackets")
  /// A key that the format does not have.
  package static let unknownKey = RuleID("unknown-key")
  /// A person, campus, topic, section or role that is not declared.
  package static let unknownReference = RuleID("unknown-reference")
  /// A file for a newer concord.
  package static let unsupportedFormat = RuleID("unsupported-format")
  /// A list where a text is required, a word that is not among the known ones, and the like.
  package static let wrongShape = RuleID("wrong-shape")
}
