internal import CLibYAML
internal import Diagnostics

/// Comments are not events in libyaml, so they are found between the scalars.
enum Comments {
  /// Every comment, from its `#` to the end of its line.
  static func ranges(in bytes: [UInt8], nodes: [Node]) -> [SourceRange] {
    guard var index = nextHash(in: bytes, from: 0) else { return [] }
    var result: [SourceRange] = []
    var node = 0
    while true {
      while node < nodes.count, nodes[node].kind != .scalar || Int(nodes[node].end) <= index { node += 1 }
      if node < nodes.count, Int(nodes[node].start) <= index, !isAfterHeader(index, of: nodes[node], in: bytes) {
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

  /// Whether only a block scalar's indicator comes before a `#`, as in `- | # our rules`.
  private static func isAfterHeader(_ hash: Int, of node: Node, in bytes: [UInt8]) -> Bool {
    guard node.style == .literal || node.style == .folded,
      bytes[Int(node.start)] == 0x7C || bytes[Int(node.start)] == 0x3E
    else { return false }
    // The indicator, a digit, plus or minus, and white space.
    return bytes[Int(node.start) + 1..<max(hash, Int(node.start) + 1)].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x2B || $0 == 0x2D || (0x30...0x39).contains($0)
    }
  }

  /// Comments that begin directly after something else, where no reader of the file sees the text end:
  /// `- |#Facts first`.
  static func attached(_ comments: [SourceRange], bytes: [UInt8]) -> [Diagnostic] {
    comments.filter { comment in
      let start = Int(comment.start)
      return start > 0 && ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[start - 1])
    }.prefix(200).map { comment in
      let text = String(decoding: bytes[comment.indices].prefix(60), as: UTF8.self)
      return Diagnostic(
        .yamlSyntax, at: comment, "\"\(text)\" counts as a comment, so it is not part of the text before it",
        help:
          "put all of the text between one pair of quotation marks; if this is a comment, write a space before the `#`")
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
      // `#` and a word or a number without a space, one space after a text on the same line; or "Team # 1"; or "#
      // unless …".
      guard start + 1 < bytes.count, start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 else { continue }
      let isGoingOn = goesOn(comment, in: bytes)
      guard isGoingOn || bytes[start + 1].isWordByte || isCounted(comment, in: bytes) else { continue }
      if !isGoingOn, isAfterSign(start, in: bytes) {
        result.append(
          Diagnostic(
            .hashCut, .mild, at: comment, "the answer begins with `#`, so this line of it counts as a comment",
            help: "write the answer on the next line; if this is a comment, write a space after the `#`"))
        continue
      }
      if !isGoingOn, start > 1, bytes[start - 2] == 0x3A || bytes[start - 2] == 0x2D {
        result.append(
          Diagnostic(
            .hashCut, .mild, at: comment, "the answer begins with `#`, so all of it counts as a comment",
            help: "put the whole answer in quotes; if this is a comment, write a space after the `#`",
            fix: isNumber(start, bytes) ? quotes(around: comment.indices, in: bytes) : nil))
        continue
      }
      var end = start - 1
      if isGoingOn { while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 } }
      while node < nodes.count, nodes[node].kind != .scalar || Int(nodes[node].end) < end { node += 1 }
      guard node < nodes.count, Int(nodes[node].end) == end, nodes[node].style == .plain || isGoingOn,
        nodes[node].textCount > 0
      else { continue }
      if isGoingOn {
        // One word, a number or a date is not a sentence that could go on.
        guard bytes[nodes[node].sourceRange.indices].contains(0x20) else { continue }
        result.append(
          Diagnostic(
            .hashCut, .mild, at: comment,
            "this continues the answer, but whatever follows `#` counts as a comment and is not part of what people sign",
            help:
              "put the whole answer in quotes, with this in it; if this is a note, write it on a line of its own above")
        )
        continue
      }
      let kept = String(decoding: bytes[nodes[node].sourceRange.indices].suffix(60), as: UTF8.self)
      result.append(
        Diagnostic(
          .hashCut, .mild, at: comment,
          "the text ends before `#`: the rest of the line counts as a comment, and the answer is only \"\(kept)\"",
          help: isCounted(comment, in: bytes)
            ? "put the whole answer in quotes"
            : "put the whole answer in quotes; if this is a comment, write a space after the `#`",
          fix: isNumber(start, bytes) || isCounted(comment, in: bytes)
            ? quotes(around: Int(nodes[node].start)..<Int(comment.end), in: bytes) : nil))
    }
    return result
  }

  /// Whether a block scalar's indicator comes before a `#`, with a space between them.
  private static func isAfterSign(_ hash: Int, in bytes: [UInt8]) -> Bool {
    var index = hash - 2
    while index > 0, bytes[index] == 0x2B || bytes[index] == 0x2D || (0x30...0x39).contains(bytes[index]) { index -= 1 }
    guard index > 0, bytes[index] == 0x7C || bytes[index] == 0x3E, bytes[index - 1] == 0x20 else { return false }
    let line = bytes[..<(index - 1)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    return bytes[index - 2 < 0 ? 0 : index - 2] == 0x3A || bytes[line..<index].allSatisfy { $0 == 0x20 || $0 == 0x2D }
  }

  /// Whether a digit follows a `#`; if so, it is surely not a comment.
  private static func isNumber(_ hash: Int, _ bytes: [UInt8]) -> Bool {
    (0x30...0x39).contains(CheckedBytes(bytes)[hash + 1])
  }

  /// Whether a comment begins with a number, as `#1 Start on time` does.
  static func hasNumbers(_ comments: [SourceRange], bytes: [UInt8]) -> Bool {
    comments.contains { number(in: $0.indices, CheckedBytes(bytes)) != nil }
  }

  /// `#1 Start on time` on a separate line: the number and the text after it; people do not number their comments.
  private static func number(in comment: Range<Int>, _ bytes: CheckedBytes) -> (number: Int, text: Range<Int>)? {
    var end = comment.lowerBound + 1
    while end < comment.upperBound, (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard end > comment.lowerBound + 1, end - comment.lowerBound < 4 else { return nil }
    let number = Int(String(decoding: bytes[comment.lowerBound + 1..<end], as: UTF8.self)) ?? 0
    if bytes[end] == 0x2E || bytes[end] == 0x29 || bytes[end] == 0x3A { end += 1 }
    guard bytes[end] == 0x20 else { return nil }
    while end < comment.upperBound, bytes[end] == 0x20 { end += 1 }
    return end < comment.upperBound ? (number, end..<comment.upperBound) : nil
  }

  /// Lines that begin with `#1 …`, `#2 …` and are therefore all comments, so that none of them is read.
  static func numbered(_ comments: [SourceRange], _ context: SlipContext) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var last: (line: Int, number: Int)?
    var count = 0
    for comment in comments {
      let shape = context.shape(at: Int(comment.start))
      guard shape.start == Int(comment.start), let (number, text) = Self.number(in: comment.indices, context.bytes),
        shape.indent > 0 || shape.line > 0 && !context.shape(of: shape.line - 1).isBlank
      else { continue }
      defer { last = (shape.line, number) }
      if let before = last, before.line + 1 == shape.line, before.number + 1 == number {
        // The finding on the first line covers them all.
        count += 1
        if !result.isEmpty {
          result[result.count - 1].message = message(count)
          // One such line may be a note, but two are certainly a list.
          result[result.count - 1].rule = .yamlSyntax
          result[result.count - 1].severity = .error
        }
        continue
      }
      count = 1
      // Nobody reads on after this many.
      guard result.count < 50 else { break }
      result.append(
        Diagnostic(
          .hashCut, .mild, at: SourceRange(shape.start..<shape.content.upperBound), message(1),
          help: help(shape, context.excerpt(text, limit: 40), context)))
    }
    return result
  }

  private static func message(_ count: Int) -> String {
    let more = count == 1 ? "" : count == 2 ? ", and so is the next line" : ", and so are the next \(count - 1) lines"
    return "a line that begins with `#` is a comment, so this text is lost\(more)"
  }

  private static func help(_ shape: SlipContext.Shape, _ text: String, _ context: SlipContext) -> String {
    let comment = "if it is meant as a comment, write a space after the `#`"
    guard let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) }),
      let key = above.key, !above.value.isEmpty
    else { return "write `- \(text)`; \(comment)" }
    return
      "leave `\(context.excerpt(key)):` alone on its line, and write each text on a line of its own below it, with \(above.bodyColumn + 2) spaces, a dash and a space: `- \(context.excerpt(above.value, limit: 40))`, `- \(text)`; \(comment)"
  }

  /// Whether a comment is the number of what the text names: "Team # 1", "Room # 12, by the stairs".
  private static func isCounted(_ comment: SourceRange, in bytes: [UInt8]) -> Bool {
    let start = Int(comment.start)
    var index = start + 2
    while index < Int(comment.end), (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard bytes[start + 1] == 0x20, (start + 3...start + 6).contains(index),
      index == Int(comment.end) || !bytes[index].isWordByte
    else { return false }
    var wordStart = start - 1
    while wordStart > 0, start - wordStart < 12, bytes[wordStart - 1].isWordByte { wordStart -= 1 }
    let word = String(decoding: bytes[wordStart..<start - 1], as: UTF8.self).lowercased()
    return counted.contains(word)
  }

  /// Whether a comment after a text reads like the rest of it: "Any classroom is open # unless the principal says no".
  /// A reviewer sees one sentence, but people sign only half of it.
  private static func goesOn(_ comment: SourceRange, in bytes: [UInt8]) -> Bool {
    var start = Int(comment.start) + 1
    while start < Int(comment.end), bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var end = start
    while end < Int(comment.end), end - start < 12, bytes[end].isWordByte { end += 1 }
    return conditions.contains(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// Words that turn what follows them into a condition or an exception.
  private static let conditions: Set<String> = [
    "but", "except", "excluding", "if", "not", "only", "provided", "unless", "until", "without",
  ]

  /// What people count with a number sign.
  private static let counted: Set<String> = [
    "building", "campus", "check", "cycle", "goal", "grade", "group", "item", "lane", "module", "no", "number",
    "option", "order", "period", "phase", "priority", "ps", "question", "room", "school", "section", "step", "suite",
    "table", "team", "tier", "topic", "unit", "week",
  ]

  /// Quotes around part of a line, without the white space at its end.
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
