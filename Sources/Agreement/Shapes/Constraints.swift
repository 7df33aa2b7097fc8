internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Which keys of a mapping are written, and which of those have a value.
struct KeySets {
  let mapping: MappingDescription
  let written: UInt64
  let valued: UInt64

  func hasValue(_ key: String) -> Bool { contains(key, valued) }

  func isWritten(_ key: String) -> Bool { contains(key, written) }

  /// How a key and an example value look.
  func example(_ key: String) -> String {
    "\(key): \(mapping.fields.first { $0.key == key }?.examples.first ?? "…")"
  }

  private func contains(_ key: String, _ set: UInt64) -> Bool {
    mapping.fields.firstIndex { $0.key == key }.map { set & (1 << $0) != 0 } ?? false
  }
}

extension Decoder {
  /// Reports a condition between the keys of a mapping that does not hold.
  mutating func check(_ constraint: MappingDescription.Constraint, _ keys: KeySets, _ place: Place) {
    switch constraint {
    case .atMostOne(let names):
      reportConflict(names.filter(keys.hasValue), place)
    case .exactlyOne(let names):
      let present = names.filter(keys.hasValue)
      if present.isEmpty {
        report(
          .missingKey, at: place.holder, "there is neither \(Prose.list(names.map { "`\($0)`" }, "nor")) here",
          help: "add one of them, such as `\(keys.example(names[0]))`")
      }
      reportConflict(present, place)
    case .oneWritten(let names):
      if !names.contains(where: keys.isWritten) {
        report(
          .missingKey, at: place.holder, "there is no \(Prose.list(names.map { "`\($0)`" }, "or")) here",
          help: "add `\(names[0]):` and the answer")
      }
    case .needs(let name, let values, let then):
      guard keys.hasValue(name), !keys.hasValue(then), let entry = entry(name, place) else { return }
      guard values.isEmpty || values.contains(document.string(of: entry.value)) else { return }
      report(
        .missingKey, at: document.range(of: entry.key), "`\(name)` needs `\(then)` beside it",
        help: "add `\(keys.example(then))`")
    case .words(let name, let values, let then, let count, let takes, let example):
      guard keys.hasValue(name), keys.hasValue(then), let condition = entry(name, place),
        let entry = entry(then, place),
        values.contains(document.string(of: condition.value)), document.kind(of: entry.value) == .scalar,
        document.textSlice(of: entry.value).split(separator: 0x20).count != count,
        !diagnostics.suffix(8).contains(where: { $0.range == document.range(of: entry.value) })
      else { return }
      report(
        .wrongShape, at: document.range(of: entry.value),
        "with `\(name): \(document.string(of: condition.value))`, `\(then)` takes \(takes), but here is \(found(entry.value))",
        help: "write it as in `\(then): \(example)`")
    case .excludes(let name, let other):
      if keys.hasValue(name), keys.hasValue(other) { reportConflict([name, other], place) }
    }
  }

  /// Reports keys that exclude each other, at the last one.
  private mutating func reportConflict(_ names: [String], _ place: Place) {
    let ranges = names.compactMap { entry($0, place)?.key }.map { document.range(of: $0) }.sorted {
      $0.start < $1.start
    }
    guard ranges.count > 1, let first = ranges.first, let last = ranges.last else { return }
    report(
      .wrongShape, at: last, "\(Prose.list(names.map { "`\($0)`" })) cannot stand together",
      help: "keep the one that is meant, and delete the other",
      notes: [Note(at: first, "the other one is here")])
  }

  private func entry(_ name: String, _ place: Place) -> (key: NodeID, value: NodeID)? {
    document.entries(of: place.node).first { document.textSlice(of: $0.key).elementsEqual(name.utf8) }
  }
}
