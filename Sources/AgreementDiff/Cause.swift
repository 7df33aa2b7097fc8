/// Changes that have one cause: the most important one is told, and the others are told with it.
enum Cause {
  /// The changes, in their order, each with the one that it belongs to.
  static func linked(_ changes: [Change]) -> [Change] {
    var changes = changes
    linkCommitments(&changes)
    linkMeetings(&changes)
    linkRoles(&changes)
    linkTasks(&changes)
    return changes
  }

  /// What else happened to a commitment belongs to the first thing that is told of it.
  private static func linkCommitments(_ changes: inout [Change]) {
    var first: [String: String] = [:]
    for index in changes.indices {
      guard let commitment = changes[index].commitment else { continue }
      if let known = first[commitment] {
        changes[index].partOf = known
      } else {
        first[commitment] = changes[index].fingerprint
      }
    }
  }

  /// A meeting belongs to the one commitment that speaks of it: both went from the same frequency to the same other one.
  private static func linkMeetings(_ changes: inout [Change]) {
    func isMeeting(_ kind: ChangeClass) -> Bool {
      [.meetingsLessOften, .meetingsMoreOften, .meetingDropped, .meetingAdded].contains(kind)
    }
    guard changes.contains(where: { isMeeting($0.kind) && $0.rhythm != nil }) else { return }
    let commitments = changes.indices.filter {
      changes[$0].rhythm != nil && changes[$0].partOf == nil && !isMeeting(changes[$0].kind)
    }
    for index in changes.indices where isMeeting(changes[index].kind) {
      let meeting = changes[index]
      guard let rhythm = meeting.rhythm else { continue }
      let found = commitments.filter { changes[$0].rhythm == rhythm && speaks(changes[$0], of: meeting) }
      if found.count == 1 { changes[index].partOf = changes[found[0]].fingerprint }
    }
  }

  /// Whether a commitment is about meeting, and shares a word with the name of a meeting.
  private static func speaks(_ commitment: Change, of meeting: Change) -> Bool {
    func stems(_ wording: Change.Wording?) -> Set<String> {
      Set(Word.all(in: wording?.text ?? "").filter { !$0.traits.contains(.small) }.map(\.stem))
    }
    let (promised, named) = (stems(commitment.old ?? commitment.new), stems(meeting.old ?? meeting.new))
    return !promised.isDisjoint(with: ["meet", "talk", "conversation", "check", "sit"])
      && !promised.isDisjoint(with: named)
  }

  /// One role that took the place of another one, and the answer on priorities that only names them.
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
    func content(_ text: String) -> [String] { Words.plain(text).filter { !Words.small.contains($0) } }
    let (old, new) = (content(before), content(after))
    func names(_ places: [Int]) -> Set<String> {
      Set(places.flatMap { Words.plain(changes[$0].subject + " " + changes[$0].label) })
    }
    let (gone, come) = (TextComparison.missing(old, from: new), TextComparison.missing(new, from: old))
    guard !gone.isEmpty || !come.isEmpty, names(dropped).isSuperset(of: gone), names(added).isSuperset(of: come) else {
      return
    }
    changes[answer].partOf = changes[primary].fingerprint
  }

  /// Small tasks, such as to send the invitations, that somebody else has because a person left or joined.
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
