internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Shape {
  /// A scalar of a fixed form; `spelling` gives the canonical one if people may write it in several ways, and `quick`
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
        return decoder.unknownWord(node, among: words) { word in
          Value.synonyms[word]?.rawValue
            ?? (words == Decoder.kinds ? MeetingKind.inPhrase(word)?.rawValue : nil)
        }.map { values[$0] }
      },
      write: { node, writer in writer.quoted(node) })
  }
}

extension Decoder {
  /// Reports a word that is not among the known ones; returns the index of the word that was surely meant.
  ///
  /// The synonyms take plain words.
  mutating func unknownWord(
    _ node: NodeID, among words: [String], synonym: (String) -> String? = { _ in nil }
  ) -> Int? {
    let text = Self.bare(document.string(of: node))
    let message = "\(keyName) takes \(Prose.list(words.map { "`\($0)`" }, "or")), but \(hereIs(node))"
    if reportNothing(node, .wrongShape, message) { return nil }
    let range = document.range(of: node)
    if words == Self.roles { return unknownRole(node, text, message) }
    if words == Self.recurrences, let guess = Rhythm(text) { return unknownRhythm(node, guess, message) }
    let near = nearest(to: text, among: words)
    guard let meant = near ?? (document.textCount(of: node) <= 80 ? synonym(PlainWords.joined(text)) : nil) else {
      let isListed = words == Self.recurrences && Rhythm.needsDates(text)
      if isListed, let holder { rhythms.insert(holder) }
      let help =
        isListed
        ? "delete this line, and list the days: `dates: [2026-10-15, 2027-01-14]`"
        : "write one of these words, in small letters"
      report(.wrongShape, at: range, message, help: help)
      return nil
    }
    meantWords[node] = (meant, diagnostics.count)
    report(
      .wrongShape, at: range, message, help: near == nil ? "write `\(meant)`" : "did you mean `\(meant)`?",
      fix: Fix(.unsafe, [Edit(range, with: meant.utf8)]))
    return words.firstIndex(of: meant)
  }

  fileprivate static let kinds = MeetingKind.allCases.map(\.rawValue)
  private static let roles = ParticipantRole.allCases.map(\.rawValue)
  private static let recurrences = Recurrence.allCases.map(\.rawValue)

  /// Reports a role in other words; if they say more than the role, the rest goes under `title`.
  private mutating func unknownRole(_ node: NodeID, _ text: String, _ message: String) -> Int? {
    let range = document.range(of: node)
    if let meant = nearest(to: text, among: Self.roles) ?? ParticipantRole.meant(by: text)?.rawValue {
      report(
        .wrongShape, at: range, message, help: "write `\(meant)`", fix: Fix(.unsafe, [Edit(range, with: meant.utf8)]))
      return Self.roles.firstIndex(of: meant)
    }
    let meant = ParticipantRole.inTitle(text)
    let hasTitle = holder.flatMap { child("title", of: $0) }.map { !document.isAbsent($0) } ?? false
    let word = (meant ?? .other).rawValue
    report(
      .wrongShape, at: range, message,
      help: hasTitle
        ? "write `\(word)`"
        : "write `\(word)`, and on the next line `title: \(excerpt(node))`")
    return meant.flatMap { Self.roles.firstIndex(of: $0.rawValue) }
  }

  /// A word without the quotes, commas and periods that people put around it.
  static func bare(_ text: String) -> String {
    let stray: Set<Character> = ["“", "”", "‘", "’", "\"", "'", ",", ".", ";", " ", "\u{A0}"]
    return String(text.trimming(while: stray.contains))
  }

  /// A heading without the number before it, as in `3. Access` or `B) Access`.
  static func withoutNumber(_ text: String) -> String {
    let number = text.prefix { $0.isNumber || $0.isLetter }
    let rest = text[number.endIndex...]
    guard (1...4).contains(number.utf8.count), let sign = rest.first, sign == "." || sign == ")",
      number.count == 1 || number.allSatisfy({ $0.isNumber || "ivxIVX".contains($0) })
    else { return text }
    let word = rest.dropFirst().drop { $0 == " " }
    return word.isEmpty ? text : String(word)
  }
}

extension Shape where Value == CalendarDate {
  /// A day as `YYYY-MM-DD`.
  static let date = Shape(
    description: .form(.date),
    decode: { node, decoder in
      guard decoder.document.kind(of: node) == .scalar else {
        if decoder.reportSeveral(node) { return nil }
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
    let message = "\(keyName) takes a date as year-month-day, but here is \"\(excerpt(node))\""
    if reportNothing(node, .invalidDate, message) || reportMonthly(node, text, message) || reportSeveral(node) {
      return nil
    }
    let parts = text.split(separator: "-")
    if text.count == 10, parts.count == 3, parts.allSatisfy({ Int($0) != nil }) {
      report(
        .invalidDate, at: range, "there is no day \(excerpt(node)) in the calendar",
        help: "look the day up; dates are year-month-day")
    } else {
      let guess = document.textCount(of: node) <= 60 ? dateInYear(Self.bare(text)) : nil
      report(
        .invalidDate, at: range, message,
        help: guess.map { "write \($0)" } ?? "write the year, the month and the day, as in \(sampleDate)",
        fix: guess.map { Fix(.unsafe, [Edit(range, with: $0.description.utf8)]) })
      return guess
    }
    return nil
  }
}

extension Shape where Value == SchoolYear {
  /// A school year; nonstandard spellings are understood and reported.
  static let schoolYear = Shape.form(
    .schoolYear, quick: { SchoolYear(standard: $0) }, spelling: { SchoolYear.read($0)?.0.description }
  ) { text, node, decoder in
    let range = decoder.document.range(of: node)
    guard let (year, isStandard) = SchoolYear.read(text) else {
      if let meant = SchoolYear.read(Decoder.bare(text))?.year ?? SchoolYear.guess(text) {
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
        .nonstandardYear, .mild, at: range, "the usual spelling of this school year is \(year)", help: "write \(year)",
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
    let guess = TimeGuess(Decoder.bare(text)) ?? TimeGuess.inWords(Decoder.bare(text))
    let range = decoder.document.range(of: node)
    return decoder.wrongShape(
      node, expected: ShapeDescription.Form.time.name,
      help: guess.map { guess in
        guess.minutes.map { "write \(guess.start), and `minutes: \($0)` on a line of its own" }
          ?? "write \(guess.start)"
      } ?? "write when it begins, as in 7:45 or 3:30 pm; if nobody knows yet, delete the line",
      fix: guess.flatMap { guess in
        guess.minutes == nil ? Fix(.unsafe, [Edit(range, with: guess.start.description.utf8)]) : nil
      })
  }
}

extension Shape where Value == Weekday {
  /// A day of the week.
  static let weekday = Shape.form(.weekday) { text, node, decoder in
    if let weekday = Weekday(text) { return weekday }
    return decoder.unknownWeekday(node, text)
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

  /// A number of a few digits that does not start with zero.
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
      let guess = form == .share ? Amounts.share(text) : form == .minutes ? Amounts.minutes(text) : nil
      let meant = guess ?? read(Decoder.bare(text) + suffix)
      let range = decoder.document.range(of: node)
      let digits = text.allSatisfy { $0.isASCII && $0.isNumber }
      return decoder.wrongShape(
        node, expected: form.name,
        help: meant.map { "write \($0)\(suffix)" } ?? help(form, isNumber: digits),
        fix: meant.map { Fix(.unsafe, [Edit(range, with: "\($0)\(suffix)".utf8)]) })
    }
  }

  /// What to write if nobody can tell which number is meant.
  private static func help(_ form: ShapeDescription.Form, isNumber: Bool) -> String {
    switch form {
    case .share: "write the share as a percentage, such as 60% for 3 of 5 days"
    case .minutes where !isNumber: "write the number of minutes and nothing else, as in 45"
    case .count where !isNumber: "write only the number"
    default: "write a number from 1 to \(form == .count ? 999 : 9999)"
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
  /// An id that is declared here.
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
    let isName = key == node
    // The last name is shorter, and it is what others refer to.
    let value = isName ? document.value(ofKey: node) : node
    let fullName = isName ? name(of: value) : ""
    var meant = Self.idLike(word)
    if !Identifier.isValid(meant), !fullName.isEmpty {
      meant = document.kind(of: value) == .scalar ? NameLookup.campusID(fullName) : NameLookup.personID(fullName)
    }
    let reason: String
    if text.isOwnKey {
      reason = "an id cannot begin with `x-`"
    } else if Identifier.reserved.contains(word.lowercased()) {
      reason = "other programs read `\(word)` as something else"
    } else {
      reason = "an id has only small letters, digits and single hyphens, and begins with a letter"
    }
    let range = document.range(of: node)
    let isValid = Identifier.isValid(meant)
    if isName, isValid { renames[node] = Rename(diagnostic: diagnostics.count, meant: meant, places: []) }
    report(
      .invalidID, at: range, "\"\(excerpt(node))\" is not an id: \(reason)",
      help: isValid
        ? "write `\(meant)`\(isName && fullName.isEmpty && document.kind(of: value) == .mapping ? ", and the full name under `name`" : "")"
        : "write another short name in small letters, with hyphens for spaces",
      fix: isValid && !isName ? Fix(.unsafe, [Edit(range, with: meant.utf8)]) : nil)
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
    return String(result.drop { !$0.isLetter })
  }
}
