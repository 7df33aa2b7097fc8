internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What is read about the topics, until all of it is known.
private struct TopicCells {
  struct Section {
    let index: Int
    let key: NodeID
    var toldToTeachers = Cell.absent
    var notRelevant = Cell.absent
    var isBroken = false
  }

  struct Answer {
    let topic: Int
    let section: Int
    var cell: Cell
  }

  var sections: [Section] = []
  var answers: [Answer] = []
  /// For each topic of the catalog, the number of its answer, counted from 1, or 0.
  var numbers: [UInt32]

  init(_ catalog: Catalog) {
    numbers = Array(repeating: 0, count: catalog.topics.count)
    answers.reserveCapacity(catalog.topics.count)
  }

  func has(_ topic: Int) -> Bool { numbers[topic] > 0 }

  func hasSection(_ index: Int) -> Bool { sections.contains { $0.index == index } }

  /// Adds the answer to a topic that does not have one yet.
  mutating func add(_ topic: Int, _ section: Int, _ cell: Cell) {
    answers.append(Answer(topic: topic, section: section, cell: cell))
    numbers[topic] = UInt32(answers.count)
  }

  /// Marks the last answer, if it is empty, as having a finding: its keys start too far to the left.
  mutating func breakLastAnswer() {
    guard let last = answers.last, last.cell.state == .absent else { return }
    answers[answers.count - 1].cell = Cell(.brokenAtHolder, last.cell.node)
  }
}

extension Decoder {
  /// Reads sections of the catalog with answers to their topics.
  mutating func topics(_ node: NodeID, _ code: Int) -> UInt32? {
    guard document.kind(of: node) == .mapping else {
      return wrongShape(
        node, expected: "sections with their topics",
        help: "write each section on its own line, with its topics below, each starting two spaces further right")
    }
    let document = document
    var result = TopicCells(catalog)
    let names = catalog.sectionKeys.words
    for (key, value) in document.entries(of: node) {
      let word = document.bytes(of: key)
      if word.isOwnKey { continue }
      // The keys below an outermost key follow it, just as far to the right.
      if outermost.index(of: word) != nil {
        reportMisplaced(key)
        break
      }
      if let topic = catalog.topicKeys.index(of: word) {
        readWithoutSection(topic, key, value, into: &result)
        continue
      }
      guard let section = catalog.sectionKeys.index(of: word) ?? unknownSection(key, names) else { continue }
      if !result.hasSection(section) { read(section, key, value, code, into: &result) }
    }
    return commit(result, isTruncated: document.isTruncated(node))
  }

  private mutating func commit(_ topics: TopicCells, isTruncated: Bool) -> UInt32 {
    let start = pending.count
    for section in topics.sections {
      pending += [
        Cell(place: UInt32(section.index), value: section.key.index), section.toldToTeachers, section.notRelevant,
        Cell(place: 0, value: section.isBroken ? 1 : 0),
      ]
    }
    let sections = commit(from: start, width: Topics.Section.width)
    for answer in topics.answers {
      pending.append(Cell(place: UInt32(answer.topic), value: UInt32(answer.section)))
      pending.append(answer.cell)
    }
    let answers = commit(from: start, width: Topics.Answer.width)
    for number in topics.numbers { pending.append(Cell(place: 0, value: number)) }
    let numbers = commit(from: start)
    let place = UInt32(cells.count)
    for value in [sections, answers, numbers, isTruncated ? 1 : 0] { cells.append(Cell(place: 0, value: value)) }
    return place
  }

  private mutating func unknownSection(_ key: NodeID, _ names: [String]) -> Int? {
    let word = document.string(of: key)
    let range = document.range(of: key)
    let near = nearest(to: word, among: names) ?? section(named: Self.withoutNumber(word))
    // The topics below a title people made up show which section it is.
    let meant = near ?? sectionOfTopics(under: key)
    report(
      .unknownReference, at: range, "there is no section `\(excerpt(key))`",
      help: near.map { "did you mean `\($0)`?" } ?? meant.map { "write `\($0)`, the section of the topics below it" }
        ?? "the sections are \(Prose.list(names.map { "`\($0)`" }))",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
    return meant.flatMap { names.firstIndex(of: $0) }
  }

  /// A topic where a section should be: it is read all the same, and the first such topic of each section is reported.
  private mutating func readWithoutSection(_ topic: Int, _ key: NodeID, _ value: NodeID, into topics: inout TopicCells)
  {
    let section = catalog.topics[topic].section
    let range = document.range(of: key)
    let isFirst = !topics.answers.contains {
      $0.section == section && $0.cell.state.isBroken && catalog.sectionKeys.words[section] == misplacedSection
    }
    if isFirst {
      misplacedSection = catalog.sectionKeys.words[section]
      report(
        .unknownReference, at: range, "`\(document.string(of: key))` is a topic, not a section",
        help: !topics.hasSection(section)
          ? "write `\(catalog.sections[section].id):` on a line above it, and put two more spaces before the topic"
          : "move it below `\(catalog.sections[section].id):`, starting two spaces further right")
    }
    if !topics.hasSection(section) {
      topics.sections.append(TopicCells.Section(index: section, key: key, isBroken: true))
    }
    if !topics.has(topic) { topics.add(topic, section, Cell(.brokenAtHolder, value)) }
  }

  private mutating func read(
    _ index: Int, _ key: NodeID, _ value: NodeID, _ code: Int, into topics: inout TopicCells
  ) {
    var section = TopicCells.Section(index: index, key: key, isBroken: document.isTruncated(value))
    if !document.isAbsent(value) {
      // A topic that appears twice is usually another topic under the wrong name.
      let whole = document.range(of: value)
      if document.diagnostics.contains(where: {
        $0.rule == .duplicateKey && $0.range.start >= whole.start && $0.range.end <= whole.end
      }) {
        section.isBroken = true
      }
      nested(key: key) { $0.readTopics(of: &section, value, code, into: &topics) }
    }
    topics.sections.append(section)
  }

  private mutating func readTopics(
    of section: inout TopicCells.Section, _ value: NodeID, _ code: Int, into topics: inout TopicCells
  ) {
    let document = document
    let known = catalog.sections[section.index].topics
    guard document.kind(of: value) == .mapping else {
      section.isBroken = true
      let mayBeSetAside = catalog.topics[known].allSatisfy { !$0.isRequired }
      if mayBeSetAside, document.kind(of: value) == .scalar, reportState(value, ofSection: true) { return }
      wrongShape(
        value, expected: "topics with their answers",
        help: "write each topic on its own line: `\(catalog.topics[known.lowerBound].id): …`")
      return
    }
    var next = known.lowerBound
    var children = document.children(of: value)
    while let (key, answer) = document.nextEntry(&children) {
      let word = document.bytes(of: key)
      if outermost.index(of: word) != nil {
        reportMisplaced(key)
        section.isBroken = true
        break
      }
      if word.equals("told-to-teachers") {
        section.toldToTeachers = sectionText(key, answer)
        continue
      }
      if word.equals("not-relevant") {
        section.notRelevant = sectionText(key, answer)
        if section.notRelevant.state == .present, nested(key: key, { $0.isNoReason(answer) }) {
          section.notRelevant = Cell(.broken, answer)
        }
        continue
      }
      if word.isOwnKey { continue }
      guard let topic = topicIndex(key, section: section.index, next: next), !topics.has(topic) else {
        if TopicAnswer.table.keys.index(of: word) != nil { topics.breakLastAnswer() }
        if section.toldToTeachers.state == .absent, wasTaken(key, for: "told-to-teachers") {
          section.toldToTeachers = Cell(.broken, answer)
        }
        if section.notRelevant.state == .absent, wasTaken(key, for: "not-relevant") {
          section.notRelevant = Cell(.broken, answer)
        }
        continue
      }
      next = topic + 1
      topics.add(
        topic, section.index,
        document.isAbsent(answer)
          ? Cell(isCut(answer) ? .broken : .absent, answer) : nested(key: key) { $0.cell(code, answer) })
    }
  }

  /// Whether the last finding, about a key, takes it for another one.
  private func wasTaken(_ key: NodeID, for meant: String) -> Bool {
    guard let last = diagnostics.last, last.range == document.range(of: key) else { return false }
    return last.fix?.edits.first.map { $0.replacement.elementsEqual(meant.utf8) } ?? false
  }

  /// Reads a text that applies to a whole section.
  private mutating func sectionText(_ key: NodeID, _ node: NodeID) -> Cell {
    if document.isAbsent(node) || document.isEmptyText(node) { return Cell(.absent, node) }
    return nested(key: key) { Cell($0.text(node) == nil ? .broken : .present, node) }
  }

  /// The index in the catalog of a topic key in a section; other topics and unknown ones are reported.
  private mutating func topicIndex(_ key: NodeID, section: Int, next: Int) -> Int? {
    if let index = catalog.topicKeys.index(of: document.bytes(of: key), from: next) {
      let home = catalog.topics[index].section
      if home == section { return index }
      let word = document.string(of: key)
      let range = document.range(of: key)
      report(
        .unknownReference, at: range, "`\(word)` belongs to another section",
        help: "move it under `\(catalog.sections[home].id)`")
      return index
    }
    let word = document.string(of: key)
    let range = document.range(of: key)
    let here = Array(catalog.topicKeys.words[catalog.sections[section].topics])
    if let meant = nearest(to: word, among: here + ["not-relevant", "told-to-teachers"]) {
      report(
        .unknownReference, at: range, "there is no topic `\(excerpt(key))` in `\(catalog.sections[section].id)`",
        help: "did you mean `\(meant)`?", fix: Fix(.unsafe, [Edit(range, with: meant.utf8)]))
      return catalog.topicKeys.words.firstIndex(of: meant)
    }
    if TopicAnswer.table.keys.index(of: document.bytes(of: key)) != nil { return answerKey(key, section) }
    if let named = topic(named: word, in: catalog.sections[section].topics) ?? topic(named: word) {
      let meant = catalog.topics[named]
      let isHere = meant.section == section
      report(
        .unknownReference, at: range, "there is no topic `\(excerpt(key))` in `\(catalog.sections[section].id)`",
        help: isHere
          ? "write `\(meant.id)`"
          : "write `\(meant.id)`, and move it under `\(catalog.sections[meant.section].id)`",
        fix: isHere ? Fix(.unsafe, [Edit(range, with: meant.id.utf8)]) : nil)
      return named
    }
    report(
      .unknownReference, at: range, "there is no topic `\(excerpt(key))` in `\(catalog.sections[section].id)`",
      help: "its topics are \(Prose.list(here.map { "`\($0)`" })); a key of your own begins with `x-`")
    return nil
  }

  /// Reports an answer key that starts as far to the left as the topics do; always nil.
  private mutating func answerKey(_ key: NodeID, _ section: Int) -> Int? {
    let word = document.string(of: key)
    report(
      .unknownReference, at: document.range(of: key),
      "`\(word)` belongs to a topic, but starts as far to the left as the topics of `\(catalog.sections[section].id)`",
      help: TopicAnswer.states.contains(word)
        ? "put two spaces before `\(word)`, so that it belongs to the topic above it"
        : "write the answer above on a line of its own, after `agreed:`; then put two spaces before `\(word)` and the lines below it"
    )
    return nil
  }

  /// The section to which the topics below a title belong.
  private func sectionOfTopics(under key: NodeID) -> String? {
    let value = document.value(ofKey: key)
    guard document.kind(of: value) == .mapping else { return nil }
    let sections = document.entries(of: value).prefix(10).map { entry in
      catalog.topicKeys.index(of: document.bytes(of: entry.key)).map { catalog.topics[$0].section }
    }
    guard let first = sections.first, let section = first, sections.allSatisfy({ $0 == section }) else { return nil }
    return catalog.sections[section].id
  }

  private func section(named text: String) -> String? {
    let plain = PlainWords.joined(text)
    return catalog.sections.first { PlainWords.joined($0.title) == plain || PlainWords.joined($0.id) == plain }?.id
  }

  /// Whether the rest of an empty answer's line became a comment, though it was meant as the answer.
  private func isCut(_ node: NodeID) -> Bool {
    let end = document.range(of: node).end
    let bytes = document.source.bytes
    return document.diagnostics.contains { found in
      found.rule == .hashCut && found.range.start >= end
        && bytes[Int(end)..<Int(found.range.start)].allSatisfy { [0x09, 0x0A, 0x0D, 0x20, 0x3A].contains($0) }
    }
  }

  /// Whether one of some words was surely meant.
  mutating func isNear(_ word: String, _ words: [String]) -> Bool {
    nearest(to: word, among: words) != nil
  }
}
