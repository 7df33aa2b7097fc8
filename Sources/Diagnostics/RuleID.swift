/// The name of a rule, such as `topic-unanswered`: it names the problem, never the remedy.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as people type it.
  package let rawValue: String

  /// Makes an id from its text.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// The id as people type it.
  package var description: String { rawValue }

  /// Orders ids by their text.
  package static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}

extension RuleID {
  /// A key that is in a mapping twice.
  ///
  /// This and the rules below belong to the syntax layer: the reader reports them before it knows anything about
  /// agreements.
  package static let duplicateKey = RuleID("duplicate-key")
  /// Bytes that are not clean UTF-8 text.
  package static let encoding = RuleID("encoding")
  /// A ` #` that YAML takes for the start of a comment.
  package static let hashCut = RuleID("hash-cut")
  /// More bytes, levels or entries than any agreement needs.
  package static let limit = RuleID("limit")
  /// Lines without dashes that YAML joins into one text.
  package static let linesJoined = RuleID("lines-joined")
  /// A part of YAML that agreements do not use.
  package static let yamlFeature = RuleID("yaml-feature")
  /// Text that YAML cannot read.
  package static let yamlSyntax = RuleID("yaml-syntax")
}
