/// A catalog without its texts: all that is needed to read and lint an agreement.
struct CatalogOutline {
  /// The ids of the roles.
  let roles: [String]
  let sections: [Section]

  struct Section {
    let id: String
    var isMultiCampusOnly = false
    var isAsked = true
    let topics: [Entry]
  }

  struct Entry {
    let id: String
    let expects: Topic.Expectation
    var telling = Topic.Telling.optional
    var isRequired = false
    var since: SchoolYear?
    var until: SchoolYear?
    /// Hashes of how the question, the hint and the example begin.
    let beginnings: [UInt32]
  }

  /// The catalog; its texts come from a complete one, which is requested when they are needed.
  func catalog(texts: @escaping @Sendable () -> Catalog) -> Catalog {
    var topics: [Topic] = []
    var sections: [CatalogSection] = []
    for section in self.sections {
      let first = topics.count
      let place = sections.count
      for entry in section.topics {
        let topic = topics.count
        topics.append(
          Topic(
            id: entry.id, section: place, expects: entry.expects, telling: entry.telling, isRequired: entry.isRequired,
            since: entry.since, until: entry.until, beginnings: entry.beginnings,
            texts: { texts().topics[topic].texts() }))
      }
      sections.append(
        CatalogSection(
          id: section.id, isMultiCampusOnly: section.isMultiCampusOnly, isAsked: section.isAsked,
          topics: first..<topics.count, texts: { texts().sections[place].texts() }))
    }
    return Catalog(roles: roles, sections: sections, topics: topics, details: { texts().details() })
  }
}
