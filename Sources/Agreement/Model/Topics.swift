package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What was said about the topics.
package struct Topics: CellValue {
  /// A section as written.
  package struct Section: CellItem {
    /// The index of the section in the catalog.
    package let index: Int
    let key: NodeID
    /// Where its key is.
    package let keyRange: SourceRange
    /// How teachers hear of the whole section.
    package let toldToTeachers: Part<Text>
    /// Why every topic of the section without its own answer is set aside.
    package let notRelevant: Part<Text>
    /// Whether something about the section has a diagnostic already, so that missing parts are not reported.
    package let isBroken: Bool

    /// The first cell has the index and the key, the others what applies to the whole section, and whether it is broken.
    package static var width: Int { 4 }

    package init(item place: CellPlace) {
      index = Int(place.cell.place)
      key = NodeID(index: place.cell.value)
      let range = place.arena.document.range(of: key)
      keyRange = range
      func part(_ place: CellPlace) -> Part<Text> {
        // An empty text is missed at its own key.
        place.part(holder: place.cell.hasNode ? place.keyRange : range)
      }
      toldToTeachers = part(place.next(1))
      notRelevant = part(place.next(2))
      isBroken = place.next(3).cell.value != 0
    }
  }

  /// A topic as written.
  package struct Answer: CellItem {
    /// The index of the topic in the catalog.
    package let index: Int
    /// The index in the catalog of the section it was written in.
    package let section: Int
    /// Where its key is.
    package let keyRange: SourceRange
    /// What was said.
    package let part: Part<TopicAnswer>

    /// The first cell has the two indices, the second the answer.
    package static var width: Int { 2 }

    package init(item place: CellPlace) {
      index = Int(place.cell.place)
      section = Int(place.cell.value)
      let answer = place.next(1)
      keyRange = answer.keyRange
      part =
        answer.cell.state == .present
        ? .present(Located(TopicAnswer(answer), at: answer.range)) : answer.part(holder: keyRange)
    }
  }

  /// The sections that were written, in file order.
  package let sections: List<Section>
  /// The topics that were written, in file order.
  package let answers: List<Answer>
  /// Whether reading stopped early among the sections.
  package let isTruncated: Bool
  /// For each topic of the catalog, the number of its answer, counted from 1, or 0.
  private let numbers: List<Int>

  /// The lists of sections, answers and numbers, in three cells in a row, and whether reading stopped early in a fourth.
  init(at place: CellPlace) {
    sections = List(place)
    answers = List(place.next(1))
    numbers = List(place.next(2))
    isTruncated = place.next(3).cell.value != 0
  }

  package init(_ place: CellPlace) { self.init(at: place.target) }

  /// Nothing was said about any topic.
  static let none = Topics(sections: [], answers: [], isTruncated: false, numbers: [])

  private init(sections: List<Section>, answers: List<Answer>, isTruncated: Bool, numbers: List<Int>) {
    (self.sections, self.answers, self.isTruncated, self.numbers) = (sections, answers, isTruncated, numbers)
  }

  /// The cell of the answer to a topic of the catalog.
  func cell(ofAnswerTo topic: Int) -> Cell? {
    topic < numbers.count && numbers[topic] > 0 ? answers.place(of: numbers[topic] - 1).next(1).cell : nil
  }

  /// The answer to a topic of the catalog.
  package func answer(to topic: Int) -> Answer? {
    guard topic < numbers.count, numbers[topic] > 0 else { return nil }
    return answers[numbers[topic] - 1]
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
