internal import Diagnostics

extension Mistake {
  /// A key that became a comment, so that the lines below it belong to nothing.
  static let commentedKey = Mistake("commented-key") { failure, context in
    guard failure.breaksBlock || failure.says("mapping values are not allowed") else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    var line = shape.line - 1
    while line >= 0, line > shape.line - 20 {
      let above = context.shape(of: line)
      guard !above.isBlank else {
        line -= 1
        continue
      }
      guard context.bytes[above.start] == 0x23 else { return nil }
      if let repair = uncomment(above, below: shape, context) { return repair }
      line -= 1
    }
    return nil
  }

  private static func uncomment(_ comment: SlipContext.Shape, below: SlipContext.Shape, _ context: SlipContext)
    -> Repair?
  {
    var start = comment.start
    while [0x23, 0x20].contains(context.bytes[start]), start < comment.content.upperBound { start += 1 }
    let marks = context.bytes[comment.start..<start].count { $0 == 0x23 }
    var end = start
    while context.bytes[end].isWordByte || context.bytes[end] == 0x2D { end += 1 }
    // Without its `#` it has to be a key with nothing after it, further left than what is below.
    guard end > start, context.bytes[end] == 0x3A, end + 1 == comment.content.upperBound,
      context.vocabulary.contains(context.string(start..<end)),
      start - comment.content.lowerBound - marks < below.indent,
      let column = context.openColumns(above: comment.line).first(where: { !$0.isDash && $0.column < below.indent })?
        .column
    else { return nil }
    let key = String(repeating: " ", count: column) + context.string(start..<end) + ":"
    return Repair(
      at: comment.start..<comment.content.upperBound,
      "the `#` makes this key a comment, so the lines below it belong to nothing",
      help:
        "if the lines below are to go, too, put a `#` before each of them; otherwise write the key without it:\n\(key)",
      [Edit(SourceRange(comment.content.lowerBound..<start), with: String(repeating: " ", count: column).utf8)]
    ).asGuess
  }
}
