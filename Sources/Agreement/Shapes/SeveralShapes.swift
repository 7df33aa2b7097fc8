internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Shape {
  /// A scalar, or a list of at least one; the canonical form writes a list of one as the scalar itself.
  static func oneOrMore<Item: Hashable>(of item: Shape<Item>) -> Shape where Value == [Located<Item>] {
    let expected = ShapeDescription.oneOrMore(item.description)
    return Shape(
      description: expected,
      decode: { node, decoder in
        switch decoder.document.kind(of: node) {
        case .scalar:
          if decoder.reportJoined(node, item.description) { return nil }
          return item.decode(node, &decoder).map { [Located($0, at: decoder.document.range(of: node))] }
        case .sequence: return decoder.several(node, item, expected: expected)
        case .mapping:
          return decoder.wrongShape(
            node, expected: expected.name, help: "write it after the colon; several go in brackets: [one, another]")
        }
      },
      write: { node, writer in
        guard writer.document.kind(of: node) == .sequence else { return item.write(node, &writer) }
        var items = writer.document.items(of: node).filter { !writer.document.isAbsent($0) }.makeIterator()
        if let only = items.next(), items.next() == nil { return item.write(only, &writer) }
        return writer.list(node, item.write)
      })
  }

  /// A list of at least one scalar.
  static func someOf<Item: Hashable>(_ item: Shape<Item>) -> Shape where Value == [Located<Item>] {
    let expected = ShapeDescription.someOf(item.description)
    return Shape(
      description: expected,
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .sequence else {
          let word = decoder.document.kind(of: node) == .scalar ? decoder.excerpt(node) : "…"
          guard case .form(.date) = item.description else {
            return decoder.wrongShape(node, expected: expected.name, help: "write it in brackets: [\(word)]")
          }
          let dates = decoder.dates(in: word)
          let list = "[\(dates.map(\.description).joined(separator: ", "))]"
          return decoder.wrongShape(
            node, expected: expected.name,
            help: dates.isEmpty
              ? "write each day as year-month-day, in brackets, with a comma between two: [\(decoder.sampleDate)]"
              : "write \(list)",
            fix: dates.isEmpty ? nil : Fix(.unsafe, [Edit(decoder.document.range(of: node), with: list.utf8)]))
        }
        return decoder.several(node, item, expected: expected)
      },
      write: { node, writer in writer.list(node, item.write) })
  }
}

extension ShapeDescription {
  /// A value to show if there is none.
  fileprivate var firstExample: String {
    switch self {
    case .oneOrMore(let item), .someOf(let item): item.firstExample
    case .word(let words): words.first ?? "…"
    case .form(.date): "2026-10-15"
    case .form, .text, .textList, .reference, .topicReference, .list, .mapping, .dictionary, .either, .topics, .roles,
      .ruleLevels:
      "…"
    }
  }
}

extension Decoder {
  /// Reads the items of a list that needs at least one and allows no duplicates; nil if one of them cannot be read.
  fileprivate mutating func several<Item: Hashable>(
    _ node: NodeID, _ item: Shape<Item>, expected: ShapeDescription
  ) -> [Located<Item>]? {
    var result: [Located<Item>] = []
    var places: [Item: SourceRange] = [:]
    var isWhole = true
    for part in list(node, item) {
      guard case .present(let located) = part else {
        isWhole = false
        continue
      }
      if let first = places[located.value] {
        let (one, other) = (text(at: first), text(at: located.range))
        report(
          .wrongShape, at: located.range,
          one == other
            ? "\(keyName) names \"\(one)\" twice" : "\(keyName) names \"\(one)\" and \"\(other)\", which are the same",
          help: "delete one of the two", notes: [Note(at: first, "it is here, too")])
        continue
      }
      places[located.value] = located.range
      result.append(located)
    }
    guard isWhole else { return nil }
    if result.isEmpty, !document.isTruncated(node) {
      report(
        .missingKey, at: key.map { document.range(of: $0) } ?? document.range(of: node),
        "\(keyName) has nothing between the brackets",
        help: "write at least one there, as in [\(expected.firstExample)]")
      return nil
    }
    return result
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
  fileprivate mutating func reportJoined(_ node: NodeID, _ item: ShapeDescription) -> Bool {
    let document = document
    let bytes = document.bytes(of: node)
    guard bytes.count <= 200, bytes.indices.contains(where: { Self.isBetweenWords(bytes[$0]) }) else { return false }
    let text = bytes.string()
    let words: [String]
    switch item {
    case .word: words = Self.rolesNamed(text)
    case .reference: words = ids(named: text, item) ?? []
    case .form, .text, .textList, .topicReference, .list, .oneOrMore, .someOf, .mapping, .dictionary, .either, .topics,
      .roles, .ruleLevels:
      return false
    }
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
