internal import Agreement
internal import Diagnostics

extension RuleContext {
  /// Reports a part that was not written; one that is broken has a finding already.
  mutating func reportLack<Value>(of part: Part<Value>?, _ message: String, help: String) {
    if case .absent(let holder) = part { report(at: holder, message, help: help) }
  }

  /// Reports a list that was not written or has nothing in it.
  mutating func reportLack<Item>(ofList part: Part<[Item]>?, _ message: String, help: String) {
    guard let part, part.isAbsent || part.value?.isEmpty == true else { return }
    report(at: part.keyRange, message, help: help)
  }
}

extension Agreement {
  /// The meetings, where any are planned; else `meetings-missing` speaks for all that is said about them.
  var plannedMeetings: Meetings? {
    guard let meetings = content.meetings.value, meetings.schedule.value?.isEmpty == false else { return nil }
    return meetings
  }

  /// The name of a participant, or the id of one without a name.
  func name(of entry: Entry<Participant>) -> String { entry.part.value?.name.value.map { folded($0) } ?? entry.id }
}
