internal import AgreementDiff
internal import TextSupport

/// Sentences that several formats share.
enum DiffWords {
  /// So many reasons are shown of one change.
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

  /// "7 commitments, 3 norms and 30 answers; all agreed again"; nil for nothing.
  static func carried(_ carried: [Carried]) -> String? {
    guard !carried.isEmpty else { return nil }
    let parts = Carried.Kind.allCases.compactMap { kind -> String? in
      let count = carried.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return switch kind {
      case .commitment: Prose.count(count, "commitment")
      case .norm: Prose.count(count, "norm")
      case .topic: Prose.count(count, "answer")
      }
    }
    let again = carried.count(where: \.isAgreedAgain)
    let how =
      again == carried.count
      ? "all agreed again"
      : again == 0 ? "only copied so far" : "\(again) agreed again, \(carried.count - again) only copied so far"
    return "\(Prose.list(parts)); \(how)"
  }

  /// What has stood for three years or more, the longest first, by name.
  static func standing(_ carried: [Carried]) -> [(years: Int, items: String)] {
    var items: [Int: [String]] = [:]
    for item in carried where item.years >= 3 {
      let name: String =
        switch item.kind {
        case .commitment: "\"\(short(item.text))\""
        case .norm: "\"\(short(item.text))\""
        case .topic: item.topicTitle ?? item.topic ?? item.path
        }
      items[item.years, default: []].append(name)
    }
    return items.keys.sorted(by: >).map { years in
      let all = items[years] ?? []
      let most = 12
      return (
        years, all.prefix(most).joined(separator: ", ") + (all.count > most ? " and \(all.count - most) more" : "")
      )
    }
  }

  private static func short(_ text: String) -> String {
    let most = 60
    return text.count > most ? text.prefix(most - 1) + "…" : text
  }

  /// "7 in 5 agreements, 4 of them about Classroom access: a, b, c".
  static func text(of row: DistrictSummary.Row) -> String {
    let names = DistrictSummary.names(row.toldIn.map { TerminalText.escape($0) })
    if row.toldIn.count == 1 { return (row.told == 1 ? "" : "\(row.told) ") + "in \(names)" }
    let topic = row.topic.map { ", \($0.count) of them about \(TerminalText.escape($0.title))" } ?? ""
    return "\(row.told) in \(Prose.count(row.toldIn.count, "agreement"))\(topic): \(names)"
  }

  /// What comes before a reason: why something counts as lost, weaker or stronger; else what it comes down to.
  static func lead(_ change: Change) -> String {
    switch change.group {
    case .access, .confidentiality, .dropped, .standing, .strengthened, .weakened: "why"
    case .changed, .focus, .frame, .handed, .meetings, .new, .norms, .people, .wording: "in short"
    }
  }

  /// What is said of an agreement that is perhaps another one's successor; nil where there is none.
  static func hint(_ diff: ReportedDiff) -> String? {
    guard !diff.perhaps.isEmpty else { return nil }
    return
      "perhaps the same agreement under another id: \(Prose.list(diff.perhaps, "or")), which share a campus and most of their people"
  }

  /// That there is nothing to show of two sides.
  static func nothing(_ diff: ReportedDiff) -> String {
    "Nothing changed" + (diff.isFiltered ? " of what you asked for" : " in meaning")
  }

  /// The agreements that are not on both sides, with what is said of them.
  static func gaps(_ district: DistrictSummary) -> [(title: String, ids: [String])] {
    [("agreement ended", district.ended), ("new agreement", district.new), ("could not be read", district.unread)]
      .filter { !$0.1.isEmpty }
  }

  /// What is said of an agreement that lost far more than the others.
  static func text(of outlier: (id: String, count: Int)) -> String {
    "\(outlier.id), \(outlier.count) things dropped, weakened or changed in confidentiality and access"
  }

  /// The title of that line.
  static let outlier = "far more lost than elsewhere"
}

extension Change {
  /// What a change is about, after the title of its class; nothing where the title says it all: "norm dropped".
  var heading: String { label.isEmpty ? "" : ": \(label)" }

  /// Whether both sides say the same as those of another change, so that they need not be shown again.
  func hasTexts(of other: Change) -> Bool {
    old?.shown == other.old?.shown && new?.shown == other.new?.shown && old?.note == other.old?.note
      && new?.note == other.new?.note
  }
}
