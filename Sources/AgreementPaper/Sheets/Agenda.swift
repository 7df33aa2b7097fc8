package import Agreement
internal import Diagnostics
internal import TextSupport

/// The agenda of the conversation: its steps with their times, and the topics to talk about.
package struct Agenda: Sendable {
  private let agreement: Agreement
  private let names: PaperNames
  private let start: Clock

  /// When the conversation begins, in the spelling that was typed.
  package struct Clock: Sendable {
    private let time: TimeOfDay
    private let hasHalves: Bool
    private let isPadded: Bool

    /// Reads `15:30` or `3:30 pm`.
    package init?(_ text: String) {
      guard let time = TimeOfDay(text) else { return nil }
      self.time = time
      hasHalves = text.last.map { "mM".contains($0) } ?? false
      isPadded = text.hasPrefix("0")
    }

    /// Midnight, so that the times are how long it has been.
    package static let zero = Clock()

    private init() { (time, hasHalves, isPadded) = (TimeOfDay(minutes: 0), false, false) }

    /// The time so many minutes later; past midnight it goes on at 0:00.
    func after(_ minutes: Int) -> String {
      let later = TimeOfDay(minutes: time.minutes + minutes)
      if hasHalves { return Spoken.time(later) }
      let text = later.description
      return text.hasPrefix("0") && !isPadded ? String(text.dropFirst()) : text
    }
  }

  /// Makes the agenda of an agreement.
  package init(_ agreement: Agreement, start: Clock) {
    self.agreement = agreement
    self.start = start
    names = PaperNames(agreement)
  }

  /// The step in which the topics are gone through.
  private static let topicStep = "go-through-topics"

  /// The sheet.
  package var sheet: Sheet {
    let steps = agreement.catalog.agenda
    let whole = steps.reduce(0) { $0 + ($1.minutes ?? 0) }
    let year = agreement.content.schoolYear.value?.description ?? ""
    let talk = agreement.content.conversation.value
    let (leader, notes) = (names.person(talk?.facilitator), names.person(talk?.noteTaker))
    let roles =
      if let leader {
        "led by \(leader), \(notes.map { "notes by \($0)" } ?? "nobody chosen to take notes yet")"
      } else {
        "nobody chosen to lead \(notes.map { "yet, notes by \($0)" } ?? "or to take notes yet")"
      }
    var lead: [Line] = ["\(names.schools), school year \(year)"]
    if let day = talk?.date.value { lead.append("\(Spoken.weekday(day)), \(day)") }
    lead.append("\(start.after(0)) to \(start.after(whole)), \(Prose.count(whole, "minute")); \(roles)")
    let people = agreement.participants.indices.compactMap { index -> String? in
      guard let person = agreement.participants[index].part.value, person.left.isAbsent else { return nil }
      let position = names.position(person)
      return names.person(index) + (position.isEmpty ? "" : ", \(position)")
    }
    var sheet = Sheet(
      title: "Agenda, \(names.schools), \(year)", above: nil, heading: "Partnership conversation", lead: lead,
      foot: Sheet.Foot([agreement.content.id.value ?? "", year, "agenda"].filter { !$0.isEmpty }))
    sheet.blocks = [
      .section([.heading("With"), .list(people.map { Line($0) })], isTogether: true),
      .section([.heading("Bring"), .list(steps.compactMap(\.materials).map { Line($0) })], isTogether: true),
      .heading("Steps"),
    ]
    var rows: [Block.Step] = []
    var minutes = 0
    for step in steps {
      var row = Block.Step(
        time: step.minutes == nil ? "before" : start.after(minutes), minutes: step.minutes, title: step.title)
      if step.id == Self.topicStep { row.details = topics(minutes: step.minutes ?? 0) }
      rows.append(row)
      minutes += step.minutes ?? 0
    }
    rows.append(Block.Step(time: start.after(whole), minutes: nil, title: "End"))
    sheet.blocks.append(.steps(rows))
    return sheet
  }

  /// How long there is for each topic, and the topics that need it: concerns, then what is not settled.
  private func topics(minutes: Int) -> [Line] {
    let tally = TopicTally(agreement)
    var concerns: [Int: [String]] = [:]
    for index in agreement.participants.indices {
      for part in agreement.participants[index].part.value?.concerns.value ?? [] {
        if let topic = part.value?.index { concerns[topic, default: []].append(names.person(index)) }
      }
    }
    func line(_ topic: Int, _ state: TopicTally.State) -> Line {
      let word =
        switch state {
        case .unanswered: "no answer yet"
        case .carried: "last year’s answer"
        case .open: "open"
        case .agreed: "has an answer"
        case .setAside: "set aside"
        }
      let whose = concerns[topic].map { "asked for by \(Prose.list($0)); " } ?? ""
      return "\(names.topic(topic)) \(small: "(\(whose)\(word))")"
    }
    let first = tally.topics.filter { concerns[$0.topic] != nil }
    let rest = [TopicTally.State.unanswered, .carried, .open].flatMap { state in
      tally.topics.filter { $0.state == state && concerns[$0.topic] == nil }
    }
    let unsettled = tally.count(.unanswered) + tally.count(.carried) + tally.count(.open)
    let each = unsettled == 0 ? 0 : minutes / unsettled
    let time = each == 0 ? "less than a minute each" : "about \(Prose.count(each, "minute")) each"
    let verb = unsettled == 1 ? "is" : "are"
    let summary: Line =
      unsettled == 0
      ? "all \(tally.count) topics are settled"
      : "\(unsettled) of \(tally.count) topics \(verb) not settled: \(time)"
    return [summary] + (first + rest).map { line($0.topic, $0.state) }
  }
}
