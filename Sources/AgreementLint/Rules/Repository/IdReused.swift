internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import SchoolEnglish

extension Rule {
  static let idReused = Rule(
    .idReused, .warning, .repository, source: .format,
    summary: "one id is used for two people or two campuses",
    rationale: """
      An id means the same person or campus in every file. If the id is `principal`, the next principal looks like the same person with
      a new name. Then nobody seems to have come or gone, and old promises that the new principal never made seem to go on.
      """,
    failing: [
      Example(
        """
        format: 1
        id: brookside
        school-year: 2026-27
        participants:
          ↓principal↑: {name: Sam Reyes, role: principal}
        """, "`principal` is Sam Reyes here and Linh Tran in the agreement of 2025-26",
        help: "give each person their own id, such as the family name",
        path: "brookside/2026-27.agreement.yaml",
        beside: [
          (
            "brookside/2025-26.agreement.yaml",
            "format: 1\nid: brookside\nschool-year: 2025-26\nparticipants:\n  principal: {name: Linh Tran, role: principal}\n"
          )
        ]),
      Example(
        """
        format: 1
        id: west
        school-year: 2026-27
        campuses:
          ↓main↑: Riverbend Middle School
        """, "`main` is Riverbend Middle School here and Riverbend High School in the agreement of `east` for 2026-27",
        help: "give each campus its own id", path: "west/2026-27.agreement.yaml",
        beside: [
          (
            "east/2026-27.agreement.yaml",
            "format: 1\nid: east\nschool-year: 2026-27\ncampuses:\n  main: Riverbend High School\n"
          )
        ]),
    ],
    passing: [
      Example(
        """
        format: 1
        id: brookside
        school-year: 2026-27
        campuses:
          brookside: Brookside Elementary School
        participants:
          novak: {name: Jill Novak-Reyes, role: instructional-coach}
        """, path: "brookside/2026-27.agreement.yaml",
        beside: [
          (
            "brookside/2025-26.agreement.yaml",
            """
            format: 1
            id: brookside
            school-year: 2025-26
            campuses:
              brookside: Brookside Elementary
            participants:
              novak: {name: "Ms. Novak", role: instructional-coach}
            """
          )
        ])
    ],
    check: .repository { agreements, context in
      // Year by year, so that a new name is reported where it appears.
      let order = agreements.indices.sorted { left, right in
        let years = (agreements[left].year?.value, agreements[right].year?.value)
        if let first = years.0, let second = years.1, first != second { return first < second }
        return (years.0 == nil ? 1 : 0, left) < (years.1 == nil ? 1 : 0, right)
      }
      // An archive has hundreds of thousands of names, so only a hash and a place is kept of each; sorting puts those
      // of one id together, earliest year first.
      var places: [Place] = []
      places.reserveCapacity(agreements.reduce(0) { $0 + $1.nameCount })
      for (turn, file) in order.enumerated() {
        for place in 0..<agreements[file].nameCount {
          guard let entry = agreements[file].name(place) else { continue }
          places.append(Place(key: number(of: entry), turn: UInt32(turn), entry: UInt32(place)))
        }
      }
      places.sort()
      var start = 0
      while start < places.count {
        var end = start + 1
        while end < places.count, places[end].key == places[start].key { end += 1 }
        if end > start + 1 {
          compare(places[start..<end].map { (order[Int($0.turn)], Int($0.entry)) }, agreements, &context)
        }
        start = end
      }
    })

  /// Where a name is: a hash of its id, the position of its agreement in the order, and its index among the names of
  /// the agreement.
  private struct Place: Comparable {
    let key: UInt64
    let turn: UInt32
    let entry: UInt32

    static func < (left: Place, right: Place) -> Bool {
      (left.key, left.turn, left.entry) < (right.key, right.turn, right.entry)
    }
  }

  /// Reports the first name under an id that cannot be the same as in the first agreement.
  private static func compare(
    _ places: [(file: Int, entry: Int)], _ agreements: [AgreementFacts], _ context: inout RepositoryContext
  ) {
    let other = agreements[places[0].file]
    guard let first = other.name(places[0].entry) else { return }
    for (file, place) in places.dropFirst() where !agreements[file].isClosed {
      guard let entry = agreements[file].name(place), first.id == entry.id, first.kind == entry.kind,
        first.name != entry.name, !areAlike(first, entry)
      else {
        continue
      }
      let isSame = other.id?.value == agreements[file].id?.value
      let agreement =
        (isSame ? "" : other.id.map { "of `\($0.value)` " } ?? "")
        + (other.year.map { "\(isSame ? "of" : "for") \($0.value)" } ?? "without a year")
      context.report(
        in: file, at: entry.range,
        "`\(entry.id)` is \(entry.name) here and \(first.name) in the agreement \(agreement)",
        help: entry.kind == .person
          ? "give each person their own id, such as the family name" : "give each campus its own id",
        notes: [Note(at: first.range, "\(first.name) is here", in: other.path)])
      // One cause, one finding: the other files follow from the first.
      return
    }
  }

  private static func number(of entry: NamedID) -> UInt64 {
    var hash = StableHash()
    hash.add(entry.kind.rawValue)
    hash.add(entry.id)
    return hash.value
  }

  /// Whether two names can belong to one person or campus: a person's names share a word, however they are addressed or
  /// married; a campus's shorter name is contained in the longer one.
  private static func areAlike(_ left: NamedID, _ right: NamedID) -> Bool {
    func words(_ name: String) -> [String] {
      Word.texts(of: name).filter {
        $0.count > 1 && !["mr", "ms", "mrs", "dr", "mx", "ed", "phd", "jr", "sr"].contains($0)
      }
    }
    let (first, second) = (words(left.name), words(right.name))
    switch left.kind {
    case .person: return first.isEmpty || second.isEmpty || first.contains { second.contains($0) }
    case .campus:
      let (short, long) = first.count <= second.count ? (first, second) : (second, first)
      return short.allSatisfy { word in long.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
    }
  }
}
