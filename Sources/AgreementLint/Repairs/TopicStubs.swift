internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleContext {
  /// Days until a topic that is inserted as open has to be settled: a month.
  private static let daysOpen = 30

  /// Lines that insert topics into a section as open, after its last topic; nil if the layout leaves no room for them.
  func stubs(of topics: [Topic], section: Int, in agreement: Agreement) -> Fix? {
    let answers = agreement.topics.answers.filter { $0.section == section }
    return insertion(after: answers, agreement) { column in
      topics.flatMap { lines(for: $0, column: column) }
    }
  }

  /// Lines that insert a section with its topics as open, after the last topic of the file.
  func stubs(of topics: [Topic], newSection: CatalogSection, in agreement: Agreement) -> Fix? {
    guard let section = agreement.topics.sections.last else { return nil }
    let column = column(of: section.keyRange, in: agreement.document.source.bytes)
    return insertion(after: agreement.topics.answers, agreement) { inner in
      let entries = column.map { column in topics.flatMap { lines(for: $0, column: max(inner, column + 1)) } } ?? []
      return entries.isEmpty ? [] : ["\(spaces(column ?? 0))\(newSection.id):"] + entries
    }
  }

  private func lines(for topic: Topic, column: Int) -> [String] {
    // A topic that can never be left open gets no line.
    guard !topic.isRequired, let until = CalendarDate(dayNumber: today.dayNumber + Self.daysOpen) else { return [] }
    return ["\(spaces(column))\(topic.id): {open: {until: \(until), why: not talked about yet}}"]
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The column of a key that comes first on its line, in bytes from 0; nil for a key in braces.
  private func column(of key: SourceRange, in bytes: [UInt8]) -> Int? {
    var start = Int(key.start)
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D ? Int(key.start) - start : nil
  }

  /// An insertion on the line after the last of some answers.
  private func insertion(
    after answers: some Sequence<Topics.Answer>, _ agreement: Agreement, _ lines: (Int) -> [String]
  ) -> Fix? {
    let bytes = agreement.document.source.bytes
    guard let last = answers.max(by: { $0.keyRange.start < $1.keyRange.start }),
      let column = column(of: last.keyRange, in: bytes)
    else { return nil }
    let new = lines(column)
    guard !new.isEmpty else { return nil }
    var end = Int(max(last.keyRange.end, last.part.range.end))
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let isCRLF = bytes.contains(0x0D)
    let lineEnd = isCRLF ? "\r\n" : "\n"
    // The last line of a file may lack a line ending.
    guard end < bytes.count else {
      return Fix(.unsafe, [Edit(insert: lineEnd + new.joined(separator: lineEnd), at: end)])
    }
    end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
    return Fix(.unsafe, [Edit(insert: new.map { $0 + lineEnd }.joined(), at: end)])
  }
}
