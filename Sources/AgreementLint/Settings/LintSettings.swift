package import Agreement
package import Diagnostics

/// What a repository expects of the rules; `concord.yaml` changes it.
package struct LintSettings: Sendable {
  /// The levels that differ from the rules' own.
  package var levels: [RuleID: Level] = [:]
  /// The rules that are off.
  package var isOff: RuleSet = []
  /// How many roles a coach should have; the conversation tool (step 5) recommends three to five.
  package var roleCount = 3...5
  /// The most weeks between reviews of the priorities; half a year.
  package var reviewGapWeeks = 26
  /// The number of school years after which an unchanged answer is worth a question.
  package var staleYears = 3
  /// The roles that somebody must have.
  package var requiredParties: [ParticipantRole] = [.principal, .instructionalCoach]
  /// The school years that agreements can be for; nil for all.
  package var schoolYears: ClosedRange<SchoolYear>?

  /// The default settings.
  package static let standard = LintSettings()

  /// Makes the default settings, to be changed.
  package init() {}

  /// The rules that find less than they would by default, though at the same level: a wider range, a missing party, a
  /// topic of the built-in catalog that is asked for in fewer years.
  package func loosened(with catalog: Catalog) -> RuleSet {
    let usual = Self.standard
    var result: RuleSet = []
    if roleCount.lowerBound < usual.roleCount.lowerBound || roleCount.upperBound > usual.roleCount.upperBound {
      result.insert(.roleCount)
    }
    if reviewGapWeeks > usual.reviewGapWeeks { result.insert(.reviewGap) }
    if staleYears > usual.staleYears { result.insert(.staleCarryover) }
    if !Set(requiredParties).isSuperset(of: usual.requiredParties) { result.insert(.partyMissing) }
    let years = Dictionary(
      catalog.topics.map { ($0.id, (since: $0.since, until: $0.until)) }, uniquingKeysWith: { first, _ in first })
    let isCut = Catalog.builtIn.topics.contains { topic in
      guard let known = years[topic.id] else { return true }
      return known.since != topic.since || known.until != topic.until
    }
    if isCut { result.insert(.topicUnanswered) }
    return result
  }
}
