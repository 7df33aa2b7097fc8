package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What was said about the topics.
package struct Topics: Sendable {
  /// A section as written.
  package struct Section: Sendable {
    /// The index of the section in the catalog.
    package let index: Int
    /// Where its key is.
    package let keyRange: SourceRange
    let key: NodeID
    /// How teachers hear of the whole section.
    package var toldToTeachers: Part<Text>
    /// Why every topic of the section without its own answer is set aside.
    package var notRelevant: Part<Text>
    /// Whether something about the section has a diagnostic already, so that missing parts are not reported.
    package var isBroken: Bool
  }

  /// A topic as written.
  package struct Answer: Sendable {
    /// The index of the topic in the catalog.
    package let index: Int
    /// The index in the catalog of the section it was written in.
    package let section: Int
    /// Where its key is.
    package let keyRange: SourceRange
    let key: NodeID
    /// What was said.
    package let part: Part<TopicAnswer>
  }

  /// The sections that were written, in file order.
  package internal(set) var sections: [Section] = []
  /// The topics that were written, in file order.
  package private(set) var answers: [Answer] = []
  /// For each topic of the catalog, its index in `answers`, or a negative number.
  private var places: [Int16]
  /// Whether reading stopped early among the sections.
  package internal(set) var isTruncated = false

  /// The answer to a topic of the catalog.
  package func answer(to topic: Int) -> Answer? {
    guard topic < places.count, places[topic] >= 0 else { return nil }
    return answers[Int(places[topic])]
  }

  /// Topics of a catalog without any answer.
  init(_ catalog: Catalog) {
    places = Array(repeating: -1, count: catalog.topics.count)
    answers.reserveCapacity(catalog.topics.count)
  }

  /// Whether a topic was written.
  func has(_ topic: Int) -> Bool { places[topic] >= 0 }

  /// Adds the answer to a topic that does not have one yet.
  mutating func add(_ answer: Answer) {
    places[answer.index] = Int16(truncatingIfNeeded: answers.count)
    answers.append(answer)
  }

  /// Marks the last answer, if it is empty, as having a finding: its keys start too far to the left.
  mutating func breakLastAnswer() {
    guard let last = answers.last, last.part.isAbsent else { return }
    answers[answers.count - 1] = Answer(
      index: last.index, section: last.section, keyRange: last.keyRange, key: last.key, part: .broken(last.keyRange))
  }

  /// The reason why a topic without its own answer is set aside with its section; nil if it has an answer or is not set
  /// aside.
  package func setAside(_ topic: Int, in catalog: Catalog) -> Located<Text>? {
    guard case .present(let reason) = section(catalog.topics[topic].section)?.notRelevant else { return nil }
    switch answer(to: topic)?.part {
    case nil, .absent: return reason
    case .broken: return nil
    case .present(let answer): if case .unanswered = answer.value.state { return reason } else { return nil }
    }
  }

  /// A section of the catalog as written.
  package func section(_ index: Int) -> Section? { sections.first { $0.index == index } }
}

extension Shape where Value == Topics {
  /// Sections of the catalog with answers to their topics.
  static let topics = Shape(
    description: .topics(answer: Shape<TopicAnswer>.answer.description),
    decode: { node, decoder in decoder.topics(node) },
    write: { node, writer in writer.topics(node) })
}

extension CanonicalWriter {
  /// Writes sections and topics in the order of their ids.
  fileprivate mutating func topics(_ node: NodeID) -> Bool {
    let (document, catalog) = (document, catalog)
    var entries = beginEntries()
    var children = document.children(of: node)
    while let (key, value) = document.nextEntry(&children) {
      let word = document.bytes(of: key)
      guard let section = catalog.sectionKeys.index(of: word) else { continue }
      add(key, value, rank: catalog.sectionRanks[section], member: section, to: &entries)
    }
    return object(entries) { section, value, writer in
      writer.section(value, from: catalog.sections[section].topics)
    }
  }

  private mutating func section(_ node: NodeID, from topics: Range<Int>) -> Bool {
    let (document, catalog) = (document, catalog)
    var entries = beginEntries()
    var children = document.children(of: node)
    var next = topics.lowerBound
    while let (key, value) = document.nextEntry(&children) {
      let word = document.bytes(of: key)
      if let topic = catalog.topicKeys.index(of: word, from: next) {
        next = topic + 1
        // Between the ranks of two topics there is room for the keys of the whole section.
        add(key, value, rank: 4 * catalog.topicRanks[topic], member: topic, to: &entries)
      } else if word.equals("told-to-teachers") {
        add(key, value, rank: 4 * catalog.toldRank - 1, member: -1, to: &entries)
      } else if word.equals("not-relevant") {
        add(key, value, rank: 4 * catalog.notRelevantRank - 2, member: -1, to: &entries)
      }
    }
    return object(entries) { topic, value, writer in
      topic < 0 ? writer.text(value) : Shape<TopicAnswer>.answer.write(value, &writer)
    }
  }
}

extension Decoder {
  fileprivate mutating func topics(_ node: NodeID) -> Topics? {
    guard document.kind(of: node) == .mapping else {
      return wrongShape(
        node, expected: "sections with their topics",
        help: "write each section on its own line, with its topics below, each starting two spaces further right")
    }
    let document = document
    var result = Topics(catalog)
    result.isTruncated = document.isTruncated(node)
    let names = catalog.sectionKeys.words
    for (key, value) in document.entries(of: node) {
      let word = document.bytes(of: key)
      if word.isOwnKey { continue }
      // The keys below an outermost key follow it, just as far to the right.
      if AgreementContent.shape.keys.index(of: word) != nil {
        reportMisplaced(key)
        break
      }
      if let topic = catalog.topicKeys.index(of: word) {
        readWithoutSection(topic, key, value, into: &result)
        continue
      }
      guard let section = catalog.sectionKeys.index(of: word) ?? unknownSection(key, names) else { continue }
      if result.section(section) == nil { read(section, key, value, into: &result) }
    }
    return result
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
  private mutating func readWithoutSection(_ topic: Int, _ key: NodeID, _ value: NodeID, into topics: inout Topics) {
    let section = catalog.topics[topic].section
    let range = document.range(of: key)
    let isFirst = !topics.answers.contains {
      $0.section == section && $0.part.isBroken && catalog.sectionKeys.words[section] == misplacedSection
    }
    if isFirst {
      misplacedSection = catalog.sectionKeys.words[section]
      report(
        .unknownReference, at: range, "`\(document.string(of: key))` is a topic, not a section",
        help: topics.section(section) == nil
          ? "write `\(catalog.sections[section].id):` on a line above it, and put two more spaces before the topic"
          : "move it below `\(catalog.sections[section].id):`, starting two spaces further right")
    }
    if topics.section(section) == nil {
      topics.sections.append(
        Topics.Section(
          index: section, keyRange: range, key: key, toldToTeachers: .absent(holder: range),
          notRelevant: .absent(holder: range), isBroken: true))
    }
    if !topics.has(topic) {
      topics.add(Topics.Answer(index: topic, section: section, keyRange: range, key: key, part: .broken(range)))
    }
  }

  private mutating func read(_ index: Int, _ key: NodeID, _ value: NodeID, into topics: inout Topics) {
    let keyRange = document.range(of: key)
    var section = Topics.Section(
      index: index, keyRange: keyRange, key: key, toldToTeachers: .absent(holder: keyRange),
      notRelevant: .absent(holder: keyRange), isBroken: document.isTruncated(value)
    )
    defer { topics.sections.append(section) }
    if document.isAbsent(value) { return }
    // A topic that appears twice is usually another topic under the wrong name.
    let whole = document.range(of: value)
    if document.diagnostics.contains(where: {
      $0.rule == .duplicateKey && $0.range.start >= whole.start && $0.range.end <= whole.end
    }) {
      section.isBroken = true
    }
    let document = document
    nested(key: key) { decoder in
      guard document.kind(of: value) == .mapping else {
        section.isBroken = true
        let mayBeSetAside = decoder.catalog.topics[decoder.catalog.sections[index].topics].allSatisfy { !$0.isRequired }
        if mayBeSetAside, document.kind(of: value) == .scalar, decoder.reportState(value, ofSection: true) { return }
        let first = decoder.catalog.topics[decoder.catalog.sections[index].topics.lowerBound].id
        let _: Bool? = decoder.wrongShape(
          value, expected: "topics with their answers", help: "write each topic on its own line: `\(first): …`")
        return
      }
      var next = decoder.catalog.sections[index].topics.lowerBound
      var children = document.children(of: value)
      while let (topicKey, answer) = document.nextEntry(&children) {
        let word = document.bytes(of: topicKey)
        if AgreementContent.shape.keys.index(of: word) != nil {
          decoder.reportMisplaced(topicKey)
          section.isBroken = true
          break
        }
        if word.equals("told-to-teachers") {
          section.toldToTeachers = decoder.nested(key: topicKey) { $0.sectionText(answer) }
          continue
        }
        if word.equals("not-relevant") {
          section.notRelevant = decoder.nested(key: topicKey) { decoder in
            let part = decoder.sectionText(answer)
            if case .present(let reason) = part, decoder.isNoReason(reason.value.node) { return .broken(reason.range) }
            return part
          }
          continue
        }
        if word.isOwnKey { continue }
        guard let topic = decoder.topicIndex(topicKey, section: index, next: next), !topics.has(topic) else {
          if AnswerKeys.shape.keys.index(of: word) != nil { topics.breakLastAnswer() }
          if decoder.wasTaken(topicKey, for: "told-to-teachers"), section.toldToTeachers.isAbsent {
            section.toldToTeachers = .broken(decoder.document.range(of: answer))
          }
          if decoder.wasTaken(topicKey, for: "not-relevant"), section.notRelevant.isAbsent {
            section.notRelevant = .broken(decoder.document.range(of: answer))
          }
          continue
        }
        next = topic + 1
        let range = decoder.document.range(of: answer)
        let part: Part<TopicAnswer> =
          decoder.document.isAbsent(answer)
          ? decoder.isCut(answer) ? .broken(range) : .absent(holder: decoder.document.range(of: topicKey))
          : decoder.nested(key: topicKey) { Shape<TopicAnswer>.answer.decode(answer, &$0) }.map {
            .present(Located($0, at: range))
          }
            ?? .broken(range)
        topics.add(
          Topics.Answer(
            index: topic, section: index, keyRange: decoder.document.range(of: topicKey), key: topicKey,
            part: part))
      }
    }
  }

  /// Whether the last finding, about a key, takes it for another one.
  private func wasTaken(_ key: NodeID, for meant: String) -> Bool {
    guard let last = diagnostics.last, last.range == document.range(of: key) else { return false }
    return last.fix?.edits.first.map { $0.replacement.elementsEqual(meant.utf8) } ?? false
  }

  /// A text that applies to a whole section.
  private mutating func sectionText(_ node: NodeID) -> Part<Text> {
    let range = document.range(of: node)
    if document.isAbsent(node) || document.isEmptyText(node) {
      return .absent(holder: key.map { document.range(of: $0) } ?? range)
    }
    return text(node).map {
      .present(Located($0, at: range, key: key.map { document.range(of: $0) } ?? range))
    } ?? .broken(range)
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
    if AnswerKeys.shape.keys.index(of: document.bytes(of: key)) != nil { return answerKey(key, section) }
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
      help: AnswerKeys.states.contains(word)
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
