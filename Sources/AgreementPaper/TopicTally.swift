package import Agreement

/// The topics of an agreement that were answered or are asked for, each with its state.
package struct TopicTally: Sendable {
  /// The state of a topic.
  package enum State: Sendable {
    case agreed
    /// Set aside by itself or with its section.
    case setAside
    case open
    case carried
    case unanswered
  }

  /// The topics, as indices into the catalog, in its order.
  package let topics: [(topic: Int, state: State)]

  /// Counts the topics of an agreement. A topic that does not apply, or is optional, counts if it has an answer.
  package init(_ agreement: Agreement) {
    let catalog = agreement.catalog
    let year = agreement.content.schoolYear.value
    var topics: [(topic: Int, state: State)] = []
    for (index, section) in catalog.sections.enumerated() {
      let isAsked = section.isAsked && (!section.isMultiCampusOnly || agreement.isMultiCampus)
      let isSetAside = agreement.topics.section(index)?.notRelevant.isAbsent == false
      for topic in section.topics {
        if let state = Self.state(of: topic, in: agreement), state != .unanswered {
          topics.append((topic, state))
        } else if isSetAside {
          topics.append((topic, .setAside))
        } else if agreement.topics.answer(to: topic) != nil || isAsked && catalog.topics[topic].applies(to: year) {
          topics.append((topic, .unanswered))
        }
      }
    }
    self.topics = topics
  }

  /// The state of a topic by its own answer; nil if it has none.
  private static func state(of topic: Int, in agreement: Agreement) -> State? {
    switch agreement.topics.answer(to: topic)?.part.value?.state {
    case nil: nil
    case .agreed?: .agreed
    case .notRelevant?: .setAside
    case .open?: .open
    case .carried?: .carried
    case .unanswered?: .unanswered
    }
  }

  /// The number of topics in a state.
  package func count(_ state: State) -> Int { topics.count { $0.state == state } }

  /// The number of topics.
  package var count: Int { topics.count }
}
