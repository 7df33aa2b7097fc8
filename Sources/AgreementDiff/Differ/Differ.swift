internal import Agreement
internal import Diagnostics
internal import TextSupport

/// Compares two agreements, part by part; each part has a separate file.
struct Differ {
  let old: Snapshot
  let new: Snapshot
  /// The number of school years between the two sides; negative if the new side is the earlier one.
  let years: Int
  /// For each person on the old side, the matching person on the new side.
  private(set) var newPerson: [Int?] = []
  /// For each person on the new side, the matching person on the old side.
  private(set) var oldPerson: [Int?] = []
  /// For each id on the old side, of a participant or another, the matching id on the new side; and vice versa.
  private(set) var newID: [String: String] = [:]
  private(set) var oldID: [String: String] = [:]
  /// The pairs of people and groups under `others`, as indices into both sides.
  private(set) var otherPairs: [(old: Int, new: Int)] = []
  var changes: [Change] = []
  var carried: [Carried] = []
  var links: [Comparison.Link] = []
  var counts = CommitmentCounts()
  /// The names of the campuses by their ids.
  private(set) lazy var campusNames = (old: old.campusNames, new: new.campusNames)

  /// The campuses that are the same on both sides, by id or else by name.
  private(set) lazy var campusPairs = Pairing.pairs(
    old.campuses.map { Candidate(id: $0.id, text: "", content: $0.name) },
    new.campuses.map { Candidate(id: $0.id, text: "", content: $0.name) })

  init(_ old: Snapshot, _ new: Snapshot) {
    self.old = old
    self.new = new
    years = old.year.flatMap { before in new.year.map { $0.first - before.first } } ?? 0
    newPerson = Array(repeating: nil, count: old.people.count)
    oldPerson = Array(repeating: nil, count: new.people.count)
    pairPeople()
    pairOthers()
  }

  /// Whether both sides belong to the same school year, so that every date counts.
  var isSameYear: Bool { years == 0 }

  mutating func run() {
    comparePeople()
    compareOthers()
    compareCampuses()
    compareConfidentiality()
    compareTopics()
    compareCommitments()
    compareLists()
    compareRoles()
    compareMeetings()
    compareFacts()
    compareFrame()
    compareInheritance()
  }

  /// Pairs people by id, or else by name.
  private mutating func pairPeople() {
    var byID: [String: Int] = [:]
    for (index, person) in new.people.enumerated() { byID[person.id] = index }
    for (index, person) in old.people.enumerated() {
      if let partner = byID[person.id] { pair(index, partner) }
    }
    // A name that two people share says nothing.
    var byName: [String: (old: [Int], new: [Int])] = [:]
    for (index, person) in old.people.enumerated() where newPerson[index] == nil {
      byName[person.name, default: ([], [])].old.append(index)
    }
    if byName.isEmpty { return }
    for (index, person) in new.people.enumerated() where oldPerson[index] == nil {
      byName[person.name, default: ([], [])].new.append(index)
    }
    for (name, places) in byName where !name.isEmpty && places.old.count == 1 && places.new.count == 1 {
      pair(places.old[0], places.new[0])
    }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    newPerson[old] = new
    oldPerson[new] = old
  }

  /// Pairs people and groups under `others` by id, or else by name. Somebody who is a participant on only one side
  /// keeps the id, too.
  private mutating func pairOthers() {
    for (index, person) in old.people.enumerated() {
      if let partner = newPerson[index] { join(person.id, new.people[partner].id) }
    }
    guard !old.others.isEmpty || !new.others.isEmpty else { return }
    let pairs = Pairing.pairs(
      old.others.map { Candidate(id: $0.id, text: "", content: $0.name) },
      new.others.map { Candidate(id: $0.id, text: "", content: $0.name) })
    otherPairs = pairs.map { ($0.old, $0.new) }
    for pair in otherPairs { join(old.others[pair.old].id, new.others[pair.new].id) }
    let ids = Set(new.people.map(\.id) + new.others.map(\.id))
    for id in old.people.map(\.id) + old.others.map(\.id)
    where newID[id] == nil && oldID[id] == nil && ids.contains(id) { join(id, id) }
  }

  private mutating func join(_ before: String, _ after: String) {
    newID[before] = after
    oldID[after] = before
  }

  /// An identifier for somebody that is the same from both sides.
  func commonID(old party: Party) -> String {
    let id = old.id(of: party)
    return newID[id].map { min(id, $0) } ?? "old " + id
  }

  /// An identifier for somebody that is the same from both sides.
  func commonID(new party: Party) -> String {
    let id = new.id(of: party)
    return oldID[id].map { min($0, id) } ?? "new " + id
  }

  /// An identifier for several people, whatever their order.
  func commonIDs(old owners: [Party]) -> String { owners.map { commonID(old: $0) }.sorted().joined(separator: " ") }

  /// An identifier for several people, whatever their order.
  func commonIDs(new owners: [Party]) -> String { owners.map { commonID(new: $0) }.sorted().joined(separator: " ") }

  /// Adds a change; one that removes or adds what protects teachers is among the first that people hear of.
  mutating func add(_ change: Change) {
    changes.append(change)
    if changes[changes.count - 1].touchesSafeguards { changes[changes.count - 1].group = .confidentiality }
  }

  /// The title of a topic, or its id if it is unknown.
  func title(_ topic: String) -> String { new.catalog.topics.first { $0.id == topic }?.title ?? topic }

  /// An id that consists of English words, as people write it.
  static func words(_ id: String) -> String { id.replacing("-", with: " ") }

  // MARK: - Dates

  /// How many days later something is, counted from the start of the school year; 0 if only the year moved it, which
  /// allows a week to find the same day of the week.
  func shift(_ before: CalendarDate, _ after: CalendarDate) -> Int {
    let days = after.dayNumber - before.dayNumber
    if isSameYear { return days }
    let byCalendar = days - 365 * years
    guard let start = old.starts, let end = new.starts else { return abs(byCalendar) <= 8 ? 0 : byCalendar }
    let byStart = days - (end.dayNumber - start.dayNumber)
    return abs(byStart) <= 7 || abs(byCalendar) <= 8 ? 0 : byStart
  }

  /// Whether two dates mean different days; a date that came or went does, too.
  func isMoved(_ before: CalendarDate?, _ after: CalendarDate?) -> Bool {
    guard let before, let after else { return (before == nil) != (after == nil) }
    return shift(before, after) != 0
  }

  /// "3 weeks later", "5 days earlier".
  static func words(forDays days: Int) -> String {
    let count = abs(days)
    let stretch = count >= 14 ? Prose.count((count + 3) / 7, "week") : Prose.count(count, "day")
    return "\(stretch) \(days > 0 ? "later" : "earlier")"
  }

  /// A date as days from the start of its school year, so that it is the same in every year.
  func offset(_ date: CalendarDate?, _ side: Snapshot) -> String {
    guard let date else { return "" }
    return String(date.dayNumber - (side.starts?.dayNumber ?? 0))
  }
}
