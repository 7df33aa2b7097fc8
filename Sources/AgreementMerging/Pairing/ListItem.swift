internal import TextSupport
internal import YAMLSyntax

/// An item of a list, as far as it says which item of another list it is.
struct ListItem {
  /// Its `id`, or else all it says.
  let identity: [UInt8]
  /// What new items at one place are sorted by.
  let order: [UInt8]
  /// The words that stay when somebody edits it; empty if only the identity counts.
  let words: Set<[UInt8]>

  init(_ document: Document, _ node: NodeID) {
    if let id = document.text(under: "id", of: node) {
      identity = Array("id ".utf8) + document.bytes(of: id).array()
      order = identity
      words = []
      return
    }
    identity = document.meaning(of: node)
    let text =
      document.kind(of: node) == .scalar
      ? node : document.text(under: "does", of: node) ?? document.text(under: "what", of: node)
    var folded: [UInt8] = []
    if let text { Folding.append(document.bytes(of: text), to: &folded) }
    order = folded + identity
    words = Set(folded.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.split(separator: 0x20).map(Array.init))
  }

  init(identity: [UInt8]) {
    self.identity = identity
    order = identity
    words = []
  }

  /// The part of the words that two items share, in thousandths.
  func similarity(to other: ListItem) -> Int {
    let shared = words.intersection(other.words).count
    return shared == 0 ? 0 : 1000 * shared / (words.count + other.words.count - shared)
  }
}
