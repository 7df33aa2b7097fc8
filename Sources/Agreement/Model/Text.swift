package import YAMLSyntax

/// A text of an agreement: a handle into its document, so that no string is made unless a rule needs it.
package struct Text: Sendable, Hashable {
  /// The scalar that holds it, or the mapping that was meant as text.
  package let node: NodeID
}

/// A reference by id to a participant, a campus or a topic.
package struct Reference: Sendable, Hashable {
  /// The index, in the list that declares it, of what it refers to.
  package let index: Int
  let node: NodeID
}
