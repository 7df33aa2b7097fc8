package import Agreement
internal import TextSupport

/// A new agreement with nothing agreed yet: every key, with a comment that says what goes there.
package struct NewAgreement: Sendable {
  /// A school or a person.
  package struct Named: Sendable {
    package let id: String
    package let name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package let id: String
  package let year: SchoolYear
  package let starts: CalendarDate
  package let ends: CalendarDate
  package let schools: [Named]
  package let people: [(person: Named, role: ParticipantRole)]
  /// Where an editor finds the schema, from the folder of the file; nil if there is none.
  package let schema: String?

  package init(
    id: String, year: SchoolYear, starts: CalendarDate, ends: CalendarDate, schools: [Named],
    people: [(person: Named, role: ParticipantRole)], schema: String?
  ) {
    (self.id, self.year, self.starts, self.ends) = (id, year, starts, ends)
    (self.schools, self.people, self.schema) = (schools, people, schema)
  }

  /// The file.
  ///
  /// - Throws: `FreeText.Unwritable` for a name that no agreement can contain.
  package func text(_ catalog: Catalog) throws(FreeText.Unwritable) -> String {
    var page = DraftPage()
    if let schema { page.line(0, "# yaml-language-server: $schema=\(schema)") }
    page.line(0, "format: 1")
    page.line(0, "id: \(id)", "names this agreement in every year")
    page.line(0, "school-year: \(year)")
    page.line(0, "starts: \(starts)")
    page.line(0, "ends: \(ends)")
    page.line(0, "status: draft", "when the text is final: concord agree FILE --final")
    page.gap()
    page.line(0, "campuses:")
    for school in schools { page.line(1, "\(school.id): \(try FreeText.scalar(school.name, in: .block))") }
    page.gap()
    try participants(&page)
    page.gap()
    conversation(catalog, &page)
    focus(catalog, &page)
    topics(catalog, &page)
    drafting(&page)
    meetings(&page)
    return page.text
  }

  private var ids: String { Prose.list(people.map(\.person.id), "or") }

  private func participants(_ page: inout DraftPage) throws(FreeText.Unwritable) {
    page.line(0, "participants:")
    for (person, role) in people {
      page.line(1, "\(person.id):")
      page.line(2, "name: \(try FreeText.scalar(person.name, in: .block))")
      page.line(2, "role: \(role.rawValue)")
      if schools.count > 1 {
        switch role {
        case .principal, .assistantPrincipal:
          page.line(2, "campuses:", "which school: [\(schools[0].id)]")
        case .instructionalCoach:
          page.line(
            2, "campuses:", "how much time at each: {\(schools.map { "\($0.id): 50%" }.joined(separator: ", "))}")
        case .coachingCoordinator, .contentCoordinator, .facilitator, .other, .teacher: break
        }
      }
      if role != .facilitator {
        page.line(2, "concerns:", "the topics this person most wants to settle: [classroom-access]")
      }
    }
  }

  private func conversation(_ catalog: Catalog, _ page: inout DraftPage) {
    page.line(0, "conversation:")
    page.line(1, "date:", "the day you meet, like \(Self.example(before: starts))")
    page.line(1, "facilitator:", "who leads it: \(ids)")
    page.line(1, "note-taker:", "who writes the answers down")
    page.line(1, "purposes:", "why you meet: these, or your own words")
    for purpose in catalog.purposes { page.line(2, "- \(purpose.id)") }
    page.gap()
    page.line(0, "norms:")
    page.comment(1, "How you treat each other, in this talk and in every later one. One on each line, like this:")
    page.line(1, "#   - Start and end on time")
    page.line(1, "agreed:")
    page.line(1, "reviewed:", "the day you read them again, after the topics")
    page.gap()
  }

  private func focus(_ catalog: Catalog, _ page: inout DraftPage) {
    page.line(0, "focus:")
    page.comment(
      1,
      "Three to five roles of the coach, each on its own line with what it means here, as in `mentor: New teachers in grade 4`. There are \(Prose.list(catalog.roles.map(\.id)))."
    )
    page.line(1, "roles:")
    page.line(1, "challenges:", "what will be hard; one on each line, after a dash")
    page.line(1, "strengths:", "what you can build on")
    page.line(1, "expected-results:", "what should be different at the end of the year")
    page.line(1, "confidentiality:")
    page.line(2, "shared:", "what the coach tells administrators")
    page.line(2, "private:", "what stays between coach and teacher")
    page.line(2, "exceptions:", "when even that must be told")
    page.gap()
  }

  private func topics(_ catalog: Catalog, _ page: inout DraftPage) {
    page.line(0, "topics:")
    page.comment(
      1,
      "Write each answer after the colon, or in lines below it that begin with a dash. An answer with a colon or a # in it goes in quotes."
    )
    for section in catalog.sections where section.isAsked && (schools.count > 1 || !section.isMultiCampusOnly) {
      let topics = section.topics.map { catalog.topics[$0] }.filter { $0.applies(to: year) }
      guard !topics.isEmpty else { continue }
      page.line(1, "\(section.id):")
      if topics.count(where: { $0.telling == .expected }) > 1 {
        page.line(2, "told-to-teachers:", "how and when teachers hear of all this")
      }
      for topic in topics {
        page.comment(2, topic.question)
        page.comment(2, topic.hint)
        page.line(2, "\(topic.id):")
      }
      page.gap()
    }
  }

  private func drafting(_ page: inout DraftPage) {
    page.line(0, "drafting:")
    page.line(1, "owner:", "who writes the text: \(ids)")
    page.line(1, "due:", "the day the draft is ready")
    page.line(1, "review:")
    page.line(2, "how:", "how everyone reads it")
    page.line(2, "due:")
    page.line(1, "sign:")
    page.line(2, "how:", "how everyone signs: typed, on paper or with a key")
    page.line(2, "due:")
    page.gap()
  }

  private func meetings(_ page: inout DraftPage) {
    page.line(0, "meetings:")
    page.line(1, "schedule:")
    for line in [
      "- what: Check-in", "  every: two-weeks        # week, two-weeks or month",
      "  weekday: thursday       # for month also which one, like first thursday", "  at: 3:30 pm", "  minutes: 30",
      "  kind: check-in          # check-in, priorities-review, norms-review or other",
      "- what: Are our priorities still right?",
      "  date: \(Self.example(before: ends))", "  kind: priorities-review",
    ] {
      page.line(2, "# \(line)")
    }
    page.line(1, "if-canceled:", "is a canceled meeting moved or skipped?")
    page.line(1, "if-absent:", "what do you do when someone cannot come?")
    page.line(1, "invitations:", "who sends them: \(ids)")
  }

  /// A day about two weeks before another one.
  private static func example(before day: CalendarDate) -> CalendarDate {
    CalendarDate(dayNumber: day.dayNumber - 11) ?? day
  }
}

/// A file that is written line by line, with comments at one column.
private struct DraftPage {
  private(set) var text = ""

  /// The column of comments behind keys, and the most columns of a line that is only a comment.
  private static let commentColumn = 30
  private static let width = 112

  mutating func gap() { if !text.hasSuffix("\n\n") { text += "\n" } }

  mutating func line(_ level: Int, _ words: String, _ comment: String? = nil) {
    var line = String(repeating: " ", count: 2 * level) + words
    if let comment {
      line += String(repeating: " ", count: max(2, Self.commentColumn - line.count)) + "# " + comment
    }
    text += line + "\n"
  }

  /// Writes a text as comments. A line that would begin like a comment to concord gets a word before it, because a district's own
  /// texts are in here, too.
  mutating func comment(_ level: Int, _ words: String) {
    let pad = String(repeating: " ", count: 2 * level) + "#"
    var line = pad
    for word in Folding.fold(words).split(separator: " ") {
      if line.count + 1 + word.count > Self.width, line != pad {
        text += line + "\n"
        line = pad
      }
      if line == pad, ["concord", "last"].contains(where: word.lowercased().hasPrefix) { line += " …" }
      line += " " + word
    }
    text += line + "\n"
  }
}
