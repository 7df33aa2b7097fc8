internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let campusClash = Rule(
    .campusClash, .warning, .repository, source: .step(6),
    summary: "a coach with two agreements has meetings at the same time",
    rationale: """
      A coach on two campuses has two principals who plan without each other. The clash is easy to see when both plans are on the
      table, and awkward in October.
      """,
    failing: [
      Example(
        agreement(
          "brookside",
          "- what: ↓Check-in↑\n      every: two-weeks\n      weekday: tuesday\n      at: 15:30\n      minutes: 30"),
        "on 2026-08-18 Jill Novak also has a `harmon` meeting at 15:45, and on 20 other days",
        help: "move one of the two meetings to another day or time",
        path: "brookside/2026-27.agreement.yaml",
        beside: [
          (
            "harmon/2026-27.agreement.yaml",
            agreement("harmon", "- {what: Check-in, every: week, weekday: tuesday, at: \"15:45\", minutes: 30}")
          )
        ]),
      Example(
        agreement(
          "brookside", "- {what: ↓Quarterly↑, dates: [2026-10-20, 2027-01-19, 2027-03-16], at: \"15:30\", minutes: 30}"),
        "on 2026-10-20 Jill Novak also has a `harmon` meeting at 15:30, and on 2 other days",
        help: "move one of the two meetings to another day or time", path: "brookside/2026-27.agreement.yaml",
        beside: [
          (
            "harmon/2026-27.agreement.yaml",
            agreement(
              "harmon",
              "- {what: Check-in, every: month, weekday: first and third tuesday, at: \"15:30\", minutes: 30}")
          )
        ]),
    ],
    passing: [
      Example(
        agreement(
          "brookside", "- {what: Check-in, every: month, weekday: first tuesday, at: \"15:30\", minutes: 30}"),
        path: "brookside/2026-27.agreement.yaml",
        beside: [
          (
            "harmon/2026-27.agreement.yaml",
            agreement(
              "harmon",
              """
              - {what: Check-in, every: week, weekday: tuesday, at: "16:00", minutes: 30}
                  - {what: Review, every: month, weekday: last tuesday, at: "15:30", minutes: 30}
              """)
          )
        ])
    ],
    check: .repository { agreements, context in
      // One hash per coach, to keep little of an archive; sorting puts those of one year and id together.
      var places: [(key: UInt64, file: Int)] = []
      for (file, facts) in agreements.enumerated() where !facts.isClosed && !facts.meetings.isEmpty {
        guard let year = facts.year?.value else { continue }
        for coach in facts.coaches.compactMap(facts.name) {
          var hash = StableHash()
          hash.add("\(year) \(coach.id)")
          places.append((hash.value, file))
        }
      }
      places.sort { ($0.key, $0.file) < ($1.key, $1.file) }
      // Two agreements may share several coaches but clash once.
      var compared: Set<[Int]> = []
      for start in places.indices where start == 0 || places[start - 1].key != places[start].key {
        // No coach serves more; one who seems to has an id that several people share.
        let group = places[start...].prefix { $0.key == places[start].key }.prefix(20).map(\.file)
        for (index, first) in group.enumerated() {
          for second in group.dropFirst(index + 1) where agreements[first].id?.value != agreements[second].id?.value {
            guard compared.insert([first, second]).inserted,
              let coach = sharedCoach(agreements[first], agreements[second])
            else { continue }
            report(first, second, coach, agreements, &context)
          }
        }
      }
    })

  /// An agreement of one coach, for the examples.
  private static func agreement(_ id: String, _ schedule: String) -> String {
    """
    format: 1
    id: \(id)
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
    meetings:
      schedule:
        \(schedule)
    """
  }

  /// The name of a coach whom two agreements share.
  private static func sharedCoach(_ left: AgreementFacts, _ right: AgreementFacts) -> String? {
    let ids = Set(right.coaches.compactMap(right.name).map(\.id))
    return left.coaches.compactMap(left.name).first { ids.contains($0.id) }?.name
  }

  /// The most meetings of one agreement to compare; a schedule has about five.
  private static let mostMeetings = 100

  /// The meetings of an agreement with all their days; a meeting with several kinds of days is in the facts once for
  /// each.
  private static func planned(
    _ facts: AgreementFacts, in year: ClosedRange<CalendarDate>
  ) -> [(time: MeetingTime, days: Set<Int>)] {
    var result: [(time: MeetingTime, days: Set<Int>)] = []
    for time in facts.meetings {
      if let last = result.last, last.time.range == time.range {
        result[result.count - 1].days.formUnion(time.dayNumbers(in: year))
      } else if result.count < mostMeetings {
        result.append((time, Set(time.dayNumbers(in: year))))
      } else {
        break
      }
    }
    return result
  }

  /// Reports the first clash of each of an agreement's meetings with another agreement, in the first one.
  private static func report(
    _ file: Int, _ other: Int, _ coach: String, _ agreements: [AgreementFacts], _ context: inout RepositoryContext
  ) {
    guard let days = agreements[file].days, let otherDays = agreements[other].days else { return }
    let others = planned(agreements[other], in: otherDays)
    for (meeting, mine) in planned(agreements[file], in: days) {
      for theirs in others where meeting.overlaps(theirs.time) {
        let clashes = mine.intersection(theirs.days).sorted()
        guard let first = clashes.first, let day = CalendarDate(dayNumber: first) else { continue }
        let hour = TimeOfDay(minutes: theirs.time.start)
        let name = agreements[other].id.map { "`\($0.value)`" } ?? "another agreement"
        context.report(
          in: file, at: meeting.range,
          "on \(day) \(coach) also has a \(name) meeting at \(hour)"
            + (clashes.count > 1 ? ", and on \(Prose.count(clashes.count - 1, "other day"))" : ""),
          help: "move one of the two meetings to another day or time",
          notes: [Note(at: theirs.time.range, "the other meeting is here", in: agreements[other].path)])
        break
      }
    }
  }
}
