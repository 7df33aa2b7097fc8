internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What `concord guide` does, apart from its command line.
struct GuideRun {
  private var file: EditedAgreement

  init(_ word: String) throws { file = try EditedAgreement(word, today: nil) }

  /// The end of the conversation before its last step.
  private struct Stop: Error {}

  mutating func callAsFunction() throws {
    let signed = file.signers.filter { $0.given?.digest.value == file.digest }
    guard signed.isEmpty else {
      throw Refusal.no(
        "\(file.shown(signed)) \(signed.count == 1 ? "has" : "have") signed this text; change it, then type `concord amend \(file.shellWord)`"
      )
    }
    let steps = file.agreement.catalog.agenda
    guard Question.canBeAsked else { return try list(steps) }
    Output.error(
      """
      Type an answer and press Enter; it is saved at once. Only Enter goes on to the next question. `stop` ends, and the same
      command goes on from there.

      """)
    do {
      for (number, step) in steps.enumerated() { try ask(step, number + 1, of: steps.count) }
      Output.error("\nThat was the last step. What is still missing: concord lint \(file.shellWord)\n")
    } catch is Stop {
      Output.error("\nEverything so far is saved. To go on: concord guide \(file.shellWord)\n")
    }
  }

  // MARK: - What is open

  /// What the file does not say yet in a step.
  private func open(_ step: AgendaStep) -> [GuideQuestion] {
    (GuideQuestion.all[step.id] ?? []).filter { tree($0.path + [$0.key]) == nil }
  }

  private static func paragraph(_ text: String) -> String {
    Lines(Output.width).paragraph(Folding.fold(text), first: "  ", indent: "  ")
  }

  private func tree(_ path: [String]) -> FormTree? {
    var form: FormTree? = FormTree(file.agreement)
    for key in path { form = form?[key] }
    return form
  }

  /// The topics without an answer of this year, as indices into the catalog.
  private var openTopics: [Int] {
    let agreement = file.agreement
    let catalog = agreement.catalog
    return catalog.topics.indices.filter { index in
      let section = catalog.sections[catalog.topics[index].section]
      guard section.isAsked, agreement.isMultiCampus || !section.isMultiCampusOnly,
        catalog.topics[index].applies(to: agreement.content.schoolYear.value),
        agreement.topics.setAside(index, in: catalog) == nil
      else { return false }
      switch agreement.topics.answer(to: index)?.part.value?.state {
      case nil, .unanswered, .carried: return true
      case .agreed, .notRelevant, .open: return false
      }
    }
  }

  /// How teachers hear of each section of which they expect to hear, if nothing says so yet.
  private var untold: [GuideQuestion] {
    let catalog = file.agreement.catalog
    return file.agreement.topics.sections.compactMap { written in
      let section = catalog.sections[written.index]
      guard written.toldToTeachers.isAbsent, written.notRelevant.isAbsent,
        section.topics.count(where: { catalog.topics[$0].telling == .expected }) > 1
      else { return nil }
      return GuideQuestion(
        "How and when do teachers hear of what you decided? (\(section.title))", "topics.\(section.id)",
        "told-to-teachers", .text)
    }
  }

  private func list(_ steps: [AgendaStep]) throws {
    var count = 0
    for step in steps {
      let names =
        open(step).map(\.name)
        + (step.id == "go-through-topics"
          ? openTopics.map { file.agreement.catalog.topics[$0].id } + untold.map(\.name) : [])
      guard !names.isEmpty else { continue }
      Output.error("\(TerminalText.escape(step.title)):\n" + names.map { "  \(TerminalText.escape($0))\n" }.joined())
      count += names.count
    }
    guard count > 0 else {
      Output.error("Nothing is open that the guide asks for. What is still missing: concord lint \(file.shellWord)\n")
      return
    }
    throw Refusal.no(
      "\(Prose.count(count, "answer")) \(count == 1 ? "is" : "are") open; on a terminal, this command asks for each")
  }

  // MARK: - Asking

  private mutating func ask(_ step: AgendaStep, _ number: Int, of count: Int) throws {
    let minutes = step.minutes.map { ", \(Prose.count($0, "minute"))" } ?? ""
    Output.error("\nStep \(number) of \(count)\(minutes): \(TerminalText.escape(step.title))\n")
    Output.error(Self.paragraph(step.does))
    for question in GuideQuestion.all[step.id] ?? [] {
      let known = tree(question.path + [question.key])
      // Nobody knows if a list is complete: somebody may have stopped in the middle of it.
      guard known == nil || question.kind.isList else { continue }
      try ask(question, known)
    }
    if step.id == "go-through-topics" {
      Output.error(
        """

          A topic can have several lines. `not relevant: the reason` and `open until 2026-10-01: the reason` are answers, too.
          Where last year's answer is shown, `agree` takes it over.

        """)
      let topics = openTopics
      for (place, topic) in topics.enumerated() { try ask(topic, place + 1, of: topics.count) }
      for question in untold { try ask(question) }
    }
    if step.id == "schedule-meetings", tree(["meetings", "schedule"]) == nil {
      Output.error(
        """
          The meetings themselves go into the file by hand, under `meetings:` and `schedule:`, each on a line like this:
              - {what: Check-in, every: two-weeks, weekday: tuesday, at: 7:30 am, minutes: 30}

        """)
    }
  }

  /// A line that was typed; nil for an empty one.
  private func line(_ prompt: String) throws -> String? {
    while let line = try Question.ask(prompt, answeredBy: "the file itself") {
      let text = Folding.fold(line)
      switch text.lowercased() {
      case "stop", "quit": throw Stop()
      case "", "skip": return nil
      case "?", "help": Output.error("    Type an answer. Only Enter goes on to the next question, and `stop` ends.\n")
      default:
        if !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) { return text }
        Output.error("    Keys such as the arrows put signs into a line that are no text. Please type it again.\n")
      }
    }
    throw Stop()
  }

  private mutating func save(_ after: AgreementReading) throws {
    try file.write(after)
    file = try EditedAgreement(file.word, today: nil)
  }

  /// Saves what an edit makes; says why if it cannot be written.
  private mutating func save(
    _ edit: (AgreementReading) throws(AnswerLines.Failure) -> AgreementReading
  ) throws -> Bool {
    let after: AgreementReading
    do throws(AnswerLines.Failure) {
      after = try edit(file.reading)
    } catch {
      Output.error("    That cannot be written: \(TerminalText.escape(error.reason)). Try other words.\n")
      return false
    }
    try save(after)
    return true
  }

  private mutating func put(_ value: NewValue, _ question: GuideQuestion) throws -> Bool {
    try save { reading throws(AnswerLines.Failure) in
      try AnswerLines.put(NewEntry(question.key, value), in: question.path, of: reading)
    }
  }

  /// Asks one question; `known` is what the file says already.
  private mutating func ask(_ question: GuideQuestion, _ known: FormTree? = nil) throws {
    Output.error("\n  \(TerminalText.escape(question.words))\n")
    if let known {
      let lines = known.items.compactMap(\.text) + known.keys.map { "\($0): \(known[$0]?.text ?? "")" }
      Output.error("  So far:\n" + lines.map { "    \(file.shown($0))\n" }.joined())
    }
    switch question.kind {
    case .day:
      while let text = try line("  Day, as in 2026-08-06: ") {
        guard CalendarDate(text.utf8) != nil else {
          Output.error("    Write the day as in 2026-08-06.\n")
          continue
        }
        if try put(.word(text), question) { return }
      }
    case .person(let takesOthers):
      let ids = file.agreement.participants.map(\.id) + (takesOthers ? file.agreement.others.map(\.id) : [])
      while let text = try line("  \(Prose.list(ids.map { TerminalText.escape($0) }, "or")): ") {
        // People type names; the file holds ids.
        let named = file.people.first { EditedAgreement.plain($0.name) == EditedAgreement.plain(text) }?.id
        guard let id = ids.contains(text) ? text : named else {
          Output.error("    There is nobody with the id or the name \(TerminalText.escape(text)).\n")
          continue
        }
        if try put(.word(id), question) { return }
      }
    case .text:
      while let text = try line("  > ") {
        if try put(.text(text), question) { return }
      }
    case .texts:
      Output.error("  One on each line; only Enter when there are no more.\n")
      while let text = try line("  > ") {
        _ = try save { reading throws(AnswerLines.Failure) in
          try AnswerLines.add(text, to: question.key, in: question.path, of: reading)
        }
      }
    case .roles:
      let roles = file.agreement.catalog.roles
      Output.error(
        "  One on each line, such as `mentor: New teachers in grade 4`; only Enter when there are no more.\n")
      Output.error(Self.paragraph("There are \(Prose.list(roles.map(\.id)))."))
      while let text = try line("  > ") {
        let parts = text.split(separator: ":", maxSplits: 1).map { Folding.fold(String($0)) }
        let id = Self.role(parts[0], among: roles)
        guard parts.count == 2, let id else {
          Output.error(
            id == nil
              ? "    There is no role \(TerminalText.escape(parts[0])). Write one of those above, a colon, and what it means here.\n"
              : "    Write a colon after the role, and then what it means here.\n")
          continue
        }
        _ = try save { reading throws(AnswerLines.Failure) in
          try AnswerLines.put(NewEntry(id, .text(parts[1])), in: question.path + [question.key], of: reading)
        }
      }
    }
  }

  /// The id of the role that somebody typed: the id, the title, or one of them misspelled.
  private static func role(_ typed: String, among roles: [CoachingRole]) -> String? {
    let names = roles.map(\.id) + roles.map { $0.title.lowercased() }
    guard let name = DidYouMean.nearest(to: typed, among: Set(names).sorted()) else { return nil }
    return roles.first { $0.id == name || $0.title.lowercased() == name }?.id
  }

  // MARK: - Topics

  private mutating func ask(_ index: Int, _ number: Int, of count: Int) throws {
    let catalog = file.agreement.catalog
    let topic = catalog.topics[index]
    let section = catalog.sections[topic.section].id
    Output.error("\n  \(number) of \(count): \(TerminalText.escape(topic.title))\n")
    Output.error(Self.paragraph(topic.question) + Self.paragraph(topic.hint))
    let items = LastYear(file.reading)?.items.filter { $0.topic == topic.id } ?? []
    let item = items.first { !$0.isPutAside } ?? items.last
    if let item { show(item) }
    var isFirst = true
    while let text = try line(isFirst && item != nil ? "  agree, or a new answer: " : "  > ") {
      if isFirst, let item, Self.meansLastYear(text) != .no {
        let isMeant =
          try Self.meansLastYear(text) == .yes
          || Question.confirm("    Does that mean last year's answer, as it stands?", answeredBy: "the file itself")
        if isMeant, try agree(to: item) { return }
        continue
      }
      if let advice = StateInWords.advice(on: text) {
        Output.error("    To say that, type `\(advice)`.\n")
        continue
      }
      if !isFirst, StateInWords.entry(text) != nil {
        Output.error("    This topic has an answer now. To say that instead, change it in the file.\n")
        continue
      }
      let path = ["topics", section, topic.id]
      if isFirst, let state = StateInWords.entry(text) {
        if try save({ reading throws(AnswerLines.Failure) in
          let free = item?.isPutAside == false ? try AnswerLines.putAside(path, of: reading) : reading
          return try AnswerLines.put(NewEntry(topic.id, .entries([state])), in: ["topics", section], of: free)
        }) {
          return
        }
      } else if isFirst, let item, !item.isPutAside {
        if try replace(item, at: path, with: text) { isFirst = false }
      } else if try save({ reading throws(AnswerLines.Failure) in try Self.add(text, at: path, of: reading) }) {
        isFirst = false
      }
    }
  }

  private enum Meaning { case yes, perhaps, no }

  /// The words of lines that say no more than that something stays.
  private static let wordsToStay: Set<Substring> = [
    "a", "again", "agree", "agreed", "all", "as", "before", "change", "changes", "fine", "good", "i", "is", "it",
    "keep", "last", "like", "no",
    "ok", "okay", "please", "same", "stays", "still", "that", "the", "this", "unchanged", "we", "y", "year", "yes",
  ]

  /// Whether a line agrees to last year's answer.
  private static func meansLastYear(_ text: String) -> Meaning {
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ")
    switch words {
    case ["a"], ["agree"], ["agreed"], ["i", "agree"], ["we", "agree"], ["y"], ["yes"]: return .yes
    default: return words.allSatisfy(wordsToStay.contains) ? .perhaps : .no
    }
  }

  /// Adds a line to an answer in its short or its long form.
  private static func add(_ text: String, at path: [String], of reading: AgreementReading) throws(AnswerLines.Failure)
    -> AgreementReading
  {
    AnswerLines.isLong(at: path, in: reading)
      ? try AnswerLines.add(text, to: "agreed", in: path, of: reading)
      : try AnswerLines.add(text, to: path[2], in: path.dropLast(), of: reading)
  }

  private func show(_ item: LastYear.Item) {
    Output.error("  Last year:\n")
    let isWithheld = item.lines.contains { file.withheld.contains(line: $0) }
    let lines = LastYear(file.reading)?.text(of: item) ?? []
    let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    for line in isWithheld ? [WithheldTexts.notice] : lines.map({ String($0.dropFirst(indent)) }) {
      Output.error("    \(TerminalText.escape(line))\n")
    }
  }

  private mutating func agree(to item: LastYear.Item) throws -> Bool {
    let after: AgreementReading
    do throws(LastYear.Obstacle) {
      guard let lastYear = LastYear(file.reading) else { return false }
      after = try lastYear.agree(to: [item])
    } catch {
      switch error {
      case .layout(let reason): Output.error("    \(TerminalText.escape(reason))\n")
      case .unsound(let reading):
        Output.error(Output.errors(in: reading))
        Output.error("    Last year's lines do not fit anymore; type a new answer.\n")
      }
      return false
    }
    try save(after)
    return true
  }

  /// Writes a new answer in place of last year's; its promises stay only if somebody says so.
  private mutating func replace(_ item: LastYear.Item, at path: [String], with text: String) throws -> Bool {
    let promises = FormTree(file.agreement)["topics"]?[path[1]]?[path[2]]?["commitments"]?.items.count ?? 0
    let what = promises == 1 ? "the promise" : "the \(promises) promises"
    var keeps = true
    if promises > 0 {
      keeps = try Question.confirm(
        "  \(promises == 1 ? "Does" : "Do") \(what) of last year stay with it?", answeredBy: "the file itself")
    }
    let isKept = keeps
    return try save { reading throws(AnswerLines.Failure) in
      let written = try AnswerLines.put(NewEntry("carried", .text(text)), in: path, of: reading)
      let agreed = try AnswerLines.agree(to: path[2], of: written)
      return isKept ? agreed : try AnswerLines.putAside(path + ["commitments"], of: agreed)
    }
  }
}
