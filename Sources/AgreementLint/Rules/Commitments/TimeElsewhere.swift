internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let timeElsewhere = Rule(
    .timeElsewhere, .warning, .commitments, source: .practice,
    summary: "the shares of a person's time and `elsewhere` do not add up to 100%",
    rationale: """
      Many coaches spend a day a week in the district office, or teach a class. That is fine when everybody knows it. Time that no line
      explains is a gap, and somebody will fill it. `elsewhere` says where it goes.
      """,
    failing: [
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          harmon: Harmon Elementary
        participants:
          novak:
            name: Jill Novak
            role: instructional-coach
            ↓campuses↑: {brookside: 50%, harmon: 30%}
        """, "the shares add up to 80%, and nothing says where the other 20% goes",
        help:
          "correct the shares of `brookside` and `harmon`, or add `elsewhere:`, as in `elsewhere: 20% in the district office`"
      ),
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          harmon: Harmon Elementary
        participants:
          novak:
            name: Jill Novak
            role: instructional-coach
            ↓campuses↑: {brookside: 60%, harmon: 40%}
            elsewhere: 20% in the district office
        """, "the shares add up to 100%, and `elsewhere` adds another 20%",
        help: "correct the shares of `brookside` and `harmon`, so that everything adds up to 100%"),
    ],
    passing: [
      Example(
        """
        format: 1
        campuses:
          brookside: Brookside Elementary
          harmon: Harmon Elementary
        participants:
          novak:
            name: Jill Novak
            role: instructional-coach
            campuses: {brookside: 50%, harmon: 30%}
            elsewhere: 20% in the district office
          tran: {name: Linh Tran, role: principal, campuses: {brookside: 60%, harmon: 40%}}
        """)
    ],
    check: .person { visit, context in
      guard visit.person.left.isAbsent, case .present(let campuses) = visit.person.campuses,
        let sum = campuses.value.shareSum, sum <= 100
      else { return }
      func correction() -> String {
        let names = campuses.value.map { "`\(visit.agreement.campuses[$0.campus.index].id)`" }
        return "correct the \(names.count == 1 ? "share" : "shares") of \(Prose.list(names)), "
      }
      switch visit.person.elsewhere {
      case .broken: break
      case .present(let text):
        guard let more = leadingShare(visit.agreement.folded(text.value)), sum + more > 100 else { return }
        context.report(
          at: campuses.keyRange, "the shares add up to \(sum)%, and `elsewhere` adds another \(more)%",
          help: "\(correction())so that everything adds up to 100%")
      case .absent(let gap):
        guard sum < 100 else { return }
        let rest = "\(100 - sum)%"
        context.report(
          at: campuses.keyRange, "the shares add up to \(sum)%, and nothing says where the other \(rest) goes",
          help:
            "\(correction())or \(gap.hasKey ? "fill in" : "add") `elsewhere:`, as in `elsewhere: \(rest) in the district office`"
        )
      }
    })

  /// The share that a text begins with, in percent: "20% in the district office".
  private static func leadingShare(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), text.dropFirst(digits.count).first == "%" else { return nil }
    return Int(digits)
  }
}

extension List<CampusShare> {
  /// The sum of the shares, in percent; nil if one of them is not known.
  var shareSum: Int? {
    let shares = compactMap(\.share)
    return shares.isEmpty || shares.count < count ? nil : shares.reduce(0) { $0 + $1.value }
  }
}
