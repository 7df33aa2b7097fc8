internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

extension Differ {
  /// Topics: answered or no longer, set aside, open, changed, reworded, or carried on; and how teachers are told.
  mutating func compareTopics() {
    var places: [String: (old: Int?, new: Int?)] = [:]
    for (index, topic) in old.topics.enumerated() { places[topic.id] = (index, nil) }
    for (index, topic) in new.topics.enumerated() { places[topic.id] = (places[topic.id]?.old, index) }
    for topic in places.keys.sorted() {
      guard let place = places[topic] else { continue }
      compareTopic(place.old, place.new)
    }
    compareSections()
    var told: [String: (old: Phrase?, new: Phrase?)] = [:]
    for section in old.sections { told[section.id] = (section.told, nil) }
    for section in new.sections { told[section.id] = (told[section.id]?.old, section.told) }
    for section in told.keys.sorted() {
      compareTelling(
        told[section]?.old, told[section]?.new, path: "topics/\(section)/told-to-teachers", subject: section,
        topic: nil,
        label: new.catalog.sections.first { $0.id == section }?.title
      )
    }
  }

  private mutating func compareTopic(_ oldIndex: Int?, _ newIndex: Int?) {
    let (before, after) = (oldIndex.map { old.topics[$0] }, newIndex.map { new.topics[$0] })
    guard let known = after ?? before else { return }
    let path = "topics/\(known.section)/\(known.id)"
    // Confidentiality, names, evaluation and recordings always come first.
    let group: ChangeGroup? =
      known.section == "confidentiality" || Self.trust.contains(known.id) ? .confidentiality : nil
    func make(_ kind: ChangeClass, _ reasons: [String] = [], group own: ChangeGroup? = nil) -> Change {
      Change(
        kind, path: path, subject: known.id, topic: known.id, old: before.map { wording($0) },
        new: after.map { wording($0) }, reasons: reasons, match: before != nil && after != nil ? .byID : nil,
        group: kind.isStanding || kind.group == .wording ? nil : group ?? own)
    }
    // A topic without its own answer is set aside with its section.
    let aside = (
      before == nil ? old.setAside[known.section]?.text : nil, after == nil ? new.setAside[known.section]?.text : nil
    )
    if aside.0 != nil || aside.1 != nil {
      if known.state == .notRelevant {
        // If a topic is set aside in two ways, only the reason changed; a change of the section's reason is reported
        // for the section.
        let isOther = known.texts.map(\.text) != [aside.0 ?? aside.1 ?? ""]
        if isOther, old.setAside[known.section]?.text == new.setAside[known.section]?.text {
          add(
            make(
              .topicChanged, [aside.1 != nil ? "only the reason of its section is left" : "it has a reason of its own"])
          )
        }
        return
      }
      let reason =
        aside.1 != nil
        ? "before, \(Self.words(before, "had")); now its whole section is marked not relevant"
        : "before, its whole section was marked not relevant; now \(Self.words(after, "has"))"
      let isAnswered = (before ?? after).map { Self.isAnswer($0.state) } ?? false
      add(
        make(
          aside.1 != nil ? .topicSetAside : .topicNoLongerSetAside, [reason],
          group: isAnswered ? aside.1 != nil ? .dropped : .new : .changed))
      return
    }
    let move = Self.move(before, after)
    guard let before, let after else {
      add(make(Self.transition(before?.state, after?.state) ?? .topicChanged, move.reasons, group: move.group))
      return
    }
    guard let oldIndex, let newIndex else { return }
    var found: [Change] = []
    if let transition = Self.transition(before.state, after.state) {
      found.append(make(transition, move.reasons, group: move.group))
    } else if before.state == .open {
      let isChanged = before.until != after.until || !Self.isSame(before.texts, after.texts)
      let reasons =
        before.until != after.until ? ["to be settled \(after.until.map { "by \($0)" } ?? "without a date")"] : []
      if !isSameYear {
        found.append(make(.topicStillOpen, reasons))
      } else if isChanged {
        found.append(make(.topicChanged, reasons))
      }
    } else {
      if let change = verdict(before, after) { found.append(make(change.kind, change.reasons)) }
      if isSameYear, before.state != after.state {
        found.append(make(after.state == .carried ? .topicCarried : .topicConfirmed))
      }
    }
    for change in found { add(change) }
    let count = changes.count
    if Self.isAnswer(before.state), Self.isAnswer(after.state) {
      compareTelling(
        before.told, after.told, path: path + "/told-to-teachers", subject: known.id, topic: known.id, group: group)
    }
    if !Self.isSame(before.notes, after.notes) {
      add(
        Change(
          .topicNotesChanged, path: path + "/notes", subject: known.id, topic: known.id,
          old: Self.wording(before.notes, at: before.range), new: Self.wording(after.notes, at: after.range),
          match: .byID))
    }
    links.append(
      Comparison.Link(
        kind: .topic, old: oldIndex, new: newIndex, classes: found.map(\.kind) + changes[count...].map(\.kind)))
    if Self.isAnswer(before.state), Self.isAnswer(after.state), found.isEmpty, changes.count == count {
      carried.append(
        Carried(
          kind: .topic, path: path, topic: known.id, people: [],
          text: after.texts.map(\.text).joined(separator: " / "),
          isAgreedAgain: new.isAgreedByAll && after.state != .carried, oldIndex: oldIndex, newIndex: newIndex))
    }
  }

  private static let naming = "teacher-naming"
  /// Topics outside the section on confidentiality that teachers' trust depends on just as much.
  private static let trust: Set<String> = ["evaluation-wall", "recordings", naming]
  private static let budgets: Set<String> = ["coach-learning-budget", "staff-learning-budget"]
  private static let expectations: Set<String> = ["participation-expectation", "planning-days", "weekly-planning"]

  private static func isAnswer(_ state: Snapshot.Topic.State) -> Bool {
    switch state {
    case .agreed, .carried: true
    case .notRelevant, .open: false
    }
  }

  /// What it means that a topic went from one state to another; nil if the change is about the text.
  private static func transition(_ before: Snapshot.Topic.State?, _ after: Snapshot.Topic.State?) -> ChangeClass? {
    switch (before, after) {
    case (.notRelevant, .notRelevant), (.open, .open), (nil, nil): nil
    case (.agreed, .agreed), (.agreed, .carried), (.carried, .agreed), (.carried, .carried): nil
    case (_, .notRelevant): .topicSetAside
    case (.notRelevant, _): .topicNoLongerSetAside
    case (_, .open): .topicOpened
    case (.open, _): .topicNoLongerOpen
    case (nil, .agreed), (nil, .carried): .topicAnswered
    case (.agreed, nil), (.carried, nil): .topicUnanswered
    }
  }

  /// Why a topic went from one state to another, and where that belongs: an answer that is gone is lost, and one that
  /// came is new.
  private static func move(_ before: Snapshot.Topic?, _ after: Snapshot.Topic?) -> (
    reasons: [String], group: ChangeGroup
  ) {
    let (had, has) = (before.map { isAnswer($0.state) } ?? false, after.map { isAnswer($0.state) } ?? false)
    return (
      ["before, \(words(before, "had")); now \(words(after, "has"))"],
      had && !has ? .dropped : has && !had ? .new : .changed
    )
  }

  private static func words(_ topic: Snapshot.Topic?, _ verb: String) -> String {
    switch topic?.state {
    case .agreed, .carried: "it \(verb) an answer"
    case .notRelevant: "it \(verb == "had" ? "was" : "is") marked not relevant"
    case .open:
      "it \(verb == "had" ? "was" : "is") left open" + (topic?.until.map { ", to be settled by \($0)" } ?? "")
    case nil: verb == "had" ? "nothing was said about it" : "nothing is said about it"
    }
  }

  private func wording(_ topic: Snapshot.Topic) -> Change.Wording {
    let note: String? =
      switch topic.state {
      case .agreed: nil
      case .carried: "carried over"
      case .notRelevant: "not relevant"
      case .open: topic.until.map { "open until \($0)" } ?? "open"
      }
    return Change.Wording(topic.texts.map(\.text), note: note, at: topic.range)
  }

  private static func wording(_ phrases: [Phrase], at range: SourceRange) -> Change.Wording? {
    phrases.first.map { Change.Wording(phrases.map(\.text), at: phrases.count == 1 ? $0.range : range) }
  }

  /// Whether two lists say the same, in whatever order.
  private static func isSame(_ before: [Phrase], _ after: [Phrase]) -> Bool {
    before.count == after.count
      && (before.count == 1
        ? before[0].text == after[0].text : before.map(\.text).sorted() == after.map(\.text).sorted())
  }

  /// What happened to the text of an answer; nil if it is the same.
  private func verdict(_ before: Snapshot.Topic, _ after: Snapshot.Topic) -> (kind: ChangeClass, reasons: [String])? {
    if Self.isSame(before.texts, after.texts) { return nil }
    // The order of a list means nothing.
    let (from, to) = (
      before.texts.map(\.text).sorted().joined(separator: ". "),
      after.texts.map(\.text).sorted().joined(separator: ". ")
    )
    if known(before, Self.naming) {
      let stances =
        Stance.isConditional(from) || Stance.isConditional(to) ? (nil, nil) : (Stance.naming(from), Stance.naming(to))
      let words: [Stance: String] = [
        .less: "no names are said", .mixed: "some names may be said", .more: "names may be said",
      ]
      guard let old = stances.0, let new = stances.1, old != new, let said = words[old], let says = words[new] else {
        return (.teacherNamingChanged, ["the wording changed, and the words do not show which way: read both"])
      }
      return (.teacherNamingChanged, ["as far as the words show, it said that \(said), and says now that \(says)"])
    }
    if known(before, "classroom-access") {
      if let old = Stance.access(from), let new = Stance.access(to), old != new {
        return (new > old ? .accessOpened : .accessClosed, Stance.accessReasons(from, to, old, new))
      }
      // "Open except during tests" is less open.
      let (kind, reasons) = Self.textVerdict(before, after, from, to)
      return (kind == .topicWeakened ? .accessClosed : kind == .topicStrengthened ? .accessOpened : kind, reasons)
    }
    if Self.expectations.contains(before.id), let old = Stance.expectation(from), let new = Stance.expectation(to),
      old != new
    {
      return (new > old ? .takingPartRequired : .takingPartOptional, Stance.expectationReasons(from, to, old, new))
    }
    if Self.budgets.contains(before.id), let change = Budget.change(from, to) { return change }
    if known(before, "campus-schedule") { return (.campusDaysMoved, []) }
    return Self.textVerdict(before, after, from, to)
  }

  private func known(_ topic: Snapshot.Topic, _ id: String) -> Bool { topic.id == id }

  private static func textVerdict(
    _ before: Snapshot.Topic, _ after: Snapshot.Topic, _ from: String, _ to: String
  ) -> (kind: ChangeClass, reasons: [String]) {
    let comparison = TextComparison(from, to, countsNumbers: false)
    // A text that was added to others, or left out, makes none of them weaker or stronger.
    if before.texts.count != after.texts.count, min(before.texts.count, after.texts.count) > 1 {
      return partsVerdict(before, after, from, to, comparison)
    }
    // A hedged promise is weaker; if it is both weaker and stronger, somebody has to read it.
    switch (comparison.weaker.isEmpty, comparison.stronger.isEmpty) {
    case (false, true): return (.topicWeakened, comparison.weaker)
    case (true, false): return (.topicStrengthened, comparison.stronger)
    case (false, false): return (.topicChanged, comparison.weaker + comparison.stronger)
    case (true, true): break
    }
    if before.texts.count == 1, after.texts.count == 1 {
      return comparison.isWordingOnly ? (.topicReworded, []) : (.topicChanged, comparison.other)
    }
    return partsVerdict(before, after, from, to, comparison)
  }

  private static func partsVerdict(
    _ before: Snapshot.Topic, _ after: Snapshot.Topic, _ from: String, _ to: String, _ comparison: TextComparison
  ) -> (kind: ChangeClass, reasons: [String]) {
    // The same words in one text or in several are the same answer.
    if Word.texts(of: from).sorted() == Word.texts(of: to).sorted() { return (.topicReworded, []) }
    let pairs = Pairing.pairs(before.texts.map(candidate), after.texts.map(candidate))
    let (oldPaired, newPaired) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    let (gone, come) = (before.texts.count - oldPaired.count, after.texts.count - newPaired.count)
    let isMixed = pairs.contains { before.texts[$0.old].text != after.texts[$0.new].text }
    var reasons: [String] = []
    if isMixed {
      // If some parts changed and others came or went, the report has to say which did what.
      for (index, phrase) in before.texts.enumerated() where !oldPaired.contains(index) {
        reasons.append("no longer said: \"\(phrase.text)\"")
      }
      for (index, phrase) in after.texts.enumerated() where !newPaired.contains(index) {
        reasons.append("said now: \"\(phrase.text)\"")
      }
    } else if !pairs.isEmpty {
      switch (gone > 0, come > 0) {
      case (true, true): reasons.append("part of the answer was replaced; the rest stayed")
      case (true, false): reasons.append("a part of the answer is no longer there; the rest stayed")
      case (false, true): reasons.append("a part was added to the answer; the rest stayed")
      case (false, false): break
      }
    }
    let isWhole = oldPaired.count == before.texts.count && newPaired.count == after.texts.count
    let isWording =
      isWhole && pairs.allSatisfy { TextComparison(before.texts[$0.old].text, after.texts[$0.new].text).isWordingOnly }
    return isWording ? (.topicReworded, []) : (.topicChanged, reasons.isEmpty ? comparison.other : reasons)
  }

  /// Whether a text only says the same in other words, or else what it says now.
  static func wording(_ before: String, _ after: String) -> (isSame: Bool, reasons: [String]) {
    let comparison = TextComparison(before, after, countsNumbers: false)
    return comparison.isWordingOnly ? (true, []) : (false, comparison.weaker + comparison.stronger + comparison.other)
  }

  private static func candidate(_ phrase: Phrase) -> Candidate { Candidate(text: phrase.text, content: phrase.text) }

  private mutating func compareTelling(
    _ before: Phrase?, _ after: Phrase?, path: String, subject: String, topic: String?, group: ChangeGroup? = nil,
    label: String? = nil
  ) {
    guard before?.text != after?.text else { return }
    let wording = before.flatMap { before in after.map { Self.wording(before.text, $0.text) } }
    let kind: ChangeClass =
      before == nil
      ? .tellingAdded : after == nil ? .tellingDropped : wording?.isSame == true ? .tellingReworded : .tellingChanged
    add(
      Change(
        kind, path: path, subject: subject, topic: topic, old: before.map { Change.Wording($0.text, at: $0.range) },
        new: after.map { Change.Wording($0.text, at: $0.range) },
        reasons: after == nil ? ["it no longer says how teachers are told about this"] : wording?.reasons ?? [],
        match: before != nil && after != nil ? .byID : nil, group: kind == .tellingReworded ? nil : group, label: label)
    )
  }
}
