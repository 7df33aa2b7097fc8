internal import AgreementDiff
internal import TextSupport

/// Sentences shared by several formats.
enum DiffWords {
  /// The most reasons to show for one change.
  static let mostReasons = 6

  /// "3 edits: answer reworded (work-records), norm reworded (2)".
  static func folded(_ changes: [Change]) -> String {
    var counts: [ChangeClass: [String]] = [:]
    for change in changes { counts[change.kind, default: []].append(change.topicTitle ?? change.topic ?? "") }
    let parts = counts.keys.sorted().map { kind in
      let topics = (counts[kind] ?? []).filter { !$0.isEmpty }
      let number = counts[kind]?.count ?? 0
      return "\(kind.title)"
        + (topics.isEmpty ? (number > 1 ? " (\(number))" : "") : " (\(topics.joined(separator: ", ")))")
    }
    return "\(Prose.count(changes.count, "edit")): \(parts.joined(separator: ", "))"
  }

  /// The heading for what stayed.
  static let standing = "Unchanged"

  /// The most names in a list; `--all` shows more.
  private static let mostNames = 60

  /// A list of names.
  static func names(_ names: [String], showsAll: Bool) -> String {
    guard !showsAll, names.count > mostNames else { return names.joined(separator: ", ") }
    return names.prefix(mostNames).joined(separator: ", ") + " and \(names.count - mostNames) more"
  }

  /// Names in a sentence, separated by semicolons if one of them contains a comma.
  static func list(_ names: [String]) -> String {
    names.count > 1 && names.contains { $0.contains(",") } ? names.joined(separator: "; ") : Prose.list(names)
  }

  /// What comes before a reason: why something counts as lost, weaker or stronger, or else what it amounts to.
  static func lead(_ change: Change) -> String {
    switch change.group {
    case .access, .confidentiality, .dropped, .standing, .strengthened, .weakened: "why"
    case .changed, .focus, .frame, .handed, .meetings, .new, .norms, .people, .wording: "in short"
    }
  }

  /// A warning that two texts were paired as the same promise only because nothing else was left for either.
  static func doubt(_ change: Change) -> [String] {
    change.isUnsure ? ["they have few words in common, so perhaps they are two different things"] : []
  }

  /// Why there is nothing to compare an agreement with; nil if there is.
  static func ending(_ diff: ReportedDiff) -> String? {
    guard !diff.isFiltered else { return nil }
    if diff.new == nil { return "No agreement has this id anymore." }
    return diff.old == nil ? "There was no agreement with this id before." : nil
  }

  /// A hint that an agreement may be the successor of another; nil if it is not.
  static func hint(_ diff: ReportedDiff) -> String? {
    // The one that ended is shown with its successor.
    guard diff.old == nil, !diff.perhaps.isEmpty else { return nil }
    let names = Prose.list(diff.perhaps)
    let why = "they share a campus and most of their people"
    return diff.perhaps.count > 1
      ? "Perhaps \(names) became one agreement: \(why) with it."
      : "Perhaps it is \(names) under another id: \(why)."
  }

  /// A sentence that there is nothing to show for two sides.
  static func nothing(_ diff: ReportedDiff) -> String {
    "Nothing changed" + (diff.isFiltered ? " of what you asked for" : " in meaning")
  }

  /// The agreements that are not on both sides, with a title for each list.
  static func gaps(_ district: DistrictSummary) -> [(title: String, ids: [String])] {
    [("agreement ended", district.ended), ("new agreement", district.new), ("could not be read", district.unread)]
      .filter { !$0.1.isEmpty }
  }

  /// The title of the line about outliers.
  static let outlier = "far more lost than elsewhere"
}

extension Change {
  /// What a change is about, after the title of its class; empty if the title is enough: "norm dropped".
  var heading: String { label.isEmpty ? "" : ": \(label)" }

  /// Whether both sides have the same texts as those of another change, so that they need not be shown again.
  func hasTexts(of other: Change) -> Bool {
    old?.shown == other.old?.shown && new?.shown == other.new?.shown && old?.note == other.old?.note
      && new?.note == other.new?.note
  }
}
