internal import AgreementDiff

/// A part of the report on one agreement: what people have to settle, what was lost, what is new.
struct DiffChapter {
  /// A change with the changes that have the same cause.
  typealias Told = (change: ReportedChange, parts: [ReportedChange])

  /// Changes listed under one topic, or without one.
  struct Section {
    /// The title of the topic; nil if each change says what it is about.
    let topic: String?
    var told: [Told]
  }

  let title: String
  /// The class for it in a style sheet.
  let word: String
  let sections: [Section]
  /// Items that are named but are not changes, such as people who have not signed.
  var names: [(title: String, names: [String])] = []
  /// Whether it is only about the wording, which most readers skip.
  var isWording = false
  /// Whether long texts may be cut to what changed; not if people have to read both.
  var mayShorten = false

  var changes: [ReportedChange] { sections.flatMap { $0.told.map(\.change) } }
}

extension ReportedDiff {
  /// The parts of the report in the order of a meeting: what has to be settled, what was lost or weakened, then
  /// everything else.
  var chapters: [DiffChapter] {
    var decide: [DiffChapter.Told] = []
    var lost: [DiffChapter.Told] = []
    var groups: [ChangeGroup: [DiffChapter.Told]] = [:]
    for told in told where !isInHead(told) {
      let change = told.change.change
      // People who have not signed are named once, including those who are new.
      if change.kind == .textInherited, namesUnsigned { continue }
      if change.isToDecide {
        decide.append(told)
      } else if change.isLoss {
        lost.append(told)
      } else {
        groups[change.group, default: []].append(told)
      }
    }
    var result: [DiffChapter] = []
    let names = namesToDecide
    if !decide.isEmpty || !names.isEmpty {
      decide = Self.sorted(decide) { $0.placeToDecide }
      result.append(
        DiffChapter(
          title: "To decide", word: "decide", sections: [DiffChapter.Section(topic: nil, told: decide)], names: names))
    }
    let topics = takeTopics(from: &groups)
    for group in ChangeGroup.allCases {
      // Losses from several groups are listed together, in the order in which people ask about them.
      if group == .dropped, !lost.isEmpty {
        lost = Self.sorted(lost) { $0.placeAmongLosses }
        result.append(
          DiffChapter(
            title: "Lost or weakened", word: "lost", sections: [DiffChapter.Section(topic: nil, told: lost)]))
      }
      if group == .changed, !topics.isEmpty {
        result.append(DiffChapter(title: "Topic by topic", word: "topics", sections: topics, mayShorten: true))
      }
      guard let told = groups[group], !told.isEmpty else { continue }
      let isWording = group == .wording
      result.append(
        DiffChapter(
          title: group.title, word: group.word,
          sections: isWording ? [.init(topic: nil, told: told)] : Self.byTopic(told),
          isWording: isWording, mayShorten: group != .confidentiality))
    }
    return result
  }

  /// Whether the opening says it already: who is new, who left, and what somebody took over.
  private func isInHead(_ told: DiffChapter.Told) -> Bool {
    guard !isFiltered, told.parts.isEmpty else { return false }
    if old == nil || new == nil { return true }
    let change = told.change.change
    return change.isToldInOpening
      || ["person-joined", "person-left"].contains(change.kind.id) && change.reasons.isEmpty
  }

  /// Whether the people who have not signed are named; within a year, signatures are separate changes.
  private var namesUnsigned: Bool {
    !isFiltered && new != nil && !isSameYear && !(opening.unsigned + opening.signedAnother).isEmpty
  }

  /// What has to be settled but is not a change; a filter asks only for changes.
  private var namesToDecide: [(title: String, names: [String])] {
    guard !isFiltered, new != nil else { return [] }
    var result: [(title: String, names: [String])] = []
    if !opening.copied.isEmpty { result.append(("copied from last year and not agreed yet", opening.copied)) }
    if namesUnsigned {
      let new = Set(opening.people.filter { $0.fate == .joined }.map(\.name))
      let unsigned = opening.unsigned.map { new.contains($0) ? "\($0), who is new" : $0 }
      if !unsigned.isEmpty { result.append(("not signed yet", unsigned)) }
      if !opening.signedAnother.isEmpty {
        result.append(("signed before the text was last changed", opening.signedAnother))
      }
    }
    return result
  }

  /// More changes than this are listed by topic, because the list by kinds would be endless for a rewritten text.
  private static let mostByKind = 12
  /// The groups whose changes are listed by topic if there are many.
  private static let topical: [ChangeGroup] = [.access, .handed, .new, .strengthened, .changed]

  /// Takes the changes with a topic out of their groups if there are many; topics whose meaning changed come first.
  private func takeTopics(from groups: inout [ChangeGroup: [DiffChapter.Told]]) -> [DiffChapter.Section] {
    let all = Self.topical.flatMap { groups[$0] ?? [] }.filter { $0.change.change.topicTitle != nil }
    guard all.count > Self.mostByKind else { return [] }
    for group in Self.topical { groups[group]?.removeAll { $0.change.change.topicTitle != nil } }
    var places: [String: Int] = [:]
    var result: [DiffChapter.Section] = []
    for entry in Self.sorted(all, by: { $0.placeBySense }) {
      let topic = entry.change.change.topicTitle ?? ""
      if let place = places[topic] {
        result[place].told.append(entry)
      } else {
        places[topic] = result.count
        result.append(DiffChapter.Section(topic: topic, told: [entry]))
      }
    }
    return result
  }

  private static func sorted(_ told: [DiffChapter.Told], by place: (Change) -> Int) -> [DiffChapter.Told] {
    told.enumerated().sorted { left, right in
      (place(left.element.change.change), left.offset) < (place(right.element.change.change), right.offset)
    }.map(\.element)
  }

  /// Puts the changes of one topic together, if there are several; changes of meaning come first.
  private static func byTopic(_ told: [DiffChapter.Told]) -> [DiffChapter.Section] {
    let told = sorted(told) { $0.placeBySense }
    var counts: [String: Int] = [:]
    for entry in told { if let topic = entry.change.change.topicTitle { counts[topic, default: 0] += 1 } }
    guard counts.contains(where: { $0.value > 1 }) else { return [DiffChapter.Section(topic: nil, told: told)] }
    var result: [DiffChapter.Section] = []
    var places: [String: Int] = [:]
    for entry in told {
      let topic = entry.change.change.topicTitle.flatMap { counts[$0, default: 0] > 1 ? $0 : nil }
      if let topic, let place = places[topic] {
        result[place].told.append(entry)
      } else if topic == nil, result.last?.topic == nil, !result.isEmpty {
        result[result.count - 1].told.append(entry)
      } else {
        if let topic { places[topic] = result.count }
        result.append(DiffChapter.Section(topic: topic, told: [entry]))
      }
    }
    // Changes without a topic come first, so that nobody takes them for part of the topic before.
    return result.filter { $0.topic == nil } + result.filter { $0.topic != nil }
  }
}

extension Change {
  /// Whether something was lost or reduced; confidentiality has a separate chapter.
  fileprivate var isLoss: Bool {
    switch group {
    case .dropped, .weakened: true
    case .access: [.accessClosed, .takingPartOptional].contains(kind)
    case .norms: kind == .normDropped
    case .changed, .confidentiality, .focus, .frame, .handed, .meetings, .new, .people, .standing, .strengthened,
      .wording:
      false
    }
  }

  /// A certain change of meaning comes before one that only people can judge, and that before one about which nothing
  /// is known.
  fileprivate var placeBySense: Int { reasons.isEmpty ? 2 : asksToRead ? 1 : 0 }

  /// The place among the losses: how teachers are told, whether they take part and what they trust in come before
  /// money, promises, access, answers, norms and meetings.
  fileprivate var placeAmongLosses: Int {
    func place(_ kind: String) -> Int? { Self.losses.firstIndex { kind.hasPrefix($0) } }
    let place = place(kind.id) ?? Self.losses.count
    let text = old?.text.lowercased() ?? ""
    return Self.trust.contains { text.contains($0) } ? min(place, Self.losses.firstIndex(of: "trust") ?? 0) : place
  }

  private static let losses = [
    "telling-", "taking-part-", "trust", "budget-", "commitment-", "access-", "topic-", "norm-", "section-",
  ]

  /// Words in texts that teachers rely on, wherever the words occur. They only decide what comes first.
  private static let trust = ["confiden", "consent", "evaluat", "observ"]
}
