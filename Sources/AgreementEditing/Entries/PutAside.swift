internal import Diagnostics
internal import YAMLSyntax

/// What last year's agreement says that does not hold this year until somebody says so: it stays at its place, as a comment.
enum PutAside {
  /// The beginning of each of its lines.
  static let mark = "# last year: "
}

extension EntryLayout {
  /// Puts entries of one mapping aside. In braces, where a comment would take the rest of the line with it, they move above the braces
  /// and say what they are about: `context` is the key of their mapping. `removed` are entries of it that go altogether.
  ///
  /// Returns the lines that became comments.
  @discardableResult
  func putAside(
    _ gone: [Entry], context: String? = nil, removing removed: [Entry] = [], _ plan: inout EditPlan
  ) -> [Int] {
    var commented: [Int] = []
    var displaced: [Entry] = []
    for entry in gone {
      if let lines = ownLines(of: entry) {
        comment(out: lines, column: column(of: start(of: entry)), &plan)
        commented += lines
      } else {
        displaced.append(entry)
      }
    }
    for entry in displaced {
      let line = lineOfOutermostBraces(around: start(of: entry))
      let indent = String(repeating: " ", count: indent(of: line))
      var text = plan.text(of: start(of: entry)..<end(of: entry), in: bytes)
      if let context { text = "\(context): {\(text)}" }
      let parts = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
      for part in parts { plan.insert("\(indent)\(PutAside.mark)\(part)\(newline)", at: lines.starts[line]) }
    }
    remove(displaced + removed, &plan)
    return commented
  }

  /// Turns lines into comments at a column, or further left where a line begins further left.
  private func comment(out span: ClosedRange<Int>, column: Int, _ plan: inout EditPlan) {
    for line in span where !isBlank(line) {
      plan.insert(PutAside.mark, at: lines.starts[line] + min(column, indent(of: line)))
    }
  }

  /// Puts the comments aside that allow findings, apart from those within lines that are put aside or removed anyway.
  func putAsideSuppressions(except spared: Set<Int>, _ plan: inout EditPlan) {
    for comment in document.comments {
      let text = bytes[comment.indices]
      let word = text.drop { $0 == 0x23 || $0 == 0x20 || $0 == 0x09 }
      guard word.count > Self.verb.count,
        zip(word, Self.verb).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }),
        !plan.removes(Int(comment.start))
      else { continue }
      if spared.contains(lines.line(at: Int(comment.start))) { continue }
      plan.replace(Int(comment.start)..<word.startIndex, with: PutAside.mark)
    }
  }

  private static let verb = Array("concord:".utf8)
}
