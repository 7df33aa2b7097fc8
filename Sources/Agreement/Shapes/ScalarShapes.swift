internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reads a scalar of a fixed form.
  mutating func scalar(_ form: ShapeDescription.Form, _ node: NodeID) -> UInt32? {
    let document = document
    guard document.kind(of: node) == .scalar else {
      if form == .date, reportSeveral(node) { return nil }
      return wrongShape(node, expected: form.name)
    }
    let bytes = document.bytes(of: node)
    switch form {
    case .count: return Self.digits(bytes, atMost: 3) ?? number(form, node)
    case .date: return (CalendarDate(bytes) ?? invalidDate(node))?.packed
    case .days: return DayRange(bytes) == nil ? wrongShape(node, expected: form.name) : 0
    case .digest:
      if Digest(bytes) != nil { return 0 }
      return wrongShape(
        node, expected: form.name, help: "copy the digest as `concord lint` or `concord show --digest` prints it")
    case .format: return format(node)
    case .identifier:
      checkID(node)
      return 0
    case .minutes: return Self.digits(bytes, atMost: 4) ?? number(form, node)
    case .schoolYear: return (SchoolYear(standard: bytes) ?? schoolYear(node))?.packed
    case .share: return number(form, node)
    case .time: return TimeOfDay(standard: bytes)?.packed ?? time(node)
    case .weekday:
      let text = document.string(of: node)
      return (Weekday(text) ?? unknownWeekday(node, text))?.packed
    case .years:
      if bytes.equals("1") { return wrongShape(node, expected: "a number from 2 to 999") }
      return scalar(.count, node)
    }
  }

  /// Reads one of the words of a fixed list.
  mutating func word(_ node: NodeID, _ group: Int, _ code: Int) -> UInt32? {
    let document = document
    let isScalar = document.kind(of: node) == .scalar
    if isScalar, let index = layout.words.index(of: document.bytes(of: node), in: layout.groups[group]) {
      return UInt32(index)
    }
    guard case .word(let list) = layout.shapes[code] else { return nil }
    let words = list.words
    guard isScalar else {
      return wrongShape(node, expected: "one of the words \(Prose.list(words.map { "`\($0)`" }, "or"))")
    }
    return unknownWord(node, among: words) { word in
      list.meant(word) ?? (words == Decoder.kinds ? MeetingKind.inPhrase(word)?.rawValue : nil)
    }.map { UInt32($0) }
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

  private static let kinds = MeetingKind.allCases.map(\.rawValue)
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

extension Decoder {
  private mutating func invalidDate(_ node: NodeID) -> CalendarDate? {
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

extension Decoder {
  /// Reads a school year; nonstandard spellings are understood and reported.
  private mutating func schoolYear(_ node: NodeID) -> SchoolYear? {
    let text = document.string(of: node)
    let range = document.range(of: node)
    guard let (year, isStandard) = SchoolYear.read(text) else {
      let message = "\(keyName) takes a school year, but here is \"\(excerpt(node))\""
      let meant = SchoolYear.read(Self.bare(text))?.year ?? SchoolYear.guess(text)
      report(
        .invalidYear, at: range, message,
        help: meant.map { "write \($0)" }
          ?? "write it as in 2026-27, or 2026 where the school year is a calendar year",
        fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.description.utf8)]) })
      return meant
    }
    if !isStandard {
      report(
        .nonstandardYear, .mild, at: range, "the usual spelling of this school year is \(year)", help: "write \(year)",
        fix: Fix(.safe, [Edit(range, with: year.description.utf8)]))
    }
    return year
  }

  /// Reads a time of day.
  private mutating func time(_ node: NodeID) -> UInt32? {
    let text = document.string(of: node)
    if let time = TimeOfDay(text) { return time.packed }
    let guess = TimeGuess(Self.bare(text)) ?? TimeGuess.inWords(Self.bare(text))
    let range = document.range(of: node)
    return wrongShape(
      node, expected: ShapeDescription.Form.time.name,
      help: guess.map { guess in
        let time = guess.afternoon.map { "\($0) or \(guess.start.minutes / 60):\($0.description.suffix(2)) pm" }
        return "write \(time ?? guess.start.description)"
          + (guess.minutes.map { ", and `minutes: \($0)` on a line of its own" } ?? "")
      } ?? "write when it begins, as in 7:45 or 3:30 pm; if nobody knows yet, delete the line",
      fix: guess.flatMap { guess in
        guess.minutes == nil
          ? Fix(.unsafe, [Edit(range, with: (guess.afternoon ?? guess.start).description.utf8)]) : nil
      })
  }

  /// A number of a few digits that does not start with zero.
  private static func digits(_ text: Span<UInt8>, atMost count: Int) -> UInt32? {
    guard (1...count).contains(text.count), text[0] != 0x30 else { return nil }
    var number: UInt32 = 0
    for index in text.indices {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      number = number * 10 + UInt32(text[index] - 0x30)
    }
    return number
  }

  /// The number that a text spells: minutes, a count, or a share.
  static func number(_ form: ShapeDescription.Form, _ text: String) -> UInt32? {
    let digits = form == .share ? text.dropLast() : form == .minutes ? text.drop { $0 == "0" } : text[...]
    let most = form == .minutes ? 4 : 3
    guard (1...most).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = UInt32(digits)
    else { return nil }
    if form == .share { return number <= 100 && text == "\(number)%" ? number : nil }
    return digits.hasPrefix("0") ? nil : number
  }

  /// Reads a number in a fixed spelling.
  private mutating func number(_ form: ShapeDescription.Form, _ node: NodeID) -> UInt32? {
    let text = document.string(of: node)
    if let number = Self.number(form, text) { return number }
    let suffix = form == .share ? "%" : ""
    let guess = form == .share ? Amounts.share(text) : form == .minutes ? Amounts.minutes(text) : nil
    let meant = guess.map { UInt32(clamping: $0) } ?? Self.number(form, Self.bare(text) + suffix)
    let range = document.range(of: node)
    let isNumber = text.allSatisfy { $0.isASCII && $0.isNumber }
    let help =
      form == .share
      ? "write the share as a percentage, such as 60% for 3 of 5 days"
      : isNumber
        ? "write a number from 1 to \(form == .count ? 999 : 9999)"
        : form == .minutes ? "write the number of minutes and nothing else, as in 45" : "write only the number"
    return wrongShape(
      node, expected: form.name, help: meant.map { "write \($0)\(suffix)" } ?? help,
      fix: meant.map { Fix(.unsafe, [Edit(range, with: "\($0)\(suffix)".utf8)]) })
  }

  /// Reads the number of the format; a newer one is reported where the whole file is read.
  private mutating func format(_ node: NodeID) -> UInt32? {
    let text = document.string(of: node)
    if let number = Int(text), number > 1 || text == "1" { return UInt32(clamping: number) }
    let key = key.map { excerpt($0) } ?? "format"
    return wrongShape(node, expected: ShapeDescription.Form.format.name, help: "write `\(key): 1`")
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
