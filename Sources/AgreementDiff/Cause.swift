internal import SchoolEnglish

/// Links changes that have the same cause: the most important one comes first, and the others are part of it.
enum Cause {
  /// The changes, in order, each with the change that it is part of.
  static func linked(_ changes: [Change]) -> [Change] {
    var changes = changes
    linkOrigins(&changes)
    linkMeetings(&changes)
    linkRoles(&changes)
    linkTasks(&changes)
    return changes
  }

  /// Makes changes with the same origin part of the first one: a promise or norm that was split off or merged is shown
  /// with what happened to the other one, and schools that became one with the change that says so.
  private static func linkOrigins(_ changes: inout [Change]) {
    var first: [Change.Origin: String] = [:]
    func isPart(_ change: Change) -> Bool {
      parts.contains(change.kind)
        || [.campusAdded, .campusDropped].contains(change.kind) && change.reasons.isEmpty
    }
    let order = changes.indices.filter { !isPart(changes[$0]) } + changes.indices.filter { isPart(changes[$0]) }
    for index in order {
      guard let origin = changes[index].origin else { continue }
      if let known = first[origin] {
        changes[index].partOf = known
      } else {
        first[origin] = changes[index].fingerprint
      }
    }
  }

  private static let parts: Set<ChangeClass> = [
    .commitmentMerged, .commitmentSplit, .normMerged, .normSplit, .personCampusChanged,
  ]

  /// Makes a meeting part of the only commitment about it, if both went from the same old frequency to the same new
  /// one.
  private static func linkMeetings(_ changes: inout [Change]) {
    func isMeeting(_ kind: ChangeClass) -> Bool {
      [.meetingsLessOften, .meetingsMoreOften, .meetingDropped, .meetingAdded].contains(kind)
    }
    let meetings = changes.indices.filter { isMeeting(changes[$0].kind) && changes[$0].rhythm != nil }
    if meetings.isEmpty { return }
    // For each frequency, the commitments about meeting, with their stems: nearly always none, and read only once.
    var promised: [Change.Rhythm: [(index: Int, stems: Set<String>)]] = [:]
    let rhythms = Set(meetings.compactMap { changes[$0].rhythm })
    for index in changes.indices where changes[index].partOf == nil && !isMeeting(changes[index].kind) {
      guard let rhythm = changes[index].rhythm, rhythms.contains(rhythm) else { continue }
      let stems = stems(changes[index])
      if !stems.isDisjoint(with: aboutMeeting) { promised[rhythm, default: []].append((index, stems)) }
    }
    for index in meetings {
      // If many commitments are about meeting, nobody can tell which one is meant.
      guard let rhythm = changes[index].rhythm, let known = promised[rhythm], known.count <= 20 else { continue }
      let named = stems(changes[index])
      let found = known.filter { !$0.stems.isDisjoint(with: named) }
      if found.count == 1 { changes[index].partOf = changes[found[0].index].fingerprint }
    }
  }

  /// The stems of words for people coming together.
  private static let aboutMeeting: Set<String> = ["check", "conversation", "meet", "sit", "talk"]

  /// The stems of the words of a change, without those that say little.
  private static func stems(_ change: Change) -> Set<String> {
    Word.contentStems(in: (change.old ?? change.new)?.text ?? "")
  }

  /// Links a role that replaced another one, and the answer on priorities that only names them.
  private static func linkRoles(_ changes: inout [Change]) {
    let dropped = changes.indices.filter { changes[$0].kind == .roleDropped }
    let added = changes.indices.filter { changes[$0].kind == .roleAdded }
    guard let primary = dropped.first ?? added.first else { return }
    if dropped.count == 1, added.count == 1 { changes[added[0]].partOf = changes[dropped[0]].fingerprint }
    guard dropped.count <= 1, added.count <= 1,
      let answer = changes.indices.first(where: {
        changes[$0].kind == .topicChanged && changes[$0].topic == "role-priorities"
      }), let before = changes[answer].old?.text, let after = changes[answer].new?.text
    else { return }
    func content(_ text: String) -> [String] { Word.texts(of: text).filter { !Lexicon.small.contains($0) } }
    let (old, new) = (content(before), content(after))
    func names(_ places: [Int]) -> Set<String> {
      Set(places.flatMap { Word.texts(of: changes[$0].subject + " " + changes[$0].label) })
    }
    let (gone, come) = (TextComparison.missing(old, from: new), TextComparison.missing(new, from: old))
    guard !gone.isEmpty || !come.isEmpty, names(dropped).isSuperset(of: gone), names(added).isSuperset(of: come) else {
      return
    }
    changes[answer].partOf = changes[primary].fingerprint
  }

  /// Links small tasks, such as sending the invitations, that somebody else has because a person left or joined.
  private static func linkTasks(_ changes: inout [Change]) {
    let kinds: Set<ChangeClass> = [.conversationChanged, .draftingChanged, .invitationsChanged]
    for index in changes.indices where kinds.contains(changes[index].kind) && !changes[index].people.isEmpty {
      let people = changes[index].people
      func change(_ kind: ChangeClass) -> Change? {
        changes.first { $0.kind == kind && !$0.people.allSatisfy { !people.contains($0) } }
      }
      changes[index].partOf = (change(.personLeft) ?? change(.personJoined))?.fingerprint
    }
  }
}
