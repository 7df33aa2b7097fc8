internal import Agreement
internal import SchoolEnglish
internal import TextSupport

extension Change {
  /// The words that a reason has where nobody but a person can say what a change comes down to.
  private static let request = "read both"
  /// The words that a reason has about money that is not said in the same way.
  private static let money = "the money is described differently"

  /// Whether people have to settle it: nobody does it now, it is still open, or it is about confidentiality, money or a promise and the
  /// words do not say in which direction it went. Other answers in other words are for reading, not for deciding.
  public var isToDecide: Bool {
    if Self.undecided.contains(kind) || hidesDifference { return true }
    if isUnsure || reasons.contains(where: { $0.contains(Self.money) }) { return true }
    if case .commitment = origin { return asksToRead }
    return group == .confidentiality && asksToRead
  }

  /// Whether a reason asks people to read both sides.
  public var asksToRead: Bool { reasons.contains { $0.contains(Self.request) } }

  /// Whether both sides were taken for the same thing although they have little in common.
  public var isUnsure: Bool { match.map { $0.confidence < Pairing.least } ?? false }

  /// What is never settled by itself, in the order in which a meeting takes it.
  private static let undecided: [ChangeClass] = [
    .commitmentOrphaned, .topicOpened, .topicStillOpen, .textInherited, .confidentialityReworded,
  ]

  /// The place among what has to be settled; a smaller one comes first.
  public var placeToDecide: Int { Self.undecided.firstIndex(of: kind) ?? Self.undecided.count }
}

extension Differ {
  /// The dates beside the texts of a change that only followed the school year, as they are written on both sides.
  func rolledDates(_ change: Change) -> Set<String> {
    guard !isSameYear, let old = change.old?.note, let new = change.new?.note else { return [] }
    let (before, after) = (Self.dates(in: old), Self.dates(in: new))
    guard before.count == after.count else { return [] }
    var result: Set<String> = []
    for (from, to) in zip(before, after) where from != to && shift(from, to) == 0 {
      result.insert(from.description)
      result.insert(to.description)
    }
    return result
  }

  private static func dates(in note: String) -> [CalendarDate] {
    note.utf8.split { !(0x30...0x39).contains($0) && $0 != 0x2D }.compactMap { $0.count == 10 ? CalendarDate($0) : nil }
  }
}

extension Change {
  /// Whether a teacher's consent, or the word that the coach does not evaluate, is on one side alone.
  ///
  /// What is gone with the whole answer or promise is listed with what was lost; a norm has no such place.
  var touchesSafeguards: Bool {
    switch group {
    case .changed, .meetings, .strengthened, .weakened, .access: guard old != nil, new != nil else { return false }
    case .focus, .norms: break
    case .confidentiality, .dropped, .frame, .handed, .new, .people, .standing, .wording: return false
    }
    func safeguards(_ wording: Wording?) -> (consent: Bool, evaluation: Bool) {
      let words = Word.all(in: wording?.text ?? "")
      return (
        Safeguards.consents(in: words).contains { Safeguards.isOfTeachers(words[$0]) },
        Safeguards.rulesOutEvaluation(words)
      )
    }
    return safeguards(old) != safeguards(new)
  }
}
