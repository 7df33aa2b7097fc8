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
  package static var description: MappingDescription { AgreementContent.table }

  /// The text of a handle as written, without folding.
  package func string(_ text: Text) -> String { document.string(of: text.node) }

  /// The text of a handle with its white space folded, as the canonical form has it.
  package func folded(_ text: Text) -> String {
    let document = document
    let bytes = document.bytes(of: text.node)
    return Folding.fold(bytes)
  }

  /// The participants, in file order; a `Reference` holds an index into them.
  package var participants: List<Entry<Participant>> { content.participants.value ?? [] }

  /// The campuses, in file order; a `Reference` holds an index into them.
  package var campuses: List<Entry<Campus>> { content.campuses.value ?? [] }

  /// The people and groups who are named but do not sign, in file order; a `Party` holds an index into them.
  package var others: List<Entry<Other>> { content.others.value ?? [] }

  /// What was said about the topics.
  package var topics: Topics { content.topics.value ?? .none }

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
package struct AgreementContent: View {
  package enum Key: Int {
    case format, id, schoolYear, starts, ends, status, amended, campuses, participants, others, conversation, norms,
      focus, topics, drafting, meetings, signatures
  }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var format: Part<Int> { self[.format] }
  package var id: Part<String> { self[.id] }
  package var schoolYear: Part<SchoolYear> { self[.schoolYear] }
  package var starts: Part<CalendarDate> { self[.starts] }
  package var ends: Part<CalendarDate> { self[.ends] }
  package var status: Part<Status> { self[.status] }
  package var amended: Part<CalendarDate> { self[.amended] }
  package var campuses: Part<List<Entry<Campus>>> { self[.campuses] }
  package var participants: Part<List<Entry<Participant>>> { self[.participants] }
  package var others: Part<List<Entry<Other>>> { self[.others] }
  package var conversation: Part<Conversation> { self[.conversation] }
  package var norms: Part<Norms> { self[.norms] }
  package var focus: Part<Focus> { self[.focus] }
  package var topics: Part<Topics> { self[.topics] }
  package var drafting: Part<Drafting> { self[.drafting] }
  package var meetings: Part<Meetings> { self[.meetings] }
  package var signatures: Part<List<Entry<Signature>>> { self[.signatures] }

  /// The tables of an agreement, for reading.
  static let layout = Layout(of: table)

  package static let table = MappingDescription([
    Field(
      Key.format, "format", .format, required: true, signed: false, title: "Format",
      about: "The number of the format: 1.", examples: ["1"]),
    Field(
      Key.id, "id", .identifier, required: true, title: "Id",
      about: "A short name that this agreement keeps in every year. Lower-case letters, digits and hyphens.",
      examples: ["brookside-harmon"]),
    Field(
      Key.schoolYear, "school-year", .schoolYear, required: true, title: "School year",
      about: "The school year, as in `2026-27`. Write one year if it is a calendar year.", examples: ["2026-27"]),
    Field(
      Key.starts, "starts", .date, required: true, title: "Starts", about: "The first day of the school year.",
      examples: ["2026-08-17"]),
    Field(
      Key.ends, "ends", .date, required: true, title: "Ends", about: "The last day of the school year.",
      examples: ["2027-05-28"]),
    Field(
      Key.status, "status", .oneOf(Status.self), required: true, signed: false, title: "Status",
      about: "`draft` while you write, `agreed` when the text is final. It is not part of what people sign.",
      examples: ["draft"]),
    Field(
      Key.amended, "amended", .date, title: "Amended",
      about: "The day you changed the text after signing. Everyone signs again.", examples: ["2027-01-20"]),
    Field(
      Key.campuses, "campuses", .dictionary(value: .either([.text, .mapping(Campus.table)]), requiresValue: true),
      required: true, title: "Campuses",
      about: "The schools, each after a short name: `brookside: Brookside Elementary`."),
    Field(
      Key.participants, "participants", .dictionary(value: .mapping(Participant.table), requiresValue: true),
      required: true, title: "Participants",
      about: "The people who make the agreement, each under a short name that stays theirs every year."),
    Field(
      Key.others, "others", .dictionary(value: .either([.text, .mapping(Other.table)]), requiresValue: true),
      title: "Others",
      about:
        "People and groups who promise something or send invites, but are not part of the talk and do not sign. Write a short name first: `office: The front office`."
    ),
    Field(
      Key.conversation, "conversation", .mapping(Conversation.table), title: "Conversation",
      about: "When you met, who led the talk and who took notes."),
    Field(
      Key.norms, "norms", .mapping(Norms.table), title: "Norms",
      about: "How you treat each other, in this meeting and all later ones."),
    Field(
      Key.focus, "focus", .mapping(Focus.table), title: "Focus",
      about: "The coach's roles, what will be hard, what will help, what you expect, and what stays private."),
    Field(
      Key.topics, "topics", .topics(answer: .either([.textList, .mapping(TopicAnswer.table)])), title: "Topics",
      about: "What you agreed on, topic by topic. `concord topics` lists them."),
    Field(
      Key.drafting, "drafting", .mapping(Drafting.table), title: "Drafting",
      about: "Who writes the agreement, and how everyone reads and signs it."),
    Field(
      Key.meetings, "meetings", .mapping(Meetings.table), title: "Meetings",
      about: "When you meet during the year, and what happens if someone can't come."),
    Field(
      Key.signatures, "signatures",
      .dictionary(value: .mapping(Signature.table), requiresValue: false, keys: .participants), signed: false,
      title: "Signatures", about: "Who agreed, when and how. `concord lint` prints the lines to paste."),
  ])
}
