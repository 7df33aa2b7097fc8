internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Which keys of a mapping are written, and which of those have a value.
struct KeySets {
  let mapping: MappingDescription
  let written: UInt64
  let valued: UInt64

  func hasValue(_ key: String) -> Bool { valued & bit(key) != 0 }

  func isWritten(_ key: String) -> Bool { written & bit(key) != 0 }

  private func bit(_ key: String) -> UInt64 { mapping.fields.firstIndex { $0.key == key }.map { 1 << $0 } ?? 0 }
}

/// A constraint as sets of fields, for a check that costs nothing when everything is fine.
struct Condition: Sendable {
  private enum Kind {
    case atMostOne
    case exactlyOne
    case oneWritten
    case together
  }

  private let kind: Kind
  private let fields: UInt64
  /// For a condition on the value of a key: the key, and the values that require more.
  private let key: Int
  private let values: KeyTable
  /// Keys of which any one satisfies the condition.
  private let satisfied: UInt64

  init(_ constraint: MappingDescription.Constraint, _ keys: [String]) {
    func set(_ names: [String]) -> UInt64 {
      names.reduce(0) { result, name in keys.firstIndex(of: name).map { result | 1 << $0 } ?? result }
    }
    var satisfied: UInt64 = 0
    var key = -1
    var values = KeyTable.empty
    switch constraint {
    case .atMostOne(let names): (kind, fields) = (.atMostOne, set(names))
    case .exactlyOne(let names): (kind, fields) = (.exactlyOne, set(names))
    case .oneWritten(let names): (kind, fields) = (.oneWritten, set(names))
    case .excludes(let name, let other): (kind, fields) = (.atMostOne, set([name, other]))
    case .needs(let name, let some, let then):
      satisfied = set([then])
      (kind, fields, key, values) = (.together, set([name]), keys.firstIndex(of: name) ?? -1, KeyTable(some))
    case .words(let name, let some, let then, _, _, _):
      (kind, fields, key, values) = (.together, set([name, then]), keys.firstIndex(of: name) ?? -1, KeyTable(some))
    }
    self.satisfied = satisfied
    self.key = key
    self.values = values
  }

  /// Whether the value of the key requires nothing more.
  func surelyHolds(_ node: NodeID, _ keys: KeyTable, in document: Document) -> Bool {
    guard kind == .together, !values.words.isEmpty else { return false }
    var children = document.children(of: node)
    while let (entryKey, value) = document.nextEntry(&children) {
      let word = document.bytes(of: entryKey)
      guard keys.index(of: word) == key, document.kind(of: value) == .scalar else { continue }
      let text = document.bytes(of: value)
      return values.index(of: text) == nil
    }
    return false
  }

  /// Whether the constraint holds as far as the sets of keys show; if not, `check` takes a closer look.
  func surelyHolds(_ written: UInt64, _ valued: UInt64) -> Bool {
    let count = (valued & fields).nonzeroBitCount
    return switch kind {
    case .atMostOne: count <= 1
    case .exactlyOne: count == 1
    case .oneWritten: written & fields != 0
    case .together: valued & fields != fields || valued & satisfied != 0
    }
  }
}

extension Decoder {
  /// Reports a condition between the keys of a mapping that is not met.
  mutating func check(_ constraint: MappingDescription.Constraint, _ keys: KeySets, _ place: Place) {
    switch constraint {
    case .atMostOne(let names):
      reportConflict(names.filter(keys.hasValue), place)
    case .exactlyOne(let names):
      let present = names.filter(keys.hasValue)
      if present.isEmpty, !rhythms.contains(place.node) {
        report(
          .missingKey, at: place.holder, "there is no \(Prose.list(names.map { "`\($0)`" }, "or")) here",
          help: names.first(where: keys.isWritten).map {
            "fill in \(request(keys, $0)), or write another of them in its place"
          }
            ?? "add one of them, such as \(request(keys, names[0]))")
      }
      reportConflict(present, place)
    case .oneWritten(let names):
      if !names.contains(where: keys.isWritten) {
        report(
          .missingKey, at: place.holder, "there is no \(Prose.list(names.map { "`\($0)`" }, "or")) here",
          help: "add `\(names[0]):` and the answer")
      }
    case .needs(let name, let values, let then):
      guard keys.hasValue(name), !keys.hasValue(then), !isInConflict(name, keys), let entry = entry(name, place) else {
        return
      }
      if rhythms.contains(place.node) { return }
      let verb = keys.isWritten(then) ? "fill in" : "add"
      let word = meantWords[entry.value]?.word ?? document.string(of: entry.value)
      let help = "\(verb) \(example(of: then, with: name, word, keys) ?? request(keys, then))"
      // If a word has a finding already, what has to go with it is asked for there.
      if let meant = meantWords[entry.value] {
        guard values.isEmpty || values.contains(meant.word) else { return }
        diagnostics[meant.diagnostic].help? += ", and \(help)"
        diagnostics[meant.diagnostic].fix = nil
        return
      }
      guard values.isEmpty || values.contains(document.string(of: entry.value)) else { return }
      if let place = diagnostics.lastIndex(where: { $0.range == document.range(of: entry.value) }) {
        diagnostics[place].help? += "; and \(help)"
        return
      }
      report(.missingKey, at: document.range(of: entry.key), "`\(name)` also needs `\(then)`", help: help)
    case .words(let name, let values, let then, let count, let takes, let example):
      guard keys.hasValue(name), keys.hasValue(then), !isInConflict(name, keys), let condition = entry(name, place),
        let entry = entry(then, place),
        values.contains(document.string(of: condition.value)), document.kind(of: entry.value) == .scalar,
        !count.contains(document.string(of: entry.value).split(separator: " ").count),
        !diagnostics.suffix(8).contains(where: { $0.range == document.range(of: entry.value) })
      else { return }
      report(
        .wrongShape, at: document.range(of: entry.value),
        "with `\(name): \(document.string(of: condition.value))`, `\(then)` takes \(takes), but \(hereIs(entry.value))",
        help: rhythmHelp(entry.value) ?? "write it as in `\(then): \(example)`")
    case .excludes(let name, let other):
      if keys.hasValue(name), keys.hasValue(other), !isInConflict(name, keys) { reportConflict([name, other], place) }
    }
  }

  /// A value of a key that fits what another key says; nil if any value does.
  private func example(of then: String, with name: String, _ word: String, _ keys: KeySets) -> String? {
    for case .words(name, let values, then, _, _, let example) in keys.mapping.constraints where values.contains(word) {
      return "`\(then):` with a value such as \(example)"
    }
    return nil
  }

  /// What to write for a key of the mapping.
  private func request(_ keys: KeySets, _ name: String) -> String {
    keys.mapping.fields.first { $0.key == name }.map { request($0) } ?? "`\(name):`"
  }

  /// What to write for a day that does not fit how often a meeting recurs.
  private func rhythmHelp(_ node: NodeID) -> String? {
    let words = document.string(of: node).split(separator: " ")
    guard let day = words.last.map(String.init), Weekday(day) != nil else { return nil }
    return words.count > 1
      ? "write `\(day)`; or, for one day each month, write `every: month`"
      : "write which one of the month, as in `first \(day)`"
  }

  /// Whether a key excludes another key that is there. That is reported once, and nothing more is asked of either.
  private func isInConflict(_ name: String, _ keys: KeySets) -> Bool {
    keys.mapping.constraints.contains { constraint in
      switch constraint {
      case .atMostOne(let names), .exactlyOne(let names):
        names.contains(name) && names.count(where: keys.hasValue) > 1
      case .oneWritten, .needs, .excludes, .words: false
      }
    }
  }

  /// Reports keys that exclude each other, at the last one.
  private mutating func reportConflict(_ names: [String], _ place: Place) {
    let ranges = names.compactMap { entry($0, place)?.key }.map { document.range(of: $0) }.sorted {
      $0.start < $1.start
    }
    guard ranges.count > 1, let first = ranges.first, let last = ranges.last else { return }
    report(
      .wrongShape, at: last, "\(Prose.list(names.map { "`\($0)`" })) cannot be used together",
      help: "keep the one that you mean, and delete the other",
      notes: [Note(at: first, "the other one is here")])
  }

  private func entry(_ name: String, _ place: Place) -> (key: NodeID, value: NodeID)? {
    document.entries(of: place.node).first { document.bytes(of: $0.key).equals(name) }
  }
}
