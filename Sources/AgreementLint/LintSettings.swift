public import Agreement
public import Diagnostics

/// What a repository expects of the rules; `concord.yaml` changes it.
public struct LintSettings: Sendable {
  /// The levels that differ from the rules' own.
  public var levels: [RuleID: Level] = [:]
  /// The rules that are off.
  public var isOff: Set<RuleID> = []
  /// How many roles a coach should have; the conversation tool (step 5) recommends three to five.
  public var roleCount = 3...5
  /// The most weeks between reviews of the priorities; half a year.
  public var reviewGapWeeks = 26
  /// The number of school years after which an unchanged answer is worth a question.
  public var staleYears = 3
  /// The roles that somebody must have.
  public var requiredParties: [ParticipantRole] = [.principal, .instructionalCoach]
  /// The school years that agreements can be for; nil for all.
  public var schoolYears: ClosedRange<SchoolYear>?

  /// The default settings.
  public static let standard = LintSettings()

  /// Makes the default settings, to be changed.
  public init() {}
}
