internal import Diagnostics

extension Mistake {
  /// A key that became a comment, so that the lines below it belong to nothing.
  static let commentedKey = Mistake("commented-key") { failure, scene in
    guard failure.breaksBlock || failure.says("mapping values are not allowed") else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    var line = shape.line - 1
    while line >= 0, line > shape.line - 20 {
      let above = scene.shape(of: line)
      guard !above.isBlank else {
        line -= 1
        continue
      }
      guard scene.bytes[above.start] == 0x23 else { return nil }
      if let repair = uncomment(above, below: shape, scene) { return repair }
      line -= 1
    }
    return nil
  }

  private static func uncomment(_ comment: Scene.Shape, below: Scene.Shape, _ scene: Scene) -> Repair? {
    var start = comment.start
    while [0x23, 0x20].contains(scene.bytes[start]), start < comment.content.upperBound { start += 1 }
    let marks = scene.bytes[comment.start..<start].count { $0 == 0x23 }
    var end = start
    while scene.bytes[end].isWordByte || scene.bytes[end] == 0x2D { end += 1 }
    // Without its `#` it has to be a key with nothing after it, further left than what is below.
    guard end > start, scene.bytes[end] == 0x3A, end + 1 == comment.content.upperBound,
      scene.vocabulary.contains(scene.string(start..<end)), start - comment.content.lowerBound - marks < below.indent,
      let column = scene.openColumns(above: comment.line).first(where: { !$0.isDash && $0.column < below.indent })?
        .column
    else { return nil }
    let key = String(repeating: " ", count: column) + scene.string(start..<end) + ":"
    return Repair(
      at: comment.start..<comment.content.upperBound,
      "the `#` makes this key a comment, so the lines below it belong to nothing",
      help:
        "if the lines below are to go, too, put a `#` before each of them; otherwise write the key without it:\n\(key)",
      [Edit(SourceRange(comment.content.lowerBound..<start), with: String(repeating: " ", count: column).utf8)]
    ).asGuess
  }
}
