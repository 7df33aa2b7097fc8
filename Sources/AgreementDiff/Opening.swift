internal import Agreement
internal import TextSupport

/// What a meeting hears first about an agreement: the schools, the people, and what nobody has settled or signed yet.
///
/// Texts that may be private are already left out.
package struct Opening: Sendable {
  /// A participant in the agreement.
  package struct Person: Sendable {
    /// Whether the person is on both sides.
    package enum Fate: Sendable {
      case stayed
      case joined
      case left
    }

    let id: String
    /// The name, or the id if there is no name.
    package let name: String
    /// What the person does: "principal", "instructional coach and facilitator"; empty if nothing is known.
    package let position: String
    /// Whether the person is on both sides.
    package let fate: Fate
    /// Who had the position before, if exactly one person left it and exactly one took it.
    package internal(set) var follows: String?
    var followsID: String?
    /// The promises that this person took over, word for word, from the person who had the position before.
    package internal(set) var takesOver: [String] = []
    /// Small tasks that were taken over in the same way: "the meeting invitations".
    package internal(set) var tasks: [String] = []
  }

  /// The names of the schools; the id of the agreement if it names none.
  package let school: String
  /// The names of the schools on the old side.
  package private(set) var oldSchool: String
  /// The people who take part now, in the order of the file, then those who left.
  package internal(set) var people: [Person]
  /// The titles of the topics whose answers are marked as last year's, in the order of the catalog.
  package let copied: [String]
  /// The names of the people who have to sign and have not signed any text.
  package let unsigned: [String]
  /// The names of the people who signed a different text, so that they have to sign again.
  package let signedAnother: [String]
  /// People with the id of somebody who has another name, and who may be the same person: the name before, and the name
  /// now.
  package private(set) var renamed: [(old: String, new: String)] = []
  /// The names of the people who had left by the end of the old side, and who are not in the new one.
  package private(set) var leftEarlier: [String] = []

  /// The opening if there is no side at all.
  static let nothing = Opening(school: "", people: [], copied: [], unsigned: [], signedAnother: [])

  private init(school: String, people: [Person], copied: [String], unsigned: [String], signedAnother: [String]) {
    self.school = school
    oldSchool = school
    self.people = people
    self.copied = copied
    self.unsigned = unsigned
    self.signedAnother = signedAnother
  }

  /// The opening of an agreement with nothing to compare it with.
  init(_ side: Snapshot, _ withheld: [WithheldTexts]) {
    self.init(side, people: side.people.filter { $0.left == nil }.map { ($0, .stayed) }, withheld)
  }

  /// The opening of two sides that were compared.
  init(_ differ: Differ, _ withheld: [WithheldTexts]) {
    let (old, new) = (differ.old, differ.new)
    var people: [(person: Snapshot.Person, fate: Person.Fate)] = []
    var gone: [Snapshot.Person] = []
    for (index, person) in new.people.enumerated() {
      let before = differ.oldPerson[index].map { old.people[$0] }
      let wasThere = before.map { $0.left == nil } ?? false
      if person.left == nil {
        people.append((person, wasThere ? .stayed : .joined))
      } else if wasThere {
        gone.append(person)
      }
    }
    for (index, person) in old.people.enumerated() where differ.newPerson[index] == nil && person.left == nil {
      gone.append(person)
    }
    self.init(new, people: people + gone.map { ($0, .left) }, withheld)
    for (index, person) in old.people.enumerated() where differ.newPerson[index] == nil && person.left != nil {
      leftEarlier.append(Self.shown(Self.name(person), withheld))
    }
    oldSchool = Self.school(old, withheld)
    for (index, person) in new.people.enumerated() where person.left == nil {
      guard let before = differ.oldPerson[index].map({ old.people[$0] }), before.isNamedLike(person) == false else {
        continue
      }
      renamed.append((Self.shown(Self.name(before), withheld), Self.shown(Self.name(person), withheld)))
    }
    // Two agreements about different schools have different people, and nobody follows anybody.
    let schools = (Set(old.campuses.map(\.name)), Set(new.campuses.map(\.name)))
    guard old.id.text == new.id.text || !schools.0.isDisjoint(with: schools.1) else { return }
    addSuccessions(people.filter { $0.fate == .joined }.map(\.person), gone, people.map(\.person), withheld)
  }

  /// The names of the schools in an agreement, without withheld texts.
  static func school(_ side: Snapshot, _ withheld: [WithheldTexts]) -> String {
    let schools = side.campuses.map { withoutNumber($0.name) }.filter { !$0.isEmpty }
    return shown(schools.isEmpty ? side.id.text : Prose.list(schools), withheld)
  }

  private init(
    _ side: Snapshot, people: [(person: Snapshot.Person, fate: Person.Fate)], _ withheld: [WithheldTexts]
  ) {
    school = Self.school(side, withheld)
    oldSchool = school
    self.people = people.map { entry in
      Person(
        id: entry.person.id, name: Self.shown(Self.name(entry.person), withheld),
        position: Self.shown(Self.position(entry.person), withheld), fate: entry.fate)
    }
    let carried = Set(side.topics.filter { $0.state == .carried }.map(\.id))
    copied = carried.isEmpty ? [] : side.catalog.topics.filter { carried.contains($0.id) }.map(\.title)
    let missing =
      side.isAgreedByAll
      ? []
      : side.people.filter { person in
        person.left == nil && !person.hasSigned && person.roles.contains { $0 != .facilitator }
      }
    unsigned = missing.filter { !$0.hasSignedAnother }.map { Self.shown(Self.name($0), withheld) }
    signedAnother = missing.filter(\.hasSignedAnother).map { Self.shown(Self.name($0), withheld) }
  }

  /// Adds who follows whom: for each position, the person who left it and the person who took it at the same schools,
  /// if nobody else had or has it. If there are several, nobody can tell.
  private mutating func addSuccessions(
    _ joined: [Snapshot.Person], _ gone: [Snapshot.Person], _ present: [Snapshot.Person], _ withheld: [WithheldTexts]
  ) {
    guard !joined.isEmpty, !gone.isEmpty else { return }
    for role in ParticipantRole.allCases where role != .other && role != .teacher && role != .facilitator {
      let (before, after) = (gone.filter { $0.roles.contains(role) }, present.filter { $0.roles.contains(role) })
      guard before.count == 1, after.count == 1, let follower = joined.first(where: { $0.id == after[0].id }),
        let place = people.firstIndex(where: { $0.fate == .joined && $0.id == follower.id })
      else { continue }
      people[place].follows = Self.shown(Self.name(before[0]), withheld)
      people[place].followsID = before[0].id
    }
  }

  private static func name(_ person: Snapshot.Person) -> String { person.name.isEmpty ? person.id : person.name }

  /// What a person does, in words; the title says more than the role `other`.
  private static func position(_ person: Snapshot.Person) -> String {
    let roles = person.roles.filter { $0 != .other }
    return roles.isEmpty ? person.title : Prose.list(roles.map { Differ.words($0.rawValue) })
  }

  /// The name of a school without the number after it, which nobody says aloud.
  private static func withoutNumber(_ name: String) -> String {
    guard name.hasSuffix(")"), let start = name.ranges(of: " (").last?.lowerBound else { return name }
    return String(name[..<start])
  }

  private static func shown(_ text: String, _ withheld: [WithheldTexts]) -> String {
    withheld.contains { $0.repeats(text) } ? WithheldTexts.notice : text
  }
}

extension Opening {
  /// The tasks that somebody can take over, by path.
  private static let tasks = [
    "meetings/invitations": "the meeting invitations", "conversation/facilitator": "leading the conversation",
    "conversation/note-taker": "taking notes", "drafting/owner": "writing the draft",
  ]

  /// Adds promises and tasks that went from one person to the successor and otherwise stayed the same; their changes
  /// are marked, so that nobody hears of them twice.
  mutating func takeOver(_ changes: inout [Change], _ differ: Differ) {
    guard people.contains(where: { $0.follows != nil }) else { return }
    let wholes = Set(changes.compactMap(\.partOf))
    for index in changes.indices {
      let change = changes[index]
      if let task = Self.tasks[change.path], change.old != nil, change.new != nil, change.people.count == 2,
        let place = people.firstIndex(where: { person in
          person.followsID.map { change.people.contains($0) && change.people.contains(person.id) } ?? false
        }), Self.isFrom(change, people[place])
      {
        people[place].tasks.append(task)
        changes[index].isToldInOpening = true
        continue
      }
      guard change.kind == .commitmentHandedOn, change.partOf == nil, !wholes.contains(change.fingerprint),
        let text = change.new?.text, change.old?.texts == change.new?.texts, !change.hidesDifference,
        case .commitment(let before, let after) = change.origin
      else { continue }
      let owners = (differ.old.commitments[before].owners, differ.new.commitments[after].owners)
      guard owners.0.count == 1, owners.1.count == 1 else { continue }
      let (from, to) = (differ.old.id(of: owners.0[0]), differ.new.id(of: owners.1[0]))
      guard let place = people.firstIndex(where: { $0.id == to && $0.followsID == from }) else { continue }
      people[place].takesOver.append(text)
      changes[index].isToldInOpening = true
    }
  }

  /// Whether a task went to a person, not away from that person.
  private static func isFrom(_ change: Change, _ person: Person) -> Bool {
    change.old?.text == person.follows && change.new?.text == person.name
  }
}
