package import Agreement
internal import TextSupport

/// One topic, commitment or norm through the years.
package struct Thread: Sendable {
  /// Whether it is a commitment, norm or topic.
  package let kind: Carried.Kind
  /// The id of the topic it belongs to at the end.
  package private(set) var topic: String?
  /// The title of that topic.
  package fileprivate(set) var topicTitle: String?
  /// Its years, the earliest first.
  package private(set) var entries: [Entry]
  /// Whether it is no longer in the last agreement.
  package fileprivate(set) var hasEnded = false

  /// One year of a thread.
  package struct Entry: Sendable {
    /// The school year.
    package let year: SchoolYear?
    /// What it says.
    package let text: String
    /// Details next to the text, such as an owner, a date or a state.
    package let note: String
    /// The ids of its owners, for a commitment.
    package let owners: [String]
    /// The classes of its changes since the year before; empty if it stayed the same, and where the thread begins.
    package let changes: [ChangeClass]
  }

  fileprivate init(kind: Carried.Kind, topic: String?, entry: Entry) {
    self.kind = kind
    self.topic = topic
    entries = [entry]
  }

  fileprivate mutating func add(_ entry: Entry, topic: String?) {
    entries.append(entry)
    self.topic = topic
  }

  /// The year of the last change, or else of the beginning.
  package var lastChanged: SchoolYear? { entries.last { !$0.changes.isEmpty }?.year ?? entries.first?.year }

  /// How many school years it has been unchanged, including the last one.
  package var years: Int {
    guard let last = entries.last?.year, let changed = lastChanged else { return entries.count }
    return last.first - changed.first + 1
  }
}

/// What happened to the topics, commitments and norms of one agreement, year by year.
package struct History: Sendable {
  /// The id of the agreement.
  package let id: String
  /// The names of its schools in the last year; the id if it names none.
  package let school: String
  /// The known school years, the earliest first.
  package let years: [Year]

  /// One year of an agreement.
  package struct Year: Sendable {
    /// The school year.
    package let year: SchoolYear?
    /// The name of its file.
    package let name: String
    /// The people who signed that year's text as it is, each with the date.
    package let agreedBy: [String]
  }

  /// The threads: by topic in the order of the catalog, each topic before its commitments, then the norms.
  package let threads: [Thread]

  /// Follows everything through the editions of one agreement, the earliest first.
  package init(_ editions: [Edition]) {
    id = editions.last?.id ?? ""
    school = editions.last.map { Opening.school($0.snapshot, [$0.withheld]) } ?? ""
    years = editions.map { edition in
      let signed = edition.snapshot.isAgreed ? edition.snapshot.people.filter(\.hasSigned) : []
      return Year(
        year: edition.year, name: edition.name,
        agreedBy: signed.map { person in
          edition.withheld.shown(person.name.isEmpty ? person.id : person.name)
            + (person.signedOn.map { " (\($0))" } ?? "")
        })
    }
    var threads: [Thread] = []
    // The threads that continue: for each kind, the index of the thread by the index in the last edition.
    var open: [Carried.Kind: [Int: Int]] = [:]
    for (place, edition) in editions.enumerated() {
      var links: [Carried.Kind: [Int: (old: Int, classes: [ChangeClass])]] = [:]
      if place > 0 {
        for link in Comparison(editions[place - 1], edition).links {
          links[link.kind, default: [:]][link.new] = (link.old, link.classes.filter { !$0.isStanding })
        }
      }
      for kind in Carried.Kind.allCases {
        let before = open[kind] ?? [:]
        var after: [Int: Int] = [:]
        for index in 0..<Self.count(kind, edition.snapshot) {
          let link = links[kind]?[index]
          let entry = Self.entry(kind, index, edition, link?.classes ?? [])
          let topic = Self.topic(kind, index, edition.snapshot)
          if let thread = link.flatMap({ before[$0.old] }) {
            threads[thread].add(entry, topic: topic)
            after[index] = thread
          } else {
            after[index] = threads.count
            threads.append(Thread(kind: kind, topic: topic, entry: entry))
          }
        }
        let going = Set(after.values)
        for thread in before.values where !going.contains(thread) { threads[thread].hasEnded = true }
        open[kind] = after
      }
    }
    var order: [String: Int] = [:]
    let topics = editions.last?.snapshot.catalog.topics ?? []
    for (index, topic) in topics.enumerated() { order[topic.id] = index }
    func key(_ thread: Thread) -> (Int, Int, Int, String) {
      let rank =
        switch thread.kind {
        case .topic: 0
        case .commitment: 1
        case .norm: 2
        }
      return (
        thread.topic.flatMap { order[$0] } ?? .max, rank, thread.hasEnded ? 1 : 0, thread.entries.first?.text ?? ""
      )
    }
    self.threads = threads.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map { _, thread in
      var thread = thread
      thread.topicTitle = thread.topic.flatMap { order[$0] }.map { topics[$0].title }
      return thread
    }
  }

  private static func count(_ kind: Carried.Kind, _ snapshot: Snapshot) -> Int {
    switch kind {
    case .commitment: snapshot.commitments.count
    case .norm: snapshot.lists[.norm]?.count ?? 0
    case .topic: snapshot.topics.count
    }
  }

  private static func topic(_ kind: Carried.Kind, _ index: Int, _ snapshot: Snapshot) -> String? {
    switch kind {
    case .commitment: snapshot.topics[snapshot.commitments[index].topic].id
    case .norm: nil
    case .topic: snapshot.topics[index].id
    }
  }

  private static func entry(
    _ kind: Carried.Kind, _ index: Int, _ edition: Edition, _ changes: [ChangeClass]
  ) -> Thread.Entry {
    let (snapshot, withheld) = (edition.snapshot, edition.withheld)
    var (text, note): (String, String) = ("", "")
    var owners: [String] = []
    switch kind {
    case .commitment:
      let commitment = snapshot.commitments[index]
      text = withheld.shown(commitment.does.text)
      owners = commitment.owners.map { snapshot.id(of: $0) }
      let parts = [
        Prose.list(commitment.owners.map { withheld.shown(snapshot.name(of: $0)) }), commitment.due.map { "due \($0)" },
        commitment.every.map { SpokenRhythm.words(withheld.shown($0)) },
      ]
      note = parts.compactMap { $0 }.joined(separator: ", ")
    case .norm: text = withheld.shown(snapshot.lists[.norm]?[index].text ?? "")
    case .topic:
      let topic = snapshot.topics[index]
      text = topic.texts.map { withheld.shown($0.text) }.joined(separator: " / ")
      note = topic.state == .agreed ? "" : topic.state.rawValue
    }
    return Thread.Entry(year: edition.year, text: text, note: note, owners: owners, changes: changes)
  }
}
