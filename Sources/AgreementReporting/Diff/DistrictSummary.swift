package import AgreementDiff
internal import TextSupport

/// What happened in a district from one year to the next, gathered agreement by agreement.
package struct DistrictSummary: Sendable {
  /// The number of agreements on either side.
  package private(set) var agreements = 0
  /// The number of agreements on both sides.
  package private(set) var compared = 0
  /// The agreements without a successor.
  package private(set) var ended: [String] = []
  package private(set) var new: [String] = []
  /// The agreements with a side that could not be read.
  package private(set) var unread: [String] = []
  /// What happened to all commitments of the agreements on both sides.
  package private(set) var commitments = CommitmentCounts()
  private var tallies: [ChangeClass: Tally] = [:]
  private var weights: [(id: String, count: Int)] = []
  private var also = AlsoChanged()
  private var earlier: Earlier?
  private var titles: [String: String] = [:]
  private var schools: [String: String] = [:]
  private var agreementsBySchool: [String: Int] = [:]

  private struct Tally {
    var count = 0
    /// How many of these do not belong to another change, and where they are.
    var told = 0
    var toldIn: [String] = []
    var agreements: [String] = []
    var topics: [String: Int] = [:]
  }

  /// Something that happened, with the agreements in which it did.
  package struct Row: Sendable {
    package let kind: ChangeClass
    /// How many times it happened.
    package let count: Int
    /// How many times, not counting those that belong to another change.
    package let told: Int
    /// The agreements of those, sorted.
    package let toldIn: [String]
    /// All agreements in which it happened, sorted.
    package let agreements: [String]
    /// The topic that has the most of it, with the number, if more than one topic has it.
    package let topic: (id: String, title: String, count: Int)?
  }

  private let isAskedFor: Bool
  private var isFiltered = false

  /// An empty summary; one that was requested is shown even for a single agreement.
  package init(isAskedFor: Bool = false) { self.isAskedFor = isAskedFor }

  package mutating func add(_ diff: ReportedDiff) {
    agreements += 1
    if schools.updateValue(diff.opening.school, forKey: diff.id) == nil {
      agreementsBySchool[diff.opening.school, default: 0] += 1
    }
    if diff.new == nil { ended.append(diff.id) }
    if diff.old == nil { new.append(diff.id) }
    var heavy = 0
    for change in diff.changes.map(\.change) {
      var tally = tallies.removeValue(forKey: change.kind) ?? Tally()
      tally.count += 1
      if change.partOf == nil {
        tally.told += 1
        if tally.toldIn.last != diff.id { tally.toldIn.append(diff.id) }
        if let topic = change.topic {
          tally.topics[topic, default: 0] += 1
          if titles[topic] == nil { titles[topic] = change.topicTitle }
        }
      }
      if tally.agreements.last != diff.id { tally.agreements.append(diff.id) }
      tallies[change.kind] = tally
      guard change.partOf == nil else { continue }
      switch change.group {
      case .confidentiality, .dropped, .weakened: heavy += 1
      case .access: if [.accessClosed, .takingPartOptional].contains(change.kind) { heavy += 1 }
      case .handed, .people, .new, .strengthened, .changed, .meetings, .norms, .focus, .standing, .frame, .wording:
        break
      }
    }
    guard diff.old != nil, diff.new != nil else { return }
    compared += 1
    isFiltered = isFiltered || diff.isFiltered
    weights.append((diff.id, heavy))
    commitments.add(diff.commitments)
    for change in diff.changes { also.count(change.change) }
    earlier = earlier == nil || earlier == diff.earlier ? diff.earlier : .unknown
  }

  /// Notes an agreement with an unreadable side.
  package mutating func addUnread(_ id: String) {
    agreements += 1
    unread.append(id)
  }

  /// What happened, in order of importance.
  package var rows: [Row] {
    tallies.keys.sorted().compactMap { kind in
      guard let tally = tallies[kind] else { return nil }
      let most = tally.topics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first
      return Row(
        kind: kind, count: tally.count, told: tally.told, toldIn: Array(Set(tally.toldIn)).sorted(),
        agreements: Array(Set(tally.agreements)).sorted(),
        topic: most.flatMap { $0.value > 1 ? ($0.key, titles[$0.key] ?? $0.key, $0.value) : nil })
    }
  }

  /// Losses wherever they happened, and other changes in at least two agreements, except what every year brings:
  /// another wording, another challenge, other concerns.
  package var important: [Row] {
    rows.filter { row in
      guard row.told > 0, !Self.toldElsewhere.contains(row.kind.id) else { return false }
      return switch row.kind.group {
      case .access, .confidentiality, .dropped, .weakened: true
      case .changed, .handed, .meetings, .new, .norms, .people, .strengthened: row.toldIn.count > 1
      case .standing: row.toldIn.count > 1 && row.kind.id != "challenge-recurring"
      case .focus, .frame, .wording: false
      }
    }
  }

  /// What every year brings, and the agreements on only one side, which have separate lines.
  private static let toldElsewhere: Set<String> = ["agreement-ended", "agreement-new", "concerns-changed"]

  /// The agreements that lost much more than most: over twice the median, and at least four things more.
  package var outliers: [(id: String, count: Int)] {
    let counts = weights.map(\.count).sorted()
    guard counts.count > 2 else { return [] }
    let median = counts[(counts.count - 1) / 2]
    return weights.filter { $0.count > 2 * median && $0.count >= median + 4 }.sorted {
      ($1.count, $0.id) < ($0.count, $1.id)
    }
  }

  /// Whether a report begins with the district, because there is more than one agreement or somebody asked for it.
  package var isDistrict: Bool { agreements > 1 || isAskedFor }

  /// What happened to all agreements, to their commitments and to whatever else matters, in sentences.
  package var text: String {
    var parts = ["\(Prose.count(compared, "agreement")) compared"]
    if !new.isEmpty { parts.append("\(new.count) new") }
    if !ended.isEmpty { parts.append("\(ended.count) ended") }
    if !unread.isEmpty { parts.append("\(unread.count) not read") }
    return parts.joined(separator: ", ") + "."
      // The numbers count everything, so they would not match a filtered report.
      + (compared > 0 && !isFiltered ? " " + commitments.text(since: earlier ?? .unknown) : "")
      + (compared > 0 ? also.sentence : "")
  }

  /// The schools of some agreements, cut if there are many, with the id if a school has several agreements.
  func names(_ ids: [String]) -> String {
    let most = 5
    let isCut = ids.count > most + 1
    let names = ids.prefix(isCut ? most : ids.count).map(name)
    let mark = names.contains { $0.contains(",") || $0.contains(" and ") } ? "; " : ", "
    if isCut { return names.joined(separator: mark) + " and \(ids.count - most) more" }
    return mark == ", " || names.count == 1 ? Prose.list(names) : names.joined(separator: mark)
  }

  private func name(_ id: String) -> String {
    guard let school = schools[id], school != id else { return id }
    return (agreementsBySchool[school] ?? 0) > 1 ? "\(school) (\(id))" : school
  }

  /// "7 in 5 agreements, 4 of them about Classroom access: a, b, c".
  func text(of row: Row) -> String {
    if row.toldIn.count == 1 { return (row.told == 1 ? "" : "\(row.told) ") + "at \(names(row.toldIn))" }
    let topic = row.topic.map { ", \($0.count) of them about \($0.title)" } ?? ""
    return "\(row.told) in \(Prose.count(row.toldIn.count, "agreement"))\(topic): \(names(row.toldIn))"
  }

  /// The text about an agreement that lost far more than the others.
  func text(of outlier: (id: String, count: Int)) -> String {
    "\(name(outlier.id)), \(outlier.count) things dropped, weakened or changed in confidentiality and access"
  }
}
