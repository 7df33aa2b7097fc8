internal import Agreement
internal import Diagnostics

extension Rule {
  static let commitmentNoDate = Rule(
    .commitmentNoDate, .info, .commitments, source: .practice,
    summary: "a commitment has no date and does not say how often",
    rationale: """
      A promise without a date is kept last. Use `due:` for what is done once, and `every:` for what is done again and again.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            classroom-access:
              agreed: Doors are open
              commitments:
                - owner: novak
                  ↓does↑: Visit every room
        """, "nothing says by when or how often this is done",
        help: "add `due: 2026-10-01`, or `every: month`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          topics:
            access:
              classroom-access:
                agreed: Doors are open
                commitments:
                  - owner: novak
                    does: Visit every room
                    due: 2026-10-01
          """),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            classroom-access:
              agreed: Doors are open
              commitments:
                - owner: novak
                  does: Visit every room
                  ↓due↑:
        """, "nothing says by when or how often this is done",
        help: "in place of `due:`, write `due: 2026-10-01`, or `every: month`",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          topics:
            access:
              classroom-access:
                agreed: Doors are open
                commitments:
                  - owner: novak
                    does: Visit every room
                    every: month
          """),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            classroom-access:
              agreed: Doors are open
              commitments:
                - {owner: novak, does: Visit every room, every: semester}
        """),
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        topics:
          access:
            classroom-access:
              agreed: Doors are open
              commitments:
                - {owner: novak, does: Visit every room in September}
                - {owner: novak, does: Send the list each week}
        """),
    ],
    check: .commitment { visit, context in
      guard visit.commitment.due.isAbsent, visit.commitment.every.isAbsent,
        !(visit.commitment.does.value.map { visit.agreement.folded($0).namesTime } ?? false)
      else { return }
      let gaps = [visit.commitment.due.gap, visit.commitment.every.gap]
      let blank = gaps.firstIndex { $0?.hasKey == true }
      context.report(
        at: blank.flatMap { gaps[$0]?.range } ?? visit.commitment.does.keyRange,
        "nothing says by when or how often this is done",
        help: blank == nil
          ? "add `due: 2026-10-01`, or `every: month`"
          : "in place of `\(blank == 0 ? "due" : "every"):`, write `due: 2026-10-01`, or `every: month`")
    })
}

extension String {
  /// Whether a promise says in its own words when it is kept: "in September", "each week", "on Mondays".
  fileprivate var namesTime: Bool {
    let words = lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
    return words.indices.contains { place in
      let word = words[place]
      let before = place > 0 ? words[place - 1] : ""
      if timeWords.contains(word) || timeWords.contains(String(word.dropLast(word.hasSuffix("s") ? 1 : 0))) {
        return true
      }
      if word == "may" { return ["by", "in", "of", "until"].contains(before) }
      let counted = word.hasSuffix("s") ? String(word.dropLast()) : word
      return spans.contains(counted)
        && (["a", "each", "every", "per"].contains(before) || place > 1 && words[place - 2] == "every")
    }
  }
}

private let timeWords: Set<String> = [
  "annually", "april", "august", "biweekly", "daily", "december", "february", "friday", "january", "july", "june",
  "march",
  "monday", "monthly", "november", "october", "quarterly", "saturday", "september", "sunday", "thursday", "tuesday",
  "wednesday", "weekly", "yearly",
]

private let spans: Set<String> = [
  "cycle", "day", "month", "quarter", "semester", "term", "trimester", "unit", "week", "year",
]
