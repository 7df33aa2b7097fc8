package import Agreement
internal import Diagnostics

/// The questions of the conversation on paper, for one person to think over ahead of time.
package struct Worksheet: Sendable {
  private let agreement: Agreement
  private let names: PaperNames
  private let person: Int?

  /// Takes the person, as an index into `participants`; nil for a blank worksheet.
  package init(_ agreement: Agreement, for person: Int?) {
    self.agreement = agreement
    self.person = person
    names = PaperNames(agreement)
  }

  /// The sheet.
  package var sheet: Sheet {
    let year = agreement.content.schoolYear.value?.description ?? ""
    let owner = person.map { agreement.participants[$0].id }
    let concerns = person.flatMap { agreement.participants[$0].part.value?.concerns.value?.compactMap(\.value) } ?? []
    let ticked = Set(concerns.map(\.index))
    var sheet = Sheet(
      title: "Worksheet, \(names.schools), \(year)", above: "\(names.schools), school year \(year)",
      heading: person.map { "Before we talk: \(names.person($0))" } ?? "Before we talk",
      lead: [
        "Read the questions. Check the two or three that matter most to you: we talk about those first. Write a word or two where you know what you want."
      ],
      foot: Sheet.Foot(
        [agreement.content.id.value ?? "", year, owner.map { "worksheet of \($0)" } ?? "worksheet"].filter {
          !$0.isEmpty
        }))
    let tally = TopicTally(agreement)
    for section in agreement.catalog.sections {
      let questions = tally.topics.filter { section.topics.contains($0.topic) }.map { topic, state in
        let entry = agreement.catalog.topics[topic]
        return Block.Question(
          title: entry.title, id: entry.id, question: entry.question, note: note(on: topic, state),
          isTicked: ticked.contains(topic))
      }
      if !questions.isEmpty { sheet.blocks += [.heading(section.title), .questions(questions)] }
    }
    let ids = concerns.map { agreement.catalog.topics[$0.index].id }
    let example = ids.isEmpty ? "[first-topic, second-topic]" : "[\(ids.joined(separator: ", "))]"
    let place: Line = owner.map { "below \(code: "\($0):")" } ?? "below your name"
    sheet.blocks.append(
      .end([
        .paragraph(
          "Afterwards, in the file, write the topics you checked under \(code: "participants:"), \(place), by their short names:"
        ),
        .paragraph("\(code: "concerns: \(example)")"),
      ]))
    return sheet
  }

  /// What is written about a topic so far, or else a hint.
  private func note(on topic: Int, _ state: TopicTally.State) -> Line {
    let answer = agreement.topics.answer(to: topic)?.part.value
    switch answer?.state {
    case .agreed(let texts)?: return "Written so far: \(names.texts(texts).joined(separator: "; "))"
    case .carried(let texts)?: return "Last year: \(names.texts(texts).joined(separator: "; "))"
    case .notRelevant(let reason)?: return "Set aside: \(agreement.folded(reason))"
    case .open(let open)?:
      let until: Line = open.until.value.map { "Open until \($0)" } ?? "Open"
      return names.text(open.why).map { "\(until): \($0)" } ?? until
    case .unanswered?, nil:
      if let reason = agreement.topics.setAside(topic, in: agreement.catalog) {
        return "Set aside: \(agreement.folded(reason.value))"
      }
      return Line(agreement.catalog.topics[topic].hint)
    }
  }
}
