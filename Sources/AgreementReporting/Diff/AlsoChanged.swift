internal import AgreementDiff
internal import TextSupport

/// What matters besides the commitments, in numbers: "confidentiality changed, classrooms less open, 1 person left".
struct AlsoChanged: Sendable {
  private var counts: [SummaryLine: Int] = [:]

  /// Counts a change; one that belongs to another is not counted twice, except a role that replaces another.
  mutating func count(_ change: Change) {
    guard change.partOf == nil || change.kind == .roleAdded, change.group != .wording else { return }
    // A topic that is no longer open and has no answer either is reported among the lost answers.
    if [.topicNoLongerOpen, .topicNoLongerSetAside].contains(change.kind), change.group != .new { return }
    guard let line = line(of: change) else { return }
    counts[line, default: 0] += 1
  }

  private func line(of change: Change) -> SummaryLine? {
    let kind = change.kind
    // Consent, evaluation and recordings are about confidentiality wherever they stand.
    if change.group == .confidentiality, kind.group != .confidentiality || kind.line == nil {
      let isThere = ["focus", "topics"].contains { change.path.hasPrefix($0 + "/confidentiality") }
      return isThere ? .confidentiality : .safeguards
    }
    if let line = kind.line { return line }
    let isCountedElsewhere = kind.id.hasPrefix("commitment-") || [.frame, .standing].contains(change.group)
    return isCountedElsewhere ? nil : .others
  }

  /// The numbers as a sentence; empty if there are none.
  var sentence: String {
    let parts = counts.sorted { $0.key.place < $1.key.place }.map { $0.key.text($0.value) }
    return parts.isEmpty ? "" : " Also: \(parts.joined(separator: ", "))."
  }
}

extension ReportedDiff {
  /// What happened to the commitments and to whatever else matters, in sentences.
  var summary: String {
    var also = AlsoChanged()
    // The opening names the people who are new and who left.
    for change in changes where ![.personJoined, .personLeft].contains(change.change.kind) {
      also.count(change.change)
    }
    return commitments.text(since: earlier) + also.sentence
  }
}
