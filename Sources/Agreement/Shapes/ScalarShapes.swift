internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Shape {
  /// A scalar of a fixed form; `spelling` is that of the canonical form where people may write it in several ways, and `quick`
  /// reads that one, which most people write.
  fileprivate static func form(
    _ form: ShapeDescription.Form, quick: (@Sendable (Span<UInt8>) -> Value?)? = nil,
    spelling: (@Sendable (String) -> String?)? = nil,
    read: @escaping @Sendable (String, NodeID, inout Decoder) -> Value?
  ) -> Shape {
    Shape(
      description: .form(form),
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .scalar else { return decoder.wrongShape(node, expected: form.name) }
        let document = decoder.document
        if let quick {
          let bytes = document.bytes(of: node)
          if let value = quick(bytes) { return value }
        }
        return read(document.string(of: node), node, &decoder)
      },
      write: { node, writer in
        let document = writer.document
        guard let spelling, quick?(document.bytes(of: node)) == nil,
          let text = spelling(document.string(of: node))
        else { return writer.quoted(node) }
        return writer.string(text)
      })
  }

  /// One of the words of a fixed list.
  static func word(_ type: Value.Type) -> Shape where Value: FormatWord {
    let words = Value.allCases.map(\.rawValue)
    let keys = KeyTable(words)
    let values = Array(Value.allCases)
    return Shape(
      description: .word(words),
      decode: { node, decoder in
        guard decoder.document.kind(of: node) == .scalar else {
          return decoder.wrongShape(node, expected: "one of the words \(Prose.list(words.map { "`\($0)`" }, "or"))")
        }
        if let index = keys.index(of: decoder.document.bytes(of: node)) { return values[index] }
        return decoder.unknownWord(node, among: words).map { values[$0] }
      },
      write: { node, writer in writer.quoted(node) })
  }
}

extension Decoder {
  /// Reports a word that is none of those known; the index of the one that was surely meant.
  mutating func unknownWord(_ node: NodeID, among words: [String]) -> Int? {
    let text = Self.bare(document.string(of: node))
    let meant = nearest(to: text, among: words)
    let range = document.range(of: node)
    report(
      .wrongShape, at: range,
      "\(keyName) takes \(Prose.list(words.map { "`\($0)`" }, "or")), but here is \(found(node))",
      help: meant.map { "did you mean `\($0)`?" } ?? "write one of these words, in lower case",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return meant.flatMap { words.firstIndex(of: $0) }
  }

  /// A word without the quotes, commas and full stops that people put around it.
  static func bare(_ text: String) -> String {
    let stray: Set<Character> = ["“", "”", "‘", "’", "\"", "'", ",", ".", ";", " ", "\u{A0}"]
    var result = Substring(text)
    while let first = result.first, stray.contains(first) { result = result.dropFirst() }
    while let last = result.last, stray.contains(last) { result = result.dropLast() }
    return String(result)
  }
}

extension Shape where Value == CalendarDate {
  /// A day as `YYYY-MM-DD`.
  static let date = Shape(
    description: .form(.date),
    decode: { node, decoder in
      guard decoder.document.kind(of: node) == .scalar else {
        return decoder.wrongShape(node, expected: ShapeDescription.Form.date.name)
      }
      if let date = CalendarDate(decoder.document.bytes(of: node)) { return date }
      return decoder.invalidDate(node)
    },
    write: { node, writer in writer.quoted(node) })
}

extension Decoder {
  fileprivate mutating func invalidDate(_ node: NodeID) -> CalendarDate? {
    let text = document.string(of: node)
    let range = document.range(of: node)
    if let meant = DateGuess.date(in: Self.bare(text)) {
      report(
        .invalidDate, at: range, "\(keyName) takes a date as year-month-day, but here is \"\(excerpt(node))\"",
        help: "write \(meant)", fix: Fix(.unsafe, [Edit(range, with: meant.description.utf8)]))
      return meant
    }
    let parts = text.split(separator: "-")
    if text.count == 10, parts.count == 3, parts.allSatisfy({ Int($0) != nil }) {
      report(
        .invalidDate, at: range, "there is no day \(excerpt(node)) in the calendar",
        help: "look the day up; dates are year-month-day")
    } else {
      report(
        .invalidDate, at: range, "\(keyName) takes a date as year-month-day, but here is \"\(excerpt(node))\"",
        help: "write it as in 2026-08-17")
    }
    return nil
  }
}

/// Dates as people write them elsewhere.
enum DateGuess {
  /// The one date that was surely meant: `8/17/2026` (month first, as in the United States), `2026/8/17`, `August 17, 2026`.
  static func date(in text: String) -> CalendarDate? {
    let words = text.split(whereSeparator: { "/-. ,–".contains($0) }).map(String.init)
    guard words.count == 3 else { return nil }
    let numbers = words.map { Int($0.filter(\.isNumber).isEmpty ? "x" : String($0.prefix(while: \.isNumber))) }
    if let year = numbers[0], let month = numbers[1], let day = numbers[2], words[0].count == 4 {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year = numbers[2], words[2].count == 4 || words[2].count == 2 else { return nil }
    let whole = year < 100 ? 2000 + year : year
    if let month = monthNumber(words[0]), let day = numbers[1] {
      return CalendarDate(year: whole, month: month, day: day)
    }
    if let month = monthNumber(words[1]), let day = numbers[0] {
      return CalendarDate(year: whole, month: month, day: day)
    }
    if text.contains("/"), let month = numbers[0], let day = numbers[1] {
      return CalendarDate(year: whole, month: month, day: day)
    }
    return nil
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func monthNumber(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { word.lowercased().hasPrefix($0) }.map { $0 + 1 }
  }
}

extension Shape where Value == SchoolYear {
  /// A school year; other spellings than the standard one are understood and reported.
  static let schoolYear = Shape.form(
    .schoolYear, quick: { SchoolYear(standard: $0) }, spelling: { SchoolYear.read($0)?.0.description }
  ) { text, node, decoder in
    let range = decoder.document.range(of: node)
    guard let (year, isStandard) = SchoolYear.read(text) else {
      if let (meant, _) = SchoolYear.read(Decoder.bare(text)) {
        decoder.report(
          .invalidYear, at: range, "\(decoder.keyName) takes a school year, but here is \"\(decoder.excerpt(node))\"",
          help: "write \(meant)", fix: Fix(.unsafe, [Edit(range, with: meant.description.utf8)]))
        return meant
      }
      decoder.report(
        .invalidYear, at: range, "\(decoder.keyName) takes a school year, but here is \"\(decoder.excerpt(node))\"",
        help: "write it as in 2026-27, or 2026 where the school year is a calendar year")
      return nil
    }
    if !isStandard {
      decoder.report(
        .nonstandardYear, at: range, "the usual spelling of this school year is \(year)", help: "write \(year)",
        fix: Fix(.safe, [Edit(range, with: year.description.utf8)]))
    }
    return year
  }
}

extension Shape where Value == TimeOfDay {
  /// A time of day.
  static let time = Shape.form(
    .time, quick: { TimeOfDay(standard: $0) }, spelling: { TimeOfDay($0)?.description }
  ) { text, node, decoder in
    if let time = TimeOfDay(text) { return time }
    let meant = text.lowercased().filter { $0 != "." && $0 != " " }
    let bare = meant.hasSuffix("am") || meant.hasSuffix("pm") ? "\(meant.dropLast(2)):00 \(meant.suffix(2))" : ""
    let help =
      TimeOfDay(meant).map { "write \($0)" } ?? TimeOfDay(bare).map { "write \($0)" }
      ?? "write it as in 15:30 or 3:30 pm"
    return decoder.wrongShape(node, expected: ShapeDescription.Form.time.name, help: help)
  }
}

extension Shape where Value == Weekday {
  /// A day of the week.
  static let weekday = Shape.form(.weekday) { text, node, decoder in
    if let weekday = Weekday(text) { return weekday }
    let word = text.lowercased().split(separator: " ").last.map(String.init) ?? ""
    let day =
      decoder.nearest(to: word.hasSuffix("s") ? String(word.dropLast()) : word, among: Weekday.days)
      ?? Weekday.days.first { word.count >= 3 && $0.hasPrefix(word) }
    // "First tuseday" keeps its first word, where that is one of a month.
    let words = text.lowercased().split(separator: " ")
    let place = words.count == 2 ? words.first.map(String.init) : nil
    let meant = day.flatMap { day in
      switch words.count {
      case 1: Weekday(day).map { _ in day }
      default: place.flatMap { Weekday("\($0) \(day)") }.map { _ in "\(place ?? "") \(day)" }
      }
    }
    let range = decoder.document.range(of: node)
    decoder.report(
      .wrongShape, at: range,
      "\(decoder.keyName) takes \(ShapeDescription.Form.weekday.name), but here is \(decoder.found(node))",
      help: (meant ?? day).map { "did you mean `\($0)`?" } ?? "write the day in full and in lower case",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return nil
  }
}

extension Shape where Value == Int {
  /// A number of minutes.
  static let minutes = number(.minutes, quick: { digits($0, atMost: 4) }) { text in
    let digits = text.drop { $0 == "0" }
    return (1...4).contains(digits.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }

  /// A number from 1 to 999.
  static let count = number(.count, quick: { digits($0, atMost: 3) }) { text in
    (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } && !text.hasPrefix("0")
      ? Int(text) : nil
  }

  /// A number of years to look back over, from 2 to 999.
  static let years = Shape(
    description: .form(.count),
    decode: { node, decoder in
      if decoder.document.string(of: node) != "1" { return count.decode(node, &decoder) }
      return decoder.wrongShape(node, expected: "a number from 2 to 999")
    },
    write: count.write)

  /// A share of somebody's time, in percent.
  static let share = number(.share, suffix: "%") { text in
    guard text.hasSuffix("%"), let share = Int(text.dropLast()), (0...100).contains(share), text == "\(share)%" else {
      return nil
    }
    return share
  }

  /// The number of a few digits, the first of which is no zero.
  private static func digits(_ text: Span<UInt8>, atMost count: Int) -> Int? {
    guard (1...count).contains(text.count), text[0] != 0x30 else { return nil }
    var number = 0
    for index in text.indices {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      number = number * 10 + Int(text[index] - 0x30)
    }
    return number
  }

  /// A scalar that is a number in a fixed spelling.
  private static func number(
    _ form: ShapeDescription.Form, suffix: String = "", quick: (@Sendable (Span<UInt8>) -> Int?)? = nil,
    _ read: @escaping @Sendable (String) -> Int?
  ) -> Shape {
    .form(form, quick: quick, spelling: { text in read(text).map { "\($0)\(suffix)" } }) { text, node, decoder in
      if let number = read(text) { return number }
      // Only one run of digits can be the number that was meant.
      let runs = text.split { !($0.isASCII && $0.isNumber) }
      let digits = runs.count == 1 ? String(runs[0]) : ""
      let help = read(digits + suffix).map { "write \($0)\(suffix)" }
      // What is a number already is too large or too small.
      let isNumber = digits.count == text.count && suffix.isEmpty
      return decoder.wrongShape(
        node, expected: form.name,
        help: help
          ?? (isNumber
            ? "write a number from 1 to \(form == .count ? 999 : 9999)"
            : "write only the number\(suffix.isEmpty ? "" : " and \(suffix)")"))
    }
  }
}

extension Shape where Value == Digest {
  /// A digest.
  static let digest = Shape.form(.digest, quick: { Digest($0) }) { _, node, decoder in
    decoder.wrongShape(
      node, expected: ShapeDescription.Form.digest.name,
      help: "copy the digest as `concord lint` or `concord show --digest` prints it")
  }
}

extension Shape where Value == Int {
  /// The number of the format; a newer one is reported by the agreement's own decoding.
  static let format = Shape.form(.format) { text, node, decoder in
    if text == "1" { return 1 }
    if let number = Int(text), number > 1 { return number }
    let key = decoder.key.map { decoder.excerpt($0) } ?? "format"
    return decoder.wrongShape(node, expected: ShapeDescription.Form.format.name, help: "write `\(key): 1`")
  }
}

extension Shape where Value == String {
  /// An id that this place declares.
  static let identifier = Shape.form(.identifier) { text, node, decoder in
    decoder.checkID(node)
    return text
  }
}

extension Decoder {
  /// Reports an id of the wrong form.
  mutating func checkID(_ node: NodeID) {
    let document = document
    let text = document.bytes(of: node)
    guard !Identifier.isValid(text) else { return }
    let word = document.string(of: node)
    let meant = Self.idLike(word)
    let reason: String
    if text.isOwnKey {
      reason = "an id cannot begin with `x-`"
    } else if Identifier.reserved.contains(word.lowercased()) {
      reason = "other programs read `\(word)` as something else"
    } else {
      reason = "an id has only small letters, digits and single hyphens, and begins with a letter"
    }
    report(
      .invalidID, at: document.range(of: node), "\"\(excerpt(node))\" is not an id: \(reason)",
      help: Identifier.isValid(meant)
        ? "write `\(meant)`, and the full name under `name`" : "choose another word")
  }

  /// An id made from a name.
  static func idLike(_ name: String) -> String {
    var result = ""
    for scalar in NFC.baseLetters(name).lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != "-", scalar != "'", scalar != "’", scalar != "." {
        result += "-"
      }
    }
    while result.last == "-" { result.removeLast() }
    while let first = result.first, !first.isLetter { result.removeFirst() }
    return result
  }
}
