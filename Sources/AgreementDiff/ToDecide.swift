internal import Agreement
internal import TextSupport

extension Change {
  /// The words in a reason if only a person can say what a change means.
  private static let request = "read both"
  /// The words in a reason about money that is described differently.
  private static let money = "the money is described differently"

  /// Whether people have to settle it: nobody does it now, it is still open, or it is about confidentiality, money or a
  /// promise and the words do not say in which direction it went. Other reworded answers are for reading, not for
  /// deciding.
  package var isToDecide: Bool {
    if kind.settledAs != nil || hidesDifference { return true }
    if isUnsure || reasons.contains(where: { $0.contains(Self.money) }) { return true }
    if case .commitment = origin { return asksToRead }
    return group == .confidentiality && asksToRead
  }

  /// Whether a reason asks people to read both sides.
  package var asksToRead: Bool { reasons.contains { $0.contains(Self.request) } }

  /// Whether both sides were taken for the same thing even though they have little in common.
  package var isUnsure: Bool { match.map { $0.confidence < Pairing.least } ?? false }

  /// The rank among the changes to settle; a lower one comes first.
  package var placeToDecide: Int { kind.settledAs ?? .max }
}

extension Differ {
  /// The dates next to the texts of a change that only followed the school year, as written on both sides.
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
