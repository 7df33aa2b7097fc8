package import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// What an agreement still has from last year, topic by topic, and how it is agreed to again.
package struct LastYear: Sendable {
  /// An answer that waits to be agreed to again.
  package struct Item: Sendable {
    /// The id of the section.
    package let section: String
    /// The id of the topic; nil for the reason why a whole section was set aside.
    package let topic: String?
    /// Its lines in the file, 0-based.
    package let lines: ClosedRange<Int>
    let kind: Kind

    enum Kind: Sendable {
      case carried(NodeID)
      /// Lines that became comments when the agreement was renewed.
      case putAside
      /// The same above braces, where nobody knows how the lines went on.
      case putAsideAboveBraces
    }

    /// Whether it is a comment so far, because it was open or not relevant.
    package var isPutAside: Bool {
      switch kind {
      case .carried: false
      case .putAside, .putAsideAboveBraces: true
      }
    }

    /// Whether its authors have to write it where it belongs.
    package var isByHand: Bool {
      switch kind {
      case .carried, .putAside: false
      case .putAsideAboveBraces: true
      }
    }
  }

  private let reading: AgreementReading
  private let agreement: Agreement
  private let layout: EntryLayout
  /// What waits, in file order.
  package let items: [Item]

  /// Looks at an agreement; nil if it has errors.
  package init?(_ reading: AgreementReading) {
    guard reading.isSound, let agreement = reading.agreement else { return nil }
    self.reading = reading
    self.agreement = agreement
    layout = EntryLayout(reading.document)
    items = (Self.carried(agreement, layout) + Self.putAside(agreement, layout)).sorted {
      $0.lines.lowerBound < $1.lines.lowerBound
    }
  }

  /// The text of an item as it is in the file.
  package func text(of item: Item) -> [String] {
    item.lines.map { line in
      let content = layout.lines.content(of: line, in: layout.bytes)
      let text = String(decoding: layout.bytes[content], as: UTF8.self)
      guard item.isPutAside, let mark = layout.mark(on: line) else { return text }
      return String(repeating: " ", count: layout.indent(of: line))
        + String(decoding: layout.bytes[mark.upperBound..<content.upperBound], as: UTF8.self)
    }
  }

  // MARK: - Finding

  private static func carried(_ agreement: Agreement, _ layout: EntryLayout) -> [Item] {
    guard let topics = layout.value("topics") else { return [] }
    var result: [Item] = []
    for section in layout.entries(of: topics) {
      for topic in layout.entries(of: section.value) where layout.document.kind(of: topic.value) == .mapping {
        guard let carried = layout.entry("carried", of: topic.value), !layout.items(of: carried.value).isEmpty else {
          continue
        }
        let first = layout.lines.line(at: layout.start(of: topic))
        let last = layout.lines.line(at: max(layout.start(of: topic), layout.end(of: topic) - 1))
        result.append(
          Item(
            section: layout.document.string(of: section.key), topic: layout.document.string(of: topic.key),
            lines: first...max(first, last), kind: .carried(topic.value)))
      }
    }
    return result
  }

  private static func putAside(_ agreement: Agreement, _ layout: EntryLayout) -> [Item] {
    guard let topics = layout.value("topics") else { return [] }
    let document = layout.document
    let sections = layout.entries(of: topics)
    let span = document.range(of: topics)
    var result: [Item] = []
    var next = 0
    for comment in document.comments {
      let line = layout.lines.line(at: Int(comment.start))
      guard line >= next, let mark = layout.mark(on: line) else { continue }
      let words = layout.words(after: mark.upperBound)
      guard let word = words.first else { continue }
      let last = layout.lastLine(ofPutAsideFrom: line)
      next = last + 1
      func add(_ section: String, _ topic: String?, _ kind: Item.Kind) {
        result.append(Item(section: section, topic: topic, lines: line...last, kind: kind))
      }
      if let topic = agreement.catalog.topics.first(where: { $0.id == word }) {
        // A topic that has an answer of this year waits for nothing.
        guard !agreement.isAnswered(topic.id) else { continue }
        add(agreement.catalog.sections[topic.section].id, topic.id, .putAside)
      } else if let section = agreement.catalog.sections.first(where: { $0.id == word }), words.count > 1 {
        add(section.id, words[1] == "not-relevant" ? nil : words[1], .putAsideAboveBraces)
      } else if word == "not-relevant", comment.start >= span.start,
        let section = sections.last(where: { document.range(of: $0.key).start < comment.start })
      {
        add(document.string(of: section.key), nil, .putAside)
      }
    }
    return result
  }

  // MARK: - Agreeing

  /// Why something cannot be agreed to.
  package enum Obstacle: Error, Sendable {
    /// The file would have errors; it is as it would be.
    case unsound(AgreementReading)
    /// The layout of the file does not allow it, in words.
    case layout(String)
  }

  /// The file after some items were agreed to, and perhaps the whole text; it was read back.
  ///
  /// - Throws: `Obstacle` if it would say something else, too.
  package func agree(to items: [Item], isFinal: Bool = false) throws(Obstacle) -> AgreementReading {
    var plan = EditPlan()
    for item in items {
      switch item.kind {
      case .carried(let answer):
        guard layout.restate(answer, "carried", as: "agreed", &plan) else { throw .layout(Self.fault) }
      case .putAside:
        for line in item.lines { if let mark = layout.mark(on: line) { plan.remove(mark) } }
      case .putAsideAboveBraces:
        throw .layout(
          "`\(item.topic ?? item.section)` is between braces, so copy last year's lines there and take out the comment")
      }
    }
    if isFinal, let status = layout.value("status") {
      layout.replace(status, with: Status.agreed.rawValue, &plan)
    }
    guard let bytes = plan.applied(to: layout.bytes) else { throw .layout(Self.fault) }
    let after = AgreementReader.read(
      SourceFile(name: layout.document.source.name, bytes: bytes), catalog: agreement.catalog)
    guard after.isSound else { throw .unsound(after) }
    var meant = items.map { ["topics", $0.section, $0.topic ?? "not-relevant"] }
    if isFinal { meant.append(["status"]) }
    let problem = EditCheck.problem(
      reading, after, meant: meant, keepsComments: !items.contains { $0.isPutAside })
    guard problem == nil, Set(items.map(\.id)).isDisjoint(with: LastYear(after)?.items.map(\.id) ?? []) else {
      throw .layout(Self.fault)
    }
    return after
  }

  private static let fault =
    "concord cannot make this change without changing something else, so nothing was written; please report this, and make the change by hand"
}

extension Agreement {
  /// Whether a topic has an answer of this year.
  fileprivate func isAnswered(_ topic: String) -> Bool {
    guard let index = catalog.topics.firstIndex(where: { $0.id == topic }) else { return false }
    return switch topics.answer(to: index)?.part.value?.state {
    case .agreed, .notRelevant, .open: true
    case nil, .unanswered, .carried: false
    }
  }
}

extension LastYear.Item {
  fileprivate var id: String { "\(section) \(topic ?? "")" }
}

extension EntryLayout {
  /// The mark of a line that was put aside, with the space after it; nil for any other line.
  func mark(on line: Int) -> Range<Int>? {
    guard isComment(line) else { return nil }
    let content = lines.content(of: line, in: bytes)
    let start = content.lowerBound + indent(of: line)
    let rest = bytes[start..<content.upperBound]
    let mark = Array(PutAside.mark.utf8)
    if rest.starts(with: mark) { return start..<start + mark.count }
    // The space may have gone with the white space at the end of an otherwise empty line.
    return rest.elementsEqual(mark.dropLast()) ? start..<content.upperBound : nil
  }

  /// The ids at the start of a comment, each before a colon: `access: {classroom-access: {open:`.
  fileprivate func words(after place: Int) -> [String] {
    var result: [String] = []
    var index = place
    while index < bytes.count, result.count < 2 {
      while index < bytes.count, [0x22, 0x27, 0x20, 0x3F, 0x7B].contains(bytes[index]) { index += 1 }
      let start = index
      while index < bytes.count,
        bytes[index] == 0x2D || (0x61...0x7A).contains(bytes[index])
          || (0x30...0x39).contains(bytes[index])
      {
        index += 1
      }
      guard index > start else { break }
      result.append(String(decoding: bytes[start..<index], as: UTF8.self))
      while index < bytes.count, [0x22, 0x27, 0x20].contains(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == 0x3A else { break }
      index += 1
    }
    return result
  }

  /// The last line of what was put aside from a line on: up to the next one that is not further to the right.
  fileprivate func lastLine(ofPutAsideFrom first: Int) -> Int {
    let column = depth(of: first) ?? 0
    var last = first
    var line = first + 1
    while line < lines.starts.count {
      if !isBlank(line) {
        guard let depth = depth(of: line) else { break }
        // A text in quotes may go on further to the left.
        let isInside = depth > column || indent(of: line) < indent(of: first) && !beginsWithKey(line)
        // Blank lines and comments are inside if what follows them is.
        if isInside { last = line } else if !startsComment(line) { break }
      }
      line += 1
    }
    return last
  }

  /// The column of the text after the mark, if the mark were not there; nil for a line without one.
  private func depth(of line: Int) -> Int? {
    guard let mark = mark(on: line) else { return nil }
    let end = lines.content(of: line, in: bytes).upperBound
    return indent(of: line) + bytes[min(mark.upperBound, end)..<end].prefix { $0 == 0x20 }.count
  }

  private func beginsWithKey(_ line: Int) -> Bool {
    guard let mark = mark(on: line) else { return false }
    let rest = bytes[mark.upperBound...]
    let key = rest.prefix { $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    return !key.isEmpty && rest.dropFirst(key.count).first == 0x3A
  }

  private func startsComment(_ line: Int) -> Bool {
    guard let mark = mark(on: line) else { return false }
    return bytes[mark.upperBound...].first { $0 != 0x20 } == 0x23
  }
}
