internal import Diagnostics
internal import Schema
internal import Synchronization
internal import YAMLSyntax

/// The topics, sections and roles that a partnership conversation goes through.
package final class Catalog: Sendable {
  /// What the conversation is adapted from, and who gets the credit.
  package var source: (title: String, credit: String) { details().source }
  /// The steps of the conversation, in order.
  package var agenda: [AgendaStep] { details().agenda }
  /// The usual purposes of the conversation, by id.
  package var purposes: [(id: String, means: String)] { details().purposes }
  /// The roles a coach can have, in order.
  package var roles: [CoachingRole] { details().roles }
  /// The sections, in order.
  package let sections: [CatalogSection]
  /// All topics, in the order of their sections.
  package let topics: [Topic]

  let topicKeys: KeyTable
  let sectionKeys: KeyTable
  let roleKeys: KeyTable
  /// The sections in the order of their ids, which is that of the canonical form.
  let sectionOrder: [Int]
  /// What may be under each section, in the order of the keys.
  let order: [[Member]]

  let details: @Sendable () -> Details

  /// The parts that a lint never reads.
  struct Details: Sendable {
    var source = (title: "", credit: "")
    var agenda: [AgendaStep] = []
    var purposes: [(id: String, means: String)] = []
    var roles: [CoachingRole] = []
  }

  init(
    roles: [String], sections: [CatalogSection], topics: [Topic], details: @escaping @Sendable () -> Details
  ) {
    self.details = details
    self.sections = sections
    self.topics = topics
    topicKeys = KeyTable(topics.map(\.id))
    sectionKeys = KeyTable(sections.map(\.id))
    roleKeys = KeyTable(roles)
    sectionOrder = sections.indices.sorted { sections[$0].id < sections[$1].id }
    order = sections.map { section in
      let members = section.topics.map { (topics[$0].id, Member.topic($0)) }
      return (members + [("not-relevant", .notRelevant), ("told-to-teachers", .toldToTeachers)]).sorted { $0.0 < $1.0 }
        .map(\.1)
    }
  }

  /// What may be under a section in the canonical form.
  enum Member: BitwiseCopyable {
    case notRelevant
    case toldToTeachers
    case topic(Int)
  }

  private let knownVocabulary = Mutex<Vocabulary?>(nil)

  /// The words that a key of an agreement can be, gathered once, on the first slip in a file.
  var vocabulary: Vocabulary {
    knownVocabulary.withLock { known in
      if let known { return known }
      let vocabulary = AgreementReader.makeVocabulary(self)
      known = vocabulary
      return vocabulary
    }
  }

  /// An empty catalog, used while another is read.
  static let empty = Catalog(roles: [], sections: [], topics: []) { Details() }

  /// The built-in catalog.
  ///
  /// Its outline is compiled in. `schema/topics.yaml` is read only when a text is needed, because reading it takes half
  /// as long as linting a file.
  package static let builtIn = outline.catalog(texts: { complete })

  /// The built-in catalog, read from `schema/topics.yaml`.
  static let complete: Catalog = read(SourceFile(name: "topics.yaml", bytes: Schema.topics)).catalog ?? .empty
}

/// One step of the conversation.
package struct AgendaStep: Sendable {
  /// Its id.
  package let id: String
  /// Its name.
  package let title: String
  /// How long it takes, in minutes; nil for as long as needed.
  package let minutes: Int?
  /// What people have in front of them.
  package let materials: String?
  /// What happens.
  package let does: String
}

/// A role that a coach can have.
package struct CoachingRole: Sendable {
  /// Its id.
  package let id: String
  /// Its name.
  package let title: String
  /// What it means, in a sentence.
  package let means: String
}

/// A group of topics.
package final class CatalogSection: Sendable {
  /// Its id.
  package let id: String
  /// Its name.
  package var title: String { texts().title }
  /// The question that its topics answer together.
  package var question: String { texts().question }
  /// Whether it applies only to a coach at two or more campuses.
  package let isMultiCampusOnly: Bool
  /// Whether an agreement that does not answer its topics is incomplete; an optional section is asked for only if the
  /// settings say so.
  package let isAsked: Bool
  /// The range of its topics in the catalog.
  package let topics: Range<Int>
  let texts: @Sendable () -> Texts

  struct Texts: Sendable {
    let title: String
    let question: String
  }

  init(
    id: String, isMultiCampusOnly: Bool, isAsked: Bool, topics: Range<Int>, texts: @escaping @Sendable () -> Texts
  ) {
    self.id = id
    self.texts = texts
    self.isMultiCampusOnly = isMultiCampusOnly
    self.isAsked = isAsked
    self.topics = topics
  }
}

/// One question of the conversation.
package final class Topic: Sendable {
  /// Its id, which never changes.
  package let id: String
  /// The index of its section in the catalog.
  package let section: Int
  /// Its name.
  package var title: String { texts().title }
  /// The question, in plain words.
  package var question: String { texts().question }
  /// What a good answer settles.
  package var hint: String { texts().hint }
  /// An answer like those in real agreements.
  package var example: String { texts().example }
  /// What a good answer says first.
  package let expects: Expectation
  /// How much it matters that teachers are told.
  package let telling: Telling
  /// Whether it can never be set aside or left open.
  package let isRequired: Bool
  /// The first school year that has it; nil for all earlier ones.
  package let since: SchoolYear?
  /// The last school year that has it; nil for all later ones.
  package let until: SchoolYear?
  /// The step and the topic of the source tool.
  package var source: String { texts().source }
  let texts: @Sendable () -> Texts
  /// Hashes of how its question, hint and example begin; nil if they were not computed.
  private let beginnings: [UInt32]?

  struct Texts: Sendable {
    let title: String
    let question: String
    let hint: String
    let example: String
    let source: String
  }

  init(
    id: String, section: Int, expects: Expectation, telling: Telling, isRequired: Bool, since: SchoolYear?,
    until: SchoolYear?, beginnings: [UInt32]? = nil, texts: @escaping @Sendable () -> Texts
  ) {
    self.id = id
    self.section = section
    self.texts = texts
    self.beginnings = beginnings
    self.expects = expects
    self.telling = telling
    self.isRequired = isRequired
    self.since = since
    self.until = until
  }

  /// Whether the topic applies to a school year, so that an old agreement stays complete when the catalog grows.
  package func applies(to year: SchoolYear?) -> Bool {
    guard let year else { return true }
    return since.map { $0 <= year } ?? true && until.map { year <= $0 } ?? true
  }

  /// Whether an answer begins like a catalog text on this topic; few answers do, so the texts themselves are seldom
  /// needed.
  package func mayRepeatCatalog(_ answer: Span<UInt8>) -> Bool {
    beginnings.map { $0.contains(Self.beginning(of: answer)) } ?? true
  }

  /// A hash of the first 24 letters of a text, ignoring case.
  package static func beginning(of text: Span<UInt8>) -> UInt32 {
    var result: UInt32 = 0
    var letters = 0
    var index = 0
    while index < text.count, letters < 24 {
      let byte = text[index] | 0x20
      if (0x61...0x7A).contains(byte) {
        result = result &* 31 &+ UInt32(byte & 31)
        letters += 1
      }
      index += 1
    }
    return result
  }

  /// What a good answer says first.
  package enum Expectation: String, FormatWord {
    case yesOrNo = "yes-or-no"
    case what
    case who
    case when
    case how
    case howMuch = "how-much"

    /// The word of the question.
    package var words: String { rawValue.split(separator: "-").joined(separator: " ") }
  }

  /// How much it matters that teachers are told.
  package enum Telling: String, Sendable {
    /// Every answer says how teachers hear of it.
    case expected
    /// The question asks for it.
    case asked
    /// The question does not mention it.
    case optional
  }
}
