internal import Agreement
internal import Diagnostics

/// Agreements made from a seed: of realistic size (10 to 12 kB), all answered, signed with true digests, with nothing to report.
///
/// Like agreements that people write, they have comments, a suppression, names and texts beyond ASCII, block scalars,
/// people who do not sign, and here and there a second coach. The same seed gives the same bytes on every machine, so that measurements and properties can be repeated.
package struct Corpus: Sendable {
  private let seed: UInt64

  /// A corpus.
  package init(seed: UInt64 = 1) { self.seed = seed }

  /// One agreement of a corpus.
  package struct File: Sendable {
    /// Where it belongs in a repository: `school-00042/2026-27.agreement.yaml`.
    package let path: String
    /// What it says.
    package let bytes: [UInt8]
  }

  /// The agreement of a school in the school year that begins in `year`; some of the text changes from year to year.
  package func agreement(_ school: Int, year: Int = 2026) -> File {
    var draft = Draft(seed: seed &+ UInt64(school) &* 0x9E37, school: school, year: year)
    return File(
      path: "school-\(padded(school, 5))/\(draft.schoolYear).agreement.yaml", bytes: Array(draft.signedText().utf8))
  }

  /// A variant of an agreement with findings: answers and signatures left out, misspelled keys, a stale signature.
  package func flawed(_ school: Int, year: Int = 2026) -> File {
    let file = agreement(school, year: year)
    var random = SeededGenerator(seed: seed ^ UInt64(school) &* 31)
    var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<3 {
      let place = Int.random(in: 8..<lines.count - 12, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where lines[place].contains(": "): lines.remove(at: place)
      case 1:
        lines[place] = Substring(lines[place].replacing("due:", with: "deu:").replacing("agreed:", with: "agred:"))
      case 2: lines[place] = Substring(lines[place].replacing("2026-", with: "2026/"))
      default: lines[place] += " and more"
      }
    }
    return File(path: file.path, bytes: Array(lines.joined(separator: "\n").utf8))
  }

  /// One agreement of about a number of bytes: a single topic with very many commitments.
  package func large(bytes: Int) -> File {
    var draft = Draft(seed: seed, school: 0, year: 2026)
    return File(path: "large.agreement.yaml", bytes: Array(draft.largeText(bytes: bytes).utf8))
  }
}

/// A number with zeros before it.
private func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// One agreement on its way to a text.
private struct Draft {
  let school: Int
  let year: Int
  private var random: SeededGenerator
  private var used: Set<String> = []
  private let isMultiCampus: Bool
  private let hasTwoCoaches: Bool

  init(seed: UInt64, school: Int, year: Int) {
    self.school = school
    self.year = year
    random = SeededGenerator(seed: seed)
    isMultiCampus = Bool.random(using: &random)
    hasTwoCoaches = Int.random(in: 0..<3, using: &random) == 0
  }

  /// The ids of the people who sign.
  private var people: [String] { ["coach", "principal", "assistant"] + (hasTwoCoaches ? ["colleague"] : []) }

  var schoolYear: String { "\(year)-\(padded((year + 1) % 100, 2))" }

  private mutating func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }

  /// A sentence that no other place of the agreement has.
  private mutating func sentence() -> String {
    while true {
      var text = "\(pick(Self.subjects)) \(pick(Self.verbs)) \(pick(Self.objects)) \(pick(Self.times))"
      if Int.random(in: 0..<3, using: &random) == 0 { text += ", \(pick(Self.additions))" }
      // Every eighth sentence belongs to its year.
      if Int.random(in: 0..<8, using: &random) == 0 { text += " (\(pick(Self.marks)) \(year))" }
      if used.insert(text).inserted { return text }
    }
  }

  /// What should come of a year.
  private mutating func result() -> String { "More \(pick(Self.learners)) \(pick(Self.results)) \(pick(Self.ends))" }

  private static let learners = ["students", "second graders", "seventh graders", "new teachers", "teams"]
  private static let results = [
    "explain how they got an answer", "read on grade level", "reach the targets of each unit", "know what comes next",
  ]
  private static let ends = ["by May", "by the winter break", "at the end of the year", "on the spring benchmark"]
  private static let subjects = [
    "The coach", "The principal", "The grade 4 team", "Each department", "The literacy team", "The leadership team",
    "Every course team", "The assistant principal", "The data team", "Our grade 7 teachers", "The math department",
    "The front office", "The two of us", "Everyone at the table", "The planning group",
  ]
  private static let verbs = [
    "goes through", "sets aside time for", "writes down", "prepares", "looks again at", "shares",
    "keeps a short list of",
    "plans", "brings", "collects", "posts", "hands over", "talks about", "agrees on", "puts up",
  ]
  private static let objects = [
    "the unit plans", "the common assessments", "the reading results", "the planning agenda", "the pacing guide",
    "the list of visits", "the team notes", "the calendar of visits", "the coaching log without names",
    "the questions from the last meeting", "the results of the benchmark", "the materials for the next unit",
    "the list of learning targets", "the schedule for the month",
  ]
  private static let times = [
    "every Monday after school", "in the first week of the month", "before each unit begins", "on the second Tuesday",
    "at the end of every grading period", "during the common planning period", "two days ahead of the team meeting",
    "by the last Friday of the month", "in the fall and again in the spring", "within three school days",
    "at the August opening meeting", "once in each marking period", "when a unit ends",
  ]
  private static let additions = [
    "and the notes stay in the shared folder", "with an invitation to whoever wants to join",
    "and both campuses hear of it the same day", "with the coordinator on the mailing list",
    "so that nobody has to ask twice", "and the minutes go out before the week is over",
    "with ten minutes left for questions", "as long as the calendar allows it", "and a substitute covers the period",
  ]
  private static let comments = [
    "We went through this one twice", "Kept from the paper of last year", "“Me” is the principal",
    "The district asks for this", "Ask again after the break", "From the staff handbook, section 4",
  ]
  private static let remarks = [
    "that’s how we do it", "the café is too loud", "no one’s notes leave the room", "it worked last year",
  ]
  private static let marks = ["new in", "tried since", "agreed for", "reviewed in"]
  private static let names = [
    "Novak", "Ibarra", "Okafor", "Tran", "Haugen", "Reyes", "Osei", "Munoz", "Whitcomb", "Petrakis", "Castellano",
    "Lindqvist", "Abara", "Moreau", "Delgado", "Fischer", "Muñoz", "Núñez", "Björk", "D’Angelo",
  ]
  private static let firstNames = [
    "Jill", "Maria", "Dana", "Linh", "Harold", "Joanna", "Abena", "Luis", "Beth", "Tomas", "Ingrid", "Chidi", "Zoë",
    "André",
  ]

  // MARK: - The text

  mutating func signedText() -> String {
    let people = people.map { "\($0)-\(padded(school, 5))" }
    let text = unsignedText()
    let digest = AgreementReader.read(SourceFile(name: "draft", bytes: Array(text.utf8))).digest
    var result = text + "\nsignatures:\n"
    for (place, person) in people.enumerated() {
      result +=
        "  \(person):\n    signed: \(year)-08-\(10 + place)\n    method: typed\n    digest: \(digest?.description ?? "none")\n"
    }
    return result
  }

  private mutating func head() -> String {
    let campuses = isMultiCampus ? ["north", "south"] : ["north"]
    var text = """
      # \(pick(Self.comments)). The school year \(schoolYear).
      format: 1
      id: school-\(padded(school, 5))
      school-year: \(schoolYear)
      starts: \(year)-08-17
      ends: \(year + 1)-05-28
      status: agreed

      campuses:

      """
    for campus in campuses { text += "  \(campus): \(pick(Self.names)) \(pick(["Elementary", "Middle School"]))\n" }
    text += "\nparticipants:\n"
    let roles = ["instructional-coach", "principal", "assistant-principal", "instructional-coach"]
    for (id, role) in zip(people, roles) {
      text += "  \(id):\n    name: \(pick(Self.firstNames)) \(pick(Self.names))\n    role: \(role)\n"
    }
    text += """

      others:
        office: The front office
        provider:
          name: \(pick(Self.names)) Learning
          about: Brings the reading program

      conversation:
        date: \(year)-08-05
        facilitator: assistant
        note-taker: coach
        purposes:
          - set-relationship-terms
          - plan-ongoing-dialogue
          - align-leadership

      norms:
        agreed:
          - \(sentence())
          - \(sentence())
          - \(sentence())
        reviewed: \(year)-08-05

      focus:
        roles:
          curriculum-specialist: \(sentence())
          data-coach: \(sentence())
          learning-facilitator: \(sentence())
        challenges:
          - \(sentence())
          - \(sentence())
        strengths:
          - \(sentence())
        expected-results:
          - \(result())
          - \(result())
        confidentiality:
          shared: Which teams met, how often, and what about
          private: \(sentence())
          exceptions: If somebody could get hurt, or if the law says so

      # concord: allow stale-carryover -- we read every answer aloud and kept most of them
      topics:

      """
    return text
  }

  mutating func unsignedText() -> String {
    var text = head()
    let catalog = Catalog.builtIn
    for section in catalog.sections {
      let topics = section.topics.map { catalog.topics[$0] }
      if section.isMultiCampusOnly && !isMultiCampus || !section.isAsked { continue }
      text += "  \(section.id):\n"
      if section.id == "planning-data" { text += "    told-to-teachers: \(sentence())\n" }
      for topic in topics {
        if Int.random(in: 0..<8, using: &random) == 0 { text += "    # \(pick(Self.comments))\n" }
        // Three questions ask how teachers hear of it.
        switch topic.telling == .asked ? 0 : Int.random(in: 0..<10, using: &random) {
        case 0..<2:
          text += "    \(topic.id):\n      agreed: \(sentence())\n      told-to-teachers: \(sentence())\n"
          text += "      commitments:\n"
          for _ in 0...Int.random(in: 0..<2, using: &random) {
            text += "        - owner: \(pick(people + ["office"]))\n          does: \(sentence())\n"
            text += "          due: \(year)-\(pick(["09", "10", "11"]))-1\(pick(["0", "3", "6"]))\n"
          }
        case 2..<4:
          text += "    \(topic.id):\n      - \(sentence())\n      - \(sentence())\n"
        case 4:
          text += "    \(topic.id): >-\n      \(sentence()),\n      and after that \(sentence())\n"
        case 5:
          text += "    \(topic.id): |\n      \(sentence()).\n      \(sentence()) – \(pick(Self.remarks)).\n"
        case 6:
          text += "    \(topic.id): \"\(sentence()): that is settled\"\n"
        default:
          text += "    \(topic.id): \(sentence())\n"
        }
      }
    }
    text += tail()
    return named(text)
  }

  /// The same text with ids of this school's own: in a repository an id means one person or campus.
  private func named(_ text: String) -> String {
    var result = text
    for id in ["coach", "principal", "assistant", "colleague", "office", "provider", "north", "south"] {
      // `role: principal` is no id.
      let places = ["\n  ", "facilitator: ", "note-taker: ", "owner: ", "invitations: "]
      for (before, after) in [(places[0], ":\n"), (places[0], ": ")] + places.dropFirst().map({ ($0, "\n") }) {
        result = result.replacing("\(before)\(id)\(after)", with: "\(before)\(id)-\(padded(school, 5))\(after)")
      }
    }
    return result
  }

  private func tail() -> String {
    """

    drafting:
      owner: coach
      due: \(year)-08-07
      review:
        how: Shared document, notes in the margin
        due: \(year)-08-10
      sign:
        how: Typed
        due: \(year)-08-14

    meetings:
      schedule:
        - what: Check-in
          every: two-weeks
          weekday: wednesday
          at: 7:15 am
          minutes: 30
          kind: check-in
        - what: Priorities in the fall
          date: \(year)-10-15
          at: 3:45 pm
          minutes: 60
          kind: priorities-review
        - what: Priorities in the winter
          date: \(year + 1)-01-14
          kind: priorities-review
        - what: Looking back
          date: \(year + 1)-05-06
          kind: priorities-review
      if-canceled: We find another morning in the same week
      if-absent: We go ahead and fill in the other one the same day
      invitations: coach

    """
  }

  mutating func largeText(bytes: Int) -> String {
    var text = unsignedText()
    guard let place = text.firstRange(of: "    relationship-building:") else { return text }
    let rest = text[place.upperBound...].drop { $0 != "\n" }.dropFirst()
    let end = rest.firstRange(of: "\n    role-priorities")?.lowerBound ?? rest.startIndex
    let after = String(text[end...])
    text = String(text[..<place.lowerBound])
    text += "    relationship-building:\n      agreed: \(sentence())\n      commitments:"
    var number = 0
    while text.utf8.count + after.utf8.count < bytes {
      number += 1
      text +=
        "\n        - owner: coach-\(padded(school, 5))\n          does: Step \(number), \(pick(Self.verbs)) \(pick(Self.objects)) \(pick(Self.times))\n          due: \(year)-10-12"
    }
    return text + after
  }
}
