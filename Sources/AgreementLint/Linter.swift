package import Agreement
package import Diagnostics
internal import YAMLSyntax

/// A diagnostic and how much it matters in this agreement at this time.
package struct Finding: Sendable {
  /// What is wrong.
  package let diagnostic: Diagnostic
  /// How much it matters.
  package let level: Level
  /// Whether its rule alone is a reason to withhold the text it is about; `WithheldTexts` knows all the other reasons.
  package let isWithheld: Bool
  /// Whether its rule looks for private texts.
  package let isPrivate: Bool
  /// The reason in the comment that allows it; nil if none does.
  package internal(set) var suppression: String?

  /// Makes a finding.
  package init(
    diagnostic: Diagnostic, level: Level, isWithheld: Bool = false, isPrivate: Bool = false, suppression: String? = nil
  ) {
    self.diagnostic = diagnostic
    self.level = level
    self.isWithheld = isWithheld || isPrivate
    self.isPrivate = isPrivate
    self.suppression = suppression
  }
}

/// Runs rules over agreements.
package struct Linter: Sendable {
  let today: CalendarDate
  /// The rules that are on.
  let rules: [Rule]
  let running: RuleSet
  /// What the repository expects.
  package let settings: LintSettings
  /// Whether the output is public, so that what the heuristic rules find is withheld.
  package let withholdsHeuristics: Bool
  let appliesSuppressions: Bool
  private let checks: Checks
  private let closedChecks: Checks
  private let textChecks: TextChecks

  /// The checks of the rules, by what they look at.
  private struct Checks {
    // Structures, not tuples: a function in a tuple is wrapped in an object whose references all cores would count.
    struct OfAgreement {
      let rule: RuleID
      let check: @Sendable (Agreement, inout RuleContext) -> Void
    }

    struct OfTopic {
      let rule: RuleID
      let check: @Sendable (TopicVisit, inout RuleContext) -> Void
    }

    struct OfCommitment {
      let rule: RuleID
      let check: @Sendable (CommitmentVisit, inout RuleContext) -> Void
    }

    var agreement: [OfAgreement] = []
    var topic: [OfTopic] = []
    var commitment: [OfCommitment] = []
    /// The checks of signatures, which come last because what they say depends on whether the text is in order.
    var signatures: [OfAgreement] = []

    init(_ rules: [Rule]) {
      for rule in rules {
        switch rule.check {
        case .whileReading: break
        case .agreement(let check):
          let found = OfAgreement(rule: rule.id, check: check)
          if rule.category == .signatures { signatures.append(found) } else { agreement.append(found) }
        case .topic(let check): topic.append(OfTopic(rule: rule.id, check: check))
        case .commitment(let check): commitment.append(OfCommitment(rule: rule.id, check: check))
        case .text, .repository: break
        }
      }
    }
  }

  /// The checks of texts by their words, which share one scan.
  private struct TextChecks {
    struct OfText {
      let rule: Rule
      let check: @Sendable (TextVisit, inout RuleContext) -> Void
    }

    var rules: [OfText] = []
    let scan: TextScan

    init(_ all: [Rule]) {
      var words: [[String]] = []
      for rule in all {
        guard case .text(let triggers, let check) = rule.check else { continue }
        rules.append(OfText(rule: rule, check: check))
        words.append(triggers)
      }
      scan = TextScan(words)
    }
  }

  /// Makes a linter for some rules and a day that counts as today.
  ///
  /// What the heuristic rules find is private as often as not. If anybody can read the output, as in CI, its text is
  /// withheld, as that of the privacy rules always is. Suppressions are left out only to see everything.
  package init(
    rules: [Rule] = Rule.all, settings: LintSettings = .standard, today: CalendarDate,
    withholdsHeuristics: Bool = false,
    appliesSuppressions: Bool = true
  ) {
    let rules = settings.isOff.isEmpty ? rules : rules.filter { $0.isAlwaysOn || !settings.isOff.contains($0.id) }
    self.today = today
    self.withholdsHeuristics = withholdsHeuristics
    self.appliesSuppressions = appliesSuppressions
    self.settings = settings
    self.rules = rules
    running = RuleSet(rules.map(\.id))
    checks = Checks(rules)
    closedChecks = Checks(rules.filter(\.category.survivesTheYear))
    textChecks = TextChecks(rules)
  }

  /// All findings in a file, in file order and then by rule.
  package func lint(_ reading: AgreementReading) -> [Finding] {
    var diagnostics = reading.diagnostics
    var phase = Phase.current
    let suppressions = appliesSuppressions ? Suppressions(reading.document) : nil
    if let agreement = reading.agreement {
      phase = Phase(of: agreement, on: today)
      var context = RuleContext(
        today: today, settings: settings, reading: reading, running: running,
        allowed: suppressions.map { RuleSet($0.comments.flatMap { $0.rules.map(\.id) }) } ?? [])
      let checks = phase == .closed ? closedChecks : checks
      for index in checks.agreement.indices {
        context.rule = checks.agreement[index].rule
        checks.agreement[index].check(agreement, &context)
      }
      visit(agreement, checks, &context)
      if !textChecks.rules.isEmpty {
        for found in textChecks.scan.texts(in: reading.document) {
          let rule = textChecks.rules[found.rule].rule
          guard phase != .closed || rule.category.survivesTheYear else { continue }
          context.rule = rule.id
          textChecks.rules[found.rule].check(
            TextVisit(agreement: agreement, range: found.range, folded: found.text), &context)
        }
      }
      if !checks.signatures.isEmpty {
        context.hasOtherErrors = hasErrors(context.found + reading.diagnostics, suppressions, phase)
        for index in checks.signatures.indices {
          context.rule = checks.signatures[index].rule
          checks.signatures[index].check(agreement, &context)
        }
      }
      diagnostics += context.found
    }
    if let unchecked = UncheckedSignatures.diagnostic(for: reading) { diagnostics.append(unchecked) }
    diagnostics = withoutConsequences(diagnostics, in: reading.document.source)
    var findings: [Finding] = []
    for diagnostic in diagnostics.sorted(by: Self.precedes) where findings.last?.diagnostic != diagnostic {
      if let finding = finding(diagnostic, phase) { findings.append(finding) }
    }
    if let suppressions {
      findings = suppress(findings, suppressions, reading, phase)
    }
    // Signing is the last step, so missing signatures come last, whatever line they are about.
    let (others, missing) = (
      findings.filter { $0.diagnostic.rule != .signatureMissing },
      findings.filter { $0.diagnostic.rule == .signatureMissing }
    )
    return missing.isEmpty ? findings : others + missing
  }

  /// What no output may show of a file; `found` is everything this linter found in it, which usually settles it.
  package func withheldTexts(in reading: AgreementReading, found: [Finding]) -> WithheldTexts {
    guard knowsPrivateTexts(of: reading) else { return WithheldTexts(reading, withGuesses: withholdsHeuristics) }
    return WithheldTexts(found.filter(\.isPrivate), in: reading)
  }

  /// Whether nothing in a file needs to be withheld, as far as can be told without another scan; `found` is everything
  /// this linter found in it.
  package func withholdsNothing(of reading: AgreementReading, found: [Finding]) -> Bool {
    knowsPrivateTexts(of: reading) && reading.diagnostics.isEmpty && !found.contains(where: \.isPrivate)
  }

  /// Whether this linter's findings in a file cover everything that is withheld there.
  private func knowsPrivateTexts(of reading: AgreementReading) -> Bool {
    running.isSuperset(of: .privacy) && reading.agreement != nil && reading.document.isComplete
      && reading.document.diagnostics.isEmpty && !withholdsHeuristics
  }

  /// Leaves out what rules say about missing parts of a line that has a YAML slip: until that is repaired, nobody knows
  /// what the line says.
  private func withoutConsequences(_ found: [Diagnostic], in source: SourceFile) -> [Diagnostic] {
    let slips = found.filter { $0.rule == .yamlSyntax }
    guard !slips.isEmpty else { return found }
    let index = LineIndex(source.bytes)
    let lines = Set(slips.prefix(500).map { index.line(at: Int($0.range.start)) })
    return found.filter { diagnostic in
      Rule[diagnostic.rule].category.survivesTheYear || !lines.contains(index.line(at: Int(diagnostic.range.start)))
    }
  }

  /// Whether one of the diagnostics is an error that no comment allows.
  private func hasErrors(_ diagnostics: [Diagnostic], _ suppressions: Suppressions?, _ phase: Phase) -> Bool {
    let errors = diagnostics.filter { finding($0, phase)?.level == .error }
    guard let suppressions, !errors.isEmpty else { return !errors.isEmpty }
    let (reasons, _) = suppressions.apply(to: errors.sorted(by: Self.precedes)) { _ in false }
    return reasons.count < errors.count
  }

  /// Runs the rules that look at one topic or commitment at a time.
  private func visit(_ agreement: Agreement, _ checks: Checks, _ context: inout RuleContext) {
    guard !checks.topic.isEmpty || !checks.commitment.isEmpty else { return }
    let topics = agreement.topics
    for place in topics.answers.indices {
      guard case .present(let located) = topics.answers[place].part else { continue }
      let visit = TopicVisit(
        agreement: agreement, topic: agreement.catalog.topics[topics.answers[place].index],
        keyRange: topics.answers[place].keyRange, answer: located.value)
      for index in checks.topic.indices {
        context.rule = checks.topic[index].rule
        checks.topic[index].check(visit, &context)
      }
      guard !checks.commitment.isEmpty, case .present(let commitments) = located.value.commitments else { continue }
      for case .present(let commitment) in commitments.value {
        let visit = CommitmentVisit(agreement: agreement, commitment: commitment.value)
        for index in checks.commitment.indices {
          context.rule = checks.commitment[index].rule
          checks.commitment[index].check(visit, &context)
        }
      }
    }
  }

  /// What a diagnostic means in this repository at this time; nil if its rule is off.
  func finding(_ diagnostic: Diagnostic, _ phase: Phase) -> Finding? {
    guard running.contains(diagnostic.rule) else { return nil }
    let rule = Rule[diagnostic.rule]
    return Finding(
      diagnostic: diagnostic, level: phase.level(of: rule, settings),
      isWithheld: rule.isHeuristic && withholdsHeuristics, isPrivate: rule.category == .privacy)
  }

  /// Marks what comments allow, and adds what is wrong with the comments.
  private func suppress(
    _ findings: [Finding], _ suppressions: Suppressions, _ reading: AgreementReading, _ phase: Phase
  ) -> [Finding] {
    var findings = findings
    // A rule that did not run, or did not see the whole file, may still find something tomorrow; an unused comment
    // hides nothing.
    let isWhole =
      reading.agreement != nil && reading.document.isComplete
      && reading.diagnostics.allSatisfy { $0.severity == .mild || $0.rule == .missingKey }
    let alone = running.subtracting(.repository)
    let (reasons, unused) = suppressions.apply(to: findings.map(\.diagnostic)) { rule in
      isWhole && alone.contains(rule) && (phase != .closed || Rule[rule].category.survivesTheYear)
    }
    for (place, reason) in reasons { findings[place].suppression = reason }
    findings += (suppressions.invalid + unused).compactMap { finding($0, phase) }
    return findings.sorted { Self.precedes($0.diagnostic, $1.diagnostic) }
  }

  static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.range.start != right.range.start { return left.range.start < right.range.start }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.range.end != right.range.end { return left.range.end < right.range.end }
    return left.message < right.message
  }
}

/// Where an agreement is in its year.
enum Phase {
  /// A draft before the first day of school: missing parts are warnings.
  case drafting
  /// In force, or a draft that should be by now.
  case current
  /// After the last day of school: nobody can complete it anymore.
  case closed

  init(of agreement: Agreement, on today: CalendarDate) {
    if let ends = agreement.content.ends.value, today > ends {
      self = .closed
    } else if agreement.content.status.value == .draft, agreement.content.starts.value.map({ today < $0 }) ?? true {
      self = .drafting
    } else {
      self = .current
    }
  }

  func level(of rule: Rule, _ settings: LintSettings) -> Level {
    if rule.isAlwaysOn { return rule.level }
    let level = settings.levels[rule.id] ?? rule.level
    return switch self {
    case .drafting: rule.isDraftRule ? min(level, .warning) : level
    case .current, .closed: level
    }
  }
}
