internal import Agreement
internal import Diagnostics

extension Rule {
  static let stateAsText = Rule(
    .stateAsText, .error, .structure, source: .format,
    summary: "an answer that should be a key, such as `open`",
    rationale: """
      `not-relevant`, `open` and `carried` are keys. Written as the answer itself, they are taken for what you agreed on, and the topic counts as
      settled.
      """,
    failing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            coordinator-concerns: ↓Not relevant - no coordinator↑
        """#, "this is read as an answer, although it means `not-relevant`",
        help:
          "write `not-relevant:` on a line of its own:\n    coordinator-concerns:\n      not-relevant: no coordinator",
        fixed: #"""
          format: 1
          topics:
            engagement:
              coordinator-concerns:
                not-relevant: no coordinator
          """#),
      Example(
        #"""
        format: 1
        starts: 2026-08-17
        ends: 2027-05-28
        topics:
          specific-issues:
            staff-learning-budget: ↓open until October 1, the allocations come in September↑
        """#, "this is read as an answer, although it means `open`",
        help:
          "write `open:` on a line of its own:\n    staff-learning-budget:\n      open:\n        until: 2026-10-01\n        why: the allocations come in September",
        fixed: #"""
          format: 1
          starts: 2026-08-17
          ends: 2027-05-28
          topics:
            specific-issues:
              staff-learning-budget:
                open:
                  until: 2026-10-01
                  why: the allocations come in September
          """#),
      Example(
        #"""
        format: 1
        topics:
          engagement:
            coordinator-concerns: ↓not-relevant↑
            principal-priorities: ↓carried over↑
            team-coaching:
              agreed: ↓"not relevant: there are no teams"↑
        """#,
        [
          (
            "this is read as an answer, although it means `not-relevant`",
            "write `not-relevant:` on a line of its own:\n    coordinator-concerns:\n      not-relevant: the reason, in your own words"
          ),
          ("this is read as an answer, although it means `carried`", nil),
          (
            "this is read as an answer, although it means `not-relevant`",
            "write, in place of `agreed:`:\n      not-relevant: there are no teams"
          ),
        ]),
    ],
    passing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            coordinator-concerns:
              not-relevant: The district has no coordinator
            principal-priorities: Carried by the whole team, grade by grade
            team-coaching: Agreed with every team in August
          access:
            classroom-access: Open until 4 pm in the library
            planning-days: Open doors on Fridays
            weekly-planning: Open until October, then by invitation
          planning-data:
            data-gathering: Not relevant data is left out
        """#)
    ],
    check: .whileReading)
}
