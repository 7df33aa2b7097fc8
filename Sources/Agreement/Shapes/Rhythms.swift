internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports how often a meeting recurs when it is not in the format's words; returns the index of the intended word.
  mutating func unknownRhythm(_ node: NodeID, _ guess: Rhythm, _ message: String) -> Int? {
    let range = document.range(of: node)
    let every = guess.every ?? .week
    let place = Recurrence.allCases.firstIndex(of: every)
    let written = holder.flatMap { child("weekday", of: $0) }.flatMap { document.isAbsent($0) ? nil : $0 }
    if let holder { rhythms.insert(holder) }
    guard let day = weekday(guess, every) else {
      let example = "weekday: \(every == .month ? "first " : "")\(guess.days.first ?? "tuesday")"
      let isWhole = guess.days.isEmpty && written != nil
      let help =
        guess.days.count > 1
        ? "write `\(every.rawValue)`, one day under it, as in `\(example)`, and a meeting with a dash of its own for each other day"
        : "write `\(every.rawValue)`\(isWhole ? "" : ", and the day on the next line, as in `\(example)`")"
      report(
        .wrongShape, at: range, message, help: help,
        fix: isWhole ? Fix(.unsafe, [Edit(range, with: every.rawValue.utf8)]) : nil)
      return place
    }
    report(
      .wrongShape, at: range, message,
      help: written == nil
        ? twoLineHelp("every: \(every.rawValue)", "weekday: \(day)")
        : "write `every: \(every.rawValue)`, and `weekday: \(day)`",
      fix: written == nil ? twoLines(range, every.rawValue, "weekday: \(day)") : nil)
    return place
  }

  /// Reports a day that is not in the format's words; returns the intended day.
  mutating func unknownWeekday(_ node: NodeID, _ text: String) -> Weekday? {
    let range = document.range(of: node)
    let message = "\(keyName) takes \(ShapeDescription.Form.weekday.name), but \(hereIs(node))"
    if reportNothing(node, .wrongShape, message) { return nil }
    let said = holder.flatMap { child("every", of: $0) }.flatMap { document.kind(of: $0) == .scalar ? $0 : nil }
    let written = said.map { document.string(of: $0) }.flatMap { word in
      Recurrence(rawValue: word) ?? Recurrence.synonyms[PlainWords.joined(word)]
    }
    guard let guess = Rhythm(Self.bare(text)), !guess.days.isEmpty else {
      let meant = misspelledDay(text)
      report(
        .wrongShape, at: range, message,
        help: meant.map { "did you mean `\($0)`?" } ?? "write one day in full and in small letters, as in `tuesday`",
        fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
      return meant.flatMap { Weekday($0) }
    }
    let every = guess.every ?? written ?? .week
    guard let day = weekday(guess, every) else {
      let example = "\(every == .month ? "first " : "")\(guess.days[0])"
      report(
        .wrongShape, at: range, message,
        help: guess.days.count > 1
          ? "write one day, as in `\(example)`, and a meeting with a dash of its own for each other day"
          : "write which one of the month, as in `\(example)`")
      return nil
    }
    // A place in the month requires `every: month`, and "every other Tuesday" requires `every: two-weeks`.
    let fits = written == every || said == nil && guess.every == nil
    if !fits, let holder { rhythms.insert(holder) }
    report(
      .wrongShape, at: range, message,
      help: fits ? "write `\(day)`" : twoLineHelp("every: \(every.rawValue)", "weekday: \(day)"),
      fix: fits ? Fix(.unsafe, [Edit(range, with: day.utf8)]) : nil)
    return Weekday(day)
  }

  /// Reports words for a recurring meeting in place of a date: "first Monday of each month".
  mutating func reportMonthly(_ node: NodeID, _ text: String, _ message: String) -> Bool {
    guard let holder, let key, document.textCount(of: node) <= 80, document.bytes(of: key).equals("date"),
      child("what", of: holder) != nil, let guess = Rhythm(text),
      let every = guess.every ?? (guess.days.isEmpty ? nil : .week),
      let day = weekday(guess, every)
    else { return false }
    rhythms.insert(holder)
    let range = SourceRange(start: document.range(of: key).start, end: document.range(of: node).end)
    report(
      .invalidDate, at: document.range(of: node), message,
      help: twoLineHelp("every: \(every.rawValue)", "weekday: \(day)"),
      fix: twoLines(range, "every: \(every.rawValue)", "weekday: \(day)"))
    return true
  }

  /// Reports several days after `date:`, which belong after `dates:`, and says whether it did.
  mutating func reportSeveral(_ node: NodeID) -> Bool {
    guard let holder, let key, document.bytes(of: key).equals("date"), child("what", of: holder) != nil else {
      return false
    }
    var texts: [String] = []
    switch document.kind(of: node) {
    case .scalar:
      guard document.textCount(of: node) <= 400 else { return false }
      texts = document.string(of: node).split { ",;&+".contains($0) || $0.isNewline }.map { Self.bare(String($0)) }
      if texts.count == 1 { texts = document.string(of: node).split(separator: " and ").map { Self.bare(String($0)) } }
    case .sequence:
      for item in document.items(of: node).prefix(60) {
        guard document.kind(of: item) == .scalar else { return false }
        texts.append(document.string(of: item))
      }
    case .mapping: return false
    }
    let dates = texts.compactMap { CalendarDate($0.utf8) ?? DateGuess.date(in: $0) ?? dateInYear($0) }
    guard dates.count > 1, dates.count == texts.count, dates.count < 60 else { return false }
    let list = "dates: [\(dates.map(\.description).joined(separator: ", "))]"
    let range = SourceRange(start: document.range(of: key).start, end: document.range(of: node).end)
    let isLine = lineStart(of: Int(range.start)) == lineStart(of: Int(range.end))
    rhythms.insert(holder)
    report(
      .wrongShape, at: visibleRange(of: node), "`date` takes one day, but here are \(dates.count)",
      help: "write `\(list)`",
      fix: isLine ? Fix(.unsafe, [Edit(range, with: list.utf8)]) : nil)
    return true
  }

  /// The day of a rhythm in the format's words; nil if the format takes something else.
  private func weekday(_ guess: Rhythm, _ every: Recurrence) -> String? {
    guard let day = guess.days.first, guess.days.count == 1, (every == .month) == !guess.places.isEmpty else {
      return nil
    }
    let places = Weekday.allPlaces.filter(guess.places.contains)
    let words = (places.isEmpty ? [] : [Prose.list(places)]) + [day]
    return Weekday(words.joined(separator: " ")).map { _ in words.joined(separator: " ") }
  }

  /// A misspelled day, with a letter too many or too few, and its place in the month: "first tuseday".
  private mutating func misspelledDay(_ text: String) -> String? {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let last = words.last, words.count <= 2,
      let day = nearest(to: last.hasSuffix("s") ? String(last.dropLast()) : last, among: Weekday.days)
    else { return nil }
    let meant = words.count == 2 ? "\(words[0]) \(day)" : day
    return Weekday(meant) == nil ? nil : meant
  }

  /// The two lines to write, indented like the key.
  private func twoLineHelp(_ first: String, _ second: String) -> String {
    let indent = key.map { indentation(of: $0) } ?? ""
    return "write two lines:\n\(indent)\(first)\n\(indent)\(second)"
  }

  /// A fix that replaces a value with a line and adds another line below it, aligned with the key.
  private func twoLines(_ range: SourceRange, _ first: String, _ second: String) -> Fix? {
    guard let key, let holder, !document.isFlow(holder) else { return nil }
    let start = Int(document.range(of: key).start)
    let indent = String(repeating: " ", count: start - lineStart(of: start))
    return Fix(.unsafe, [Edit(range, with: "\(first)\(usesCRLF ? "\r\n" : "\n")\(indent)\(second)".utf8)])
  }
}
