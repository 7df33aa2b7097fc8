internal import AgreementDiff
internal import TextSupport

/// Sentences that several formats share.
enum DiffWords {
  /// So many reasons are shown of one change.
  static let mostReasons = 6

  /// "3 edits: answer reworded (work-records), norm reworded (2)".
  static func folded(_ changes: [Change]) -> String {
    var counts: [ChangeClass: [String]] = [:]
    for change in changes { counts[change.kind, default: []].append(change.topic ?? "") }
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
      : again == 0 ? "merely copied so far" : "\(again) agreed again, \(carried.count - again) merely copied"
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
        case .topic: item.topic ?? item.path
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

  /// "7 in 5 agreements, 4 of them about classroom-access: a, b, c".
  static func text(of row: DistrictSummary.Row) -> String {
    let topic = row.topic.map { ", \($0.count) of them about \($0.id)" } ?? ""
    let names = DistrictSummary.names(row.agreements.map { TerminalText.escape($0) })
    return "\(row.count) in \(Prose.count(row.agreements.count, "agreement"))\(topic): \(names)"
  }
}

extension Change {
  /// What a change is about, after the title of its class; nothing where the title says it: "norm dropped".
  var heading: String { kind.title.hasPrefix(subject) ? "" : ": \(subject)" }
}
