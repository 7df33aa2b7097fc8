package import Diagnostics
internal import TextSupport
package import YAMLSyntax

/// A partnership agreement as a model in which every part knows where it was written.
package final class Agreement: Sendable {
  /// The file it was read from.
  package let document: Document
  /// The catalog its topics are from.
  package let catalog: Catalog
  /// Its parts.
  package let content: AgreementContent
  /// The ranges of bracketed texts that are only placeholders, brackets included: `[Your answer here]`.
  package let bracketedPrompts: [SourceRange]

  /// How the names of the participants begin.
  package let namesOfParticipants: NameBeginnings
  /// How the names of the instructional coaches among them begin.
  package let namesOfCoaches: NameBeginnings
  /// How the names of the campuses begin.
  package let namesOfCampuses: NameBeginnings

  init(document: Document, catalog: Catalog, content: AgreementContent, bracketedPrompts: [SourceRange]) {
    self.bracketedPrompts = bracketedPrompts
    var people = NameBeginnings()
    var coaches = NameBeginnings()
    for entry in content.participants.value ?? [] {
      guard case .present(let person) = entry.part, case .present(let name) = person.value.name else { continue }
      people.add(document.bytes(of: name.value.node))
      if person.value.has(.instructionalCoach) { coaches.add(document.bytes(of: name.value.node)) }
    }
    namesOfParticipants = people
    namesOfCoaches = coaches
    var campuses = NameBeginnings()
    for entry in content.campuses.value ?? [] {
      if case .present(let campus) = entry.part, case .present(let name) = campus.value.name {
        campuses.add(document.bytes(of: name.value.node))
      }
    }
    namesOfCampuses = campuses
    self.document = document
    self.catalog = catalog
    self.content = content
  }

  /// The keys of the format, as data.
  package static var description: MappingDescription { AgreementContent.shape.description }

  /// The text of a handle as written, without folding.
  package func string(_ text: Text) -> String { document.string(of: text.node) }

  /// The text of a handle with its white space folded, as the canonical form has it.
  package func folded(_ text: Text) -> String {
    let document = document
    let bytes = document.bytes(of: text.node)
    return Folding.fold(bytes)
  }

  /// The participants, in file order; a `Reference` holds an index into them.
  package var participants: [Entry<Participant>] { content.participants.value ?? [] }

  /// The campuses, in file order; a `Reference` holds an index into them.
  package var campuses: [Entry<Campus>] { content.campuses.value ?? [] }

  /// The people and groups who are named but do not sign, in file order; a `Party` holds an index into them.
  package var others: [Entry<Other>] { content.others.value ?? [] }

  /// What was said about the topics.
  package var topics: Topics { content.topics.value ?? Topics(catalog) }

  /// Whether the topics for coaches at several campuses apply, because an instructional coach serves two or more.
  package var isMultiCampus: Bool {
    participants.contains { entry in
      guard let person = entry.part.value, person.has(.instructionalCoach) else { return false }
      switch person.campuses {
      case .absent: return campuses.count > 1
      case .broken: return false
      case .present(let located): return located.value.count > 1
      }
    }
  }
}

/// The outermost keys of an agreement.
package struct AgreementContent: MappingValue {
  /// The number of the format.
  package internal(set) var format: Part<Int>
  /// The id that identifies the agreement across years.
  package internal(set) var id: Part<String>
  /// The school year.
  package internal(set) var schoolYear: Part<SchoolYear>
  /// Its first day.
  package internal(set) var starts: Part<CalendarDate>
  /// Its last day.
  package internal(set) var ends: Part<CalendarDate>
  /// Whether it is a draft or agreed.
  package internal(set) var status: Part<Status>
  /// The day of the last change after signing.
  package internal(set) var amended: Part<CalendarDate>
  /// The schools.
  package internal(set) var campuses: Part<[Entry<Campus>]>
  /// The people.
  package internal(set) var participants: Part<[Entry<Participant>]>
  /// The people and groups who are named but do not sign.
  package internal(set) var others: Part<[Entry<Other>]>
  /// The conversation.
  package internal(set) var conversation: Part<Conversation>
  /// The norms.
  package internal(set) var norms: Part<Norms>
  /// What the coach's work is about.
  package internal(set) var focus: Part<Focus>
  /// What was said about the topics.
  package internal(set) var topics: Part<Topics>
  /// How the talk becomes a written agreement.
  package internal(set) var drafting: Part<Drafting>
  /// The meetings.
  package internal(set) var meetings: Part<Meetings>
  /// Who agreed, when and how.
  package internal(set) var signatures: Part<[Entry<Signature>]>

  init(holder: SourceRange) {
    format = .absent(holder: holder)
    id = .absent(holder: holder)
    schoolYear = .absent(holder: holder)
    starts = .absent(holder: holder)
    ends = .absent(holder: holder)
    status = .absent(holder: holder)
    amended = .absent(holder: holder)
    campuses = .absent(holder: holder)
    participants = .absent(holder: holder)
    others = .absent(holder: holder)
    conversation = .absent(holder: holder)
    norms = .absent(holder: holder)
    focus = .absent(holder: holder)
    topics = .absent(holder: holder)
    drafting = .absent(holder: holder)
    meetings = .absent(holder: holder)
    signatures = .absent(holder: holder)
  }

  static let shape = MappingShape<AgreementContent>([
    Field(
      "format", { $0.format = $1 }, .format, required: true, signed: false, title: "Format",
      about: "The number of the format: 1.", examples: ["1"]),
    Field(
      "id", { $0.id = $1 }, .identifier, required: true, title: "Id",
      about: "A short name that this agreement keeps in every year. Lower-case letters, digits and hyphens.",
      examples: ["brookside-harmon"]),
    Field(
      "school-year", { $0.schoolYear = $1 }, .schoolYear, required: true, title: "School year",
      about: "The school year, as in `2026-27`. Write one year if it is a calendar year.", examples: ["2026-27"]),
    Field(
      "starts", { $0.starts = $1 }, .date, required: true, title: "Starts",
      about: "The first day of the school year.",
      examples: ["2026-08-17"]),
    Field(
      "ends", { $0.ends = $1 }, .date, required: true, title: "Ends",
      about: "The last day of the school year.",
      examples: ["2027-05-28"]),
    Field(
      "status", { $0.status = $1 }, .word(Status.self), required: true, signed: false, title: "Status",
      about: "`draft` while you write, `agreed` when the text is final. It is not part of what people sign.",
      examples: ["draft"]),
    Field(
      "amended", { $0.amended = $1 }, .date, title: "Amended",
      about: "The day you changed the text after signing. Everyone signs again.",
      examples: ["2027-01-20"]),
    Field(
      "campuses", { $0.campuses = $1 }, .dictionary(of: Campus.nameOrKeys, requiresValue: true),
      required: true,
      title: "Campuses",
      about: "The schools, each after a short name: `brookside: Brookside Elementary`.", examples: []),
    Field(
      "participants", { $0.participants = $1 },
      .dictionary(of: Participant.shape.asShape(), requiresValue: true),
      required: true,
      title: "Participants",
      about: "The people who make the agreement, each under a short name that stays theirs every year."),
    Field(
      "others", { $0.others = $1 }, .dictionary(of: Other.nameOrKeys, requiresValue: true), title: "Others",
      about:
        "People and groups who promise something or send invites, but are not part of the talk and do not sign. Write a short name first: `office: The front office`."
    ),
    Field(
      "conversation", { $0.conversation = $1 }, Conversation.shape.asShape(),
      title: "Conversation",
      about: "When you met, who led the talk and who took notes."),
    Field(
      "norms", { $0.norms = $1 }, Norms.shape.asShape(), title: "Norms",
      about: "How you treat each other, in this meeting and all later ones."),
    Field(
      "focus", { $0.focus = $1 }, Focus.shape.asShape(), title: "Focus",
      about: "The coach's roles, what will be hard, what will help, what you expect, and what stays private."),
    Field(
      "topics", { $0.topics = $1 }, .topics, title: "Topics",
      about: "What you agreed on, topic by topic. `concord topics` lists them."),
    Field(
      "drafting", { $0.drafting = $1 }, Drafting.shape.asShape(), title: "Drafting",
      about: "Who writes the agreement, and how everyone reads and signs it."),
    Field(
      "meetings", { $0.meetings = $1 }, Meetings.shape.asShape(), title: "Meetings",
      about: "When you meet during the year, and what happens if someone can't come."),
    Field(
      "signatures", { $0.signatures = $1 }, .signatures, signed: false, title: "Signatures",
      about: "Who agreed, when and how. `concord lint` prints the lines to paste."),
  ])
}
