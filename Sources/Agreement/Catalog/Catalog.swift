internal import Diagnostics
internal import Schema
internal import YAMLSyntax

/// The topics, sections and roles that a partnership conversation goes through.
public final class Catalog: Sendable {
  /// What the conversation is adapted from, and whom to credit.
  public let source: (title: String, credit: String)
  /// The steps of the conversation, in order.
  public let agenda: [AgendaStep]
  /// The usual purposes of the conversation, by id.
  public let purposes: [(id: String, means: String)]
  /// The roles a coach can have, in order.
  public let roles: [CoachingRole]
  /// The sections, in order.
  public let sections: [CatalogSection]
  /// All topics, in the order of their sections.
  public let topics: [Topic]

  let topicKeys: KeyTable
  let sectionKeys: KeyTable
  let roleKeys: KeyTable
  /// For each topic its place in the order of the ids, which is that of the canonical form.
  let topicRanks: [Int]
  let sectionRanks: [Int]
  /// The ids in quotes with a colon, as the canonical form has them; ids need no escapes.
  let topicLabels: [[UInt8]]
  let sectionLabels: [[UInt8]]
  /// Before which rank `told-to-teachers` stands.
  let toldRank: Int

  init(
    source: (title: String, credit: String), agenda: [AgendaStep], purposes: [(id: String, means: String)],
    roles: [CoachingRole], sections: [CatalogSection], topics: [Topic]
  ) {
    self.source = source
    self.agenda = agenda
    self.purposes = purposes
    self.roles = roles
    self.sections = sections
    self.topics = topics
    topicKeys = KeyTable(topics.map(\.id))
    sectionKeys = KeyTable(sections.map(\.id))
    roleKeys = KeyTable(roles.map(\.id))
    topicRanks = Self.ranks(topics.map(\.id))
    sectionRanks = Self.ranks(sections.map(\.id))
    topicLabels = topics.map { Array("\"\($0.id)\":".utf8) }
    sectionLabels = sections.map { Array("\"\($0.id)\":".utf8) }
    toldRank = topics.count { $0.id < "told-to-teachers" }
  }

  /// The place of each id in the order of their bytes; they are ASCII.
  private static func ranks(_ ids: [String]) -> [Int] {
    var result = Array(repeating: 0, count: ids.count)
    for (rank, place) in ids.indices.sorted(by: { ids[$0] < ids[$1] }).enumerated() { result[place] = rank }
    return result
  }

  /// A catalog without anything, for reading a catalog.
  static let empty = Catalog(source: ("", ""), agenda: [], purposes: [], roles: [], sections: [], topics: [])

  /// The built-in catalog; read once, when it is first needed.
  public static let builtIn: Catalog = {
    let source = SourceFile(name: "topics.yaml", bytes: Schema.topics)
    return read(source).catalog ?? .empty
  }()
}

/// One step of the conversation.
public struct AgendaStep: Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public let title: String
  /// How long it takes; nil for as long as needed.
  public let minutes: Int?
  /// What lies on the table.
  public let materials: String?
  /// What happens.
  public let does: String
}

/// A role that a coach can have.
public struct CoachingRole: Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public let title: String
  /// What it means, in a sentence.
  public let means: String
}

/// A group of topics.
public final class CatalogSection: Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public let title: String
  /// The question that its topics answer together.
  public let question: String
  /// Whether it only applies to a coach on two or more campuses.
  public let isMultiCampusOnly: Bool
  /// The places of its topics in the catalog.
  public let topics: Range<Int>

  init(id: String, title: String, question: String, isMultiCampusOnly: Bool, topics: Range<Int>) {
    self.id = id
    self.title = title
    self.question = question
    self.isMultiCampusOnly = isMultiCampusOnly
    self.topics = topics
  }
}

/// One question of the conversation.
public final class Topic: Sendable {
  /// Its id, which never changes.
  public let id: String
  /// The place of its section in the catalog.
  public let section: Int
  /// Its name.
  public let title: String
  /// The question, in plain words.
  public let question: String
  /// What a good answer settles.
  public let hint: String
  /// An answer as a real agreement has it.
  public let example: String
  /// What a good answer says above all.
  public let expects: Expectation
  /// How much it matters that teachers are told.
  public let telling: Telling
  /// Whether it can never be set aside or left open.
  public let isRequired: Bool
  /// The first school year that has it; nil for all earlier ones.
  public let since: SchoolYear?
  /// The last school year that has it; nil for all later ones.
  public let until: SchoolYear?
  /// The step and the topic of the source tool.
  public let source: String

  init(
    id: String, section: Int, title: String, question: String, hint: String, example: String, expects: Expectation,
    telling: Telling, isRequired: Bool, since: SchoolYear?, until: SchoolYear?, source: String
  ) {
    self.id = id
    self.section = section
    self.title = title
    self.question = question
    self.hint = hint
    self.example = example
    self.expects = expects
    self.telling = telling
    self.isRequired = isRequired
    self.since = since
    self.until = until
    self.source = source
  }

  /// Whether a school year has the topic, so that an old agreement stays complete when the catalog grows.
  public func applies(to year: SchoolYear?) -> Bool {
    guard let year else { return true }
    return since.map { $0 <= year } ?? true && until.map { year <= $0 } ?? true
  }

  /// What a good answer says above all.
  public enum Expectation: String, FormatWord {
    case yesOrNo = "yes-or-no"
    case what
    case who
    case when
    case how
    case howMuch = "how-much"
  }

  /// How much it matters that teachers are told.
  public enum Telling: String, Sendable {
    /// Every answer says how teachers hear of it.
    case expected
    /// The question asks for it.
    case asked
    /// Nothing is said about it.
    case optional
  }
}
