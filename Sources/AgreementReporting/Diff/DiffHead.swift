internal import Agreement
internal import AgreementDiff
internal import TextSupport

/// What is read aloud first: who the people are, who is new and who left.
extension ReportedDiff {
  /// The school, the years, and the id if there are several agreements: "Lincoln Elementary: from 2025-26 to 2026-27".
  func title(withID: Bool) -> String {
    if isTwoAgreements, opening.oldSchool != opening.school { return "\(opening.oldSchool) and \(opening.school)" }
    return withID && opening.school != id ? "\(opening.school) (\(id))" : opening.school
  }

  /// Whether the sides are two agreements of one year, as opposed to two texts of one agreement.
  private var isTwoAgreements: Bool { isSameYear && old?.id != new?.id }

  /// The lines about the people, each with its title: "People", "New", "Left".
  var people: [(title: String, text: String)] {
    guard !isFiltered else { return [] }
    func named(_ person: Opening.Person) -> String {
      person.position.isEmpty ? person.name : "\(person.name) (\(person.position))"
    }
    let here = opening.people.filter { $0.fate != .left }
    let (joined, left) = (here.filter { $0.fate == .joined }, opening.people.filter { $0.fate == .left })
    // If these are two versions of one text, everybody knows whose it is.
    if isSameYear, joined.isEmpty, left.isEmpty { return [] }
    if isTwoAgreements {
      let both = here.filter { $0.fate == .stayed }
      return [("In both", both), ("Only in the first", left), ("Only in the second", joined)].filter { !$0.1.isEmpty }
        .map { ($0.0, Prose.list($0.1.map(named))) }
    }
    var result: [(title: String, text: String)] = []
    if !here.isEmpty { result.append(("People", Prose.list(here.map(named)))) }
    guard old != nil, new != nil else { return result }
    result += opening.renamed.map { ("", "\($0.new) has the id that \($0.old) had. Is this the same person?") }
    if joined.isEmpty, left.isEmpty {
      guard opening.renamed.isEmpty else { return result }
      let left = opening.leftEarlier
      return result + [
        (
          "",
          left.isEmpty
            ? "Nobody is new, and nobody left." : "Nobody is new. \(Prose.list(left)) had left during the year."
        )
      ]
    }
    if !joined.isEmpty {
      let names = joined.map { person in
        person.follows.map { "\(person.name), who follows \($0) as \(person.position)" } ?? named(person)
      }
      result.append(("New", DiffWords.list(names)))
    }
    if !left.isEmpty { result.append(("Left", Prose.list(left.map(named)))) }
    for person in joined where !person.takesOver.isEmpty || !person.tasks.isEmpty {
      let texts = person.takesOver.map { "“\($0)”" } + person.tasks
      result.append(("\(person.name) takes over from \(person.follows ?? "")", Prose.list(texts)))
    }
    return result
  }
}

extension ReportedDiff {
  /// A title and its text as a line: "New: Dana Pratt (principal)"; a text without a title is a complete sentence.
  static func line(_ title: String, _ text: String) -> String { title.isEmpty ? text : "\(title): \(text)" }
}

/// What stayed as it was: by name, and for how many years.
struct Standing {
  /// "For 3 years", "In both years".
  let title: String
  /// "commitments", "norms", "answers", each with its items.
  let rows: [(kind: String, items: [String])]
}

extension ReportedDiff {
  /// What stayed as it was, the longest first; empty for two texts of one year, where `rest` says it.
  var standing: [Standing] {
    if isSameYear { return [] }
    var byYears: [Int: [Carried.Kind: [String]]] = [:]
    for item in carried {
      byYears[item.years, default: [:]][item.kind, default: []].append(Self.name(item))
    }
    return byYears.keys.sorted(by: >).map { years in
      Standing(
        title: years > 2 ? "For \(years) years" : "In both years",
        rows: Carried.Kind.allCases.compactMap { kind in
          guard let items = byYears[years]?[kind] else { return nil }
          return (Self.word(kind) + (items.count == 1 ? "" : "s"), items)
        })
    }
  }

  /// A sentence that everything else stayed, in numbers, for two texts of one year: nobody wants it read aloud.
  var rest: String? {
    guard isSameYear, !carried.isEmpty, !changes.isEmpty else { return nil }
    let parts = Carried.Kind.allCases.compactMap { kind -> String? in
      let count = carried.count { $0.kind == kind }
      return count == 0 ? nil : Prose.count(count, Self.word(kind))
    }
    return "Everything else stayed as it was\(isFiltered ? ", of what you asked for" : ""): \(Prose.list(parts))."
  }

  private static func word(_ kind: Carried.Kind) -> String {
    switch kind {
    case .commitment: "commitment"
    case .norm: "norm"
    case .topic: "answer"
    }
  }

  private static func name(_ item: Carried) -> String {
    switch item.kind {
    case .commitment:
      "“\(item.text)”" + (item.owners.isEmpty ? "" : " (\(Prose.list(item.owners)))")
    case .norm: "“\(item.text)”"
    case .topic: item.topicTitle ?? item.topic ?? item.path
    }
  }

  /// Whether what stayed was agreed to again; nil within a year, where that is not needed.
  var agreedAgain: String? {
    guard !isSameYear, !carried.isEmpty else { return nil }
    let again = carried.count(where: \.isAgreedAgain)
    // Only what everyone had agreed to before can be agreed to again.
    let word = old?.isAgreedByAll == true ? " again" : ""
    if again == carried.count { return "Everyone has agreed to it\(word)." }
    return again == 0
      ? "It was carried over, and not everyone has agreed to it\(word)."
      : "Everyone has agreed to it\(word), except for what is marked as copied from last year."
  }
}
