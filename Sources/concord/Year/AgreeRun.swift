internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import AgreementPaper
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What `concord agree` does, apart from its command line.
struct AgreeRun {
  private let file: EditedAgreement
  private let lastYear: LastYear

  init(_ file: EditedAgreement) throws {
    self.file = file
    guard let lastYear = LastYear(file.reading) else { throw ExitCode(2) }
    self.lastYear = lastYear
  }

  func callAsFunction(_ words: [String], isFinal: Bool) throws {
    let chosen = try chosen(words)
    let signed = file.signers.filter { $0.given?.digest.value == file.digest }
    if !signed.isEmpty, !chosen.isEmpty || words.isEmpty && !isFinal && !lastYear.items.isEmpty {
      throw Refusal.no(
        "\(file.shown(signed)) \(signed.count == 1 ? "has" : "have") signed this text; change it, then type `concord amend \(file.shellWord)`"
      )
    }
    if words.isEmpty, !isFinal {
      try goThrough()
    } else if isFinal {
      try finish(chosen)
    } else {
      guard !chosen.isEmpty else { return }
      try write(agree(to: chosen))
      tell(chosen)
    }
  }

  // MARK: - Topics

  /// The items that were named; says which names have nothing to agree to.
  private func chosen(_ words: [String]) throws -> [LastYear.Item] {
    let catalog = file.agreement.catalog
    let known = catalog.sections.map(\.id) + catalog.topics.map(\.id)
    try UnknownName.check(Set(words), "topic or section", among: Set(known))
    var result: [LastYear.Item] = []
    for word in words {
      let isSection = catalog.sections.contains { $0.id == word }
      var found = lastYear.items.filter { isSection ? $0.section == word : $0.topic == word }
      // If a topic was put aside in two years, the later one is what was last said.
      if !isSection, let last = found.last { found = [found.first { !$0.isPutAside } ?? last] }
      if found.isEmpty { Output.error("\(word): nothing from last year is waiting there\n") }
      result += found.filter { item in !result.contains { $0.lines == item.lines } }
    }
    return result
  }

  private func agree(to items: [LastYear.Item], isFinal: Bool = false) throws -> AgreementReading {
    do throws(LastYear.Obstacle) {
      return try lastYear.agree(to: items, isFinal: isFinal)
    } catch {
      switch error {
      case .layout(let reason): throw items.contains { $0.isByHand } ? Refusal.no(reason) : Refusal.cannot(reason)
      case .unsound(let reading):
        Output.error(Output.errors(in: reading))
        throw Refusal.no("the file would have these errors, so nothing was written; correct last year's lines first")
      }
    }
  }

  private func write(_ after: AgreementReading) throws { try file.write(after) }

  private func tell(_ items: [LastYear.Item]) {
    let left = lastYear.items.count - items.count
    let names = Prose.list(items.map { $0.topic ?? "\($0.section) (not relevant)" })
    Output.error("Agreed to again: \(names).\n")
    if left > 0 {
      Output.error("\(Prose.count(left, "answer")) from last year \(left == 1 ? "is" : "are") still waiting.\n")
    } else {
      tellNothingWaits()
    }
  }

  /// Says what comes next when nothing from last year waits.
  private func tellNothingWaits() {
    let open = TopicTally(file.agreement).count(.unanswered)
    Output.error("Nothing from last year is waiting.")
    guard open > 0 else {
      return Output.error(" When the whole text is final: concord agree \(file.shellWord) --final\n")
    }
    Output.error(
      " \(Prose.count(open, "topic")) \(open == 1 ? "has" : "have") no answer yet. To be asked one by one: concord guide \(file.shellWord)\n"
    )
  }

  // MARK: - One after the other

  /// Asks about each item, and saves each answer at once.
  private func goThrough() throws {
    guard !lastYear.items.isEmpty else { return tellNothingWaits() }
    guard Question.canBeAsked else {
      for item in lastYear.items {
        let what = item.isPutAside ? "open or not relevant last year" : "last year's answer"
        Output.error("  \(item.topic ?? item.section): \(what)\n")
      }
      throw Refusal.no(
        "\(Prose.count(lastYear.items.count, "answer")) from last year \(lastYear.items.count == 1 ? "is" : "are") waiting; name the topics that you agree to, as in `concord agree \(file.shellWord) \(lastYear.items[0].topic ?? lastYear.items[0].section)`"
      )
    }
    var run = self
    var skipped = 0
    while skipped < run.lastYear.items.count {
      let item = run.lastYear.items[skipped]
      run.show(item, number: lastYear.items.count - run.lastYear.items.count + skipped + 1, of: lastYear.items.count)
      switch try Self.answer() {
      case .agree where item.isByHand:
        Output.error("It is between braces; copy last year's lines there yourself, and take out the comment.\n")
        skipped += 1
      case .agree:
        do {
          try run.write(run.agree(to: [item]))
          run = try AgreeRun(EditedAgreement(file.word, today: nil))
        } catch let code as ExitCode where code.rawValue == 1 {
          skipped += 1
        }
      case .skip: skipped += 1
      case .stop: return run.tellRest()
      }
    }
    run.tellRest()
  }

  private func tellRest() {
    let left = lastYear.items.count
    guard left > 0 else { return tellNothingWaits() }
    Output.error(
      "\(Prose.count(left, "answer")) from last year \(left == 1 ? "is" : "are") still waiting; type the same command to go on.\n"
    )
  }

  private enum Answer {
    case agree
    case skip
    case stop
  }

  private static func answer() throws -> Answer {
    while let line = try Question.ask("  agree, skip or stop? ", answeredBy: "the names of topics") {
      switch Folding.fold(line).lowercased() {
      case "a", "agree", "y", "yes": return .agree
      case "", "n", "no", "s", "skip": return .skip
      case "q", "quit", "stop": return .stop
      default: Output.error("  Type agree, skip or stop, or only the first letter of agree and skip.\n")
      }
    }
    return .stop
  }

  private func show(_ item: LastYear.Item, number: Int, of count: Int) {
    let catalog = file.agreement.catalog
    let topic = catalog.topics.first { $0.id == item.topic }
    let section = catalog.sections.first { $0.id == item.section }
    let title = topic?.title ?? section?.title ?? item.section
    let question = topic?.question ?? section?.question ?? ""
    Output.error("\n\(number) of \(count): \(TerminalText.escape(title))\n  \(TerminalText.escape(question))\n")
    let isWithheld = item.lines.contains { file.withheld.contains(line: $0) }
    let lines = lastYear.text(of: item)
    let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    for line in isWithheld ? [WithheldTexts.notice] : lines.map({ String($0.dropFirst(indent)) }) {
      Output.error("    \(TerminalText.escape(line))\n")
    }
  }

  // MARK: - The whole text

  /// Says that the text is final, unless something in it has to be corrected by the first day of school.
  private func finish(_ items: [LastYear.Item]) throws {
    if file.agreement.content.status.value == .agreed, items.isEmpty {
      Output.error("The text is final already. Everybody signs with: concord sign \(file.shellWord) --as ID\n")
      return
    }
    let after = try agree(to: items, isFinal: true)
    guard let starts = file.agreement.content.starts.value else { throw ExitCode(2) }
    let linter = Linter(settings: file.linter.settings, today: starts, withholdsHeuristics: Output.isInCI)
    let found = linter.lint(after)
    let errors = found.filter {
      $0.level == .error && $0.suppression == nil && Rule[$0.diagnostic.rule].category != .signatures
    }
    guard errors.isEmpty else {
      var reporter = ReportFormat.text.make(TextStyle(colored: false))
      Output.error(
        reporter.file(
          ReportedFile(after.document.source, errors, withheld: linter.withheldTexts(in: after, found: found))))
      throw Refusal.no(
        "\(Prose.count(errors.count, "error")) before the text can be final; nothing was written. To be asked for what is open, one by one: concord guide \(file.shellWord)"
      )
    }
    try write(after)
    if !items.isEmpty { tell(items) }
    let ids = file.signers.map(\.id)
    Output.error("The text is final: status is agreed. Now everybody signs:\n")
    for id in ids { Output.error("  concord sign \(file.shellWord) --as \(ShellWord.quoted(id))\n") }
  }
}
