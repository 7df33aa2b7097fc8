internal import Agreement
internal import AgreementDiff
internal import TextSupport

/// Sentences shared by all outputs of `concord history` for people.
struct HistoryWords {
  private let history: History
  private let namesID: Bool

  init(_ history: History, _ style: DiffStyle) {
    self.history = history
    namesID = style.namesIDs
  }

  var title: String {
    namesID && history.school != history.id ? "\(history.school) (\(history.id))" : history.school
  }

  /// The people who agreed to each year's text.
  var years: [(year: String, text: String)] {
    history.years.map { year in
      (Self.name(year.year), year.agreedBy.isEmpty ? "not signed" : "agreed by \(Prose.list(year.agreedBy))")
    }
  }

  static func title(_ thread: Thread) -> String {
    switch thread.kind {
    case .commitment: "commitment: \(thread.topicTitle ?? thread.topic ?? "")"
    case .norm: "norm"
    case .topic: thread.topicTitle ?? thread.topic ?? ""
    }
  }

  /// What each year says, and what changed since the year before. An unchanged text is not repeated, and a year with
  /// nothing else to say is left out: the end says how long the text stood.
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

  /// How long it has stood, or when it ended.
  static func end(_ thread: Thread) -> String {
    if thread.hasEnded { return "gone after \(name(thread.entries.last?.year))" }
    return thread.years > 1
      ? "unchanged for \(Prose.count(thread.years, "year")), since \(name(thread.lastChanged))"
      : "new or changed in \(name(thread.lastChanged))"
  }

  private static func name(_ year: SchoolYear?) -> String { year?.description ?? "?" }
}
