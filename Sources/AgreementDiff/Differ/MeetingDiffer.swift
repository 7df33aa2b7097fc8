internal import Agreement
internal import TextSupport

extension Differ {
  /// Meetings: more or less often, added, dropped, reviews lost, or on another day.
  mutating func compareMeetings() {
    let differ = self
    let pairs = Pairing.pairs(
      old.meetings.map { differ.candidate($0, differ.old) }, new.meetings.map { differ.candidate($0, differ.new) }
    ) { before, after in
      differ.closeness(differ.old.meetings[before], differ.new.meetings[after])
    }
    let (oldPaired, newPaired) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    for (index, meeting) in old.meetings.enumerated() where !oldPaired.contains(index) {
      add(change(meeting.kind == .prioritiesReview ? .reviewDropped : .meetingDropped, meeting, nil))
    }
    for (index, meeting) in new.meetings.enumerated() where !newPaired.contains(index) {
      add(change(meeting.kind == .prioritiesReview ? .reviewAdded : .meetingAdded, nil, meeting))
    }
    for pair in pairs { compare(old.meetings[pair.old], new.meetings[pair.new], pair.match) }
  }

  private func candidate(_ meeting: Snapshot.Meeting, _ side: Snapshot) -> Candidate {
    let parts = [
      meeting.what.text, offset(meeting.date, side), meeting.every?.rawValue ?? "", meeting.weekday, meeting.time,
      meeting.minutes.map(String.init) ?? "", meeting.kind?.rawValue ?? "",
    ]
    return Candidate(text: meeting.what.text, content: parts.joined(separator: "\u{0}"))
  }

  /// How near two meetings are apart from their names: the same kind, the same rhythm, about the same day of the year.
  private func closeness(_ before: Snapshot.Meeting, _ after: Snapshot.Meeting) -> Int {
    var result = (before.kind == after.kind ? 40 : 0) + (before.every == after.every ? 30 : 0)
    if let from = before.date, let to = after.date { result += max(0, 100 - abs(shift(from, to)) / 2) }
    return result
  }

  private func change(
    _ kind: ChangeClass, _ before: Snapshot.Meeting?, _ after: Snapshot.Meeting?, _ reasons: [String] = [],
    match: Match? = nil
  ) -> Change {
    Change(
      kind, path: "meetings/schedule", subject: (after ?? before)?.what.text ?? "",
      old: before.map { Self.wording($0) },
      new: after.map { Self.wording($0) }, reasons: reasons, match: match)
  }

  static func wording(_ meeting: Snapshot.Meeting) -> Change.Wording {
    let parts = [
      meeting.date?.description, meeting.every.map { rhythm($0) }, meeting.weekday, meeting.time,
      meeting.minutes.map { Prose.count($0, "minute") }, meeting.kind?.rawValue,
    ]
    return Change.Wording(
      meeting.what.text, note: parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "), at: meeting.range
    )
  }

  private static func rhythm(_ every: Recurrence) -> String {
    switch every {
    case .week: "every week"
    case .twoWeeks: "every two weeks"
    case .month: "every month"
    }
  }

  /// How many times in a school year.
  private static func count(_ meeting: Snapshot.Meeting) -> Int {
    switch meeting.every {
    case .week: 36
    case .twoWeeks: 18
    case .month: 9
    case nil: 1
    }
  }

  private mutating func compare(_ before: Snapshot.Meeting, _ after: Snapshot.Meeting, _ match: Match) {
    var reasons: [String] = []
    if before.what.text != after.what.text { reasons.append("it was called \"\(before.what.text)\"") }
    if let from = before.date, let to = after.date, shift(from, to) != 0 {
      reasons.append(Self.words(forDays: shift(from, to)))
    }
    if before.weekday != after.weekday {
      reasons.append("\(Self.word(before.weekday)) became \(Self.word(after.weekday))")
    }
    if before.time != after.time { reasons.append("\(Self.word(before.time)) became \(Self.word(after.time))") }
    if before.minutes != after.minutes {
      func words(_ minutes: Int?) -> String { minutes.map { Prose.count($0, "minute") } ?? "no length" }
      reasons.append("\(words(before.minutes)) became \(words(after.minutes))")
    }
    let isReview = (before.kind == .prioritiesReview, after.kind == .prioritiesReview)
    if before.kind != after.kind {
      let (from, to) = (before.kind?.rawValue ?? "no kind", after.kind?.rawValue ?? "no kind")
      if isReview.0 != isReview.1 {
        add(change(isReview.0 ? .reviewDropped : .reviewAdded, before, after, ["\(from) became \(to)"], match: match))
      } else {
        reasons.append("\(from) became \(to)")
      }
    }
    let (from, to) = (Self.count(before), Self.count(after))
    if from != to {
      func words(_ meeting: Snapshot.Meeting) -> String { meeting.every.map { Self.rhythm($0) } ?? "once" }
      let reason = "\(words(before)) became \(words(after))"
      add(change(to < from ? .meetingsLessOften : .meetingsMoreOften, before, after, [reason] + reasons, match: match))
    } else if !reasons.isEmpty {
      add(change(.meetingChanged, before, after, reasons, match: match))
    }
  }

  private static func word(_ text: String) -> String { text.isEmpty ? "nothing" : text }
}
