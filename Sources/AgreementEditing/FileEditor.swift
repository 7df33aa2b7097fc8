package import Agreement
package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Changes single entries of an agreement and no other byte, so that layout, order and comments stay.
///
/// Each change is followed by reading the file again. What becomes of the meaning is checked at the end, by `EditCheck`.
package struct FileEditor {
  private var document: Document
  /// The entries that were written or deleted, by their paths.
  private(set) var touched: [[String]] = []
  /// What is to be read at the end, by its path; nil for what was deleted.
  private(set) var expected: [(path: [String], text: String?, isThere: Bool)] = []

  /// Begins with a file without errors.
  package init(_ reading: AgreementReading) { document = reading.document }

  /// The file as it is now, with a line end on its last line.
  package var source: SourceFile {
    let layout = FileLayout(document)
    guard !touched.isEmpty, !layout.endsWithLineEnd else { return document.source }
    let end = layout.lineEnd(at: document.source.bytes.count)
    return SourceFile(name: document.source.name, bytes: document.source.bytes + Array(end.utf8))
  }

  /// An edit that cannot be made in the way the file is laid out.
  package struct Failure: Error {
    /// Why.
    package let reason: String
  }

  // MARK: - Looking

  /// The key and the value at a path of keys.
  private func entry(at path: [String]) -> (key: NodeID, value: NodeID)? {
    guard var mapping = document.root, let last = path.last else { return nil }
    for key in path.dropLast() {
      guard let found = entry(key, in: mapping) else { return nil }
      mapping = found.value
    }
    return entry(last, in: mapping)
  }

  private func entry(_ key: String, in mapping: NodeID) -> (key: NodeID, value: NodeID)? {
    guard document.kind(of: mapping) == .mapping else { return nil }
    return document.entries(of: mapping).first { document.bytes(of: $0.key).equals(key) }
  }

  /// The mapping at a path of keys; nil if something else is there, or nothing.
  private func mapping(at path: [String]) -> NodeID? {
    guard let node = path.isEmpty ? document.root : entry(at: path)?.value else { return nil }
    return document.kind(of: node) == .mapping ? node : nil
  }

  /// Whether there is an entry with a value at a path.
  package func hasValue(at path: [String]) -> Bool { entry(at: path).map { !document.isAbsent($0.value) } ?? false }

  /// The text of the value at a path; nil if it is not a text.
  func text(at path: [String]) -> String? {
    guard let value = entry(at: path)?.value, document.kind(of: value) == .scalar else { return nil }
    return document.string(of: value)
  }

  // MARK: - Writing

  /// Writes an entry into the mapping at a path: changes the value in its place if the key is there, or else adds the entry after another
  /// key, or after the last one.
  package mutating func put(_ entry: NewEntry, in path: [String], after sibling: String? = nil) throws(Failure) {
    let leaves = entry.value.leaves(below: path + [entry.key])
    touched += leaves.map(\.path)
    let paths = leaves.map(\.path)
    expected.removeAll { paths.contains($0.path) }
    expected += leaves.map { ($0.path, $0.text, true) }
    do throws(FreeText.Unwritable) {
      try write(entry, in: path, after: sibling)
    } catch {
      throw Failure(reason: error.reason)
    }
  }

  private mutating func write(_ entry: NewEntry, in path: [String], after sibling: String?) throws(FreeText.Unwritable)
  {
    if let old = self.entry(at: path + [entry.key]) {
      if case .entries(let entries) = entry.value, document.kind(of: old.value) == .mapping {
        for inner in entries { try write(inner, in: path + [entry.key], after: nil) }
      } else {
        apply(try change(of: old, to: entry, isInBraces: mapping(at: path).map { document.isFlow($0) } ?? false))
      }
      return
    }
    guard let holder = mapping(at: path) else {
      guard let last = path.last else { return }
      return try write(NewEntry(last, .entries([entry])), in: path.dropLast(), after: nil)
    }
    apply(
      document.isFlow(holder)
        ? try insertion(of: entry, inBraces: holder, after: sibling)
        : try insertion(of: entry, inLines: holder, after: sibling))
  }

  private mutating func apply(_ edits: [Edit]) {
    let bytes = Fix(.unsafe, edits).applied(to: document.source.bytes)
    // A file without slips needs no vocabulary, and nothing else is edited.
    document = SyntaxReader.read(
      SourceFile(name: document.source.name, bytes: bytes),
      vocabulary: Vocabulary(keys: [], topLevelKeys: [], containerKeys: []))
  }

  /// The edits that give an entry another value.
  private func change(
    of old: (key: NodeID, value: NodeID), to entry: NewEntry, isInBraces: Bool
  ) throws(FreeText.Unwritable) -> [Edit] {
    let layout = FileLayout(document)
    let bytes = document.source.bytes
    let column = layout.column(of: old.key)
    let isInLines = column != nil && !isInBraces
    let range = document.range(of: old.value)
    if document.isAbsent(old.value) {
      let end = Int(document.range(of: old.key).end)
      var colon = end
      while colon < bytes.count, bytes[colon] == 0x20 || bytes[colon] == 0x09 { colon += 1 }
      let hasColon = colon < bytes.count && bytes[colon] == 0x3A
      let place = hasColon ? colon + 1 : end
      switch entry.value {
      case .entries, .lines, .items:
        if isInLines, let column {
          var lines = try entry.block(
            step: layout.step(in: nil, column: column), mappingsInBraces: false)
          let head = lines.removeFirst().dropFirst(entry.key.utf8.count + 1)
          let lineEnd = layout.lineEnd(at: end)
          let spaces = String(repeating: " ", count: column)
          var below = layout.nextLine(after: place)
          if head.isEmpty { below = layout.endOfInnerComments(from: below, deeperThan: column) }
          let isLast = below == bytes.count && !layout.endsWithLineEnd
          let inserted = lines.map { isLast ? lineEnd + spaces + $0 : spaces + $0 + lineEnd }.joined()
          return (head.isEmpty ? [] : [Edit(insert: String(head), at: place)]) + [Edit(insert: inserted, at: below)]
        }
      case .text, .word, .words: break
      }
      let value = isInLines ? try Self.line(entry) : try entry.value.flow()
      return [Edit(insert: (hasColon ? " " : ": ") + value, at: place)]
    }
    if case .lines(let lines) = entry.value, isInLines, let column {
      let style = document.style(of: old.value)
      let step = layout.step(in: nil, column: column)
      let spaces = String(repeating: " ", count: column + step)
      let lineEnd = layout.lineEnd(at: Int(range.start))
      let body = lines.map { spaces + $0 }.joined(separator: lineEnd)
      guard document.kind(of: old.value) == .scalar, style == .literal || style == .folded else {
        return [Edit(range, with: ("|" + lineEnd + body).utf8)]
      }
      // A comment may follow the indicator.
      let start = Int(range.start)
      var head = start
      while head < bytes.count, ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[head]) { head += 1 }
      let first = layout.nextLine(after: start)
      return [
        Edit(SourceRange(start..<head), with: "|".utf8),
        Edit(SourceRange(first..<max(first, Int(range.end))), with: body.utf8),
      ]
    }
    return [Edit(range, with: (isInLines ? try Self.line(entry) : try entry.value.flow()).utf8)]
  }

  /// The value on one line that is not between braces.
  private static func line(_ entry: NewEntry) throws(FreeText.Unwritable) -> String {
    if case .text(let text) = entry.value { return try FreeText.scalar(text, in: .block) }
    return try entry.value.flow()
  }

  private func insertion(of entry: NewEntry, inLines mapping: NodeID, after sibling: String?)
    throws(FreeText.Unwritable) -> [Edit]
  {
    let layout = FileLayout(document)
    let entries = Array(document.entries(of: mapping))
    let wanted = sibling.flatMap { key in entries.first { document.bytes(of: $0.key).equals(key) } }
    guard let place = wanted ?? entries.last else { return [] }
    let column = entries.lazy.compactMap { layout.column(of: $0.key) }.last ?? 0
    let spaces = String(repeating: " ", count: column)
    let end = max(Int(document.range(of: place.key).end), Int(document.range(of: place.value).end))
    let lineEnd = layout.lineEnd(at: end)
    let isWithBraces =
      entries.last { document.kind(of: $0.value) == .mapping }.map { document.isFlow($0.value) } ?? false
    let isOuter = mapping == document.root
    var lines = try entry.block(
      step: layout.step(in: mapping, column: column), mappingsInBraces: isWithBraces && !isOuter
    ).map { spaces + $0 }
    var line = layout.endOfInnerComments(from: layout.nextLine(after: end), deeperThan: column)
    if isOuter, wanted == nil, entries.count > 1, layout.hasBlankLine(above: place.key) {
      // A blank line at the end may be the one.
      if let next = layout.onlyBlankLine(from: line) { line = next } else { lines.insert("", at: 0) }
    }
    let isLast = line == document.source.bytes.count && !layout.endsWithLineEnd
    return [Edit(insert: lines.map { isLast ? lineEnd + $0 : $0 + lineEnd }.joined(), at: line)]
  }

  private func insertion(of entry: NewEntry, inBraces mapping: NodeID, after sibling: String?)
    throws(FreeText.Unwritable) -> [Edit]
  {
    let layout = FileLayout(document)
    let bytes = document.source.bytes
    let new = try entry.flow()
    let entries = Array(document.entries(of: mapping))
    let wanted = sibling.flatMap { key in entries.first { document.bytes(of: $0.key).equals(key) } }
    guard let place = wanted ?? entries.last else {
      return [Edit(insert: new, at: Int(document.range(of: mapping).start) + 1)]
    }
    let end = endInBraces(of: place)
    let column = layout.column(of: place.key)
    let start = layout.lineStart(of: Int(document.range(of: place.key).start))
    guard let column, start > Int(document.range(of: mapping).start) else { return [Edit(insert: ", " + new, at: end)] }
    // Each entry is on lines of its own.
    var comma = end
    while comma < bytes.count, bytes[comma] == 0x20 || bytes[comma] == 0x09 { comma += 1 }
    let hasComma = comma < bytes.count && bytes[comma] == 0x2C
    var rest = hasComma ? comma + 1 : end
    while rest < bytes.count, bytes[rest] == 0x20 || bytes[rest] == 0x09 { rest += 1 }
    let lineEnd = layout.lineEnd(at: end)
    guard rest < bytes.count, [0x0A, 0x0D, 0x23].contains(bytes[rest]) else {
      return [Edit(insert: ", " + new, at: end)]
    }
    let line = lineEnd + String(repeating: " ", count: column) + new
    let lineStop = layout.contentEnd(of: rest)
    return hasComma
      ? [Edit(insert: line + ",", at: lineStop)] : [Edit(insert: ",", at: end), Edit(insert: line, at: lineStop)]
  }

  /// The end of an entry between braces, its colon included.
  private func endInBraces(of entry: (key: NodeID, value: NodeID)) -> Int {
    let end = max(Int(document.range(of: entry.key).end), Int(document.range(of: entry.value).end))
    guard document.isAbsent(entry.value) else { return end }
    let bytes = document.source.bytes
    var colon = Int(document.range(of: entry.key).end)
    while colon < bytes.count, bytes[colon] == 0x20 || bytes[colon] == 0x09 { colon += 1 }
    return colon < bytes.count && bytes[colon] == 0x3A ? colon + 1 : end
  }

  // MARK: - Deleting

  /// Deletes an entry with its value; a comment on its line stays.
  package mutating func remove(_ key: String, in path: [String]) throws(Failure) {
    guard let old = entry(at: path + [key]) else { return }
    touched.append(path + [key])
    expected.removeAll { $0.path.starts(with: path + [key]) }
    expected.append((path + [key], nil, false))
    guard let holder = mapping(at: path) else { return }
    if document.isFlow(holder) {
      apply([deletion(of: old, inBraces: holder)])
    } else {
      apply(try deletion(of: old))
    }
  }

  private func deletion(of old: (key: NodeID, value: NodeID)) throws(Failure) -> [Edit] {
    let layout = FileLayout(document)
    guard layout.column(of: old.key) != nil else {
      throw Failure(reason: "`\(document.string(of: old.key))` shares its line with something else")
    }
    let range =
      Int(
        document.range(of: old.key).start)..<max(
        Int(document.range(of: old.key).end), Int(document.range(of: old.value).end))
    let line = layout.lineStart(of: range.lowerBound)
    let next = layout.nextLine(after: range.upperBound)
    // Comments in what is deleted and on its last line are somebody's words, too.
    let comments = document.comments.filter { Int($0.start) >= range.lowerBound && Int($0.start) < next }
    let spaces = document.source.bytes[line..<range.lowerBound]
    let end = layout.lineEnd(at: range.lowerBound)
    let kept = comments.flatMap { Array(spaces) + Array(document.source.bytes[$0.indices]) + Array(end.utf8) }
    return [Edit(SourceRange(line..<next), with: kept)]
  }

  private func deletion(of old: (key: NodeID, value: NodeID), inBraces mapping: NodeID) -> Edit {
    let entries = Array(document.entries(of: mapping))
    let place = entries.firstIndex { $0.key == old.key } ?? 0
    let start = Int(document.range(of: old.key).start)
    let end = endInBraces(of: old)
    func hasComment(_ range: Range<Int>) -> Bool {
      document.comments.contains { Int($0.start) >= range.lowerBound && Int($0.start) < range.upperBound }
    }
    if place > 0 {
      let before = endInBraces(of: entries[place - 1])
      if before <= start, !hasComment(before..<start) { return Edit(SourceRange(before..<end), with: []) }
    }
    if place + 1 < entries.count {
      let after = Int(document.range(of: entries[place + 1].key).start)
      if !hasComment(end..<after) { return Edit(SourceRange(start..<after), with: []) }
    }
    var stop = end
    let bytes = document.source.bytes
    while stop < bytes.count, bytes[stop] == 0x20 || bytes[stop] == 0x09 { stop += 1 }
    return Edit(SourceRange(start..<(stop < bytes.count && bytes[stop] == 0x2C ? stop + 1 : end)), with: [])
  }
}
