internal import Diagnostics
internal import YAMLSyntax

extension Agreement {
  /// The ids of people who joined later and to whom nothing signed refers: the others agreed to a text without them.
  ///
  /// Anyone who is named, such as the owner of a promise, is part of the text, and so are their name and role.
  var peopleNobodySignedFor: Set<String> {
    var joined: [Int: String] = [:]
    for (place, entry) in participants.enumerated() where entry.part.value?.joined.isAbsent == false {
      joined[place] = entry.id
    }
    guard !joined.isEmpty else { return [] }
    for person in peopleNamed { joined[person] = nil }
    return Set(joined.values)
  }

  /// The people to whom the signed text refers, as indices into `participants`.
  private var peopleNamed: [Int] {
    var result: [Int] = []
    func add(_ part: Part<Reference>?) { if let person = part?.value { result.append(person.index) } }
    func add(_ party: Party?) { if let person = party?.participant { result.append(person) } }
    let conversation = content.conversation.value
    add(conversation?.facilitator)
    add(conversation?.noteTaker)
    for part in conversation?.absent.value ?? [] { add(part) }
    for answer in topics.answers {
      for commitment in answer.part.value?.commitments.value ?? [] {
        for owner in commitment.value?.owners.value ?? [] { add(owner.value) }
      }
    }
    add(content.drafting.value?.owner)
    add(content.meetings.value?.invitations.value)
    return result
  }

  /// The values of some entries of `participants`.
  func nodes(ofPeople ids: Set<String>) -> Set<NodeID> {
    let document = document
    var result: Set<NodeID> = []
    guard let root = document.root else { return [] }
    for (key, value) in document.entries(of: root)
    where document.bytes(of: key).equals("participants") && document.kind(of: value) == .mapping {
      for (id, person) in document.entries(of: value) where ids.contains(document.string(of: id)) {
        result.insert(person)
      }
    }
    return result
  }
}
