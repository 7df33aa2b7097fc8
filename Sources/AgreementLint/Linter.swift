package import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// Runs rules over agreements.
package struct Linter: Sendable {
  /// The day that counts as today.
  package let today: CalendarDate
  /// The rules that are on.
  let rules: [Rule]
  let running: RuleSet
  /// What the repository expects.
  package let settings: LintSettings
  /// Whether the output is public, so that what the heuristic rules find is withheld.
  package let withholdsHeuristics: Bool
  let appliesSuppressions: Bool
  /// Asks `ssh-keygen` about a signature; nil if nobody is to be asked.
  package let signatureCheck: SignatureCheck?
  private let origins: SignatureOrigins?
  private let checks: RuleChecks
  private let closedChecks: RuleChecks
  /// The checks of signatures, which come last because what they say depends on whether the text is in order.
  private let signatureChecks: RuleChecks
  private let textChecks: TextChecks

  /// Makes a linter for some rules and a day that counts as today.
  ///
  /// What the heuristic rules find is private as often as not. If anybody can read the output, as in CI, its text is
  /// withheld, as that of the privacy rules always is. Suppressions are left out only to see everything.
  package init(
    rules: [Rule] = Rule.all, settings: LintSettings = .standard, today: CalendarDate,
    withholdsHeuristics: Bool = false,
    appliesSuppressions: Bool = true, asking signatureCheck: SignatureCheck? = nil, origins: SignatureOrigins? = nil
  ) {
    let rules = settings.isOff.isEmpty ? rules : rules.filter { $0.isAlwaysOn || !settings.isOff.contains($0.id) }
    self.today = today
    self.withholdsHeuristics = withholdsHeuristics
    self.appliesSuppressions = appliesSuppressions
    self.signatureCheck = signatureCheck
    self.origins = origins
    self.settings = settings
    self.rules = rules
    running = RuleSet(rules.map(\.id))
    let others = rules.filter { $0.category != .signatures }
    checks = RuleChecks(others)
    closedChecks = RuleChecks(others.filter(\.category.survivesTheYear))
    signatureChecks = RuleChecks(rules.filter { $0.category == .signatures })
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
        allowed: suppressions?.rules ?? [], check: signatureCheck, origins: origins)
      (phase == .closed ? closedChecks : checks).visit(agreement, &context)
      if !textChecks.rules.isEmpty {
        for found in textChecks.scan.texts(in: reading.document) {
          let rule = textChecks.rules[found.rule].rule
          guard phase != .closed || rule.category.survivesTheYear else { continue }
          context.rule = rule.id
          textChecks.rules[found.rule].check(
            TextVisit(agreement: agreement, range: found.range, folded: found.text), &context)
        }
      }
      if !signatureChecks.isEmpty {
        context.hasOtherErrors = hasErrors(context.found + reading.diagnostics, suppressions, phase)
        signatureChecks.visit(agreement, &context)
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
      switch Rule[diagnostic.rule].category {
      case .commitments, .completeness: !lines.contains(index.line(at: Int(diagnostic.range.start)))
      case .privacy, .repository, .signatures, .structure, .syntax: true
      }
    }
  }

  /// Whether one of the diagnostics is an error that no comment allows.
  private func hasErrors(_ diagnostics: [Diagnostic], _ suppressions: Suppressions?, _ phase: Phase) -> Bool {
    let errors = diagnostics.filter { finding($0, phase)?.level == .error }
    guard let suppressions, !errors.isEmpty else { return !errors.isEmpty }
    let (reasons, _) = suppressions.apply(to: errors.sorted(by: Self.precedes)) { _ in false }
    return reasons.count < errors.count
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
