internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reads a mapping whose keys people choose.
  mutating func dictionary(_ node: NodeID, _ code: Int) -> UInt32? {
    guard document.kind(of: node) == .mapping else { return listOfNames(node, code) }
    let outer = (key: key, isItem: isReadingItem, isOptional: isOptional)
    isReadingItem = false
    isOptional = false
    defer { (key, isReadingItem, isOptional) = outer }
    let found = layout.codes[code]
    let item = layout.codes[found.target]
    let takesKeys = item.kind == .mapping
    var texts: [(key: NodeID, value: NodeID)] = []
    let start = pending.count
    let strays = reportKeysAmongIDs(node, found.target, in: outer.key)
    let document = document
    var children = document.children(of: node)
    while let (entryKey, value) = document.nextEntry(&children) {
      if document.bytes(of: entryKey).isOwnKey { continue }
      if strays.keys.contains(entryKey) || strays.owners.contains(entryKey) && document.isAbsent(value) {
        pending.append(Cell(.brokenAtHolder, value))
        continue
      }
      key = entryKey
      let isText = takesKeys && document.kind(of: value) == .scalar && !document.isAbsent(value)
      // A text has one finding, which says what to write for both.
      if !isText, !isKeyInPlaceOfID(entryKey, value, found.requiresValue, in: outer.key) { checkKey(entryKey, found) }
      if document.isAbsent(value) || item.kind == .text && document.isEmptyText(value) {
        if found.requiresValue, !document.isTruncated(node), Identifier.isValid(document.bytes(of: entryKey)) {
          let isOthers = outer.key.map { document.bytes(of: $0).equals("others") } ?? false
          report(
            .missingKey, at: document.range(of: entryKey), "nothing is said about `\(excerpt(entryKey))`",
            help: takesKeys
              ? "write `name:` and `role:` on the lines below it, each starting two spaces further right"
              : "write the name of the \(isOthers ? "person or group" : "school") after the colon")
        }
        pending.append(Cell(.absent, value))
      } else if isText {
        texts.append((entryKey, value))
        pending.append(Cell(.broken, value))
      } else {
        let cell = cell(found.target, value)
        pending.append(cell)
      }
    }
    if !texts.isEmpty { textsForKeys(texts, in: node, of: outer.key, layout.shapes[found.target]) }
    return commit(from: start)
  }

  private mutating func checkKey(_ key: NodeID, _ dictionary: Layout.Code) {
    switch dictionary.kind {
    case .roles: checkRole(key)
    case .ruleLevels: break
    default:
      switch dictionary.keys {
      case .declared: checkID(key)
      case .participants: checkSigner(key)
      case .schoolYears: checkYear(key)
      }
    }
  }

  /// Reports a key that is not a school year in its standard spelling.
  private mutating func checkYear(_ key: NodeID) {
    let text = document.string(of: key)
    guard SchoolYear(text) == nil else { return }
    let meant = SchoolYear.read(Self.bare(text))?.year ?? SchoolYear.guess(text)
    let range = document.range(of: key)
    report(
      .invalidYear, at: range, "\"\(excerpt(key))\" is not a school year",
      help: meant.map { "write `\($0)`" }
        ?? "write it as in `2027-28`, or `2027` where the school year is a calendar year",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.description.utf8)]) })
  }

  /// Reads the items of a list.
  mutating func items(_ node: NodeID, _ code: Int) -> Int {
    let wasItem = isReadingItem
    isReadingItem = true
    defer { isReadingItem = wasItem }
    let start = pending.count
    let document = document
    var children = document.children(of: node)
    // Several texts where lines with keys are required are one slip.
    var firstText: Int?
    while let item = document.nextItem(&children) {
      if document.isAbsent(item) { continue }
      if !sentences.isEmpty, sentences.contains(item) {
        pending.append(Cell(.broken, item))
        continue
      }
      let isText = layout.codes[code].kind == .mapping && document.kind(of: item) == .scalar
      if isText, let firstText {
        if diagnostics[firstText].notes.count < 40 {
          diagnostics[firstText].notes.append(Note(at: document.range(of: item), "the same here"))
        }
        pending.append(Cell(.broken, item))
        continue
      }
      let before = diagnostics.count
      let cell = cell(code, item)
      pending.append(cell)
      if isText, diagnostics.count == before + 1, diagnostics[before].rule == .wrongShape { firstText = before }
    }
    return start
  }

  /// Makes a list of the items that were read last, and returns its place.
  mutating func commit(from start: Int, width: Int = 1) -> UInt32 {
    let place = UInt32(cells.count)
    cells.append(Cell(place: 0, value: UInt32((pending.count - start) / width)))
    for index in start..<pending.count { cells.append(pending[index]) }
    pending.removeLast(pending.count - start)
    return place
  }
}
