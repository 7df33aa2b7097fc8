internal import Agreement

extension Edition {
  /// The meaning of the agreement, one line per statement, regardless of layout, key order and short forms.
  ///
  /// Texts that may be private are left out. Git compares these lines when it needs a text to compare (`textconv`).
  package var plainForm: [String] {
    var lines: [String] = []
    func add(_ label: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      lines.append("\(label): \(withheld.shown(text))")
    }
    func date(_ date: CalendarDate?) -> String { date.map { "\($0)" } ?? "?" }
    add("agreement", "\(id), \(year.map { "\($0)" } ?? "?"), \(date(snapshot.starts)) to \(date(snapshot.ends))")
    add("status", snapshot.isAgreed ? "agreed" : "draft")
    add("amended", snapshot.amended.map { "\($0)" })
    for campus in snapshot.campuses.sorted(by: { $0.id < $1.id }) { add("campus \(campus.id)", campus.name) }
    let people = snapshot.people.sorted { $0.id < $1.id }
    for person in people {
      let parts = [
        person.name, person.roles.map(\.rawValue).joined(separator: " and "), person.title,
        person.campuses == ["*"] ? "" : person.campuses.joined(separator: ", "), person.elsewhere,
        person.joined.map { "joined \($0)" } ?? "", person.left.map { "left \($0)" } ?? "",
      ]
      add("person \(person.id)", parts.filter { !$0.isEmpty }.joined(separator: ", "))
      add("concerns of \(person.id)", person.concerns.joined(separator: ", "))
    }
    for other in snapshot.others.sorted(by: { $0.id < $1.id }) {
      add("other \(other.id)", other.name + (other.about.isEmpty ? "" : ", \(other.about)"))
    }
    for fact in Snapshot.Fact.allCases { add(fact.rawValue, snapshot.facts[fact]?.text) }
    for kind in Snapshot.ListKind.allCases { for phrase in snapshot.lists[kind] ?? [] { add(kind.noun, phrase.text) } }
    for role in snapshot.roles { add("coaching role \(role.id)", role.phrase.text) }
    for part in Snapshot.ConfidentialityPart.allCases {
      add("confidentiality, \(part.rawValue)", snapshot.confidentiality[part]?.text)
    }
    addTopics(to: &lines)
    for meeting in snapshot.meetings { add("meeting", Differ.wording(meeting).line) }
    for person in people { add("signature of \(person.id)", person.signature?.text) }
    return lines
  }

  private func addTopics(to lines: inout [String]) {
    for section in snapshot.sections {
      lines.append("\(section.id), told to teachers: \(withheld.shown(section.told.text))")
    }
    for section in snapshot.setAside.keys.sorted() {
      lines.append("\(section), not relevant: \(withheld.shown(snapshot.setAside[section]?.text ?? ""))")
    }
    var order: [String: Int] = [:]
    for (index, topic) in snapshot.catalog.topics.enumerated() { order[topic.id] = index }
    for place in snapshot.topics.indices.sorted(by: {
      order[snapshot.topics[$0].id, default: 0] < order[snapshot.topics[$1].id, default: 0]
    }) {
      let topic = snapshot.topics[place]
      let state = topic.state == .agreed ? "" : ", \(topic.state.rawValue)"
      let until = topic.until.map { " until \($0)" } ?? ""
      let texts = topic.texts.isEmpty ? [""] : topic.texts.map(\.text)
      for text in texts { lines.append("\(topic.id)\(state)\(until): \(withheld.shown(text))") }
      if let told = topic.told { lines.append("\(topic.id), told to teachers: \(withheld.shown(told.text))") }
      for note in topic.notes { lines.append("\(topic.id), note: \(withheld.shown(note.text))") }
      for commitment in snapshot.commitments where commitment.topic == place {
        let parts: [String?] = [
          commitment.owners.map { snapshot.id(of: $0) }.sorted().joined(separator: " and "),
          commitment.due.map { "due \($0)" },
          commitment.every.map { SpokenRhythm.words(withheld.shown($0)) },
        ]
        let id = commitment.id.map { " \($0)" } ?? ""
        lines.append(
          "\(topic.id), commitment\(id): \(withheld.shown(commitment.does.text)) (\(parts.compactMap { $0 }.joined(separator: ", ")))"
        )
      }
    }
  }
}

extension Change.Wording {
  /// The text with the details next to it.
  var line: String { text + (note.map { $0.isEmpty ? "" : " (\($0))" } ?? "") }
}
