internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// The keys of a mapping that is being read: which are written, and which have a value.
  private struct Written {
    let mapping: Layout.Mapping
    let record: Int
    var written: UInt64 = 0
    var valued: UInt64 = 0
  }

  /// Adds a mapping without any key.
  mutating func newRecord(_ mapping: Layout.Mapping, holder: SourceRange) -> Int {
    let record = cells.count
    cells.append(Cell(place: holder.start, value: holder.end))
    for _ in 0..<mapping.keys.count { cells.append(.absent) }
    return record
  }

  /// Reads a mapping with known keys.
  mutating func mapping(_ node: NodeID, _ index: Int) -> UInt32? {
    guard document.kind(of: node) == .mapping else { return keysMissing(node, layout.descriptions[index]) }
    let place = Place(key: key, isItem: isReadingItem, holder: holderRange(of: node), node: node)
    let outer = (holder: self.holder, isOptional: isOptional)
    isReadingItem = false
    self.holder = node
    defer {
      key = place.key
      isReadingItem = place.isItem
      (self.holder, isOptional) = outer
    }
    let document = document
    let mapping = layout.mappings[index]
    var found = Written(mapping: mapping, record: newRecord(mapping, holder: place.holder))
    var unknown: [(key: NodeID, value: NodeID)] = []
    var children = document.children(of: node)
    var next = 0
    while let (entryKey, value) = document.nextEntry(&children) {
      let word = document.bytes(of: entryKey)
      // Most people write the keys in the order used by the specification.
      if let field = layout.words.index(of: word, in: mapping.keys, from: next) {
        next = field + 1
        read(field, entryKey, value, &found)
      } else if !word.isOwnKey {
        unknown.append((entryKey, value))
      }
    }
    key = place.key
    let outdented = unknown.isEmpty ? Outdented() : outdented(unknown, index, place, &found)
    let isWhole = !document.isTruncated(node)
    if !isWhole || mapping.required & ~found.valued != 0 || place.key == nil && !misplaced.isEmpty
      || !outdented.holders.isEmpty || !strayed.isEmpty
    {
      lookForMissing(index, found, place, outdented, isWhole: isWhole)
    }
    if isWhole, mapping.conditions > 0 { check(index, place, written: found.written, valued: found.valued) }
    return UInt32(found.record)
  }

  /// Reads the value of a key, unless it is absent.
  private mutating func read(_ field: Int, _ key: NodeID, _ value: NodeID, _ found: inout Written) {
    let bit: UInt64 = 1 << UInt64(field)
    found.written |= bit
    if document.isAbsent(value) || found.mapping.textual & bit != 0 && document.isEmptyText(value)
      || found.mapping.listsOrShares & bit != 0 && document.kind(of: value) != .scalar && document.isHollow(value)
    {
      // What is missing is missed at its key.
      cells[found.record + 1 + field] = Cell(.absent, value)
      return
    }
    found.valued |= bit
    self.key = key
    isOptional = found.mapping.required & bit == 0
    let cell = cell(found.mapping.first + field, value)
    cells[found.record + 1 + field] = cell
  }

  /// Reports keys that the mapping does not have, and reads those for which another key was surely meant.
  private mutating func outdented(
    _ unknown: [(key: NodeID, value: NodeID)], _ index: Int, _ place: Place, _ found: inout Written
  ) -> Outdented {
    let table = layout.descriptions[index]
    let outdented = reportOutdented(Set(unknown.map(\.key)), place.node, table)
    for (entryKey, value) in unknown where !outdented.keys.contains(entryKey) {
      if document.isFlow(place.node), document.isAbsent(value) {
        report(
          .unknownKey, at: document.range(of: entryKey),
          "a comma inside `{ }` begins a new key, so \"\(excerpt(entryKey))\" is not part of the text before it",
          help: isKnownWord(document.string(of: entryKey))
            ? "put brackets around the words that belong together: [one, another]" : "put the whole text in quotes")
      } else if let field = reportUnknownKey(entryKey, value, table, taken: found.written) {
        let before = diagnostics.count
        read(field, entryKey, value, &found)
        joinWithKey(from: before, entryKey, value)
      }
    }
    return outdented
  }

  /// Reports required keys that are missing; what may be elsewhere, or where reading did not get to, is broken.
  private mutating func lookForMissing(
    _ index: Int, _ found: Written, _ place: Place, _ outdented: Outdented, isWhole: Bool
  ) {
    var missing: [Field] = []
    for (number, field) in layout.descriptions[index].fields.enumerated() where found.valued & (1 << number) == 0 {
      let isElsewhere =
        outdented.holders.contains(field.key)
        || (place.key == nil ? misplaced : strayed).contains(field.key)
      if !isWhole || field.isRequired || isElsewhere {
        cells[found.record + 1 + number] = Cell(.brokenAtHolder, place.node)
      }
      guard !isElsewhere, isWhole, field.isRequired else { continue }
      if found.written & (1 << number) != 0 {
        reportEmpty(field, place)
      } else if !isHidden(field.key, in: place.node) {
        missing.append(field)
      }
    }
    if !missing.isEmpty { reportMissing(missing, place) }
  }

  /// Checks the conditions between the keys of a mapping.
  private mutating func check(_ index: Int, _ place: Place, written: UInt64, valued: UInt64) {
    let table = layout.descriptions[index]
    for (number, condition) in layout.conditions[index].enumerated()
    where !condition.surelyHolds(written, valued)
      && (!meantWords.isEmpty || !condition.surelyHolds(place.node, table.keys, in: document))
    {
      check(table.constraints[number], KeySets(mapping: table, written: written, valued: valued), place)
    }
  }

  /// The place of a mapping: where it belongs, and where missing keys are reported.
  struct Place {
    let key: NodeID?
    let isItem: Bool
    let holder: SourceRange
    let node: NodeID
  }

  /// Whether a line of a mapping that has a finding already mentions a key; if so, the key was not forgotten.
  func isHidden(_ key: String, in node: NodeID) -> Bool {
    // With hundreds of findings, one more does not matter, and time stays linear.
    guard !document.diagnostics.isEmpty, document.diagnostics.count < 500 else { return false }
    let whole = document.range(of: node)
    return document.diagnostics.contains { found in
      guard found.range.start >= whole.start, found.range.end <= whole.end else { return false }
      let text = String(decoding: document.source.bytes[found.range.indices], as: UTF8.self)
      return text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == key }
    }
  }

  /// Where a missing key is reported: the key that holds the mapping, the first key of a list item, or `format`.
  private func holderRange(of node: NodeID) -> SourceRange {
    if let key, !isReadingItem { return document.range(of: key) }
    var first: SourceRange?
    for (entryKey, _) in document.entries(of: node) {
      if first == nil { first = document.range(of: entryKey) }
      if key != nil { break }
      if document.bytes(of: entryKey).equals("format") { return document.range(of: entryKey) }
    }
    let start = document.range(of: node).start
    return first ?? SourceRange(start: start, end: start)
  }
}
