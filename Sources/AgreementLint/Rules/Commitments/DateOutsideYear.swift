internal import Agreement
internal import Diagnostics

extension Rule {
  static let dateOutsideYear = Rule(
    .dateOutsideYear, .warning, .commitments, source: .format,
    summary: "the day of a meeting, a commitment or an open topic is outside the school year, or there is no school",
    rationale: """
      A date before the conversation, or long after the last day of school, is nearly always from another year, left over when
      last year's file was copied. As many weeks as separate the conversation from the first day are allowed on both sides.
      A single meeting on a day without school is reported, too, if `concord.yaml` says which days those are.
      """,
    setting:
      "`calendar` has the days of each school year: `2026-27: {starts: 2026-08-17, ends: 2027-05-28, closed: [2026-12-21..2027-01-01]}`",
    failing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          schedule:
            - what: Looking back
              date: ↓2026-05-06↑
        """, "2026-05-06 is before the school year, which starts on 2026-08-17",
        help: "use this year's date; 2026-05-06 may be last year's",
        cured: """
          format: 1
          starts: 2026-08-17
          ends: 2027-05-28
          meetings:
            schedule:
              - what: Looking back
                date: 2027-05-06
          """),
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            planning-days:
              agreed: Two days
              commitments:
                - {owner: novak, does: Book the rooms, due: ↓2027-09-18↑}
        """, "2027-09-18 is after the school year, which ends on 2027-05-28",
        help: "use this year's date; 2027-09-18 may be next year's"),
      Example(
        """
        format: 1
        starts: 2027-08-16
        ends: 2028-05-26
        amended: ↓2027-01-20↑
        conversation:
          date: 2026-08-06
        participants:
          haugen: {name: Nils Haugen, role: assistant-principal, left: ↓2027-03-06↑}
        """,
        [
          (
            "`amended` is 2027-01-20, before the school year, which starts on 2027-08-16",
            "delete this line if it is last year's; otherwise correct the day"
          ),
          (
            "`left` is 2027-03-06, before the school year, which starts on 2027-08-16",
            "take Nils Haugen out if this is about last year; otherwise correct the day"
          ),
        ]),
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        topics:
          specific-issues:
            staff-learning-budget: {open: {until: ↓2028-10-01↑}}
        """, "2028-10-01 is after the school year, which ends on 2027-05-28",
        help: "use this year's date; 2028-10-01 may be next year's"),
      Example(
        """
        format: 1
        school-year: 2026-27
        starts: 2026-08-17
        ends: 2027-05-28
        meetings:
          schedule:
            - {what: Looking ahead, date: ↓2026-12-22↑}
        """, "there is no school on 2026-12-22",
        help: "choose another day, or take it out of `closed` under `calendar` in `concord.yaml`",
        cured: """
          format: 1
          school-year: 2026-27
          starts: 2026-08-17
          ends: 2027-05-28
          meetings:
            schedule:
              - {what: Looking ahead, date: 2026-12-17}
          """,
        configured:
          "calendar: {2026-27: {starts: 2026-08-17, ends: 2027-05-28, closed: [2026-12-21..2027-01-01]}}"),
    ],
    passing: [
      Example(
        """
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        conversation:
          date: 2026-08-05
        meetings:
          schedule:
            - {what: Reading the draft, date: 2026-08-10}
            - {what: Looking back, date: 2027-06-04}
        """)
    ],
    check: .agreement { agreement, context in
      look(at: agreement.content.amended, of: "amended", &context, help: "delete this line if it is last year's")
    },
    .person { visit, context in
      look(
        at: visit.person.joined, of: "joined", &context,
        help: "delete this line if \(visit.name) takes part from the start")
      look(at: visit.person.left, of: "left", &context, help: "take \(visit.name) out if this is about last year")
    },
    .meeting { visit, context in
      for day in visit.meeting.days {
        look(at: day, &context)
        lookForSchool(on: day, visit.agreement, &context)
      }
    },
    .topic { visit, context in
      guard case .open(let open) = visit.answer.state, case .present(let until) = open.until,
        let year = context.yearBounds
      else { return }
      // An overdue date has its own finding.
      if until.value >= context.today || until.value >= year.first { look(at: until, &context) }
    },
    .commitment { visit, context in
      if case .present(let due) = visit.commitment.due { look(at: due, &context) }
    })

  private static func look(at date: Located<CalendarDate>, _ context: inout RuleContext) {
    guard let year = context.yearBounds else { return }
    if date.value < year.first {
      context.report(
        at: date.range, "\(date.value) is before the school year, which starts on \(year.starts)",
        help: "use this year's date; \(date.value) may be last year's")
    } else if date.value > year.last {
      context.report(
        at: date.range, "\(date.value) is after the school year, which ends on \(year.ends)",
        help: "use this year's date; \(date.value) may be next year's")
    }
  }

  /// Looks at a single meeting: there may be no school on that day.
  private static func lookForSchool(
    on date: Located<CalendarDate>, _ agreement: Agreement, _ context: inout RuleContext
  ) {
    guard let year = agreement.content.schoolYear.value, context.settings.calendar[year]?.isClosed(date.value) == true
    else { return }
    context.report(
      at: date.range, "there is no school on \(date.value)",
      help: "choose another day, or take it out of `closed` under `calendar` in `concord.yaml`")
  }

  /// Looks at an event in the life of the agreement or its people: it may be written down after the last day of school,
  /// but not before the first talk.
  private static func look(
    at part: Part<CalendarDate>, of key: String, _ context: inout RuleContext, help: @autoclosure () -> String
  ) {
    guard case .present(let date) = part, let year = context.yearBounds, date.value < year.first else { return }
    context.report(
      at: date.range, "`\(key)` is \(date.value), before the school year, which starts on \(year.starts)",
      help: "\(help()); otherwise correct the day")
  }
}
