internal import Agreement
internal import TextSupport

extension Differ {
  /// Meetings: more or less often, added, dropped, reviews lost, or on another day.
  mutating func compareMeetings() {
    let differ = self
    let before = Self.joined(old.meetings, like: new.meetings)
    let after = Self.joined(new.meetings, like: old.meetings)
    let pairs = Pairing.pairs(
      before.map { differ.candidate($0, differ.old) }, after.map { differ.candidate($0, differ.new) }
    ) { differ.closeness(before[$0], after[$1]) }
    let (oldPaired, newPaired) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    for (index, meeting) in before.enumerated() where !oldPaired.contains(index) {
      let isReview = meeting.kind == .prioritiesReview
      let other = after.first { $0.kind == meeting.kind }
      let reason =
        meeting.kind.flatMap { Self.kind($0) }.flatMap { kind in
          other.map { "it is not in the new schedule; \"\($0.what.text)\" is a \(kind), too" }
        } ?? "no \(isReview ? "review" : "meeting") like it is in the new schedule"
      add(change(isReview ? .reviewDropped : .meetingDropped, meeting, nil, [reason]))
    }
    for (index, meeting) in after.enumerated() where !newPaired.contains(index) {
      add(change(meeting.kind == .prioritiesReview ? .reviewAdded : .meetingAdded, nil, meeting))
    }
    for pair in pairs { compare(before[pair.old], after[pair.new], pair.match) }
  }

  /// The meetings of a side, with single days of one meeting combined if the other side has it once: a check-in every
  /// two weeks that became six dates is one meeting on six days.
  private static func joined(_ meetings: [Snapshot.Meeting], like others: [Snapshot.Meeting]) -> [Snapshot.Meeting] {
    func key(_ meeting: Snapshot.Meeting) -> String { meeting.what.text.lowercased() }
    let (counts, otherCounts) = (
      Dictionary(meetings.map { (key($0), 1) }, uniquingKeysWith: +),
      Dictionary(others.map { (key($0), 1) }, uniquingKeysWith: +)
    )
    var places: [String: Int] = [:]
    var result: [Snapshot.Meeting] = []
    for meeting in meetings {
      let name = key(meeting)
      guard counts[name, default: 0] > 1, otherCounts[name] == 1, meeting.every == nil, !meeting.dates.isEmpty,
        let place = places[name], result[place].isAlike(meeting)
      else {
        if meeting.every == nil, !meeting.dates.isEmpty { places[name] = places[name] ?? result.count }
        result.append(meeting)
        continue
      }
      result[place].dates = (result[place].dates + meeting.dates).sorted()
    }
    return result
  }

  private func candidate(_ meeting: Snapshot.Meeting, _ side: Snapshot) -> Candidate {
    let parts = [
      meeting.what.text, meeting.dates.map { offset($0, side) }.joined(separator: " "), meeting.every?.rawValue ?? "",
      meeting.weekday, meeting.time,
      meeting.minutes.map(String.init) ?? "", meeting.place, meeting.kind?.rawValue ?? "",
    ]
    return Candidate(text: meeting.what.text, content: parts.joined(separator: "\u{0}"))
  }

  /// How similar two meetings are apart from their names: the same kind, the same rhythm, about the same day of the
  /// year.
  private func closeness(_ before: Snapshot.Meeting, _ after: Snapshot.Meeting) -> Int {
    var result = (before.kind == after.kind ? 40 : 0) + (before.every == after.every ? 30 : 0)
    if !before.dates.isEmpty, before.dates.count == after.dates.count {
      let days = zip(before.dates, after.dates).map { abs(shift($0, $1)) }.max() ?? 0
      result += max(0, 100 - days / 2)
    }
    return result
  }

  private func change(
    _ kind: ChangeClass, _ before: Snapshot.Meeting?, _ after: Snapshot.Meeting?, _ reasons: [String] = [],
    match: Match? = nil
  ) -> Change {
    var change = Change(
      kind, path: "meetings/schedule", subject: (after ?? before)?.what.text ?? "",
      old: before.map { Self.wording($0) },
      new: after.map { Self.wording($0) }, reasons: reasons, match: match)
    let (was, now) = (before.flatMap(Self.perYear), after.flatMap(Self.perYear))
    if was != now { change.rhythm = Change.Rhythm(old: was, new: now) }
    return change
  }

  static func wording(_ meeting: Snapshot.Meeting) -> Change.Wording {
    let parts = [
      meeting.dates.isEmpty ? nil : Prose.list(meeting.dates.map(\.description)), meeting.every.map { rhythm($0) },
      weekday(meeting), meeting.time,
      meeting.minutes.map { Prose.count($0, "minute") }, meeting.place, meeting.kind.flatMap { kind($0) },
    ]
    return Change.Wording(
      meeting.what.text, note: parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "), at: meeting.range
    )
  }

  /// How often a meeting takes place: "every week", "twice a month", "4 dates", "once".
  private static func rhythm(_ meeting: Snapshot.Meeting) -> String {
    guard let every = meeting.every else {
      return meeting.dates.count == 1 ? "once" : Prose.count(meeting.dates.count, "date")
    }
    return every == .month && isTwice(meeting) ? "twice a month" : rhythm(every)
  }

  private static func isTwice(_ meeting: Snapshot.Meeting) -> Bool { meeting.weekday.contains(" and ") }

  private static func rhythm(_ every: Recurrence) -> String {
    switch every {
    case .week: "every week"
    case .twoWeeks: "every two weeks"
    case .month: "every month"
    }
  }

  /// "Tuesday", "first Tuesday".
  private static func weekday(_ meeting: Snapshot.Meeting) -> String {
    var words = meeting.weekday.split(separator: " ").map(String.init)
    if let day = words.popLast() { words.append(day.prefix(1).uppercased() + day.dropFirst()) }
    return words.joined(separator: " ")
  }

  /// What people call a kind of meeting; nil for one without a special name.
  private static func kind(_ kind: MeetingKind) -> String? {
    switch kind {
    case .checkIn: "check-in"
    case .prioritiesReview: "review of the priorities"
    case .normsReview: "review of the norms"
    case .other: nil
    }
  }

  /// How often a meeting recurs, in thousandths of a time in a school year, counted as for promises.
  private static func perYear(_ meeting: Snapshot.Meeting) -> Int? {
    meeting.every != nil || meeting.dates.count > 1 ? 1000 * count(meeting) : nil
  }

  /// The number of times in a school year.
  private static func count(_ meeting: Snapshot.Meeting) -> Int {
    switch meeting.every {
    case .week: 36
    case .twoWeeks: 18
    case .month: isTwice(meeting) ? 18 : 9
    case nil: meeting.dates.count
    }
  }

  private mutating func compare(_ before: Snapshot.Meeting, _ after: Snapshot.Meeting, _ match: Match) {
    var reasons: [String] = []
    if before.what.text != after.what.text { reasons.append("it was called \"\(before.what.text)\"") }
    if let reason = daysReason(before.dates, after.dates) { reasons.append(reason) }
    // "First Tuesday" for "Tuesday" only repeats the new frequency.
    let days = (before.weekday.split(separator: " ").last, after.weekday.split(separator: " ").last)
    let isSameRhythm = before.every == after.every && Self.isTwice(before) == Self.isTwice(after)
    if before.weekday != after.weekday, isSameRhythm || days.0 != days.1 {
      reasons.append(Self.instead("day of the week", Self.weekday(before), Self.weekday(after)))
    }
    if before.time != after.time { reasons.append(Self.instead("time", before.time, after.time)) }
    if before.minutes != after.minutes {
      func words(_ minutes: Int?) -> String { minutes.map { Prose.count($0, "minute") } ?? "" }
      reasons.append(Self.instead("length", words(before.minutes), words(after.minutes)))
    }
    if before.place != after.place { reasons.append(Self.instead("place", before.place, after.place)) }
    let isReview = (before.kind == .prioritiesReview, after.kind == .prioritiesReview)
    if before.kind != after.kind {
      func words(_ kind: MeetingKind?) -> String { kind.flatMap { Self.kind($0) } ?? "" }
      let reason = Self.instead("kind", words(before.kind), words(after.kind))
      if isReview.0 != isReview.1 {
        add(change(isReview.0 ? .reviewDropped : .reviewAdded, before, after, [reason], match: match))
      } else {
        reasons.append(reason)
      }
    }
    let (from, to) = (Self.count(before), Self.count(after))
    if from != to {
      let reason = "\(Self.rhythm(before)) became \(Self.rhythm(after))"
      add(change(to < from ? .meetingsLessOften : .meetingsMoreOften, before, after, [reason] + reasons, match: match))
    } else if (before.every == nil) != (after.every == nil) || before.every != after.every {
      // As often, but by another rule: `every: two-weeks` for twice a month.
      let reason = "\(Self.rhythm(before)) became \(Self.rhythm(after))"
      add(change(.meetingChanged, before, after, [reason] + reasons, match: match))
    } else if !reasons.isEmpty {
      add(change(.meetingChanged, before, after, reasons, match: match))
    }
  }

  /// How the days of a meeting moved; nil if only the year did, or if their number changed, which is a separate change.
  private func daysReason(_ before: [CalendarDate], _ after: [CalendarDate]) -> String? {
    guard before.count == after.count else { return nil }
    let shifts = zip(before, after).map { shift($0, $1) }
    guard let first = shifts.first, shifts.contains(where: { $0 != 0 }) else { return nil }
    if shifts.allSatisfy({ $0 == first }) { return Self.words(forDays: first) }
    let moved = shifts.count { $0 != 0 }
    return moved == shifts.count ? "on other days" : "\(Prose.count(moved, "day")) of \(shifts.count) moved"
  }

  /// "the time is 08:00 instead of 07:30"; anything unsaid is left out.
  private static func instead(_ noun: String, _ before: String, _ after: String) -> String {
    if after.isEmpty { return before.isEmpty ? "another \(noun)" : "no \(noun) anymore; it was \(before)" }
    return "the \(noun) is \(after)\(before.isEmpty ? ", and was none before" : " instead of \(before)")"
  }
}

extension Snapshot.Meeting {
  /// Whether another meeting is the same on other days.
  fileprivate func isAlike(_ other: Snapshot.Meeting) -> Bool {
    kind == other.kind && time == other.time && minutes == other.minutes && place == other.place
  }
}
