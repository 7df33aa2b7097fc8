internal import Agreement
internal import Diagnostics

extension Rule {
  static let meetingAtNight = Rule(
    .meetingAtNight, .warning, .commitments, source: .practice,
    summary: "a meeting that begins in the middle of the night",
    rationale: """
      `3:00` is three in the morning, on a 24-hour clock. Whoever writes it means three in the afternoon, and the calendar says otherwise.
      """,
    failing: [
      Example(
        """
        format: 1
        meetings:
          schedule:
            - what: Check-in
              every: week
              weekday: tuesday
              at: ↓3:00↑
        """, "this meeting begins at 3:00 in the morning", help: "write 15:00 or 3:00 pm",
        fixed: """
          format: 1
          meetings:
            schedule:
              - what: Check-in
                every: week
                weekday: tuesday
                at: 15:00
          """)
    ],
    passing: [
      Example(
        """
        format: 1
        meetings:
          schedule:
            - {what: Check-in, every: week, weekday: tuesday, at: 3:00 pm}
            - {what: Breakfast, every: week, weekday: monday, at: 6:45}
            - {what: Evening with families, date: 2027-01-14, at: "20:00"}
        """)
    ],
    check: .meeting { visit, context in
      guard case .present(let at) = visit.meeting.at, at.value.minutes < 6 * 60 else { return }
      let meant = TimeOfDay(minutes: at.value.minutes + 12 * 60)
      let minute = String(at.value.description.suffix(2))
      let hour = at.value.minutes / 60
      let said = "\(hour == 0 ? 12 : hour):\(minute)"
      context.report(
        at: at.range, "this meeting begins at \(said) \(hour == 0 ? "after midnight" : "in the morning")",
        help: "write \(meant) or \(said) pm", fix: Fix(.unsafe, [Edit(at.range, with: meant.description.utf8)]))
    })
}
