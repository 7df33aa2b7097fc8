internal import Diagnostics

extension Mistake {
  /// Two columns of a spreadsheet: a tab after each key, and no colons.
  static let tabColumns = Mistake("tab-columns") { _, scene in columns(scene) }

  /// The repair of all lines with a tab, if most of the file is like that.
  static func columns(_ scene: Scene) -> Repair? {
    let shapes = (0..<min(scene.lines.starts.count, 5000)).map { scene.shape(of: $0) }.filter { !$0.isBlank }
    let tabs = shapes.filter { tab(in: $0, scene) != nil && isKnown($0, scene) }
    guard tabs.count >= 5, tabs.count * 3 >= shapes.count, let first = tabs.first else { return nil }
    var edits: [Edit] = []
    for shape in shapes {
      guard let gap = tab(in: shape, scene) else { continue }
      edits.append(
        Edit(SourceRange(gap), with: (gap.upperBound == scene.content(of: shape.line).upperBound ? ":" : ": ").utf8))
      // In braces each pair has its own tab.
      guard scene.bytes[gap.upperBound] == 0x7B else { continue }
      for place in gap.upperBound..<shape.content.upperBound where scene.bytes[place] == 0x09 {
        edits.append(Edit(SourceRange(place..<place + 1), with: ": ".utf8))
      }
    }
    return Repair(
      at: first.start..<first.content.upperBound, "a tab is between the key and the answer, as on every line",
      help: "on every line, delete the tab after the key, and type a colon and a space there", edits)
  }

  /// The tabs between a word and what comes after it.
  private static func tab(in shape: Scene.Shape, _ scene: Scene) -> Range<Int>? {
    let line = scene.content(of: shape.line)
    var start = shape.body
    while start < line.upperBound, scene.bytes[start].isWordByte || scene.bytes[start] == 0x2D { start += 1 }
    var end = start
    while end < line.upperBound, scene.bytes[end] == 0x09 { end += 1 }
    return start > shape.body && end > start ? start..<end : nil
  }

  private static func isKnown(_ shape: Scene.Shape, _ scene: Scene) -> Bool {
    tab(in: shape, scene).map { scene.vocabulary.contains(scene.string(shape.body..<$0.lowerBound)) } ?? false
  }
}
