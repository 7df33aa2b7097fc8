public import YAMLSyntax

/// A text of an agreement: a handle into its document, so that no string is made that no rule asks for.
public struct Text: Sendable, Hashable {
  /// The scalar that holds it, or the mapping that was meant as text.
  public let node: NodeID
}

/// A reference by id to a participant, a campus or a topic.
public struct Reference: Sendable, Hashable {
  /// The place of what it refers to in the list where that is declared.
  public let index: Int
  let node: NodeID
}
