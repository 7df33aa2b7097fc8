/// What people write for the words of the format, next to each list of words.
///
/// The keys are plain words (see `PlainWords`). A word that could mean two things is left out.
extension Status {
  /// What people write instead.
  package static let synonyms: [String: Status] = [
    "adopted": .agreed,
    "agreed to": .agreed,
    "agreed upon": .agreed,
    "approved": .agreed,
    "complete": .agreed,
    "completed": .agreed,
    "done": .agreed,
    "drafting": .draft,
    "final": .agreed,
    "finalized": .agreed,
    "finished": .agreed,
    "in progress": .draft,
    "in review": .draft,
    "in the works": .draft,
    "not final": .draft,
    "not signed": .draft,
    "not signed yet": .draft,
    "ready to sign": .agreed,
    "rough draft": .draft,
    "signed": .agreed,
    "signed by all": .agreed,
    "under review": .draft,
    "unfinished": .draft,
    "unsigned": .draft,
    "wip": .draft,
    "work in progress": .draft,
    "working draft": .draft,
  ]
}

extension ParticipantRole {
  /// What people write instead.
  package static let synonyms: [String: ParticipantRole] = [
    "academic coach": .instructionalCoach,
    "ap": .assistantPrincipal,
    "assistant head of school": .assistantPrincipal,
    "assistant headmaster": .assistantPrincipal,
    "assistant prin": .assistantPrincipal,
    "assistant principal": .assistantPrincipal,
    "assoc principal": .assistantPrincipal,
    "associate principal": .assistantPrincipal,
    "asst prin": .assistantPrincipal,
    "asst principal": .assistantPrincipal,
    "building principal": .principal,
    "campus principal": .principal,
    "classroom teacher": .teacher,
    "coach": .instructionalCoach,
    "coach coordinator": .coachingCoordinator,
    "coaching coordinator": .coachingCoordinator,
    "content coordinator": .contentCoordinator,
    "content specialist": .contentCoordinator,
    "coordinator of coaches": .coachingCoordinator,
    "coordinator of coaching": .coachingCoordinator,
    "coordinator of instructional coaching": .coachingCoordinator,
    "curriculum coordinator": .contentCoordinator,
    "deputy head": .assistantPrincipal,
    "deputy principal": .assistantPrincipal,
    "director of coaching": .coachingCoordinator,
    "director of instructional coaching": .coachingCoordinator,
    "head of school": .principal,
    "head principal": .principal,
    "head teacher": .principal,
    "headmaster": .principal,
    "headmistress": .principal,
    "headteacher": .principal,
    "ic": .instructionalCoach,
    "instr coach": .instructionalCoach,
    "instruct coach": .instructionalCoach,
    "instruction coach": .instructionalCoach,
    "instructional coach": .instructionalCoach,
    "instructional coaches": .instructionalCoach,
    "instructional coaching coordinator": .coachingCoordinator,
    "interim principal": .principal,
    "meeting facilitator": .facilitator,
    "moderator": .facilitator,
    "prin": .principal,
    "principal": .principal,
    "school head": .principal,
    "school principal": .principal,
    "site principal": .principal,
    "subject coordinator": .contentCoordinator,
    "vice principal": .assistantPrincipal,
    "vp": .assistantPrincipal,
  ]

  /// The role of somebody whose title says more than the role: "literacy coach", "K-5 math coordinator".
  static func inTitle(_ title: String) -> ParticipantRole? {
    let words = PlainWords.of(title)
    guard let last = words.last, words.count > 1, words.count <= 6 else { return nil }
    let text = words.joined(separator: " ")
    if text.contains("assistant principal") || text.contains("vice principal") || text.contains("associate principal") {
      return .assistantPrincipal
    }
    switch last {
    case "coach": return .instructionalCoach
    case "coordinator": return words.contains("coaching") ? .coachingCoordinator : .contentCoordinator
    case "principal":
      return words.contains { ["asst", "deputy", "vice"].contains($0) } ? .assistantPrincipal : .principal
    case "teacher": return .teacher
    default: return nil
    }
  }
}

extension MeetingKind {
  /// What people write instead.
  package static let synonyms: [String: MeetingKind] = [
    "beginning of year": .other,
    "boy": .other,
    "check": .checkIn,
    "check in": .checkIn,
    "check ins": .checkIn,
    "check up": .checkIn,
    "checkin": .checkIn,
    "checkins": .checkIn,
    "checkup": .checkIn,
    "coaching check in": .checkIn,
    "end of year review": .prioritiesReview,
    "kick off": .other,
    "kickoff": .other,
    "mid year review": .prioritiesReview,
    "midyear review": .prioritiesReview,
    "misc": .other,
    "norm review": .normsReview,
    "norms": .normsReview,
    "norms check": .normsReview,
    "planning": .other,
    "plc": .other,
    "priorities": .prioritiesReview,
    "priorities check": .prioritiesReview,
    "priority": .prioritiesReview,
    "priority review": .prioritiesReview,
    "review of norms": .normsReview,
    "review of priorities": .prioritiesReview,
    "review of the norms": .normsReview,
    "review of the priorities": .prioritiesReview,
    "review priorities": .prioritiesReview,
    "status check": .checkIn,
    "touch base": .checkIn,
    "touchbase": .checkIn,
    "training": .other,
    "workshop": .other,
    "year end review": .prioritiesReview,
  ]
}

extension MeetingKind {
  /// The kind in a longer phrase: "regular check-in", "midyear review of our priorities".
  static func inPhrase(_ text: String) -> MeetingKind? {
    let words = PlainWords.of(text)
    guard (2...8).contains(words.count) else { return nil }
    let isCheckIn = words.contains("checkin") || words.contains("check") && words.contains("in")
    let isNorms = words.contains("norms")
    let isReview =
      words.contains { ["priorities", "midyear", "mid"].contains($0) }
      || words.contains("review") && words.contains("year")
    switch (isCheckIn, isNorms, isReview) {
    case (true, false, false): return .checkIn
    case (false, true, false): return .normsReview
    case (false, false, true): return .prioritiesReview
    default: return nil
    }
  }
}

extension SignatureMethod {
  /// What people write instead.
  package static let synonyms: [String: SignatureMethod] = [
    "by email": .typed,
    "by hand": .paper,
    "by mail": .paper,
    "computer": .typed,
    "digital": .typed,
    "digitally": .typed,
    "e mail": .typed,
    "e sign": .typed,
    "e signature": .typed,
    "electronic": .typed,
    "electronic signature": .typed,
    "electronically": .typed,
    "email": .typed,
    "esign": .typed,
    "esignature": .typed,
    "hand": .paper,
    "hand signed": .paper,
    "hand written": .paper,
    "handwritten": .paper,
    "hard copy": .paper,
    "in ink": .paper,
    "in pen": .paper,
    "in person": .paper,
    "ink": .paper,
    "keyboard": .typed,
    "on paper": .paper,
    "on the computer": .typed,
    "online": .typed,
    "paper copy": .paper,
    "pen": .paper,
    "pen and ink": .paper,
    "pen and paper": .paper,
    "print": .paper,
    "printed": .paper,
    "printout": .paper,
    "signed on paper": .paper,
    "ssh key": .ssh,
    "type": .typed,
    "typed in": .typed,
    "typed name": .typed,
    "typing": .typed,
    "wet": .paper,
    "wet ink": .paper,
    "wet signature": .paper,
    "written": .paper,
  ]
}

extension Recurrence {
  /// What people write instead.
  package static let synonyms: [String: Recurrence] = [
    "2 weeks": .twoWeeks,
    "2 wks": .twoWeeks,
    "alternate weeks": .twoWeeks,
    "alternating weeks": .twoWeeks,
    "bi weekly": .twoWeeks,
    "biweekly": .twoWeeks,
    "each month": .month,
    "each week": .week,
    "every 2 weeks": .twoWeeks,
    "every month": .month,
    "every other week": .twoWeeks,
    "every second week": .twoWeeks,
    "every two weeks": .twoWeeks,
    "every week": .week,
    "every wk": .week,
    "fortnight": .twoWeeks,
    "fortnightly": .twoWeeks,
    "monthly": .month,
    "months": .month,
    "once a month": .month,
    "once a week": .week,
    "once every two weeks": .twoWeeks,
    "once per month": .month,
    "once per week": .week,
    "other week": .twoWeeks,
    "per week": .week,
    "second week": .twoWeeks,
    "two week": .twoWeeks,
    "two weeks": .twoWeeks,
    "weekly": .week,
    "weeks": .week,
  ]
}
