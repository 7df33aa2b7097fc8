internal import Agreement

/// A small agreement as values, made from a seed; it can be edited, and written in many layouts.
package struct AgreementGenerator: Sendable {
  package struct Promise: Sendable {
    package var topic: String
    package var id: String?
    package var owner: String
    package var does: String
    package var due: String?
    package var every: String?
  }

  package struct Person: Sendable {
    package var id: String
    package var name: String
    package var role: String
    package var elsewhere: String?
    package var left: String?
  }

  package struct Gathering: Sendable {
    package var what: String
    package var every: String?
    package var date: String?
    package var dates: [String] = []
    package var place: String?
    package var kind: String
  }

  package var id = "school"
  package var year = 2026
  package var status = "agreed"
  package var people: [Person] = []
  package var others: [(id: String, name: String)] = [("office", "The front office")]
  /// The sections that are set aside, each with the reason.
  package var setAside: [String: String] = [:]
  package var norms: [String] = []
  package var roles: [(id: String, text: String)] = []
  package var challenges: [String] = []
  package var strengths: [String] = []
  package var results: [String] = []
  package var shared = "Which teams met and what about"
  package var kept = "What a teacher says or shows"
  package var topics: [(id: String, answer: [String])] = []
  package var notRelevant: [String: String] = [:]
  package var open: [String: String] = [:]
  package var carried: Set<String> = []
  package var told: [String: String] = [:]
  package var promises: [Promise] = []
  package var meetings: [Gathering] = []
  package var cancel = "We find another day"
  package var absent = "We go on without the one who is missing"

  private static let verbs = [
    "Share", "Collect", "Prepare", "Post", "Bring", "Explain", "Print", "Sort", "Announce", "Arrange", "Gather",
    "Review",
  ]
  private static let objects = [
    "unit plans", "reading results", "exit tickets", "team notes", "benchmark charts", "lab guides", "pacing maps",
    "book lists", "agenda drafts", "survey answers", "phonics cards", "room schedules", "student journals",
    "sign-up sheets",
  ]
  private static let places = [
    "with the fourth graders' team", "in the staff lounge", "at the opening breakfast", "for the science department",
    "beside the copy machine", "inside the shared folder", "around the library table", "before the faculty gathering",
    "through the newsletter", "at the district office",
  ]

  private static func sentence(_ generator: inout SeededGenerator, _ used: inout Set<String>) -> String {
    while true {
      let text =
        "\(verbs.randomElement(using: &generator) ?? "") the \(objects.randomElement(using: &generator) ?? "") \(places.randomElement(using: &generator) ?? "")"
      if used.insert(text).inserted { return text }
    }
  }

  package init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var used: Set<String> = []
    func sentence() -> String { Self.sentence(&generator, &used) }
    people = [
      Person(id: "adams", name: "Ada Adams", role: "principal"),
      Person(id: "brown", name: "Bo Brown", role: "instructional-coach"),
      Person(id: "clark", name: "Cy Clark", role: "assistant-principal"),
    ]
    norms = (0..<3).map { _ in sentence() }
    roles = [("data-coach", sentence()), ("mentor", sentence())]
    challenges = [sentence(), sentence()]
    strengths = [sentence()]
    results = [sentence(), sentence()]
    topics = [
      ("relationship-building", [sentence()]), ("team-coaching", [sentence(), sentence(), sentence()]),
      ("initial-caseload", [sentence()]), ("classroom-access", ["Open doors for the coach in every room"]),
      ("participation-expectation", ["Planning is required of all teachers"]),
      ("work-records", [sentence(), sentence()]),
      ("teacher-naming", ["Teams and courses, no names"]), ("urgent-concern", [sentence()]),
      ("coach-learning-budget", ["$600 from the building fund"]), ("campus-schedule", ["Mondays here, Tuesdays there"]),
    ]
    told = ["classroom-access": sentence()]
    for topic in ["team-coaching", "work-records", "initial-caseload", "team-coaching"] {
      promises.append(
        Promise(
          topic: topic, owner: promises.isEmpty ? "clark" : Bool.random(using: &generator) ? "adams" : "brown",
          does: sentence(),
          due: "\(year)-10-1\(promises.count)"))
    }
    promises.append(
      Promise(
        topic: "work-records", owner: "brown", does: "Will offer six cycles \(Self.places[promises.count])",
        every: "week"))
    promises.append(
      Promise(topic: "relationship-building", id: "say-hello", owner: "adams", does: sentence(), due: "\(year)-09-01"))
    meetings = [
      Gathering(what: "Check-in", every: "week", kind: "check-in"),
      Gathering(what: "Looking at the fall", date: "\(year)-10-20", kind: "priorities-review"),
      Gathering(what: "Looking back at it all", date: "\(year + 1)-05-06", kind: "priorities-review"),
    ]
  }

  /// The same agreement for the next school year: all days move by 52 weeks.
  package var nextYear: AgreementGenerator {
    var copy = self
    func later(_ date: String?) -> String? {
      guard let date, let day = CalendarDate(date.utf8) else { return date }
      // The same month and day is within a week of 52 weeks later.
      return CalendarDate(year: day.year + 1, month: day.month, day: max(1, day.day - 1))?.description
    }
    copy.year += 1
    for index in copy.promises.indices { copy.promises[index].due = later(copy.promises[index].due) }
    for index in copy.meetings.indices {
      copy.meetings[index].date = later(copy.meetings[index].date)
      copy.meetings[index].dates = copy.meetings[index].dates.map { later($0) ?? $0 }
    }
    copy.open = open.mapValues { later($0) ?? $0 }
    return copy
  }

  /// The same meaning with every list in another order.
  package func reordered(_ generator: inout SeededGenerator) -> AgreementGenerator {
    var copy = self
    copy.norms.shuffle(using: &generator)
    copy.challenges.shuffle(using: &generator)
    copy.results.shuffle(using: &generator)
    copy.promises.shuffle(using: &generator)
    copy.meetings.shuffle(using: &generator)
    copy.people.shuffle(using: &generator)
    copy.others.shuffle(using: &generator)
    copy.topics.shuffle(using: &generator)
    for index in copy.topics.indices { copy.topics[index].answer.shuffle(using: &generator) }
    return copy
  }

  /// The agreement as a file; with a generator in a layout that nobody would choose.
  package func text(_ layout: inout SeededGenerator?) -> String {
    func scalar(_ text: String, _ layout: inout SeededGenerator?) -> String {
      guard layout != nil else { return "\"\(text.replacing("\"", with: "\\\""))\"" }
      switch Int.random(in: 0..<3, using: &layout.unwrapped) {
      case 0: return "'\(text.replacing("'", with: "''"))'"
      case 1: return "\"\(text.replacing(" ", with: "  "))\""
      default: return ">-\n            \(text.replacing(" the ", with: "\n            the "))"
      }
    }
    func comment(_ layout: inout SeededGenerator?) -> String {
      guard layout != nil, Bool.random(using: &layout.unwrapped) else { return "" }
      return "# a note to ourselves\n"
    }
    func list(_ key: String, _ texts: [String], _ indent: String, _ layout: inout SeededGenerator?) -> String {
      if texts.isEmpty { return "" }
      // One text needs no list.
      if texts.count == 1, layout != nil, Bool.random(using: &layout.unwrapped) {
        return "\(indent)\(key): \(scalar(texts[0], &layout))\n"
      }
      return "\(indent)\(key):\n" + texts.map { "\(indent)  - \(scalar($0, &layout))\n" }.joined()
    }
    var parts: [String] = [
      "id: \(id)\n", "school-year: \(year)-\((year + 1) % 100)\n", "starts: \(year)-08-17\n",
      "ends: \(year + 1)-05-28\n",
      "status: \(status)\n", "campuses: {north: North School}\n",
      "participants:\n"
        + people.map { person in
          "  \(person.id):\n    name: \(person.name)\n    role: \(person.role)\n"
            + (person.elsewhere.map { "    elsewhere: \(scalar($0, &layout))\n" } ?? "")
            + (person.left.map { "    left: \($0)\n" } ?? "")
        }.joined(),
      others.isEmpty
        ? "" : "others:\n" + others.map { "  \($0.id): \(scalar($0.name, &layout))\n" }.joined(),
      "norms:\n" + list("agreed", norms, "  ", &layout),
      "focus:\n  roles:\n" + roles.map { "    \($0.id): \(scalar($0.text, &layout))\n" }.joined()
        + list("challenges", challenges, "  ", &layout) + list("strengths", strengths, "  ", &layout)
        + list("expected-results", results, "  ", &layout)
        + "  confidentiality:\n    shared: \(scalar(shared, &layout))\n    private: \(scalar(kept, &layout))\n    exceptions: The law\n",
      "meetings:\n  schedule:\n"
        + meetings.map { meeting in
          "    - what: \(meeting.what)\n      kind: \(meeting.kind)\n"
            + (meeting.every.map { "      every: \($0)\n      weekday: \($0 == "month" ? "first " : "")tuesday\n" }
              ?? "")
            + (meeting.date.map { "      date: \($0)\n" } ?? "")
            + (meeting.dates.isEmpty ? "" : "      dates: [\(meeting.dates.joined(separator: ", "))]\n")
            + (meeting.place.map { "      place: \(scalar($0, &layout))\n" } ?? "")
        }.joined() + "  if-canceled: \(scalar(cancel, &layout))\n  if-absent: \(scalar(absent, &layout))\n",
      "topics:\n" + sections(&layout, list, scalar),
    ]
    if layout != nil { parts.shuffle(using: &layout.unwrapped) }
    return "format: 1\n" + parts.map { comment(&layout) + $0 }.joined()
  }

  private func sections(
    _ layout: inout SeededGenerator?, _ list: (String, [String], String, inout SeededGenerator?) -> String,
    _ scalar: (String, inout SeededGenerator?) -> String
  ) -> String {
    let catalog = Catalog.builtIn
    var result = ""
    for section in catalog.sections {
      let ids = Set(section.topics.map { catalog.topics[$0].id })
      var inside: [String] = []
      for topic in topics where ids.contains(topic.id) {
        let own = promises.filter { $0.topic == topic.id }
        if own.isEmpty, told[topic.id] == nil, !carried.contains(topic.id),
          layout == nil || Bool.random(using: &layout.unwrapped)
        {
          inside.append(list(topic.id, topic.answer, "    ", &layout))
          continue
        }
        var text =
          "    \(topic.id):\n"
          + list(carried.contains(topic.id) ? "carried" : "agreed", topic.answer, "      ", &layout)
        if let words = told[topic.id] { text += "      told-to-teachers: \(scalar(words, &layout))\n" }
        if !own.isEmpty { text += "      commitments:\n" }
        for promise in own {
          text += "        - owner: \(promise.owner)\n          does: \(scalar(promise.does, &layout))\n"
          if let id = promise.id { text += "          id: \(id)\n" }
          if let due = promise.due { text += "          due: \(due)\n" }
          if let every = promise.every { text += "          every: \(every)\n" }
        }
        inside.append(text)
      }
      for (id, reason) in notRelevant.sorted(by: { $0.key < $1.key }) where ids.contains(id) {
        inside.append("    \(id):\n      not-relevant: \(scalar(reason, &layout))\n")
      }
      for (id, until) in open.sorted(by: { $0.key < $1.key }) where ids.contains(id) {
        inside.append("    \(id):\n      open: {until: \(until)}\n")
      }
      if let reason = setAside[section.id] { inside.append("    not-relevant: \(scalar(reason, &layout))\n") }
      if layout != nil { inside.shuffle(using: &layout.unwrapped) }
      if !inside.isEmpty { result += "  \(section.id):\n" + inside.joined() }
    }
    return result
  }
}

extension Optional where Wrapped == SeededGenerator {
  /// The generator of a layout that is there.
  fileprivate var unwrapped: SeededGenerator {
    get { self ?? SeededGenerator(seed: 0) }
    set { self = newValue }
  }
}
