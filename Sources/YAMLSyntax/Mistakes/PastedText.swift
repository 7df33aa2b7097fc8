internal import Diagnostics

extension Mistake {
  /// Lines that git leaves where two people changed the same place.
  static let conflictMarker = Mistake("conflict-marker") { failure, context in
    let markers: [UInt8] = [0x3C, 0x3D, 0x3E]
    func marker(_ line: Int) -> UInt8? {
      let content = context.content(of: line)
      guard content.count >= 7, let first = context.bytes[content].first, markers.contains(first),
        context.bytes[content].prefix(7).allSatisfy({ $0 == first })
      else { return nil }
      return first
    }
    let near = [failure.origin, failure.problemOffset].map { context.lines.line(at: $0) }
    let range = max(0, (near.min() ?? 0) - 1)...min(context.lines.starts.count - 1, (near.max() ?? 0) + 1)
    guard var first = range.first(where: { marker($0) != nil }) else { return nil }
    let around = max(0, first - 200)...min(context.lines.starts.count - 1, first + 200)
    guard around.contains(where: { marker($0) == 0x3C || marker($0) == 0x3E }) else { return nil }
    // The marker at this place may be the second or third of its group.
    var back = first
    while marker(first) != 0x3C, back > 0, first - back < 500 {
      back -= 1
      if marker(back) == 0x3C { first = back }
    }
    var edits: [Edit] = []
    var isTheirs = false
    for line in first..<context.lines.starts.count {
      let mark = marker(line)
      if mark == 0x3D { isTheirs = true }
      if mark != nil || isTheirs { edits.append(Edit(insert: "# ", at: context.lines.starts[line])) }
      if mark == 0x3E || edits.count > 500 { break }
    }
    let shape = context.shape(of: first)
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "git could not merge two versions of this place and left both, between `<<<<<<<` and `>>>>>>>`",
      help: "keep the version that is right, and delete the other one and the three marker lines", edits)
  }

  /// Every line begins with a number or a sign, copied from a listing, a diff or an email.
  static let linePrefix = Mistake("line-prefix") { failure, context in
    let shapes = (0..<min(context.lines.starts.count, 5000)).map { context.shape(of: $0) }.filter { !$0.isBlank }
    guard shapes.count >= 5 else { return nil }
    func prefix(_ shape: SlipContext.Shape) -> Range<Int>? {
      var end = shape.start
      if [0x2B, 0x3E].contains(context.bytes[end]) { return end..<end + 1 }
      while end < shape.content.upperBound, (0x30...0x39).contains(context.bytes[end]) { end += 1 }
      guard end > shape.start, end - shape.start < 5 else { return nil }
      if end < shape.content.upperBound {
        if [0x2E, 0x29, 0x3A, 0x7C].contains(context.bytes[end]) { end += 1 }
        guard end == shape.content.upperBound || context.bytes[end] == 0x20 || context.bytes[end] == 0x09 else {
          return nil
        }
        if end < shape.content.upperBound { end += 1 }
      }
      if end == shape.content.upperBound { end = context.content(of: shape.line).upperBound }
      return shape.content.lowerBound..<end
    }
    let prefixes = shapes.compactMap(prefix)
    guard prefixes.count * 10 >= shapes.count * 9, let first = prefixes.first else { return nil }
    let sign = context.excerpt(first).split { $0 == " " || $0 == "\t" }.first.map(String.init) ?? ""
    let what = sign.allSatisfy(\.isNumber) ? "its number" : "`\(sign)`"
    return Repair(
      at: first, "every line begins with \(what), which is not part of an agreement",
      help: "copy the text again without it, or delete \(what) at the start of every line",
      prefixes.map { Edit(SourceRange($0), with: []) })
  }

  /// A line of dashes, asterisks or the like, alone or under a heading.
  static let ruledLine = Mistake("ruled-line") { failure, context in
    for offset in [failure.origin, failure.problemOffset] {
      let line = context.lines.line(at: offset)
      for candidate in [line, line + 1] where candidate < context.lines.starts.count {
        let shape = context.shape(of: candidate)
        // `* * *` is one, too.
        let text = context.bytes[shape.start..<shape.content.upperBound].filter { $0 != 0x20 }
        guard text.count >= 3, shape.content.upperBound - shape.start >= 4, let sign = text.first,
          [0x2A, 0x2D, 0x3D, 0x5F, 0x7E].contains(sign),
          text.allSatisfy({ $0 == sign })
        else { continue }
        let hasTitle = candidate == line + 1
        let first = hasTitle ? context.shape(of: line) : shape
        if hasTitle, first.key != nil || !first.dashes.isEmpty { continue }
        return Repair(
          at: first.start..<first.content.upperBound,
          hasTitle
            ? "an underlined heading is not part of an agreement"
            : "a line of `\(String(UnicodeScalar(sign)))` is not part of an agreement",
          help: hasTitle
            ? "delete both lines, or begin them with `# ` to keep them as comments"
            : "delete the line, or begin it with `# ` to keep it as a comment",
          (line...candidate).filter { hasTitle || $0 == candidate }.map {
            Edit(insert: "# ", at: context.lines.starts[$0])
          })
      }
    }
    return nil
  }

  /// Three periods, which end a document.
  static let documentEnd = Mistake("document-end") { failure, context in
    guard failure.says("document start"),
      let line = context.previousContentLine(before: context.lines.line(at: failure.problemOffset))
    else { return nil }
    let shape = context.shape(of: line)
    guard context.string(shape.start..<shape.content.upperBound) == "..." else { return nil }
    return Repair(
      at: shape.start..<shape.content.upperBound, "a line of three dots ends the agreement, but more follows",
      help: "delete the line", [Edit(insert: "# ", at: shape.content.lowerBound)])
  }

  /// The fence of a code block, copied along from a web page or a chat.
  static let codeFence = Mistake("code-fence") { failure, context in
    let shape = context.shape(at: failure.problemOffset)
    guard context.bytes[shape.start..<shape.content.upperBound].starts(with: [0x60, 0x60, 0x60]) else { return nil }
    var edits = [Edit(insert: "# ", at: shape.content.lowerBound)]
    for line in (shape.line + 1)..<max(shape.line + 1, context.lines.starts.count) {
      let other = context.shape(of: line)
      guard context.bytes[other.start..<other.content.upperBound].starts(with: [0x60, 0x60, 0x60]) else { continue }
      edits.append(Edit(insert: "# ", at: other.content.lowerBound))
      break
    }
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "this line of backticks marks a code block on a web page; it is not part of an agreement",
      help: "delete the line, and the one with backticks that closes the block", edits)
  }
}
