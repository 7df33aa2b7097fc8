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

  fileprivate var key: String {
    switch self {
    case .conversation: "conversation"
    case .focus: "focus"
    case .meetings: "meetings"
    }
  }

  /// What goes below the key.
  fileprivate var contents: String {
    switch self {
    case .conversation: "`date:`, `facilitator:`, `note-taker:` and `purposes:`"
    case .focus:
      "`roles:`, `role-documents:`, `challenges:`, `strengths:`, `expected-results:`, and `confidentiality:` with `shared`, `private` and `exceptions`"
    case .meetings: "`schedule:` with each meeting after a dash, as in `- what: Check-in`"
    }
  }
}

/// What somebody is asked to write for a key, which may be there already with nothing after it.
enum Ask {
  /// A value: "`novak` or `tran`".
  case value(String)
  /// A text, by what it says: "say whether it is moved, and by when".
  case text(String)
  /// Lines below the key, by what to do: "list each one after a dash".
  case lines(String)
  /// Keys below the key: "`shared`, `private` and `exceptions`".
  case keys(String)

  /// What to type. A key that is there already is not added, because it would then appear twice.
  func help(_ key: String, _ gap: Gap) -> String {
    switch self {
    case .value(let words): gap.hasKey ? "write \(words) after the colon" : "add `\(key):` and \(words)"
    case .text(let words): gap.hasKey ? "after the colon, \(words)" : "add `\(key):` and \(words)"
    case .lines(let words): gap.hasKey ? "below this line, \(words)" : "add `\(key):`, and below it \(words)"
    case .keys(let words):
      gap.hasKey
        ? "below this line and two spaces further right, add \(words)" : "add `\(key):` and below it \(words)"
    }
  }
}

extension RuleContext {
  /// Reports that a whole part is missing, if the running rule is the one to do so: the first rule that is on, or one
  /// that a comment allows, which must not silence the others.
  mutating func reportLack<Value>(ofAll part: Part<Value>, _ whole: WholePart) {
    guard case .absent(let gap) = part,
      allowed.contains(rule) || whole.rules.first(where: { running.contains($0) && !allowed.contains($0) }) == rule
    else { return }
    report(at: gap.range, whole.message, help: Ask.keys(whole.contents).help(whole.key, gap))
  }

  /// Reports a part that was not written; a broken part has a finding already.
  mutating func reportLack<Value>(of part: Part<Value>?, _ key: String, _ message: String, _ ask: Ask) {
    if case .absent(let gap) = part { report(at: gap.range, message, help: ask.help(key, gap)) }
  }

  /// Reports a list that was not written or is empty.
  mutating func reportLack<Item>(ofList part: Part<List<Item>>?, _ key: String, _ message: String, _ ask: Ask) {
    reportLack(of: part, key, message, ask)
    guard case .present(let list) = part, list.value.isEmpty else { return }
    // `[]` would stand in the way of what is written below it.
    report(
      at: list.keyRange, message,
      help: "delete what comes after the colon; then, \(ask.help(key, Gap(list.keyRange, hasKey: true)))")
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
