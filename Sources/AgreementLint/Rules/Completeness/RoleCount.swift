internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Threshold {
  /// The conversation tool (step 5) recommends three to five roles.
  static let fewestRoles = Threshold(
    "fewest-roles", standard: 3, loosening: .lower, title: "Fewest roles",
    about: "The fewest roles a coach should have. By default 3 (`role-count`).", example: "3")
  static let mostRoles = Threshold(
    "most-roles", standard: 5, loosening: .higher, title: "Most roles",
    about: "The most roles a coach should have. By default 5 (`role-count`).", example: "5", problem: contradiction)

  private static func contradiction(_ written: Written, _ settings: LintSettings) -> Diagnostic? {
    let (fewest, most) = (settings[.fewestRoles], settings[.mostRoles])
    guard fewest > most else { return nil }
    let place = written.part(.mostRoles)
    if place.isAbsent {
      return Diagnostic(
        .wrongShape, at: written.part(.fewestRoles).range,
        "the fewest roles, \(fewest), are more than the most, which are \(most) unless you say so",
        help: "add `most-roles: \(fewest)`, or correct the number")
    }
    return Diagnostic(
      .wrongShape, at: place.range, "the most roles, \(most), are fewer than the fewest, \(fewest)",
      help: "correct one of the two numbers")
  }
}

extension Rule {
  static let roleCount = Rule(
    .roleCount, .warning, .completeness, thresholds: [.fewestRoles, .mostRoles], source: .step(5),
    summary: "the coach has fewer than three roles, or more than five",
    rationale: """
      A coach can do ten jobs, and nobody can do ten jobs well. Three to five roles tell teachers what to come for, and give the
      coach the right to say no to the rest.
      """,
    setting: "`thresholds: {fewest-roles: 2, most-roles: 6}` sets the numbers",
    failing: [
      Example(
        """
        format: 1
        focus:
          ↓roles↑:
            data-coach: Unit tests
            mentor: Two new teachers
        """, "the coach has 2 roles; three to five work best",
        help:
          "add `resource-provider`, `curriculum-specialist`, `instructional-specialist`, `classroom-supporter`, `learning-facilitator`, `school-leader`, `catalyst-for-change` or `learner`, and say after the colon what it means this year"
      ),
      Example(
        """
        format: 1
        focus:
          ↓roles↑:
            data-coach: Unit tests
            mentor: Two new teachers
            school-leader:
        """, "the coach has 2 roles, not counting one left blank; three to five work best",
        help: "say after the colon what each role means this year"),
      Example(
        """
        format: 1
        ↓focus↑:
          challenges: Two buildings
        """, "no roles are chosen for the coach",
        help:
          "add `roles:` and below it three to five roles; after each colon, say what the role means this year, as in `data-coach: Unit tests`"
      ),
    ],
    passing: [
      Example(
        """
        format: 1
        focus:
          roles:
            data-coach: Unit tests
            mentor: Two new teachers
            learner: A course in the fall
            school-leader:
        """)
    ],
    check: .agreement { agreement, context in
      context.reportLack(ofAll: agreement.content.focus, .focus)
      guard case .present(let focus) = agreement.content.focus else { return }
      switch focus.value.roles {
      case .broken: break
      case .absent:
        context.reportLack(
          of: focus.value.roles, "roles", "no roles are chosen for the coach",
          .keys(
            "three to five roles; after each colon, say what the role means this year, as in `data-coach: Unit tests`"))
      case .present(let roles):
        let wanted = context.settings[.fewestRoles]...context.settings[.mostRoles]
        // A role without a text does not count yet, since nobody signs it; another rule reports the missing text.
        let chosen = roles.value.filter { !$0.part.isAbsent }
        let blank = roles.value.count - chosen.count
        guard !wanted.contains(chosen.count) else { return }
        let more = blank == 0 ? "" : ", not counting \(blank == 1 ? "one" : "\(blank)") left blank"
        context.report(
          at: roles.keyRange,
          "the coach has \(Prose.count(chosen.count, "role"))\(more); \(words(wanted)) work best",
          help: chosen.count < wanted.lowerBound
            ? blank > 0
              ? "say after the colon what each role means this year"
              : "add \(others(than: roles.value, agreement)), and say after the colon what it means this year"
            : "keep the ones that matter most this year")
      }
    })

  /// A range of numbers in words.
  private static func words(_ range: ClosedRange<Int>) -> String {
    let names = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    func word(_ number: Int) -> String { number < names.count ? names[number] : String(number) }
    return range.count == 1 ? word(range.lowerBound) : "\(word(range.lowerBound)) to \(word(range.upperBound))"
  }

  /// The roles of the catalog that have not been chosen yet.
  private static func others(than chosen: List<Entry<Text>>, _ agreement: Agreement) -> String {
    Prose.list(
      agreement.catalog.roles.map(\.id).filter { id in !chosen.contains { $0.id == id } }.map { "`\($0)`" }, "or")
  }
}
