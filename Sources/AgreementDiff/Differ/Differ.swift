internal import Agreement
internal import Diagnostics
internal import TextSupport

/// Compares two agreements, part by part; each part has a file of its own.
struct Differ {
  let old: Snapshot
  let new: Snapshot
  /// How many school years lie between the two sides; negative where the new side is the earlier one.
  let years: Int
  /// For each person of the old side the one of the new side.
  private(set) var newPerson: [Int?] = []
  /// For each person of the new side the one of the old side.
  private(set) var oldPerson: [Int?] = []
  var changes: [Change] = []
  var carried: [Carried] = []
  var links: [Comparison.Link] = []
  var counts = CommitmentCounts()
  /// The names of the campuses by their ids.
  private(set) lazy var campusNames = (old: old.campusNames, new: new.campusNames)

  init(_ old: Snapshot, _ new: Snapshot) {
    self.old = old
    self.new = new
    years = old.year.flatMap { before in new.year.map { $0.first - before.first } } ?? 0
    newPerson = Array(repeating: nil, count: old.people.count)
    oldPerson = Array(repeating: nil, count: new.people.count)
    pairPeople()
  }

  /// Whether both sides are of one school year: then every date counts.
  var isSameYear: Bool { years == 0 }

  mutating func run() {
    comparePeople()
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

  /// People are paired by id, else by name.
  private mutating func pairPeople() {
    var byID: [String: Int] = [:]
    for (index, person) in new.people.enumerated() { byID[person.id] = index }
    for (index, person) in old.people.enumerated() {
      if let partner = byID[person.id] { pair(index, partner) }
    }
    // A name that two people have says nothing.
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

  /// A name for a person that is the same from both sides.
  func commonID(old index: Int) -> String {
    guard let partner = newPerson[index] else { return "old " + old.people[index].id }
    return min(old.people[index].id, new.people[partner].id)
  }

  /// A name for a person that is the same from both sides.
  func commonID(new index: Int) -> String {
    guard let partner = oldPerson[index] else { return "new " + new.people[index].id }
    return min(old.people[partner].id, new.people[index].id)
  }

  mutating func add(_ change: Change) { changes.append(change) }

  /// The title of a topic; its id where nobody knows it.
  func title(_ topic: String) -> String { new.catalog.topics.first { $0.id == topic }?.title ?? topic }

  /// An id that is an English word or several, as people write it.
  static func words(_ id: String) -> String { id.replacing("-", with: " ") }

  // MARK: - Dates

  /// How many days later something is, counted from the start of the school year; 0 where the year alone moved it, which
  /// leaves a week to find the same day of the week.
  func shift(_ before: CalendarDate, _ after: CalendarDate) -> Int {
    let days = after.dayNumber - before.dayNumber
    if isSameYear { return days }
    let byCalendar = days - 365 * years
    guard let start = old.starts, let end = new.starts else { return abs(byCalendar) <= 8 ? 0 : byCalendar }
    let byStart = days - (end.dayNumber - start.dayNumber)
    return abs(byStart) <= 7 || abs(byCalendar) <= 8 ? 0 : byStart
  }

  /// Whether two dates mean another day; one that came or went does.
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
