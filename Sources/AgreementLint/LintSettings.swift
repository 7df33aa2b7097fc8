public import Agreement
public import Diagnostics

/// What a repository wants of the rules; `concord.yaml` changes it.
public struct LintSettings: Sendable {
  /// The levels that differ from those of the rules.
  public var levels: [RuleID: Level] = [:]
  /// The rules that are not looked for.
  public var isOff: Set<RuleID> = []
  /// How many roles a coach should have; three to five are those of the conversation tool (step 5).
  public var roleCount = 3...5
  /// The most weeks without a review of the priorities; half a year.
  public var reviewGapWeeks = 26
  /// After so many school years with the same words an answer is worth a question.
  public var staleYears = 3
  /// The roles that somebody must have.
  public var requiredParties: [ParticipantRole] = [.principal, .instructionalCoach]
  /// The school years that agreements can be for; nil for all.
  public var schoolYears: ClosedRange<SchoolYear>?

  /// Settings as the program ships them.
  public static let standard = LintSettings()

  /// Settings as the program ships them, to be changed.
  public init() {}
}
