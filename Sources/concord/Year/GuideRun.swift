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
    (GuideQuestion.all[step.id] ?? []).filter { isOpen($0.path + [$0.key]) }
  }

  private static func paragraph(_ text: String) -> String {
    Lines(Output.width).paragraph(Folding.fold(text), first: "  ", indent: "  ")
  }

  private func isOpen(_ path: [String]) -> Bool {
    var form: FormTree? = FormTree(file.agreement)
    for key in path { form = form?[key] }
    return form == nil
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
    for question in open(step) { try ask(question) }
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
    if step.id == "schedule-meetings" {
      Output.error("  The meetings themselves go into the file, under `schedule`; the comments there show how.\n")
    }
  }

  /// A line that was typed; nil for an empty one.
  private func line(_ prompt: String) throws -> String? {
    guard let line = try Question.ask(prompt, answeredBy: "the file itself") else { throw Stop() }
    let text = Folding.fold(line)
    if ["stop", "quit"].contains(text.lowercased()) { throw Stop() }
    return text.isEmpty ? nil : text
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

  private mutating func ask(_ question: GuideQuestion) throws {
    Output.error("\n  \(TerminalText.escape(question.words))\n")
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
        guard parts.count == 2, roles.contains(where: { $0.id == parts[0] }) else {
          Output.error("    Write the role, a colon, and what it means here.\n")
          continue
        }
        _ = try save { reading throws(AnswerLines.Failure) in
          try AnswerLines.put(NewEntry(parts[0], .text(parts[1])), in: question.path + [question.key], of: reading)
        }
      }
    }
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
    while let text = try line(isFirst && item != nil ? "  agree, or > " : "  > ") {
      if isFirst, let item, ["a", "agree", "yes"].contains(text.lowercased()) {
        if try agree(to: item) { return }
        continue
      }
      let path = ["topics", section, topic.id]
      if isFirst, let state = GuideAnswer.state(text) {
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

/// An answer that says why there is none.
enum GuideAnswer {
  /// The entry for `not relevant: the reason` or `open until 2026-10-01: the reason`; nil for any other answer.
  static func state(_ text: String) -> NewEntry? {
    let parts = text.split(separator: ":", maxSplits: 1).map { Folding.fold(String($0)) }
    let head = (parts.first ?? "").lowercased()
    let reason = parts.count == 2 ? parts[1] : ""
    if ["not relevant", "not-relevant"].contains(head), !reason.isEmpty {
      return NewEntry("not-relevant", .text(reason))
    }
    let words = head.split(separator: " ")
    if words.count == 3, words[0] == "open", words[1] == "until", CalendarDate(words[2].utf8) != nil {
      let until = NewEntry("until", .word(String(words[2])))
      return NewEntry("open", .entries(reason.isEmpty ? [until] : [until, NewEntry("why", .text(reason))]))
    }
    return nil
  }
}
