internal import Agreement
internal import Diagnostics
internal import TextSupport

/// A part of an agreement in which several rules look for something missing. If the whole part is missing, one of them
/// reports it for all.
enum WholePart {
  case conversation
  case focus
  case meetings

  /// The rules, in the order in which they report.
  fileprivate var rules: [RuleID] {
    switch self {
    case .conversation: [.facilitatorMissing, .noteTakerMissing, .purposesMissing]
    case .focus: [.confidentialitySkipped, .roleCount, .challengesMissing, .strengthsMissing, .resultsMissing]
    case .meetings: [.meetingsMissing, .reviewMissing, .cancelPolicy, .absencePolicy, .invitationsMissing]
    }
  }

  fileprivate var message: String {
    switch self {
    case .conversation: "nothing is written about the conversation itself"
    case .focus: "it does not say what the coach's roles are or what stays confidential"
    case .meetings: "no meetings are planned"
    }
  }

  fileprivate var help: String {
    switch self {
    case .conversation: "add `conversation:` and below it `date:`, `facilitator:`, `note-taker:` and `purposes:`"
    case .focus:
      "add `focus:` and below it `roles:`, `role-documents:`, `challenges:`, `strengths:`, `expected-results:`, and `confidentiality:` with `shared`, `private` and `exceptions`"
    case .meetings: "add `meetings:`, below it `schedule:`, and each meeting after a dash: `- what: Check-in`"
    }
  }
}

extension RuleContext {
  /// Reports that a whole part is missing, if the running rule is the one to do so: the first rule that is on, or one
  /// that a comment allows, which must not silence the others.
  mutating func reportLack<Value>(ofAll part: Part<Value>, _ whole: WholePart) {
    guard case .absent(let holder) = part,
      allowed.contains(rule) || whole.rules.first(where: { running.contains($0) && !allowed.contains($0) }) == rule
    else { return }
    report(at: holder, whole.message, help: whole.help)
  }

  /// Reports a part that was not written; a broken part has a finding already.
  mutating func reportLack<Value>(of part: Part<Value>?, _ message: String, help: String) {
    if case .absent(let holder) = part { report(at: holder, message, help: help) }
  }

  /// Reports a list that was not written or is empty.
  mutating func reportLack<Item>(ofList part: Part<List<Item>>?, _ message: String, help: String) {
    guard let part, part.isAbsent || part.value?.isEmpty == true else { return }
    report(at: part.keyRange, message, help: help)
  }
}

extension Agreement {
  /// The meetings, if any are planned; if not, `meetings-missing` reports that for all rules about them.
  var plannedMeetings: Meetings? {
    guard let meetings = content.meetings.value, meetings.schedule.value?.isEmpty == false else { return nil }
    return meetings
  }

  /// The ids that can be written where a person is required, in words for a help text.
  var idsToChooseFrom: String {
    let ids = participants.filter { $0.part.value?.left.isAbsent == true && Identifier.isValid($0.id) }.map {
      "`\($0.id)`"
    }
    switch ids.count {
    case 0: return "the id of a participant"
    case 1: return ids[0]
    case 2...8: return Prose.list(ids, "or")
    default: return "the id of a participant, such as \(ids[0])"
    }
  }

  /// The name of a participant, or the id if there is no name.
  func name(of entry: Entry<Participant>) -> String { entry.part.value?.name.value.map { folded($0) } ?? entry.id }
}
