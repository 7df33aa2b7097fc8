package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// A district's changes to the catalog: its own sections, topics and roles, the school years of existing topics, and
/// which optional sections it asks for.
package struct CatalogChanges: View {
  package enum Key: Int { case ask, roles, sections }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  var ask: Part<List<Part<String>>> { self[.ask] }
  var roles: Part<List<Entry<CatalogFile.Role>>> { self[.roles] }
  var sections: Part<List<Entry<CatalogFile.Section>>> { self[.sections] }

  package static let table = MappingDescription([
    Field(
      Key.ask, "ask", .list(of: .text), title: "Ask", about: "Extra sections that every school is asked to answer.",
      examples: ["[boundaries]"]),
    Field(
      Key.roles, "roles", .dictionary(value: .mapping(CatalogFile.Role.table), requiresValue: true), title: "Roles",
      about: "Your own roles for coaches, next to the ten usual ones."),
    Field(
      Key.sections, "sections", .dictionary(value: .mapping(CatalogFile.Section.changes), requiresValue: true),
      title: "Sections",
      about:
        "Sections with their topics. For a section that concord has, leave out `title` and `question`. For a topic that concord has, write only `since` or `until`: `until: 2025-26` retires it."
    ),
  ])
}

extension Decoder {
  /// The catalog with a district's changes; changes that are not possible are reported.
  package mutating func catalog(_ catalog: Catalog, changedBy changes: CatalogChanges) -> Catalog {
    let roles = catalog.roles + addedRoles(changes, catalog)
    var topics = catalog.sections.map { section in section.topics.map { catalog.topics[$0] } }
    var sections = catalog.sections
    for entry in changes.sections.value ?? [] {
      guard let change = entry.part.value else { continue }
      let place: Int
      if isKeyOfAgreement(entry.id, "section", at: entry.keyRange) { continue }
      if let known = sections.firstIndex(where: { $0.id == entry.id }) {
        place = known
      } else {
        guard let section = newSection(entry, change, sections) else { continue }
        place = sections.count
        sections.append(section)
        topics.append([])
      }
      for topic in change.topics.value ?? [] {
        guard let value = topic.part.value else { continue }
        if isKeyOfAgreement(topic.id, "topic", at: topic.keyRange) { continue }
        checkYears(value, of: catalog.topics.first { $0.id == topic.id })
        if let home = topics.firstIndex(where: { $0.contains { $0.id == topic.id } }) {
          guard home == place else {
            report(
              .unknownReference, at: topic.keyRange,
              "the topic `\(topic.id)` belongs to the section `\(sections[home].id)`",
              help: "move it there, or choose another id")
            continue
          }
          if let index = topics[home].firstIndex(where: { $0.id == topic.id }) {
            topics[home][index] = changed(topics[home][index], by: value, at: topic.keyRange)
          }
        } else if let added = newTopic(topic, value, change) {
          topics[place].append(added)
        }
      }
    }
    let asked = askedSections(changes, sections, topics)
    return Catalog(catalog, roles: roles, sections: sections, topics: topics, asked: asked)
  }

  /// Whether agreements already have a key with this id next to the sections or topics; if so, it is reported.
  private mutating func isKeyOfAgreement(_ id: String, _ what: String, at range: SourceRange) -> Bool {
    guard
      ["not-relevant", "told-to-teachers"].contains(id)
        || AgreementContent.table.fields.contains(where: { $0.key == id })
    else {
      return false
    }
    report(
      .invalidID, at: range,
      "agreements already have a key `\(id)`, so no \(what) can have that id", help: "choose another id")
    return true
  }

  /// Reports a topic that ends before it begins.
  private mutating func checkYears(_ change: CatalogFile.TopicEntry, of topic: Topic?) {
    guard let since = change.since.value ?? topic?.since, let until = change.until.value ?? topic?.until, until < since
    else { return }
    report(
      .invalidYear, at: change.until.value == nil ? change.since.range : change.until.range,
      "the last school year of this topic, \(until), is before its first, \(since)",
      help: "correct one of the two years")
  }

  private mutating func addedRoles(_ changes: CatalogChanges, _ catalog: Catalog) -> [CoachingRole] {
    var result: [CoachingRole] = []
    for entry in changes.roles.value ?? [] {
      guard let role = entry.part.value else { continue }
      if catalog.roles.contains(where: { $0.id == entry.id }) {
        // Too few or too many keys of such a role make no difference.
        let whole = entry.keyRange.start..<max(entry.part.range.end, entry.keyRange.end)
        diagnostics.removeAll { whole.contains($0.range.start) }
        report(
          .unknownReference, at: entry.keyRange, "concord already has the role `\(entry.id)`",
          help: "choose another id, or leave it out: a role that concord has cannot be changed")
      } else {
        result.append(CoachingRole(id: entry.id, title: text(role.title), means: text(role.means)))
      }
    }
    return result
  }

  private func text(_ part: Part<Text>) -> String { part.value.map { document.string(of: $0.node) } ?? "" }

  private mutating func newSection(
    _ entry: Entry<CatalogFile.Section>, _ section: CatalogFile.Section, _ known: [CatalogSection]
  ) -> CatalogSection? {
    let lacks = [("title", section.title.isAbsent), ("question", section.question.isAbsent)].filter(\.1).map(\.0)
    guard lacks.isEmpty else {
      let near = nearest(to: entry.id, among: known.map(\.id))
      report(
        .missingKey, at: entry.keyRange,
        "concord has no section `\(entry.id)`, and a new one needs \(Prose.list(lacks.map { "`\($0)`" }))",
        help: near.map { "did you mean `\($0)`?" } ?? "add \(Prose.list(lacks.map { "`\($0):`" }))")
      return nil
    }
    let texts = CatalogSection.Texts(title: text(section.title), question: text(section.question))
    return CatalogSection(
      id: entry.id, isMultiCampusOnly: section.applies.value != nil, isAsked: true,
      topics: 0..<0, texts: { texts })
  }

  private mutating func newTopic(
    _ entry: Entry<CatalogFile.TopicEntry>, _ topic: CatalogFile.TopicEntry, _ section: CatalogFile.Section
  ) -> Topic? {
    let lacks = [
      ("title", topic.title.isAbsent), ("question", topic.question.isAbsent), ("hint", topic.hint.isAbsent),
      ("example", topic.example.isAbsent), ("expects", topic.expects.isAbsent),
    ].filter(\.1).map(\.0)
    guard lacks.isEmpty else {
      let near = nearest(to: entry.id, among: Catalog.builtIn.topics.map(\.id))
      report(
        .missingKey, at: entry.keyRange,
        "concord has no topic `\(entry.id)`, and a new one needs \(Prose.list(lacks.map { "`\($0)`" }))",
        help: near.map { "did you mean `\($0)`?" } ?? "add \(Prose.list(lacks.map { "`\($0):`" }))")
      return nil
    }
    let telling = topic.telling.value ?? section.telling.value
    let texts = Topic.Texts(
      title: text(topic.title), question: text(topic.question), hint: text(topic.hint), example: text(topic.example),
      source: topic.source.isAbsent ? "the district" : text(topic.source))
    return Topic(
      id: entry.id, section: 0, expects: topic.expects.value ?? .what,
      telling: telling.map { $0 == .expected ? .expected : .asked } ?? .optional, isRequired: section.skip.value != nil,
      since: topic.since.value, until: topic.until.value, texts: { texts })
  }

  /// A topic of the catalog with other school years. Its question stays, because other districts use it, too.
  private mutating func changed(_ topic: Topic, by change: CatalogFile.TopicEntry, at key: SourceRange) -> Topic {
    let others = [
      change.title.isAbsent, change.question.isAbsent, change.hint.isAbsent, change.example.isAbsent,
      change.expects.isAbsent, change.telling.isAbsent, change.source.isAbsent,
    ]
    if others.contains(false) {
      report(
        .unknownKey, at: key,
        "concord already has the topic `\(topic.id)`, so only its `since` and `until` can be changed",
        help: "to ask a question of your own, choose another id")
    }
    return Topic(
      id: topic.id, section: topic.section, expects: topic.expects, telling: topic.telling,
      isRequired: topic.isRequired,
      since: change.since.value ?? topic.since, until: change.until.value ?? topic.until, texts: topic.texts)
  }
}

extension Catalog {
  /// The catalog with other roles, sections and topics, and with some optional sections asked for; the agenda stays.
  fileprivate convenience init(
    _ base: Catalog, roles: [CoachingRole], sections: [CatalogSection], topics: [[Topic]], asked: Set<String>
  ) {
    var all: [Topic] = []
    var result: [CatalogSection] = []
    for (place, section) in sections.enumerated() {
      let first = all.count
      all += topics[place].map { topic in
        Topic(
          id: topic.id, section: place, expects: topic.expects, telling: topic.telling, isRequired: topic.isRequired,
          since: topic.since, until: topic.until, texts: topic.texts)
      }
      result.append(
        CatalogSection(
          id: section.id, isMultiCampusOnly: section.isMultiCampusOnly,
          isAsked: section.isAsked || asked.contains(section.id), topics: first..<all.count, texts: section.texts))
    }
    let details = base.details
    self.init(roles: roles.map(\.id), sections: result, topics: all) {
      var changed = details()
      changed.roles = roles
      return changed
    }
  }
}

extension CatalogChanges {
  /// The changes, one per line: the key, what happens to it, and where it is written.
  package var summary: [(key: String, value: String, range: SourceRange)] {
    var result: [(key: String, value: String, range: SourceRange)] = []
    if case .present(let ask) = ask {
      result.append(("ask", ask.value.compactMap(\.value).joined(separator: ", "), ask.range))
    }
    for role in roles.value ?? [] { result.append(("roles.\(role.id)", "added", role.keyRange)) }
    for section in sections.value ?? [] {
      for topic in section.part.value?.topics.value ?? [] {
        let isKnown = Catalog.builtIn.topics.contains { $0.id == topic.id }
        var words: [String] = isKnown ? [] : ["added"]
        if let since = topic.part.value?.since.value { words.append("since \(since)") }
        if let until = topic.part.value?.until.value { words.append("until \(until)") }
        result.append(("sections.\(section.id).\(topic.id)", words.joined(separator: ", "), topic.keyRange))
      }
    }
    return result
  }
}
