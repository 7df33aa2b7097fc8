public import Diagnostics

extension RuleID {
  /// A date that does not exist in the calendar, or that is written in another form.
  public static let invalidDate = RuleID("invalid-date")
  /// An id of the wrong form.
  public static let invalidID = RuleID("invalid-id")
  /// A school year that disagrees with its first and last days.
  public static let invalidYear = RuleID("invalid-year")
  /// A key that the format requires.
  public static let missingKey = RuleID("missing-key")
  /// A school year in another spelling.
  public static let nonstandardYear = RuleID("nonstandard-year")
  /// A plain text that other programs read as a number, a date or a truth value.
  public static let retypedScalar = RuleID("retyped-scalar")
  /// An answer that names a state instead of using its key.
  public static let stateAsText = RuleID("state-as-text")
  /// A list item with a colon in it, read as text.
  public static let textAsMapping = RuleID("text-as-mapping")
  /// Free text in brackets.
  public static let textInBrackets = RuleID("text-in-brackets")
  /// A key that the format does not have.
  public static let unknownKey = RuleID("unknown-key")
  /// A person, campus, topic, section or role that is not declared.
  public static let unknownReference = RuleID("unknown-reference")
  /// A file for a newer concord.
  public static let unsupportedFormat = RuleID("unsupported-format")
  /// A list where a text is required, a word that is not among the known ones, and the like.
  public static let wrongShape = RuleID("wrong-shape")
}
