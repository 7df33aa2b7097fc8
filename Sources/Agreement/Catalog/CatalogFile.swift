package import Diagnostics
internal import YAMLSyntax

extension Catalog {
  /// Reads a catalog from a file like `schema/topics.yaml`; returns nil if it has errors, and lists them.
  package static func read(_ source: SourceFile) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    let (file, decoder) = CatalogFile.read(source, Layout(of: CatalogFile.table))
    guard let file, decoder.diagnostics.isEmpty else { return (nil, decoder.diagnostics) }
    return (file.catalog(in: decoder.document), [])
  }
}

/// A catalog as written.
struct CatalogFile: View {
  enum Key: Int { case format, source, agenda, purposes, roles, sections, optionalSections }
  let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  var format: Part<Int> { self[.format] }
  var source: Part<Source> { self[.source] }
  var agenda: Part<List<Part<Step>>> { self[.agenda] }
  var purposes: Part<List<Entry<Text>>> { self[.purposes] }
  var roles: Part<List<Entry<Role>>> { self[.roles] }
  var sections: Part<List<Entry<Section>>> { self[.sections] }
  var optionalSections: Part<List<Entry<Section>>> { self[.optionalSections] }

  package static let table = MappingDescription([
    Field(
      Key.format, "catalog", .format, required: true, title: "Format", about: "The version of the catalog's format: 1."),
    Field(Key.source, "source", .mapping(Source.table), title: "Source", about: "What the catalog is adapted from."),
    Field(
      Key.agenda, "agenda", .list(of: .mapping(Step.table)), title: "Agenda", about: "The steps of the conversation."),
    Field(
      Key.purposes, "purposes", .dictionary(value: .text, requiresValue: false), title: "Purposes",
      about: "What the conversation is for."),
    Field(
      Key.roles, "roles", .dictionary(value: .mapping(Role.table), requiresValue: false), title: "Roles",
      about: "The roles that a coach can have."),
    Field(
      Key.sections, "sections", .dictionary(value: .mapping(Section.table), requiresValue: false), required: true,
      title: "Sections", about: "Groups of topics."),
    Field(
      Key.optionalSections, "optional-sections", .dictionary(value: .mapping(Section.table), requiresValue: false),
      title: "Optional sections", about: "More groups of topics. `ask` in `concord.yaml` asks for them."),
  ])

  struct Source: View {
    enum Key: Int { case title, credit }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    var title: Part<Text> { self[.title] }
    var credit: Part<Text> { self[.credit] }

    package static let table = MappingDescription([
      Field(Key.title, "title", .text, required: true, title: "Title", about: "The name of the source."),
      Field(Key.credit, "credit", .text, required: true, title: "Credit", about: "Its authors."),
    ])
  }

  struct Step: View {
    enum Key: Int { case id, title, minutes, materials, does }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    var id: Part<String> { self[.id] }
    var title: Part<Text> { self[.title] }
    var minutes: Part<Int> { self[.minutes] }
    var materials: Part<Text> { self[.materials] }
    var does: Part<Text> { self[.does] }

    package static let table = MappingDescription([
      Field(Key.id, "id", .identifier, required: true, title: "Id", about: "The id of the step."),
      Field(Key.title, "title", .text, required: true, title: "Title", about: "The name of the step."),
      Field(Key.minutes, "minutes", .minutes, title: "Minutes", about: "How long it takes."),
      Field(Key.materials, "materials", .text, title: "Materials", about: "What people have in front of them."),
      Field(Key.does, "does", .text, required: true, title: "Does", about: "What happens."),
    ])
  }

  struct Role: View {
    enum Key: Int { case title, means }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    var title: Part<Text> { self[.title] }
    var means: Part<Text> { self[.means] }

    package static let table = MappingDescription([
      Field(Key.title, "title", .text, required: true, title: "Title", about: "The name of the role."),
      Field(Key.means, "means", .text, required: true, title: "Means", about: "What the role is, in a sentence."),
    ])
  }

  struct Section: View {
    enum Key: Int { case title, question, telling, skip, applies, topics }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    var title: Part<Text> { self[.title] }
    var question: Part<Text> { self[.question] }
    var telling: Part<TellingWord> { self[.telling] }
    var skip: Part<SkipWord> { self[.skip] }
    var applies: Part<AppliesWord> { self[.applies] }
    var topics: Part<List<Entry<TopicEntry>>> { self[.topics] }

    package static let table = keys(isWhole: true)
    static let changes = keys(isWhole: false)

    /// The keys. None is required in changes to a section that already exists.
    static func keys(isWhole: Bool) -> MappingDescription {
      MappingDescription([
        Field(Key.title, "title", .text, required: isWhole, title: "Title", about: "The name of the section."),
        Field(
          Key.question, "question", .text, required: isWhole, title: "Question",
          about: "The question that its topics answer together."),
        Field(
          Key.telling, "told-to-teachers", .oneOf(TellingWord.self), title: "Told to teachers",
          about: "Whether teachers should hear about it: `expected`, or `asked` if the question asks for it."),
        Field(
          Key.skip, "skip", .oneOf(SkipWord.self), title: "Skip",
          about: "`never` if its topics can't be set aside or left open."),
        Field(
          Key.applies, "applies", .oneOf(AppliesWord.self), title: "Applies",
          about: "`multi-campus` if it is only for a coach at two or more campuses."),
        Field(
          Key.topics, "topics", .dictionary(value: .mapping(TopicEntry.keys(isWhole: isWhole)), requiresValue: false),
          required: isWhole, title: "Topics", about: "The topics."),
      ])
    }
  }

  enum TellingWord: String, FormatWord {
    case expected
    case asked
  }

  enum SkipWord: String, FormatWord { case never }

  enum AppliesWord: String, FormatWord { case multiCampus = "multi-campus" }

  struct TopicEntry: View {
    enum Key: Int { case title, question, hint, example, expects, telling, since, until, source }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    var title: Part<Text> { self[.title] }
    var question: Part<Text> { self[.question] }
    var hint: Part<Text> { self[.hint] }
    var example: Part<Text> { self[.example] }
    var expects: Part<Topic.Expectation> { self[.expects] }
    var telling: Part<TellingWord> { self[.telling] }
    var since: Part<SchoolYear> { self[.since] }
    var until: Part<SchoolYear> { self[.until] }
    var source: Part<Text> { self[.source] }

    package static let table = keys(isWhole: true)
    static let changes = keys(isWhole: false)

    /// The keys. None is required in changes to a topic that already exists.
    static func keys(isWhole: Bool) -> MappingDescription {
      MappingDescription([
        Field(Key.title, "title", .text, required: isWhole, title: "Title", about: "The name of the topic."),
        Field(
          Key.question, "question", .text, required: isWhole, title: "Question", about: "The question, in plain words."),
        Field(Key.hint, "hint", .text, required: isWhole, title: "Hint", about: "What a good answer settles."),
        Field(
          Key.example, "example", .text, required: isWhole, title: "Example",
          about: "An answer like those in real agreements."),
        Field(
          Key.expects, "expects", .oneOf(Topic.Expectation.self), required: isWhole, title: "Expects",
          about: "What a good answer tells you first: what, who, when, how, how much, or yes or no."),
        Field(
          Key.telling, "told-to-teachers", .oneOf(TellingWord.self), title: "Told to teachers",
          about: "Whether teachers should hear about it: `expected`, or `asked` if the question asks for it."),
        Field(
          Key.since, "since", .schoolYear, title: "Since",
          about: "The first school year with this topic. Leave it out for all earlier years."),
        Field(
          Key.until, "until", .schoolYear, title: "Until",
          about: "The last school year with this topic. Leave it out for all later years."),
        Field(Key.source, "source", .text, required: isWhole, title: "Source", about: "Where the question comes from."),
      ])
    }
  }

  func catalog(in document: Document) -> Catalog {
    func text(_ part: Part<Text>) -> String { part.value.map { document.string(of: $0.node) } ?? "" }
    var topics: [Topic] = []
    var sections: [CatalogSection] = []
    let optional = optionalSections.value ?? []
    let all = (self.sections.value ?? []).map { ($0, true) } + optional.map { ($0, false) }
    for (entry, isAsked) in all {
      guard let section = entry.part.value else { continue }
      let first = topics.count
      for topicEntry in section.topics.value ?? [] {
        guard let topic = topicEntry.part.value else { continue }
        let telling = topic.telling.value ?? section.telling.value
        let texts = Topic.Texts(
          title: text(topic.title), question: text(topic.question), hint: text(topic.hint),
          example: text(topic.example),
          source: text(topic.source))
        topics.append(
          Topic(
            id: topicEntry.id, section: sections.count, expects: topic.expects.value ?? .what,
            telling: telling.map { $0 == .expected ? .expected : .asked } ?? .optional,
            isRequired: section.skip.value != nil, since: topic.since.value, until: topic.until.value, texts: { texts })
        )
      }
      let texts = CatalogSection.Texts(title: text(section.title), question: text(section.question))
      sections.append(
        CatalogSection(
          id: entry.id, isMultiCampusOnly: section.applies.value != nil, isAsked: isAsked,
          topics: first..<topics.count, texts: { texts })
      )
    }
    let details = Catalog.Details(
      source: (source.value.map { text($0.title) } ?? "", source.value.map { text($0.credit) } ?? ""),
      agenda: (agenda.value ?? []).compactMap(\.value).map {
        AgendaStep(
          id: $0.id.value ?? "", title: text($0.title), minutes: $0.minutes.value,
          materials: $0.materials.value.map { document.string(of: $0.node) }, does: text($0.does))
      },
      purposes: (purposes.value ?? []).map { ($0.id, text($0.part)) },
      roles: (roles.value ?? []).compactMap { entry in
        entry.part.value.map { CoachingRole(id: entry.id, title: text($0.title), means: text($0.means)) }
      })
    return Catalog(roles: details.roles.map(\.id), sections: sections, topics: topics) { details }
  }
}
