internal import Agreement
internal import Diagnostics
internal import TextSupport

extension PrintedAgreement {
  /// What was agreed, by section.
  var answers: [Block] {
    let catalog = agreement.catalog
    var blocks: [Block] = []
    for (index, section) in catalog.sections.enumerated() {
      let topics = tally.topics.filter { section.topics.contains($0.topic) }.map(\.topic)
      let written = agreement.topics.section(index)
      let told = names.text(written?.toldToTeachers)
      let reason = names.text(written?.notRelevant)
      guard !topics.isEmpty || told != nil || reason != nil else { continue }
      var aside: [String] = []
      var entries: [Block.Entry] = []
      for topic in topics {
        if agreement.topics.setAside(topic, in: catalog) != nil { aside.append(names.topic(topic)) }
        let said = self.blocks(of: agreement.topics.answer(to: topic)?.part.value, isSetAside: reason != nil)
        if !said.isEmpty { entries.append(Block.Entry(name: names.topic(topic), blocks: said)) }
      }
      blocks.append(.subheading(section.title))
      if !entries.isEmpty { blocks.append(.entries(entries)) }
      if let reason {
        let which = aside.isEmpty ? "the other topics" : Prose.list(aside)
        blocks.append(.paragraph("\(tag: "set aside") \(which): \(reason)"))
      }
      if let told { blocks.append(.paragraph("How teachers hear of all this: \(told)", .told)) }
    }
    return blocks.isEmpty ? [] : [.section([.heading("What we agreed")] + blocks)]
  }

  /// What was said about a topic; nothing about one that is set aside with its section.
  private func blocks(of answer: TopicAnswer?, isSetAside: Bool) -> [Block] {
    let unanswered = Block.paragraph("\(warning: "no answer yet")")
    guard let answer else { return isSetAside ? [] : [unanswered] }
    var blocks: [Block] = []
    var isCarried = false
    switch answer.state {
    case .agreed(let texts): blocks = paragraphs(names.texts(texts))
    case .carried(let texts):
      isCarried = true
      blocks = [.paragraph("\(warning: "last year’s answer, not agreed again")")] + paragraphs(names.texts(texts))
    case .notRelevant(let reason):
      blocks = [.paragraph("\(tag: "set aside") \(agreement.folded(reason))")]
    case .open(let open):
      let until: Line = open.until.value.map { "\(tag: "open until \(Spoken.day($0))")" } ?? "\(tag: "open")"
      blocks = [.paragraph("\(until) \(names.text(open.why) ?? "")")]
    case .unanswered:
      if !isSetAside { blocks = [unanswered] }
    }
    for note in names.texts(answer.notes) { blocks.append(.paragraph("Note: \(note)", .small)) }
    for part in answer.commitments.value ?? [] {
      guard let commitment = part.value, let does = names.text(commitment.does) else { continue }
      let owners = (commitment.owners.value ?? []).map { names.party($0.value) }
      let promise: Line = "\(Prose.list(owners)): \(does)"
      let line = Line.joined([promise, when(commitment)], by: ", ")
      blocks.append(.paragraph(isCarried ? "\(line) \(warning: "last year’s")" : line, .does))
    }
    if let told = names.text(answer.toldToTeachers) {
      blocks.append(.paragraph("How teachers hear of it: \(told)", .told))
    }
    return blocks
  }

  /// Texts, as a list if there are several.
  private func paragraphs(_ texts: [String]) -> [Block] {
    texts.count == 1 ? [.paragraph(Line(texts[0]))] : texts.isEmpty ? [] : [.list(texts.map { Line($0) })]
  }

  /// When something is done: "by October 2, 2026", "every semester".
  func when(_ commitment: Commitment) -> Line {
    if let due = commitment.due.value { return "by \(due)" }
    guard let every = names.text(commitment.every) else { return Line() }
    return Line(SpokenRhythm.words(every))
  }
}
