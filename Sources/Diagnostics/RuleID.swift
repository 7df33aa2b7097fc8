/// The name of a rule, such as `topic-unanswered`: it names the problem, never the remedy.
public struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as people type it.
  public let rawValue: String

  /// Makes an id from its text.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The id as people type it.
  public var description: String { rawValue }

  /// Orders ids by their text.
  public static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}

extension RuleID {
  /// A key that is in a mapping twice.
  ///
  /// This and the rules below belong to the syntax layer: the reader reports them before it knows anything about
  /// agreements.
  public static let duplicateKey = RuleID("duplicate-key")
  /// Bytes that are not clean UTF-8 text.
  public static let encoding = RuleID("encoding")
  /// A ` #` that YAML takes for the start of a comment.
  public static let hashCut = RuleID("hash-cut")
  /// More bytes, levels or entries than any agreement needs.
  public static let limit = RuleID("limit")
  /// Lines without dashes that YAML joins into one text.
  public static let linesJoined = RuleID("lines-joined")
  /// A part of YAML that agreements do not use.
  public static let yamlFeature = RuleID("yaml-feature")
  /// Text that YAML cannot read.
  public static let yamlSyntax = RuleID("yaml-syntax")
}
