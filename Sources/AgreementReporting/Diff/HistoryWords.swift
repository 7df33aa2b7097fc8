internal import Agreement
internal import AgreementDiff
internal import TextSupport

/// Sentences that all outputs of `concord history` for people share.
struct HistoryWords {
  let history: History
  /// Whether the id stands beside the name of the school, because there are several agreements.
  let namesID: Bool

  var title: String {
    namesID && history.school != history.id ? "\(history.school) (\(history.id))" : history.school
  }

  /// Who agreed to the text of each year.
  var years: [(year: String, text: String)] {
    history.years.map { year in
      (
        Self.name(year.year), year.agreedBy.isEmpty ? "not signed" : "agreed by \(Prose.list(year.agreedBy))"
      )
    }
  }

  static func title(_ thread: Thread) -> String {
    switch thread.kind {
    case .commitment: "commitment: \(thread.topicTitle ?? thread.topic ?? "")"
    case .norm: "norm"
    case .topic: thread.topicTitle ?? thread.topic ?? ""
    }
  }

  /// What each year says, and what changed from the year before. A text that stayed is not said twice, and a year that has nothing
  /// else to say is left out: the end says how long it stood.
  static func entries(_ thread: Thread) -> [(year: String, text: String, changes: String)] {
    var before: String?
    return thread.entries.enumerated().compactMap { place, entry in
      let note = entry.note.isEmpty ? "" : " (\(entry.note))"
      let changes = entry.changes.map(\.title).joined(separator: ", ")
      defer { before = entry.note }
      if place > 0, entry.changes.isEmpty {
        return before == entry.note ? nil : (name(entry.year), "unchanged" + note, "")
      }
      return (name(entry.year), entry.text + note, changes)
    }
  }

  /// For how long it has stood, or when it went.
  static func end(_ thread: Thread) -> String {
    if thread.hasEnded { return "gone after \(name(thread.entries.last?.year))" }
    return thread.years > 1
      ? "unchanged for \(Prose.count(thread.years, "year")), since \(name(thread.lastChanged))"
      : "new or changed in \(name(thread.lastChanged))"
  }

  private static func name(_ year: SchoolYear?) -> String { year?.description ?? "?" }
}
