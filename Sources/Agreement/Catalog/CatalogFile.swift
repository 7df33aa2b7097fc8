package import Diagnostics
internal import YAMLSyntax

extension Catalog {
  /// Reads a catalog from a file like `schema/topics.yaml`; returns nil if it has errors, and lists them.
  package static func read(_ source: SourceFile) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    let (file, decoder) = CatalogFile.shape.read(source)
    guard let file, decoder.diagnostics.isEmpty else { return (nil, decoder.diagnostics) }
    return (file.catalog(in: decoder.document), [])
  }
}

/// A catalog as written.
struct CatalogFile: MappingValue {
  var format: Part<Int>
  var source: Part<Source>
  var agenda: Part<[Part<Step>]>
  var purposes: Part<[Entry<Text>]>
  var roles: Part<[Entry<Role>]>
  var sections: Part<[Entry<Section>]>
  var optionalSections: Part<[Entry<Section>]>

  init(holder: SourceRange) {
    format = .absent(holder: holder)
    source = .absent(holder: holder)
    agenda = .absent(holder: holder)
    purposes = .absent(holder: holder)
    roles = .absent(holder: holder)
    sections = .absent(holder: holder)
    optionalSections = .absent(holder: holder)
  }

  static let shape = MappingShape<CatalogFile>([
    Field(
      "catalog", { $0.format = $1 }, .format, required: true, title: "Format",
      about: "The version of the catalog's format: 1."),
    Field(
      "source", { $0.source = $1 }, Source.shape.asShape(), title: "Source",
      about: "What the catalog is adapted from."),
    Field(
      "agenda", { $0.agenda = $1 }, .list(of: Step.shape.asShape()), title: "Agenda",
      about: "The steps of the conversation."),
    Field(
      "purposes", { $0.purposes = $1 }, .dictionary(of: .text), title: "Purposes",
      about: "What the conversation is for."),
    Field(
      "roles", { $0.roles = $1 }, .dictionary(of: Role.shape.asShape()), title: "Roles",
      about: "The roles that a coach can have."
    ),
    Field(
      "sections", { $0.sections = $1 }, .dictionary(of: Section.shape.asShape()), required: true,
      title: "Sections",
      about: "Groups of topics."),
    Field(
      "optional-sections", { $0.optionalSections = $1 }, .dictionary(of: Section.shape.asShape()),
      title: "Optional sections",
      about: "More groups of topics. `ask` in `concord.yaml` asks for them."),
  ])

  struct Source: MappingValue {
    var title: Part<Text>
    var credit: Part<Text>

    init(holder: SourceRange) {
      title = .absent(holder: holder)
      credit = .absent(holder: holder)
    }

    static let shape = MappingShape<Source>([
      Field(
        "title", { $0.title = $1 }, .text, required: true, title: "Title",
        about: "The name of the source."),
      Field("credit", { $0.credit = $1 }, .text, required: true, title: "Credit", about: "Its authors."),
    ])
  }

  struct Step: MappingValue {
    var id: Part<String>
    var title: Part<Text>
    var minutes: Part<Int>
    var materials: Part<Text>
    var does: Part<Text>

    init(holder: SourceRange) {
      id = .absent(holder: holder)
      title = .absent(holder: holder)
      minutes = .absent(holder: holder)
      materials = .absent(holder: holder)
      does = .absent(holder: holder)
    }

    static let shape = MappingShape<Step>([
      Field("id", { $0.id = $1 }, .identifier, required: true, title: "Id", about: "The id of the step."),
      Field(
        "title", { $0.title = $1 }, .text, required: true, title: "Title", about: "The name of the step."),
      Field("minutes", { $0.minutes = $1 }, .minutes, title: "Minutes", about: "How long it takes."),
      Field(
        "materials", { $0.materials = $1 }, .text, title: "Materials",
        about: "What people have in front of them."),
      Field("does", { $0.does = $1 }, .text, required: true, title: "Does", about: "What happens."),
    ])
  }

  struct Role: MappingValue {
    var title: Part<Text>
    var means: Part<Text>

    init(holder: SourceRange) {
      title = .absent(holder: holder)
      means = .absent(holder: holder)
    }

    static let shape = MappingShape<Role>([
      Field(
        "title", { $0.title = $1 }, .text, required: true, title: "Title", about: "The name of the role."),
      Field(
        "means", { $0.means = $1 }, .text, required: true, title: "Means",
        about: "What the role is, in a sentence."),
    ])
  }

  struct Section: MappingValue {
    var title: Part<Text>
    var question: Part<Text>
    var telling: Part<TellingWord>
    var skip: Part<SkipWord>
    var applies: Part<AppliesWord>
    var topics: Part<[Entry<TopicEntry>]>

    init(holder: SourceRange) {
      title = .absent(holder: holder)
      question = .absent(holder: holder)
      telling = .absent(holder: holder)
      skip = .absent(holder: holder)
      applies = .absent(holder: holder)
      topics = .absent(holder: holder)
    }

    static let shape = keys(isWhole: true)

    /// The keys. None is required in changes to a section that already exists.
    static func keys(isWhole: Bool) -> MappingShape<Section> {
      MappingShape([
        Field(
          "title", { $0.title = $1 }, .text, required: isWhole, title: "Title",
          about: "The name of the section."),
        Field(
          "question", { $0.question = $1 }, .text, required: isWhole, title: "Question",
          about: "The question that its topics answer together."),
        Field(
          "told-to-teachers", { $0.telling = $1 }, .word(TellingWord.self), title: "Told to teachers",
          about: "Whether teachers should hear about it: `expected`, or `asked` if the question asks for it."),
        Field(
          "skip", { $0.skip = $1 }, .word(SkipWord.self), title: "Skip",
          about: "`never` if its topics can't be set aside or left open."),
        Field(
          "applies", { $0.applies = $1 }, .word(AppliesWord.self), title: "Applies",
          about: "`multi-campus` if it is only for a coach at two or more campuses."),
        Field(
          "topics", { $0.topics = $1 }, .dictionary(of: TopicEntry.keys(isWhole: isWhole).asShape()), required: isWhole,
          title: "Topics",
          about: "The topics."),
      ])
    }
  }

  enum TellingWord: String, FormatWord {
    case expected
    case asked
  }

  enum SkipWord: String, FormatWord { case never }

  enum AppliesWord: String, FormatWord { case multiCampus = "multi-campus" }

  struct TopicEntry: MappingValue {
    var title: Part<Text>
    var question: Part<Text>
    var hint: Part<Text>
    var example: Part<Text>
    var expects: Part<Topic.Expectation>
    var telling: Part<TellingWord>
    var since: Part<SchoolYear>
    var until: Part<SchoolYear>
    var source: Part<Text>

    init(holder: SourceRange) {
      title = .absent(holder: holder)
      question = .absent(holder: holder)
      hint = .absent(holder: holder)
      example = .absent(holder: holder)
      expects = .absent(holder: holder)
      telling = .absent(holder: holder)
      since = .absent(holder: holder)
      until = .absent(holder: holder)
      source = .absent(holder: holder)
    }

    static let shape = keys(isWhole: true)

    /// The keys. None is required in changes to a topic that already exists.
    static func keys(isWhole: Bool) -> MappingShape<TopicEntry> {
      MappingShape([
        Field(
          "title", { $0.title = $1 }, .text, required: isWhole, title: "Title", about: "The name of the topic."
        ),
        Field(
          "question", { $0.question = $1 }, .text, required: isWhole, title: "Question",
          about: "The question, in plain words."),
        Field(
          "hint", { $0.hint = $1 }, .text, required: isWhole, title: "Hint",
          about: "What a good answer settles."),
        Field(
          "example", { $0.example = $1 }, .text, required: isWhole, title: "Example",
          about: "An answer like those in real agreements."),
        Field(
          "expects", { $0.expects = $1 }, .word(Topic.Expectation.self), required: isWhole, title: "Expects",
          about: "What a good answer tells you first: what, who, when, how, how much, or yes or no."),
        Field(
          "told-to-teachers", { $0.telling = $1 }, .word(TellingWord.self), title: "Told to teachers",
          about: "Whether teachers should hear about it: `expected`, or `asked` if the question asks for it."),
        Field(
          "since", { $0.since = $1 }, .schoolYear, title: "Since",
          about: "The first school year with this topic. Leave it out for all earlier years."),
        Field(
          "until", { $0.until = $1 }, .schoolYear, title: "Until",
          about: "The last school year with this topic. Leave it out for all later years."),
        Field(
          "source", { $0.source = $1 }, .text, required: isWhole, title: "Source",
          about: "Where the question comes from."),
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
