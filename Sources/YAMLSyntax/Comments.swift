internal import CLibYAML
internal import Diagnostics

/// Comments are no events of libyaml: they are found between the scalars.
enum Comments {
  /// Every comment, from its `#` to the end of its line.
  static func ranges(in bytes: [UInt8], nodes: [Node]) -> [SourceRange] {
    guard var index = nextHash(in: bytes, from: 0) else { return [] }
    var result: [SourceRange] = []
    var node = 0
    while true {
      while node < nodes.count, nodes[node].kind != .scalar || Int(nodes[node].end) <= index { node += 1 }
      if node < nodes.count, Int(nodes[node].start) <= index {
        index = Int(nodes[node].end)
      } else {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        result.append(SourceRange(index..<end))
        index = end
      }
      guard let next = nextHash(in: bytes, from: index) else { return result }
      index = next
    }
  }

  private static func nextHash(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { raw in
      guard start < raw.count, let base = raw.baseAddress,
        let found = unsafe memchr(base + start, 0x23, raw.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Comments that were probably meant as text: `Our #1 priority` is `Our` to YAML.
  static func hashCuts(_ comments: [SourceRange], bytes: [UInt8], nodes: [Node]) -> [Diagnostic] {
    guard !comments.isEmpty else { return [] }
    var result: [Diagnostic] = []
    var node = 0
    for comment in comments {
      let start = Int(comment.start)
      // `#` and a word or a number without a space, one space after a text on the same line.
      guard start + 1 < bytes.count, bytes[start + 1].isWordByte, start > 0, bytes[start - 1] == 0x20 else { continue }
      if start > 1, bytes[start - 2] == 0x3A || bytes[start - 2] == 0x2D {
        result.append(
          Diagnostic(
            .hashCut, at: comment, "the answer begins with `#`, so YAML takes all of it for a comment",
            help: "put the whole answer in quotes; if this is a comment, write a space after the `#`",
            fix: quotes(around: comment.indices, in: bytes)))
        continue
      }
      while node < nodes.count, nodes[node].kind != .scalar || Int(nodes[node].end) < start - 1 { node += 1 }
      guard node < nodes.count, Int(nodes[node].end) == start - 1, nodes[node].style == .plain,
        nodes[node].textCount > 0
      else { continue }
      let kept = String(decoding: bytes[nodes[node].sourceRange.indices].suffix(60), as: UTF8.self)
      result.append(
        Diagnostic(
          .hashCut, at: comment,
          "the text ends before `#`: YAML takes the rest of the line for a comment and keeps only \"\(kept)\"",
          help: "put the whole answer in quotes; if this is a comment, write a space after the `#`",
          fix: quotes(around: Int(nodes[node].start)..<Int(comment.end), in: bytes)))
    }
    return result
  }

  /// Quotes around a stretch of one line, without the white space at its end.
  private static func quotes(around range: Range<Int>, in bytes: [UInt8]) -> Fix? {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let text = bytes[range.lowerBound..<end]
    guard !text.contains(0x0A), !text.contains(0x0D) else { return nil }
    let doubled = text.map { $0 == 0x27 ? [0x27, 0x27] : [$0] }.joined()
    let quoted: [UInt8] = [0x27] + Array(doubled) + [0x27]
    let plain: [UInt8] = [0x22] + Array(text) + [0x22]
    return Fix(
      .unsafe,
      [Edit(SourceRange(range.lowerBound..<end), with: text.contains { $0 == 0x22 || $0 == 0x5C } ? quoted : plain)])
  }
}
