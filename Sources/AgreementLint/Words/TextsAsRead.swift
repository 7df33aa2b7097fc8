internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Texts that read differently from how they are written: an escape sequence may hide a letter of a word, and a line
/// break may split a number in two, though a reader of the text sees neither.
extension TextScan {
  /// The texts that differ from the bytes in the file, in file order.
  func textsAsRead(in document: Document) -> [Found] {
    var result: [Found] = []
    var text: [UInt8] = []
    document.forEachCopied { node in
      text.removeAll(keepingCapacity: true)
      guard Folding.append(document.bytes(of: node), to: &text) else { return }
      let rules = rules(for: text)
      guard !rules.isEmpty else { return }
      let (range, folded) = (document.range(of: node), FoldedText(String(decoding: text, as: UTF8.self)))
      result += rules.map { ($0, range, folded) }
    }
    return result
  }

  /// The rules that should look at a folded text, each once.
  func rules(for text: [UInt8]) -> [Int] {
    var result: [Int] = []
    lazy var hasName = Self.mayHaveName(text, text.indices)
    for place in places(in: text) where !result.contains(place.rule) {
      if !place.needsName || hasName { result.append(place.rule) }
    }
    return result
  }
}

extension Document {
  /// Whether a scalar is a block scalar, whose first line may have a comment.
  func isBlock(_ node: NodeID) -> Bool {
    let style = style(of: node)
    return style == .literal || style == .folded
  }
}
