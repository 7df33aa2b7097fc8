internal import Diagnostics
internal import YAMLSyntax

/// An answer to a topic can be a text, a list of texts, or a mapping with the text under `agreed`.
extension UnitMerger {
  /// The base and the sides of an answer in one form, if a side uses the long one.
  mutating func inOneForm(_ base: Unit?, _ ours: Unit, _ theirs: Unit) -> (base: Unit?, ours: Unit, theirs: Unit) {
    guard ours.path.count == 3, ours.path[0] == "topics", ours.key != "told-to-teachers", ours.key != "not-relevant",
      let long = [ours, theirs].first(where: { $0.kind == .mapping })
    else { return (base, ours, theirs) }
    return (
      base.map { longForm(of: $0, like: long) }, longForm(of: ours, like: long), longForm(of: theirs, like: long)
    )
  }

  /// An answer in its long form; the same unit if that is not possible.
  private mutating func longForm(of unit: Unit, like long: Unit) -> Unit {
    if let known = longForms[unit.number] { return known }
    let document = unit.source.document
    guard unit.kind != .mapping, document.kind(of: unit.value) != .mapping, !unit.isAbsent, let key = unit.key,
      let step = long.step, step > 0
    else { return unit }
    // The key may be in quotes.
    guard let colon = unit.relative.firstIndex(of: 0x3A) else { return unit }
    let entry = Array("agreed".utf8) + unit.relative[colon...]
    var text = LineText.outdented(unit.source.bytes[unit.lead], by: unit.column)
    text += Array(key.utf8) + [0x3A, 0x0A] + LineText.indented(entry, by: step)
    let read = SyntaxReader.read(
      SourceFile(name: document.source.name, bytes: text),
      vocabulary: Vocabulary(keys: [], topLevelKeys: [], containerKeys: []))
    guard read.diagnostics.isEmpty, let made = reader.root(read, path: Array(unit.path.dropLast()))?.kids.first,
      made.kind == .mapping
    else { return unit }
    longForms[unit.number] = made
    return made
  }
}
