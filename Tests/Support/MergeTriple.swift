/// An agreement, and what two people made of it, from a seed.
package struct MergeTriple: Sendable {
  package let base: [UInt8]
  package let ours: [UInt8]
  package let theirs: [UInt8]

  /// The agreements that it begins with.
  private static let samples =
    Root.riverbend + Root.otherSamples

  /// Makes one; nil if one of the texts has an error, or if there is nothing to merge.
  package init?(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text: String
    if Int.random(in: 0..<4, using: &generator) == 0 {
      var layout: SeededGenerator? = Bool.random(using: &generator) ? SeededGenerator(seed: seed) : nil
      text = AgreementGenerator(seed: seed).text(&layout)
    } else {
      text = try Root.text(Self.samples.randomElement(using: &generator) ?? "")
    }
    var common = EditableText(text, seed: generator.next(), mark: "c")
    for _ in 0..<Int.random(in: 0..<6, using: &generator) { Self.edit(&common, &generator) }
    if Bool.random(using: &generator) { common.removeSignatures() }
    text = common.text
    var sides: [EditableText] = ["a", "b"].map { EditableText(text, seed: generator.next(), mark: $0) }
    for index in sides.indices {
      for _ in 0..<Int.random(in: 1..<6, using: &generator) { Self.edit(&sides[index], &generator) }
    }
    var wide = common
    // Now and then everything is indented by four spaces, by one of them or from the start.
    let layout = Int.random(in: 0..<12, using: &generator)
    if layout == 0 { wide.widen() }
    if layout == 0 || layout == 1 { sides[0].widen() }
    if layout == 0 || layout == 2 { sides[1].widen() }
    let ends = Int.random(in: 0..<8, using: &generator)
    func bytes(_ text: EditableText, isWindows: Bool, hasMark: Bool = false) -> [UInt8] {
      (hasMark ? [0xEF, 0xBB, 0xBF] : [])
        + Array((isWindows ? text.text.replacing("\n", with: "\r\n") : text.text).utf8)
    }
    base = bytes(wide, isWindows: ends < 2)
    ours = bytes(sides[0], isWindows: ends < 3, hasMark: ends == 3)
    theirs = bytes(sides[1], isWindows: ends == 0 || ends == 4)
    guard base != ours, base != theirs, ours != theirs else { return nil }
    for text in [base, ours, theirs] where !Findings.isSound(text) { return nil }
  }

  private static func edit(_ text: inout EditableText, _ generator: inout SeededGenerator) {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0:
      let bytes = Array(text.text.utf8)
      if Findings.isSound(bytes) { text.sign(digest: Findings.digest(of: bytes)) }
    case 1, 2: EditableText.layouts.randomElement(using: &generator)?(&text)
    default:
      let isMove = Int.random(in: 0..<6, using: &generator) == 0
      var edited = text
      (isMove ? EditableText.moves : EditableText.edits).randomElement(using: &generator)?(&edited)
      // An edit that would be an error is not made.
      if Findings.isSound(Array(edited.text.utf8)) { text = edited }
    }
  }
}
