internal import Diagnostics

/// A line without a colon that is a key in other words: `told to teachers by the principal`, or `Access and scheduling`
/// above the topics of `access`.
enum SpacedKey {
  /// The repair of such a line, if keys of one block start in its column.
  static func find(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard shape.key == nil, shape.dashes.isEmpty, !shape.isBlank, shape.content.count <= 400 else { return nil }
    if let repair = heading(shape, context) { return repair }
    guard context.openColumns(above: shape.line).contains(where: { !$0.isDash && $0.column == shape.indent }) else {
      return nil
    }
    return words(shape, context)
  }

  /// The key whose words begin a line.
  private static func words(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    var key = ""
    var index = shape.body
    var found: (key: String, end: Int)?
    for _ in 0..<6 {
      let start = index
      while context.bytes[index].isWordByte || context.bytes[index] == 0x2D { index += 1 }
      guard index > start else { break }
      key += (key.isEmpty ? "" : "-") + context.string(start..<index).lowercased()
      // A single word is as likely part of a sentence.
      if key.contains("-"), context.vocabulary.keys.contains(key) { found = (key, index) }
      while context.bytes[index] == 0x20 { index += 1 }
    }
    guard let found else { return nil }
    var rest = found.end
    while [0x20, 0x2D, 0x3D, 0x3B, 0x2C].contains(context.bytes[rest]) { rest += 1 }
    let answer = rest..<max(rest, shape.content.upperBound)
    let shown = context.excerpt(answer, limit: 60)
    return Repair(
      at: shape.body..<found.end, "this may be the key `\(found.key)`, but its hyphens and its colon are missing",
      help:
        "write `\(found.key):\(shown.isEmpty ? "" : " \(shown)")`; if the line is part of the answer above, put \(shape.indent + 4) spaces before it",
      [Edit(SourceRange(shape.body..<rest), with: "\(found.key): ".utf8)]
    ).asGuess
  }

  /// A title above the topics of one section.
  private static func heading(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard let below = context.nextContentLine(after: shape.line).map({ context.shape(of: $0) }), let key = below.key,
      below.indent > shape.indent, let section = context.vocabulary.sections[context.string(key)],
      !isOpen(section, above: shape.line, context)
    else { return nil }
    return Repair(
      at: shape.start..<shape.content.upperBound, "here should be the key of the section, `\(section)`",
      help: "write `\(section):` in place of \"\(context.excerpt(shape.start..<shape.content.upperBound))\"",
      [Edit(SourceRange(shape.start..<shape.content.upperBound), with: "\(section):".utf8)]
    ).asGuess
  }

  /// Whether the nearest section above is already this one.
  private static func isOpen(_ section: String, above line: Int, _ context: SlipContext) -> Bool {
    context.openColumns(above: line).contains { column in
      context.shape(of: column.line).key.map { context.string($0) == section } ?? false
    }
  }
}
