package import Agreement
package import Diagnostics

/// One thing that the linter looks for.
///
/// Each rule is a value in its own file, in the folder of its category. Its examples are its tests and its page.
package final class Rule: Sendable {
  /// The name people type to select it; it names the problem.
  package let id: RuleID
  /// How much a finding matters.
  package let level: Level
  /// What kind of problem it is.
  package let category: Category
  /// Whether a finding is a warning while the agreement is a draft and the school year has not begun.
  package let isDraftRule: Bool
  /// Whether it guesses from words; if so, it is never an error.
  package let isHeuristic: Bool
  /// The problem, in one line.
  package let summary: String
  /// Why it matters, in a few sentences.
  package let rationale: String
  /// A setting that changes what it finds, besides its level, for its page.
  package let setting: String?
  /// The source of the rule.
  package let source: Source
  /// Examples that fail, with the findings.
  package var failing: [Example] { makeFailing() }
  /// Similar examples that pass.
  package var passing: [Example] { makePassing() }
  /// Whether it looks for English words; in another language it is silent, and `not-english` says so.
  let needsEnglish: Bool
  /// The numbers that it uses and a school can change.
  let thresholds: [Threshold]
  /// Whether settings other than its thresholds make it find less than it would by default, though at the same level.
  private let isLoosened: @Sendable (LintSettings, Catalog) -> Bool
  /// How it looks for its problem: all of these together.
  package let checks: [Check]
  /// The file, as `Module/File.swift`, and the line where the rule is written, 1-based.
  package let location: (file: String, line: Int)
  // Made only on demand, because linting needs no examples.
  private let makeFailing: @Sendable () -> [Example]
  private let makePassing: @Sendable () -> [Example]

  /// The kind of problem a rule finds, in the order of the documentation.
  package enum Category: String, Sendable, CaseIterable {
    case syntax
    case structure
    case completeness
    case signatures
    case commitments
    case privacy
    case repository

    /// Whether its rules also run after the school year has ended.
    var survivesTheYear: Bool {
      switch self {
      case .syntax, .structure, .signatures, .privacy: true
      case .completeness, .commitments: false
      // Each of these rules decides for itself about old years.
      case .repository: true
      }
    }
  }

  /// Where a rule comes from.
  package enum Source: Sendable {
    /// A step of the conversation tool.
    case step(Int)
    /// The format itself.
    case format
    /// What practice has shown.
    case practice

    /// The source in words.
    package var description: String {
      switch self {
      case .step(let step): "step \(step) of the conversation"
      case .format: "the format"
      case .practice: "practice"
      }
    }
  }

  /// How a rule looks for its problem.
  package enum Check: Sendable {
    /// The reader finds it while reading the file.
    case whileReading
    /// Once for an agreement.
    case agreement(@Sendable (Agreement, inout RuleContext) -> Void)
    /// Once for each participant who was written and has no errors.
    case person(@Sendable (PersonVisit, inout RuleContext) -> Void)
    /// Once for each planned meeting that was written and has no errors.
    case meeting(@Sendable (MeetingVisit, inout RuleContext) -> Void)
    /// Once for each topic that was written and has no errors.
    case topic(@Sendable (TopicVisit, inout RuleContext) -> Void)
    /// Once for each commitment that was written and has no errors.
    case commitment(@Sendable (CommitmentVisit, inout RuleContext) -> Void)
    /// Once for each text of the file, comments and keys included, that contains one of some words.
    case text([String], @Sendable (TextVisit, inout RuleContext) -> Void)
    /// Once for all agreements of a repository, from the facts kept of them; perhaps also for files whose names keep
    /// them from being read.
    case repository(withMisnamed: Bool = false, @Sendable ([AgreementFacts], inout RepositoryContext) -> Void)
  }

  /// Makes a rule; its place in the source is taken from the call.
  package init(
    _ id: RuleID, _ level: Level, _ category: Category, draft: Bool? = nil, heuristic: Bool = false,
    needsEnglish: Bool = false, thresholds: [Threshold] = [],
    isLoosened: @escaping @Sendable (LintSettings, Catalog) -> Bool = { _, _ in false }, source: Source,
    summary: String, rationale: String, setting: String? = nil,
    failing: @autoclosure @escaping @Sendable () -> [Example],
    passing: @autoclosure @escaping @Sendable () -> [Example], check checks: Check..., file: String = #fileID,
    line: Int = #line
  ) {
    self.id = id
    self.level = level
    self.category = category
    isDraftRule = draft ?? (category == .completeness)
    isHeuristic = heuristic
    self.source = source
    self.summary = summary
    self.rationale = rationale
    self.setting = setting
    makeFailing = failing
    makePassing = passing
    self.needsEnglish = needsEnglish
    self.thresholds = thresholds
    self.isLoosened = isLoosened
    self.checks = checks
    location = (file, line)
  }
}

extension Rule {
  /// Whether nothing can remove the rule from a run or lower its level: no setting, no option and no comment.
  ///
  /// A file with a syntax or structure error has no digest, so whoever could hide such an error could hide any change
  /// after signing.
  package var isAlwaysOn: Bool {
    switch category {
    case .syntax: true
    case .structure: level == .error
    case .signatures: id == .signatureUnchecked
    case .completeness, .commitments, .privacy, .repository: false
    }
  }

  /// Whether the settings make it find less than it would by default, though at the same level.
  func isLoosened(by settings: LintSettings, with catalog: Catalog) -> Bool {
    thresholds.contains { $0.isLoosened(in: settings) } || isLoosened(settings, catalog)
  }
}
