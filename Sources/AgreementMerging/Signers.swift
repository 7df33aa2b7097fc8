internal import Agreement
internal import YAMLSyntax

/// Who has signed a version of an agreement, with the digest that each of them signed.
struct Signers {
  /// The digests by the ids of the people; nil for a signature without one.
  let digests: [String: Digest?]
  private let document: Document
  private let nodes: [String: NodeID]

  init(_ reading: AgreementReading) {
    let document = reading.document
    var digests: [String: Digest?] = [:]
    var nodes: [String: NodeID] = [:]
    for entry in reading.agreement?.content.signatures.value ?? [] {
      guard let signature = entry.part.value else { continue }
      digests.updateValue(signature.digest.value, forKey: entry.id)
    }
    if let root = document.root, document.kind(of: root) == .mapping,
      let block = document.entries(of: root).first(where: { document.bytes(of: $0.key).equals("signatures") }),
      document.kind(of: block.value) == .mapping
    {
      for (key, value) in document.entries(of: block.value) { nodes[document.string(of: key)] = value }
    }
    (self.document, self.digests, self.nodes) = (document, digests, nodes)
  }

  /// What a signature says; nil if there is none.
  func meaning(of id: String) -> [UInt8]? { nodes[id].map { document.meaning(of: $0) } }
}
