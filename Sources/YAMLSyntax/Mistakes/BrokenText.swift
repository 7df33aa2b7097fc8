internal import Diagnostics

extension Mistake {
  /// A key split over two lines at its hyphen: `assessment-data-` and below it `sharing: Within a week`.
  static let brokenKey = Mistake("broken-key") { failure, context in
    let stop = context.lines.line(at: failure.problemOffset)
    let lines = [context.lines.line(at: failure.origin), context.previousContentLine(before: stop), stop]
    for line in lines.compactMap(\.self) {
      if let repair = joined(context.shape(of: line), context) { return repair }
    }
    return nil
  }

  /// The key that a line and the one below it form together.
  static func joined(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    let next = context.shape(of: shape.line + 1)
    guard shape.key == nil, !shape.isBlank, !next.isBlank, next.dashes.isEmpty,
      let end = next.key ?? (context.bytes[next.start] == 0x3A ? next.start..<next.start : nil)
    else { return nil }
    let head = shape.body..<shape.content.upperBound
    guard context.bytes[head].allSatisfy({ $0.isWordByte || $0 == 0x2D }) else { return nil }
    let key = context.string(head) + context.string(end)
    // The second half may be a complete key, as `sharing` could be with another meaning.
    guard key.contains("-"), !context.vocabulary.contains(context.string(head)) || end.isEmpty else { return nil }
    // A school's own id is recognized by its hyphen and its column.
    guard
      context.vocabulary.contains(key)
        || !end.isEmpty && head.count > 1 && context.bytes[head.upperBound - 1] == 0x2D
          && next.indent == shape.bodyColumn
    else { return nil }
    let answer = context.excerpt(next.value, limit: 40)
    return Repair(
      at: head, "the key `\(key)` is broken over two lines",
      help: "write it on one line: `\(key):\(answer.isEmpty ? "" : " \(answer)")`",
      [Edit(SourceRange(shape.content.upperBound..<next.start), with: [])])
  }

  /// A comment between the lines of a text, which ends the text there.
  static let commentInText = Mistake("comment-in-text") { failure, context in
    guard
      failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed")
        || failure.says("document start") || failure.says("block sequence entries")
    else { return nil }
    for offset in [failure.origin, failure.problemOffset] {
      let shape = context.shape(at: offset)
      guard let repair = commentAbove(shape, context) else { continue }
      return repair
    }
    return nil
  }

  private static func commentAbove(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    func isComment(_ line: Int) -> Bool {
      let other = context.shape(of: line)
      return !other.isBlank && context.bytes[other.start] == 0x23
    }
    let last = shape.line - 1
    guard context.continuesText(shape), last >= 0, isComment(last),
      let above = context.previousContentLine(before: last).map({ context.shape(of: $0) })
    else { return nil }
    let first = above.line + 1
    guard (first...last).allSatisfy(isComment) else { return nil }
    // The line where the text began shows whether the rest would have continued it.
    var start = above
    while start.key == nil, start.dashes.isEmpty, let line = context.previousContentLine(before: start.line),
      shape.line - line < 100
    {
      start = context.shape(of: line)
    }
    guard let sign = above.value.first ?? start.value.first, start.key != nil || !start.dashes.isEmpty else {
      return nil
    }
    let isBlock = start.value.first.map { [0x7C, 0x3E].contains(context.bytes[$0]) } ?? false
    guard isBlock || ![0x22, 0x27, 0x5B, 0x7B].contains(context.bytes[sign]), shape.indent > start.indent,
      shape.indent > start.bodyColumn - (start.key == nil ? 1 : 0)
    else { return nil }
    let comments = first == last ? "the comment" : "the comments"
    let comment = context.shape(of: first)
    return Repair(
      at: comment.start..<comment.content.upperBound, "a comment between the lines of a text ends the text here",
      help:
        "move \(comments) above line \(start.line + 1), where the text begins, or delete \(first == last ? "it" : "them")",
      [Edit(SourceRange(context.lines.starts[first]..<context.lines.starts[shape.line]), with: [])]
    ).asGuess
  }

  /// Lines that begin with `>`, the way an email shows what it replies to.
  static let quotedLines = Mistake("quoted-lines") { failure, context in
    for offset in [failure.origin, failure.problemOffset] {
      let shape = context.shape(at: offset)
      for line in [shape.line, shape.line - 1] where line >= 0 {
        if let repair = quoted(context.shape(of: line), context) { return repair }
      }
    }
    return nil
  }

  private static func quoted(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    func sign(_ line: Int) -> Int? {
      let other = context.shape(of: line)
      return context.bytes[other.start] == 0x3E && !other.isBlank ? other.start : nil
    }
    // A reply to a reply has two of them.
    func end(_ sign: Int) -> Int {
      var end = sign + 1
      while context.bytes[end] == 0x3E || context.bytes[end] == 0x20 && context.bytes[end + 1] == 0x3E { end += 1 }
      return context.bytes[end] == 0x20 ? end + 1 : end
    }
    // The first one may be on the line of its key.
    let isOnKey =
      shape.value.first.map { context.bytes[$0] == 0x3E && shape.value.count > 1 } == true && sign(shape.line) == nil
    guard isOnKey || sign(shape.line) != nil else { return nil }
    var edits: [Edit] = []
    var first = shape.line
    if isOnKey {
      guard let start = shape.value.first, context.bytes[start + 1] == 0x20 else { return nil }
      edits.append(Edit(SourceRange(start..<end(start)), with: []))
    } else {
      while first > 0, sign(first - 1) != nil { first -= 1 }
    }
    var line = isOnKey ? first + 1 : first
    while let place = sign(line), edits.count < 5000 {
      edits.append(Edit(SourceRange(place..<end(place)), with: []))
      line += 1
    }
    guard edits.count > 1, let start = edits.first?.range else { return nil }
    // Lines that all begin with a capital letter may be list items; joining them would make a different text.
    let mayBeList = edits.allSatisfy { edit in
      let text = Int(edit.range.end)..<context.content(of: context.lines.line(at: Int(edit.range.start))).upperBound
      return !text.isEmpty && context.string(text).first?.isUppercase == true
    }
    let list = mayBeList ? "; if each line is an item of its own, write a dash in place of the `>`" : ""
    let repair = Repair(
      at: start.indices.lowerBound..<Int(start.start) + 1,
      "this line and the next\(edits.count == 2 ? "" : " \(edits.count - 1)") begin with `>`, as in an e-mail, which is not part of the text",
      help: "delete the `>` and the space after it on each of these lines\(list)", edits)
    return mayBeList ? repair.asGuess : repair
  }
}
