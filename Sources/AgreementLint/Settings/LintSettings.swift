package import Agreement
package import Diagnostics

/// What a repository expects of the rules; `concord.yaml` changes it.
package struct LintSettings: Sendable {
  /// The levels that differ from the rules' own.
  package var levels: [RuleID: Level] = [:]
  /// The rules that are off.
  package var isOff: RuleSet = []
  private var numbers: [String: Int] = [:]
  /// The roles that somebody must have.
  package var requiredParties: [ParticipantRole] = [.principal, .instructionalCoach]
  /// The school years that agreements can be for; nil for all.
  package var schoolYears: ClosedRange<SchoolYear>?

  /// How people have to sign, and whose keys are whose.
  package var signing = SigningPolicy()
  /// The days of the school years.
  package var calendar: [SchoolYear: SchoolCalendar] = [:]

  /// The default settings.
  package static let standard = LintSettings()

  /// Makes the default settings, to be changed.
  package init() {}

  subscript(threshold: Threshold) -> Int {
    get { numbers[threshold.key] ?? threshold.standard }
    set { numbers[threshold.key] = newValue }
  }

  /// The rules that find less than they would by default, though at the same level: a wider range, a missing party, a
  /// topic of the built-in catalog that is asked for in fewer years.
  package func loosened(with catalog: Catalog) -> RuleSet {
    RuleSet(Rule.all.filter { $0.isLoosened(by: self, with: catalog) }.map(\.id))
  }
}
