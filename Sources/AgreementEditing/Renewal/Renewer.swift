internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// Plans the edits that renew one agreement.
struct Renewer {
  private let renewal: Renewal
  private let agreement: Agreement
  private let layout: EntryLayout
  let people: LeavingPeople
  let moved: MovedDays
  private(set) var plan = EditPlan()
  private(set) var carried: [String] = []
  private(set) var putAside: [String] = []
  private(set) var concerns: [String] = []
  /// The lines that are comments from now on.
  private var commented: Set<Int> = []
  private var isStuck = false

  private var document: Document { agreement.document }

  init(_ agreement: Agreement, _ renewal: Renewal) throws(Renewal.Refusal) {
    self.agreement = agreement
    self.renewal = renewal
    layout = EntryLayout(agreement.document)
    people = try LeavingPeople(agreement, successors: renewal.successors, without: renewal.without)
    guard let starts = agreement.content.starts.value else { throw Renewal.Refusal(reason: "it has no first day") }
    moved = MovedDays(from: starts, to: renewal.starts)
  }

  mutating func run() throws(Renewal.Refusal) {
    guard let root = document.root else { return }
    for entry in layout.entries(of: root) {
      let value = entry.value
      switch document.string(of: entry.key) {
      case "school-year": layout.replace(value, with: renewal.year.description, &plan)
      case "starts": layout.replace(value, with: renewal.starts.description, &plan)
      case "ends": layout.replace(value, with: renewal.ends.description, &plan)
      case "status": layout.replace(value, with: Status.draft.rawValue, &plan)
      case "amended": layout.remove([entry], &plan)
      case "participants": renewPeople(value)
      case "conversation": clear(["date", "facilitator", "note-taker", "absent"], of: value)
      case "norms": clear(["reviewed"], of: value)
      case "topics": renewTopics(value)
      case "drafting": renewDrafting(value)
      case "meetings": renewMeetings(value)
      case "signatures": removeSignatures(entry)
      default: break
      }
    }
    layout.putAsideSuppressions(except: commented, &plan)
    if isStuck { throw Renewal.Refusal(reason: "one of its dates would be after the year 9999") }
  }

  private mutating func clear(_ keys: [String], of node: NodeID) {
    for key in keys { if let entry = layout.entry(key, of: node) { layout.clear(entry, &plan) } }
  }

  private mutating func putAside(
    _ entries: [EntryLayout.Entry], context: NodeID, removing removed: [EntryLayout.Entry] = []
  ) {
    commented.formUnion(
      layout.putAside(entries, context: document.string(of: context), removing: removed, &plan))
  }

  /// Moves the day that an entry, or each item of its list, has.
  private mutating func moveDays(_ key: String, of node: NodeID) {
    guard let entry = layout.entry(key, of: node) else { return }
    for item in layout.items(of: entry.value) {
      guard let day = CalendarDate(document.bytes(of: item)) else { continue }
      if let new = moved(day) { layout.replace(item, with: new.description, &plan) } else { isStuck = true }
    }
  }

  // MARK: - People

  private mutating func renewPeople(_ node: NodeID) {
    let (gone, all) = (Set(people.gone), Set(people.all))
    let entries = layout.entries(of: node)
    layout.remove(entries.filter { gone.contains(document.string(of: $0.key)) }, &plan)
    for entry in entries {
      let id = document.string(of: entry.key)
      guard !gone.contains(id) else { continue }
      let topics = layout.entry("concerns", of: entry.value).flatMap { layout.items(of: $0.value).isEmpty ? nil : $0 }
      putAside(
        topics.map { [$0] } ?? [], context: entry.key,
        removing: layout.entry("joined", of: entry.value).map { [$0] } ?? [])
      if topics != nil { concerns.append(id) }
      // Whoever stays only because something refers to them has left by the end of the old year.
      if all.contains(id), let ends = agreement.content.ends.value,
        let name = layout.entry("name", of: entry.value)
      {
        if let left = layout.entry("left", of: entry.value) {
          if document.isAbsent(left.value) { layout.remove([left], &plan) } else { continue }
        }
        layout.add("left: \(ends)", after: name, &plan)
      }
    }
  }

  /// Hands what somebody owns to their successor.
  private mutating func handOn(_ key: String, of node: NodeID, toOthers: Bool = true) {
    guard let entry = layout.entry(key, of: node), !people.successors.isEmpty else { return }
    let items = layout.items(of: entry.value)
    var known = Set(items.map { document.string(of: $0) }.filter { people.successors[$0] == nil })
    var twice: Set<NodeID> = []
    for item in items {
      guard let new = people.successors[document.string(of: item)], toOthers || !people.others.contains(new) else {
        continue
      }
      if known.insert(new).inserted { layout.replace(item, with: new, &plan) } else { twice.insert(item) }
    }
    if !twice.isEmpty { layout.remove(items: twice, of: entry.value, &plan) }
  }

  // MARK: - Topics

  private mutating func renewTopics(_ node: NodeID) {
    for section in layout.entries(of: node) {
      var aside: [EntryLayout.Entry] = []
      if let reason = layout.entry("not-relevant", of: section.value), !document.isEmptyText(reason.value) {
        aside.append(reason)
        putAside.append(document.string(of: section.key))
      }
      for topic in layout.entries(of: section.value) {
        let id = document.string(of: topic.key)
        guard let index = agreement.catalog.topics.firstIndex(where: { $0.id == id }),
          let answer = agreement.topics.answer(to: index)?.part.value
        else { continue }
        renewCommitments(of: topic.value)
        switch answer.state {
        case .agreed:
          let isLong = document.kind(of: topic.value) == .mapping
          let isDone =
            isLong
            ? layout.restate(topic.value, "agreed", as: "carried", &plan) : layout.carry(topic, &plan)
          if isDone { carried.append(id) }
        case .notRelevant, .open:
          if let open = layout.entry("open", of: topic.value) { moveDays("until", of: open.value) }
          aside.append(topic)
          putAside.append(id)
        case .carried: carried.append(id)
        case .unanswered: break
        }
      }
      if !aside.isEmpty { putAside(aside, context: section.key) }
    }
  }

  private mutating func renewCommitments(of answer: NodeID) {
    guard document.kind(of: answer) == .mapping, let list = layout.entry("commitments", of: answer) else { return }
    for commitment in layout.items(of: list.value) {
      moveDays("due", of: commitment)
      handOn("owner", of: commitment)
    }
  }

  // MARK: - Drafting, meetings, signatures

  private mutating func renewDrafting(_ node: NodeID) {
    handOn("owner", of: node, toOthers: false)
    moveDays("due", of: node)
    for step in ["review", "sign"] { if let entry = layout.entry(step, of: node) { moveDays("due", of: entry.value) } }
  }

  private mutating func renewMeetings(_ node: NodeID) {
    handOn("invitations", of: node)
    guard let schedule = layout.entry("schedule", of: node) else { return }
    for meeting in layout.items(of: schedule.value) {
      moveDays("date", of: meeting)
      moveDays("dates", of: meeting)
    }
  }

  /// Removes the signatures, with the comments among them and the empty line before them if nothing else follows.
  private mutating func removeSignatures(_ entry: EntryLayout.Entry) {
    guard let span = layout.ownLines(of: entry) else {
      layout.remove([entry], &plan)
      return
    }
    let column = layout.column(of: layout.start(of: entry))
    var (first, last) = (span.lowerBound, span.upperBound)
    var line = last + 1
    let count = layout.lines.starts.count
    while line < count, layout.isBlank(line) || layout.isComment(line) && layout.indent(of: line) > column {
      if !layout.isBlank(line) { last = line }
      line += 1
    }
    if line >= count {
      last = count - 1
      while first > 0, layout.isBlank(first - 1) { first -= 1 }
    }
    plan.remove(layout.range(of: first...last))
  }
}
