internal import Agreement
internal import Diagnostics

extension Rule {
  static let missingKey = Rule(
    .missingKey, .error, .structure, source: .format,
    summary: "a required key is missing",
    rationale: """
      A few keys say which agreement this is, for which year, and who makes it. Without them, nobody can tell what
      the rest of the file belongs to. Everything else can come later; other rules ask for it.
      """,
    failing: [
      Example(
        #"""
        format: 1
        topics:
          engagement:
            team-coaching:
              agreed: Yes, all teams
              commitments:
                - ↓owner↑: novak
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        id: a
        school-year: 2026-27
        starts: 2026-08-17
        ends: 2027-05-28
        status: draft
        campuses: {brookside: Brookside}
        """#, #"this item of `commitments` has no `does`"#, help: "add `does:` with what the person does")
    ],
    passing: [
      Example(
        #"""
        format: 1
        id: brookside
        school-year: 2026-27
        starts: 2026-08-17
        ends: 2027-05-28
        status: draft
        campuses: {brookside: Brookside}
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        """#)
    ],
    check: .whileReading)
}
