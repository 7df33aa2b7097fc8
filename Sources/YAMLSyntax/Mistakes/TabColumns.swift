internal import Diagnostics

extension Mistake {
  /// Two columns of a spreadsheet: a tab after each key, and no colons.
  static let tabColumns = Mistake("tab-columns") { _, context in columns(context) }

  /// The repair of all lines with a tab, if most of the file is like that.
  static func columns(_ context: SlipContext) -> Repair? {
    let shapes = (0..<min(context.lines.starts.count, 5000)).map { context.shape(of: $0) }.filter { !$0.isBlank }
    let tabs = shapes.filter { tab(in: $0, context) != nil && isKnown($0, context) }
    guard tabs.count >= 5, tabs.count * 3 >= shapes.count, let first = tabs.first else { return nil }
    var edits: [Edit] = []
    for shape in shapes {
      guard let gap = tab(in: shape, context) else { continue }
      edits.append(
        Edit(SourceRange(gap), with: (gap.upperBound == context.content(of: shape.line).upperBound ? ":" : ": ").utf8))
      // In braces each pair has its own tab.
      guard context.bytes[gap.upperBound] == 0x7B else { continue }
      for place in gap.upperBound..<shape.content.upperBound where context.bytes[place] == 0x09 {
        edits.append(Edit(SourceRange(place..<place + 1), with: ": ".utf8))
      }
    }
    return Repair(
      at: first.start..<first.content.upperBound, "a tab is between the key and the answer, as on every line",
      help: "on every line, delete the tab after the key, and type a colon and a space there", edits)
  }

  /// The tabs between a word and what comes after it.
  private static func tab(in shape: SlipContext.Shape, _ context: SlipContext) -> Range<Int>? {
    let line = context.content(of: shape.line)
    var start = shape.body
    while start < line.upperBound, context.bytes[start].isWordByte || context.bytes[start] == 0x2D { start += 1 }
    var end = start
    while end < line.upperBound, context.bytes[end] == 0x09 { end += 1 }
    return start > shape.body && end > start ? start..<end : nil
  }

  private static func isKnown(_ shape: SlipContext.Shape, _ context: SlipContext) -> Bool {
    tab(in: shape, context).map { context.vocabulary.contains(context.string(shape.body..<$0.lowerBound)) } ?? false
  }
}
