package import Agreement
package import AgreementLint
internal import Diagnostics
internal import TextSupport

/// The days of agreements as a calendar (RFC 5545): meetings, and what is due.
package struct AgreementCalendar: Sendable {
  private var events: [CalendarEvent] = []
  private var names: [String] = []
  /// The promises that have no day, and those of last year that nobody made again.
  package private(set) var leftOut = 0
  /// The first and the last day of events and school years, by time zone.
  package private(set) var spans: [String: ClosedRange<CalendarDate>] = [:]

  /// Makes an empty calendar.
  package init() {}

  /// The number of events.
  package var count: Int { events.count }

  /// Adds the events of an agreement.
  ///
  /// `person` asks for all meetings and only for what is due for somebody; `calendar` says on which days nobody meets.
  package mutating func add(
    _ agreement: Agreement, zone: String?, calendar: SchoolCalendar? = nil, for person: String? = nil
  ) {
    let reader = CalendarReader(agreement, zone: zone, calendar: calendar, person: person)
    let found = reader.meetings + reader.commitments + (person == nil ? reader.openTopics : []) + reader.drafting
    events += found
    leftOut += reader.leftOut
    let year = agreement.content.schoolYear.value?.description ?? ""
    names.append("\(PaperNames(agreement).schools), \(year)")
    guard let zone, let days = PaperNames(agreement).year else { return }
    // A day that is years away is a slip, and no reason to look for all changes of the clocks until then.
    let near = days.lowerBound.dayNumber - Self.mostDays...days.upperBound.dayNumber + Self.mostDays
    let all = [days.lowerBound, days.upperBound] + found.map(\.start.day).filter { near.contains($0.dayNumber) }
    let old = spans[zone]
    let first = all.reduce(old?.lowerBound ?? days.lowerBound) { min($0, $1) }
    spans[zone] = first...all.reduce(old?.upperBound ?? days.upperBound) { max($0, $1) }
  }

  /// The most days between a school year and an event for which the changes of the clocks are written.
  private static let mostDays = 400

  /// The calendar; `zones` are those of `spans`, and `today` is the day of the export.
  package func text(zones: [CalendarZone], today: CalendarDate) -> String {
    var lines = CalendarLines()
    lines.add("BEGIN:VCALENDAR")
    lines.add("VERSION:2.0")
    lines.add("PRODID:-//concord//concord//EN")
    lines.add("CALSCALE:GREGORIAN")
    let name = names.count == 1 ? "Partnership agreement: \(names[0])" : "Partnership agreements"
    lines.add("NAME", text: name)
    lines.add("X-WR-CALNAME", text: name)
    if zones.count == 1 { lines.add("X-WR-TIMEZONE:\(zones[0].name)") }
    for zone in zones { lines.add(zone) }
    for event in events { lines.add(event, stamp: today) }
    lines.add("END:VCALENDAR")
    return lines.text
  }
}

/// Finds the events of one agreement.
private struct CalendarReader {
  let agreement: Agreement
  let names: PaperNames
  let zone: String?
  let calendar: SchoolCalendar?
  let person: String?
  let identity: String

  init(_ agreement: Agreement, zone: String?, calendar: SchoolCalendar?, person: String?) {
    self.agreement = agreement
    self.zone = zone
    self.calendar = calendar
    self.person = person
    names = PaperNames(agreement)
    let content = agreement.content
    identity = [content.id.value, content.schoolYear.value?.description].compactMap { $0 }.joined(separator: " ")
  }

  // MARK: - Meetings

  var meetings: [CalendarEvent] {
    let meetings = agreement.content.meetings.value
    let rules = [
      names.text(meetings?.ifCanceled).map { "If canceled: \($0)" },
      names.text(meetings?.ifAbsent).map { "If someone cannot come: \($0)" },
    ].compactMap { $0 }
    var counts: [String: Int] = [:]
    var events: [CalendarEvent] = []
    for part in meetings?.schedule.value ?? [] {
      guard let meeting = part.value, let what = names.text(meeting.what) else { continue }
      func add(_ day: CalendarDate, _ rule: String? = nil, _ exceptions: [CalendarDate] = []) {
        counts[what, default: 0] += 1
        events.append(
          CalendarEvent(
            key: .init(kind: "meeting", key: "\(what)\n\(counts[what, default: 0])"),
            start: CalendarTime(day: day, at: meeting.at.value), minutes: meeting.minutes.value, rule: rule,
            exceptions: exceptions, summary: what, details: rules, place: names.text(meeting.place),
            category: meeting.kind.value.map { Spoken.capitalized(Spoken.kind($0)) } ?? "Meeting", zone: zone,
            agreement: identity))
      }
      for day in meeting.days { add(day.value) }
      if meeting.days.isEmpty, let year = names.year {
        let days = Set(MeetingTime.days(of: meeting).flatMap { $0.dayNumbers(in: year) }).sorted().compactMap {
          CalendarDate(dayNumber: $0)
        }
        let exceptions = days.filter { calendar?.isClosed($0) ?? false }
        if let first = days.first, exceptions.count < days.count, let rule = Self.rule(of: meeting, days.count) {
          add(first, rule, exceptions)
        }
      }
    }
    return events
  }

  /// The rule of a recurring meeting. It counts the meetings, because no spelling of a last day is understood the same
  /// everywhere.
  private static func rule(of meeting: Meeting, _ count: Int) -> String? {
    guard let every = meeting.every.value, let weekday = meeting.weekday.value else { return nil }
    let day = weekday.day.prefix(2).uppercased()
    switch every {
    case .week: return "FREQ=WEEKLY;BYDAY=\(day);COUNT=\(count)"
    case .twoWeeks: return "FREQ=WEEKLY;INTERVAL=2;BYDAY=\(day);COUNT=\(count)"
    case .month:
      let days = weekday.places.compactMap { place in
        Weekday.allPlaces.firstIndex(of: place).map { ($0 == 4 ? "-1" : String($0 + 1)) + day }
      }
      return "FREQ=MONTHLY;BYDAY=\(days.joined(separator: ","));COUNT=\(count)"
    }
  }

  // MARK: - What is due

  private func event(
    _ kind: String, _ key: String, on day: CalendarDate, _ summary: String, _ details: [String] = []
  ) -> CalendarEvent {
    CalendarEvent(
      key: .init(kind: kind, key: key), start: CalendarTime(day: day, at: nil), summary: summary, details: details,
      category: kind == "commitment" ? "Commitment" : "Agreement", zone: zone, agreement: identity)
  }

  private func id(of party: Party) -> String {
    switch party {
    case .participant(let index): agreement.participants[index].id
    case .other(let index): agreement.others[index].id
    }
  }

  /// Each promise, with the index of its topic, its place there, and whether nobody made it again.
  private var promises: [(commitment: Commitment, topic: Int, place: Int, isCarried: Bool)] {
    agreement.topics.answers.flatMap { answer in
      let value = answer.part.value
      let isCarried = if case .carried = value?.state { true } else { false }
      return (value?.commitments.value.map(Array.init) ?? []).enumerated().compactMap { place, part in
        part.value.map { ($0, answer.index, place, isCarried) }
      }
    }.filter { promise in
      guard let person else { return true }
      return promise.0.owners.value?.contains { id(of: $0.value) == person } ?? false
    }
  }

  var leftOut: Int { promises.count { $0.isCarried || $0.commitment.due.value == nil } }

  var commitments: [CalendarEvent] {
    promises.compactMap { commitment, topic, place, isCarried in
      guard !isCarried, let due = commitment.due.value, let does = names.text(commitment.does) else { return nil }
      let owners = Prose.list((commitment.owners.value ?? []).map { names.party($0.value) })
      return event(
        "commitment", commitment.id.value ?? "\(agreement.catalog.topics[topic].id)\n\(place)", on: due,
        "\(owners): \(does)", ["Due today. Topic: \(names.topic(topic))"])
    }
  }

  var openTopics: [CalendarEvent] {
    agreement.topics.answers.compactMap { answer in
      guard case .open(let open) = answer.part.value?.state, let until = open.until.value else { return nil }
      return event(
        "open", agreement.catalog.topics[answer.index].id, on: until,
        "Last day to settle: \(names.topic(answer.index))",
        names.text(open.why).map { ["Left open because: \($0)"] } ?? [])
    }
  }

  var drafting: [CalendarEvent] {
    guard let drafting = agreement.content.drafting.value else { return [] }
    let owner = drafting.owner.value?.index
    let isWriter = person == nil || owner.map { agreement.participants[$0].id } == person
    let isParty =
      person == nil
      || agreement.participants.contains { $0.id == person && $0.part.value?.isParty == true }
    var events: [CalendarEvent] = []
    if let due = drafting.due.value, isWriter {
      let writer = owner.map { "\(names.person($0)): " } ?? ""
      events.append(event("drafting", "draft", on: due, "\(writer)the draft is ready"))
    }
    for (key, step, summary) in [
      ("review", drafting.review.value, "Last day to read the draft"),
      ("sign", drafting.sign.value, "Last day to sign"),
    ] {
      guard let due = step?.due.value, isParty else { continue }
      events.append(event("drafting", key, on: due, summary, names.text(step?.how).map { [$0] } ?? []))
    }
    return events
  }
}
