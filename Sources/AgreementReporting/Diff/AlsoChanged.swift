internal import AgreementDiff
internal import TextSupport

/// What matters besides the commitments, in numbers: "confidentiality changed, classrooms less open, 1 person left".
struct AlsoChanged: Sendable {
  /// How often something happened, by the class or the word of its row.
  private var counts: [String: Int] = [:]

  private struct Row {
    let classes: [String]
    let one: String
    /// The words after the number; nil for a phrase without one.
    let many: String?
    /// Whether it is about confidentiality or names.
    var isPrivate: Bool { classes[0].hasPrefix("confidentiality") || classes[0] == "teacher-naming-changed" }

    init(_ classes: String..., one: String, many: String? = nil) {
      self.classes = classes
      self.one = one
      self.many = many
    }
  }

  /// The word for changes about confidentiality without a row.
  private static let confidentiality = "confidentiality"

  /// The word for changes about consent, evaluation and recordings, wherever they stand.
  private static let safeguards = "safeguards"

  /// The word for changes without a row.
  private static let others = "others"

  private static let rows = [
    Row("confidentiality-widened", one: "less stays confidential"),
    Row("confidentiality-narrowed", one: "more stays confidential"),
    Row(confidentiality, one: "confidentiality changed"),
    Row("teacher-naming-changed", one: "the naming of teachers changed"),
    Row(safeguards, one: "what is said about consent or evaluation changed"),
    Row("topic-unanswered", one: "answer dropped", many: "answers dropped"),
    Row("topic-opened", one: "topic left open", many: "topics left open"),
    Row("topic-set-aside", one: "topic marked not relevant", many: "topics marked not relevant"),
    Row("section-set-aside", one: "section marked not relevant", many: "sections marked not relevant"),
    Row("topic-weakened", one: "answer promises less", many: "answers promise less"),
    Row("access-closed", one: "classrooms less open"),
    Row("access-opened", one: "classrooms more open"),
    Row("taking-part-optional", one: "taking part is more of a choice"),
    Row("taking-part-required", one: "taking part is more of a duty"),
    Row("budget-lost", one: "money lost"),
    Row("budget-cut", one: "less money"),
    Row("budget-gained", one: "money gained"),
    Row("budget-raised", one: "more money"),
    Row("review-dropped", one: "review of the priorities lost", many: "reviews of the priorities lost"),
    Row("meeting-dropped", one: "meeting dropped", many: "meetings dropped"),
    Row("meetings-less-often", one: "meeting less often", many: "meetings less often"),
    Row("meetings-more-often", one: "meeting more often", many: "meetings more often"),
    Row("person-left", one: "person left", many: "people left"),
    Row("person-joined", one: "person joined", many: "people joined"),
    Row("person-role-changed", one: "person with another position", many: "people with another position"),
    Row("other-dropped", one: "person or group no longer named", many: "people or groups no longer named"),
    Row("other-added", one: "person or group named", many: "people or groups named"),
    Row("norm-dropped", one: "norm dropped", many: "norms dropped"),
    Row("norm-changed", one: "norm changed", many: "norms changed"),
    Row("norm-added", one: "norm added", many: "norms added"),
    Row("role-dropped", one: "coaching role dropped", many: "coaching roles dropped"),
    Row("role-added", one: "coaching role added", many: "coaching roles added"),
    Row("role-changed", one: "coaching role described differently", many: "coaching roles described differently"),
    Row("topic-strengthened", one: "answer promises more", many: "answers promise more"),
    Row("topic-changed", "campus-days-moved", one: "answer changed", many: "answers changed"),
    Row("topic-answered", "topic-no-longer-open", "topic-no-longer-set-aside", one: "new answer", many: "new answers"),
    Row(
      "telling-dropped", "telling-changed", "telling-added", one: "change in how teachers are told",
      many: "changes in how teachers are told"),
    Row("meeting-added", "review-added", one: "new meeting", many: "new meetings"),
    Row(others, one: "other change", many: "other changes"),
  ]

  private static let known = Set(rows.flatMap(\.classes))

  /// Counts a change; one that belongs to another is not counted twice, except a role that replaces another.
  mutating func count(_ change: Change) {
    guard change.partOf == nil || change.kind.id == "role-added", change.group != .wording else { return }
    // A topic that is no longer open and has no answer either is reported among the lost answers.
    if ["topic-no-longer-open", "topic-no-longer-set-aside"].contains(change.kind.id), change.group != .new { return }
    let isPrivate =
      change.group == .confidentiality && !Self.rows.contains { $0.classes[0] == change.kind.id && $0.isPrivate }
    let isKnown = Self.known.contains(change.kind.id) || change.kind.id.hasPrefix("commitment-")
    let isOther = !isKnown && ![.frame, .standing].contains(change.group)
    let isConfidential =
      change.path.hasPrefix("focus/confidentiality") || change.path.hasPrefix("topics/confidentiality")
    let word = isConfidential ? Self.confidentiality : Self.safeguards
    counts[isPrivate ? word : isOther ? Self.others : change.kind.id, default: 0] += 1
  }

  /// The numbers as a sentence; empty if there are none.
  var sentence: String {
    let parts = Self.rows.compactMap { row -> String? in
      let count = row.classes.reduce(0) { $0 + counts[$1, default: 0] }
      guard count > 0 else { return nil }
      if let many = row.many { return "\(count) \(count == 1 ? row.one : many)" }
      return row.one + (count == 1 ? "" : count == 2 ? " (twice)" : " (\(count) times)")
    }
    return parts.isEmpty ? "" : " Also: \(parts.joined(separator: ", "))."
  }
}

extension ReportedDiff {
  /// What happened to the commitments and to whatever else matters, in sentences.
  var summary: String {
    var also = AlsoChanged()
    // The opening names the people who are new and who left.
    for change in changes where !["person-joined", "person-left"].contains(change.change.kind.id) {
      also.count(change.change)
    }
    return commitments.text(since: earlier) + also.sentence
  }
}
