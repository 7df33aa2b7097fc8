package import Agreement
package import Diagnostics

/// What a cross-repository rule knows besides the agreements, and where it puts its findings.
package struct RepositoryContext {
  /// What the repository expects.
  package let settings: LintSettings
  /// The day that counts as today.
  package let today: CalendarDate
  /// The indices of the agreements that have an id and a school year, sorted by id, then year, then index; sorted once
  /// for all rules.
  private(set) lazy var inOrderOfYears: [Int] = agreements.inOrderOfYears
  private let agreements: [AgreementFacts]
  private(set) var found: [(file: Int, diagnostic: Diagnostic)] = []
  var rule: RuleID

  init(_ agreements: [AgreementFacts], settings: LintSettings, today: CalendarDate) {
    self.agreements = agreements
    self.settings = settings
    self.today = today
    rule = .duplicateAgreement
  }

  /// Adds a finding of the running rule, in the file at an index of the list of agreements.
  package mutating func report(
    in file: Int, at range: SourceRange, _ message: String, help: String, notes: [Note] = []
  ) {
    found.append((file, Diagnostic(rule, .mild, at: range, message, help: help, notes: notes)))
  }
}

extension Linter {
  /// What the cross-repository rules keep of an agreement; nil if none of them is on, or it has nothing to compare.
  package func facts(of reading: AgreementReading) -> AgreementFacts? {
    hasRepositoryRules ? AgreementFacts(reading, today: today) : nil
  }

  /// What the cross-repository rules keep of a file that may not hold an agreement.
  package func facts(ofAny reading: AgreementReading) -> AgreementFacts {
    AgreementFacts(any: reading, today: today, isMisnamed: true)
  }

  /// Whether a cross-repository rule is on.
  package var hasRepositoryRules: Bool { !running.isDisjoint(with: .repository) }

  /// The findings across the agreements of one repository, each with the index of its agreement.
  ///
  /// They are in file order, then by place. `levels` returns a separate linter for an agreement whose file has other
  /// levels.
  package func lint(
    _ agreements: [AgreementFacts], levels: (Int) -> Linter? = { _ in nil }
  ) -> [(file: Int, finding: Finding)] {
    // A file whose name keeps it from being read is not compared with others, but its year is not missing either.
    let read = agreements.indices.filter { !agreements[$0].isMisnamed }
    let isWhole = read.count == agreements.count
    let named = isWhole ? agreements : read.map { agreements[$0] }
    var context = RepositoryContext(named, settings: settings, today: today)
    var wholeContext = isWhole ? nil : RepositoryContext(agreements, settings: settings, today: today)
    // A rule that is off for some files may be on for others.
    for rule in Rule.all {
      for case .repository(let withMisnamed, let check) in rule.checks {
        if withMisnamed, var whole = wholeContext {
          whole.rule = rule.id
          check(agreements, &whole)
          wholeContext = whole
        } else {
          context.rule = rule.id
          check(named, &context)
        }
      }
    }
    let all = context.found.map { (file: isWhole ? $0.file : read[$0.file], diagnostic: $0.diagnostic) }
    var used: [Int: Set<Int>] = [:]
    var result: [(file: Int, finding: Finding)] = []
    for (file, diagnostic) in all + (wholeContext?.found ?? []) {
      let linter = levels(file) ?? self
      guard var finding = linter.finding(diagnostic, agreements[file].isClosed ? .closed : .current) else { continue }
      if appliesSuppressions {
        let place = agreements[file].allowances.firstIndex { allowance in
          allowance.rule == diagnostic.rule
            && allowance.line.map { $0.indices.contains(Int(diagnostic.range.start)) } ?? true
        }
        if let place {
          finding.suppression = agreements[file].allowances[place].reason
          used[file, default: []].insert(place)
        }
      }
      result.append((file, finding))
    }
    if appliesSuppressions {
      // Nothing more is asked of a year that is over, and for a single agreement nobody knows what is next to it.
      let others = Dictionary(grouping: agreements.compactMap { $0.id?.value }, by: \.self)
      for (file, facts) in agreements.enumerated() where !facts.isClosed && !facts.isMisnamed {
        guard let id = facts.id?.value, let years = others[id]?.count, years > 1 else { continue }
        for (place, allowance) in facts.allowances.enumerated()
        where running.contains(allowance.rule) && used[file]?.contains(place) != true
          && (allowance.rule != .staleCarryover || years >= settings[.staleYears])
        {
          if let finding = (levels(file) ?? self).finding(allowance.unused, .current) { result.append((file, finding)) }
        }
      }
    }
    return result.sorted { left, right in
      left.file != right.file
        ? left.file < right.file : Self.precedes(left.finding.diagnostic, right.finding.diagnostic)
    }
  }
}
