internal import TextSupport
internal import YAMLSyntax

extension Document {
  /// What a node says, as bytes to compare: white space folded, keys sorted, and nothing absent.
  func meaning(of node: NodeID) -> [UInt8] {
    var result: [UInt8] = []
    appendMeaning(of: node, to: &result)
    return result
  }

  private func appendMeaning(of node: NodeID, to result: inout [UInt8]) {
    var children = children(of: node)
    switch kind(of: node) {
    case .scalar:
      var text: [UInt8] = []
      Folding.append(bytes(of: node), to: &text)
      // The length comes first, so that no text can look like a list.
      result += Array("s\(text.count):".utf8) + text
    case .sequence:
      result.append(0x5B)
      while let item = nextItem(&children) {
        if !isAbsent(item) { appendMeaning(of: item, to: &result) }
      }
      result.append(0x5D)
    case .mapping:
      var entries: [(key: [UInt8], value: NodeID)] = []
      while let (key, value) = nextEntry(&children) {
        if !isAbsent(value) { entries.append((bytes(of: key).array(), value)) }
      }
      entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
      result.append(0x7B)
      for (key, value) in entries {
        result += Array("\(key.count):".utf8) + key
        appendMeaning(of: value, to: &result)
      }
      result.append(0x7D)
    }
  }

  /// The text of a scalar under a key of a mapping.
  func text(under key: StaticString, of mapping: NodeID) -> NodeID? {
    guard kind(of: mapping) == .mapping else { return nil }
    return entries(of: mapping).first {
      bytes(of: $0.key).equals(key) && kind(of: $0.value) == .scalar && !isAbsent($0.value)
    }?
    .value
  }
}
