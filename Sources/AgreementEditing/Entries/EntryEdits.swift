internal import Diagnostics
internal import YAMLSyntax

extension EntryLayout {
  /// Writes another word, id, date or year in place of a scalar; quotes and block signs around it stay.
  func replace(_ scalar: NodeID, with word: String, _ plan: inout EditPlan) {
    let range = document.range(of: scalar).indices
    let old = Array(document.string(of: scalar).utf8)
    // In block style, the text is on the line below its sign.
    let places =
      range.lowerBound + old.count <= range.upperBound && !old.isEmpty
      ? (range.lowerBound...range.upperBound - old.count).filter { bytes[$0...].starts(with: old) } : []
    if places.count == 1 {
      plan.replace(places[0]..<places[0] + old.count, with: word)
    } else {
      // An escape in quotes; what is written here needs none.
      plan.replace(range, with: word)
    }
  }

  /// Writes another key; its quotes stay, because a key before a colon without a space needs them.
  func rename(_ key: NodeID, to word: String, _ plan: inout EditPlan) {
    let range = document.range(of: key).indices
    switch document.style(of: key) {
    case .singleQuoted: plan.replace(range, with: "'\(word)'")
    case .doubleQuoted: plan.replace(range, with: "\"\(word)\"")
    case .folded, .literal, .plain: plan.replace(range, with: word)
    }
  }

  /// Removes entries of one mapping: whole lines, or from between the commas.
  func remove(_ gone: [Entry], _ plan: inout EditPlan) {
    guard let mapping = gone.first?.mapping else { return }
    if document.isFlow(mapping) {
      let keys = Set(gone.map(\.key))
      removeFromBraces(
        entries(of: mapping).map { entry in (start(of: entry), end(of: entry), keys.contains(entry.key)) }, &plan)
    } else {
      for entry in gone {
        if let lines = ownLines(of: entry) {
          plan.remove(range(of: lines))
        } else {
          plan.remove(start(of: entry)..<end(of: entry))
        }
      }
    }
  }

  /// Removes items of one list: whole lines, or from between the commas.
  func remove(items gone: Set<NodeID>, of list: NodeID, _ plan: inout EditPlan) {
    let all = document.items(of: list).map { $0 }
    if document.isFlow(list) {
      removeFromBraces(
        all.map { (Int(document.range(of: $0).start), Int(document.range(of: $0).end), gone.contains($0)) }, &plan)
      return
    }
    for item in all where gone.contains(item) {
      let span = document.range(of: item)
      plan.remove(range(of: lines.line(at: Int(span.start))...lines.line(at: max(Int(span.start), Int(span.end) - 1))))
    }
  }

  /// Where an entry begins: at its key, or at the `?` before it.
  func start(of entry: Entry) -> Int {
    let key = Int(document.range(of: entry.key).start)
    var place = key
    while place > 0, [0x09, 0x20].contains(bytes[place - 1]) { place -= 1 }
    return place > 0 && place < key && bytes[place - 1] == 0x3F ? place - 1 : key
  }

  /// Removes parts between commas, each with the comma after it; if the last ones go, so does the comma before them.
  private func removeFromBraces(_ parts: [(start: Int, end: Int, isGone: Bool)], _ plan: inout EditPlan) {
    func comma(after end: Int) -> Int? {
      let place = skippingSpace(from: end)
      return place < bytes.count && bytes[place] == 0x2C ? place : nil
    }
    for part in parts where part.isGone {
      guard let comma = comma(after: part.end) else {
        plan.remove(part.start..<part.end)
        continue
      }
      // The space after the comma goes, too, but not a line ending or a comment.
      var next = comma + 1
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      if bytes[part.end..<comma].allSatisfy({ $0 == 0x20 }) {
        plan.remove(part.start..<next)
      } else {
        plan.remove(part.start..<part.end)
        plan.remove(comma..<comma + 1)
      }
    }
    guard let last = parts.last, last.isGone, comma(after: last.end) == nil,
      let kept = parts.last(where: { !$0.isGone }), let comma = comma(after: kept.end)
    else { return }
    var next = comma + 1
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    plan.remove(comma..<next)
  }

  /// Writes another entry after one: on a line of its own at the same column, or after a comma.
  func add(_ text: String, after entry: Entry, _ plan: inout EditPlan) {
    guard let span = ownLines(of: entry) else {
      plan.insert(", \(text)", at: end(of: entry))
      return
    }
    let line = lines.content(of: span.upperBound, in: bytes)
    let pad = String(repeating: " ", count: column(of: start(of: entry)))
    plan.insert("\(newline)\(pad)\(text)", at: line.upperBound)
  }

  /// Removes the value of an entry; its key and all comments stay.
  func clear(_ entry: Entry, _ plan: inout EditPlan) {
    guard !document.isAbsent(entry.value), let colon = colon(after: entry.key) else { return }
    let value = document.range(of: entry.value).indices
    let first = lines.line(at: value.lowerBound)
    let last = lines.line(at: max(value.lowerBound, value.upperBound - 1))
    for line in first...last {
      let content = lines.content(of: line, in: bytes)
      let start = max(value.lowerBound, content.lowerBound)
      let comment = document.comments.first { content.contains(Int($0.start)) && Int($0.start) >= start }
      let end = min(value.upperBound, comment.map { Int($0.start) } ?? content.upperBound)
      if document.isFlow(entry.mapping) {
        // A brace or the next entry may follow.
        if start < end { plan.remove(start..<end) }
      } else if line == lines.line(at: colon) {
        plan.remove(colon + 1..<end)
      } else if let comment {
        let text = bytes[content].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? content.lowerBound
        plan.remove(text..<max(text, Int(comment.start)))
      } else if !isBlank(line) {
        plan.remove(range(of: line...line))
      }
    }
  }

  /// Sets some lines two or more spaces further to the right; empty lines stay empty.
  func shift(_ span: ClosedRange<Int>, by count: Int, _ plan: inout EditPlan) {
    for line in span where !lines.content(of: line, in: bytes).isEmpty {
      plan.insert(String(repeating: " ", count: count), at: lines.starts[line])
    }
  }
}
