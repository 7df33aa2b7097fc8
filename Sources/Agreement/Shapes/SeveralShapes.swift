internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension ShapeDescription {
  /// A value to show if there is none.
  fileprivate var firstExample: String {
    switch self {
    case .oneOrMore(let item), .someOf(let item): item.firstExample
    case .word(let list): list.words.first ?? "…"
    case .form(.date): "2026-10-15"
    case .form, .text, .textList, .reference, .topicReference, .list, .mapping, .dictionary, .either, .topics, .roles,
      .ruleLevels:
      "…"
    }
  }
}

extension Decoder {
  /// Reads a scalar or a list of at least one; the canonical form writes a list of one as the scalar itself.
  mutating func oneOrMore(_ node: NodeID, _ code: Int) -> UInt32? {
    let item = layout.codes[code].target
    switch document.kind(of: node) {
    case .scalar:
      if reportJoined(node, layout.codes[item].kind) { return nil }
      guard let value = value(item, node) else { return nil }
      pending.append(Cell(.present, node, value: value))
      return commit(from: pending.count - 1)
    case .sequence: return several(node, code)
    case .mapping:
      return wrongShape(
        node, expected: layout.shapes[code].name,
        help: "write it after the colon; several go in brackets: [one, another]")
    }
  }

  /// Reads a list of at least one scalar.
  mutating func someOf(_ node: NodeID, _ code: Int) -> UInt32? {
    if document.kind(of: node) == .sequence { return several(node, code) }
    let expected = layout.shapes[code].name
    let word = document.kind(of: node) == .scalar ? excerpt(node) : "…"
    guard layout.codes[layout.codes[code].target].form == .date else {
      return wrongShape(node, expected: expected, help: "write it in brackets: [\(word)]")
    }
    let dates = dates(in: word)
    let list = "[\(dates.map(\.description).joined(separator: ", "))]"
    return wrongShape(
      node, expected: expected,
      help: dates.isEmpty
        ? "write each day as year-month-day, in brackets, with a comma between two: [\(sampleDate)]"
        : "write \(list)",
      fix: dates.isEmpty ? nil : Fix(.unsafe, [Edit(document.range(of: node), with: list.utf8)]))
  }

  /// Reads the items of a list that needs at least one and allows no duplicates; nil if one of them cannot be read.
  private mutating func several(_ node: NodeID, _ code: Int) -> UInt32? {
    let start = items(node, layout.codes[code].target)
    var places: [UInt32: SourceRange] = [:]
    var isWhole = true
    var end = start
    for index in start..<pending.count {
      let item = pending[index]
      guard item.state == .present else {
        isWhole = false
        continue
      }
      let range = document.range(of: item.node)
      if let first = places[item.value] {
        let (one, other) = (text(at: first), text(at: range))
        report(
          .wrongShape, at: range,
          one == other
            ? "\(keyName) names \"\(one)\" twice" : "\(keyName) names \"\(one)\" and \"\(other)\", which are the same",
          help: "delete one of the two", notes: [Note(at: first, "it is here, too")])
        continue
      }
      places[item.value] = range
      pending[end] = item
      end += 1
    }
    pending.removeLast(pending.count - end)
    if isWhole, end == start, !document.isTruncated(node) {
      report(
        .missingKey, at: key.map { document.range(of: $0) } ?? document.range(of: node),
        "\(keyName) has nothing between the brackets",
        help: "write at least one there, as in [\(layout.shapes[code].firstExample)]")
      isWhole = false
    }
    let list = commit(from: start)
    return isWhole ? list : nil
  }

  /// The days that a text names, as in "October 14 and March 3"; empty if one of them is not certain.
  func dates(in text: String) -> [CalendarDate] {
    func read(_ parts: [String]) -> [CalendarDate]? {
      var result: [CalendarDate] = []
      for part in parts {
        guard let date = DateGuess.date(in: part) ?? CalendarDate(Array(part.utf8)) ?? dateInYear(part) else {
          return nil
        }
        if !result.contains(date) { result.append(date) }
      }
      return result.isEmpty ? nil : result
    }
    let words = text.split(separator: " ").map { $0.lowercased() == "and" || $0 == "&" ? ";" : String($0) }
    let whole = words.joined(separator: " ").split(separator: ";").map { Self.bare(String($0)) }.filter { !$0.isEmpty }
    return read(whole) ?? read(whole.flatMap { $0.split(separator: ",").map { Self.bare(String($0)) } }) ?? []
  }

  /// Reports several ids or roles in one text, such as `principal, literacy coach` or `novak and tran`.
  private mutating func reportJoined(_ node: NodeID, _ item: Layout.Kind) -> Bool {
    let document = document
    let bytes = document.bytes(of: node)
    guard bytes.count <= 200, bytes.indices.contains(where: { Self.isBetweenWords(bytes[$0]) }) else { return false }
    let text = bytes.string()
    let words = item == .word ? Self.rolesNamed(text) : ids(named: text, .party) ?? []
    // A name of two words is one thing and yields one id.
    guard words.count > 1 else { return false }
    let range = document.range(of: node)
    let list = "[\(words.joined(separator: ", "))]"
    report(
      .wrongShape, at: range, "\(keyName) takes one, or several in brackets, but \(hereIs(node))",
      help: "write \(list)", fix: Fix(.unsafe, [Edit(range, with: list.utf8)]))
    return true
  }

  /// Whether a character may divide a text that names several: `,` `;` `/` `&` `+` or a space.
  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x26, 0x2B, 0x2C, 0x2F, 0x3B: true
    default: false
    }
  }

  /// The roles that a text names, if all of its parts are roles.
  private static func rolesNamed(_ text: String) -> [String] {
    var result: [String] = []
    for part in parts(of: text) where !part.isEmpty {
      guard let role = ParticipantRole(rawValue: part) ?? ParticipantRole.meant(by: part) else { return [] }
      if !result.contains(role.rawValue) { result.append(role.rawValue) }
    }
    return result
  }

  /// Whether a word is a role, or the id of somebody in the file.
  func isKnownWord(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return ParticipantRole(rawValue: word) != nil || participants.index(of: bytes.span) != nil
      || others.index(of: bytes.span) != nil
  }

  private func text(at range: SourceRange) -> String {
    String(decoding: document.source.bytes[range.indices], as: UTF8.self)
  }
}
