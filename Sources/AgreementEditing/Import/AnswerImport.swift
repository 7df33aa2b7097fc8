package import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The answers of a sheet, put into an agreement: into topics that have no answer yet. What was not understood stands at the end of the
/// file as comments, so that nothing of the sheet is lost.
package struct AnswerImport {
  /// Something about a row that its author should see.
  package struct Remark: Sendable, Equatable {
    /// The line of the sheet; 1 for its head.
    package let line: Int
    /// What it is about, in plain words: it may quote the sheet.
    package let text: String
  }

  /// Why nothing can be taken from a sheet, in plain words.
  package struct Failure: Error, Sendable {
    package let reason: String
  }

  /// The topics that have an answer now, as indices into the catalog.
  package private(set) var answered: [Int] = []
  /// What was taken for something else than it says.
  package private(set) var guesses: [Remark] = []
  /// What was not taken over, and why.
  package private(set) var leftOver: [Remark] = []

  private let agreement: Agreement
  private let reading: AgreementReading
  private var comments: [String] = []

  package init(into reading: AgreementReading, _ agreement: Agreement) {
    (self.reading, self.agreement) = (reading, agreement)
  }

  /// What the rows say about one topic.
  private struct Answer {
    var lines: [String] = []
    var commitments: [NewValue] = []
    /// The rows with what they say, for the comments if it cannot be written.
    var rows: [(line: Int, cells: String)] = []
  }

  /// Puts in what a sheet says; the result was read back.
  ///
  /// `name` is what the comments call the sheet.
  ///
  /// - Throws: `Failure` if the sheet has no column that is known, or if the file cannot be edited.
  package mutating func put(_ sheet: Sheet, name: String) throws(Failure) -> AgreementReading {
    guard let first = sheet.rows.first else { throw Failure(reason: "the sheet is empty") }
    let match = TopicMatch(agreement)
    let answers = try self.answers(sheet, SheetHead(first), match)
    var editor = FileEditor(reading)
    for topic in answers.keys.sorted() {
      guard let answer = answers[topic] else { continue }
      if let reason = write(answer, to: topic, &editor) {
        for row in answer.rows { leave(row.line, row.cells, reason) }
      } else {
        answered.append(topic)
      }
    }
    leftOver.sort { $0.line < $1.line }
    do throws(FileEditor.Failure) {
      return try withComments(try editor.checked(against: reading, digest: nil), name)
    } catch {
      throw Failure(reason: error.reason)
    }
  }

  // MARK: - Reading rows

  private mutating func answers(_ sheet: Sheet, _ head: SheetHead, _ match: TopicMatch) throws(Failure) -> [Int: Answer]
  {
    var answers: [Int: Answer] = [:]
    if head.places[.topic] != nil, head.places[.answer] != nil {
      for guess in head.guessed {
        guesses.append(
          Remark(
            line: sheet.rows[0].line, text: "the column \(Self.quoted(guess.cell)) was taken for \"\(guess.name)\""))
      }
      for row in sheet.rows.dropFirst() { read(row, head, match, &answers) }
      return answers
    }
    // A form saves a row for each person who answered, and a column for each question.
    let topics = sheet.rows[0].cells.map { match.topic(of: $0) }
    guard topics.contains(where: { $0?.isExact ?? false }) else {
      throw Failure(
        reason:
          "the first row has to name the columns: \"topic\" and \"answer\", and perhaps \"owner\", \"does\" and \"due\""
      )
    }
    for (place, topic) in topics.enumerated() {
      let cell = sheet.rows[0].cells[place]
      if let topic, !topic.isExact { take(sheet.rows[0].line, cell, topic.index) }
      for row in sheet.rows.dropFirst() where place < row.cells.count && !row.cells[place].isEmpty {
        let shown = "\(Self.quoted(cell)): \(Self.quoted(row.cells[place]))"
        guard let topic else {
          leave(row.line, shown, "no topic is called that")
          continue
        }
        answers[topic.index, default: Answer()].lines += Self.lines(of: row.cells[place])
        answers[topic.index, default: Answer()].rows.append((row.line, shown))
      }
    }
    return answers
  }

  private mutating func read(_ row: Sheet.Row, _ head: SheetHead, _ match: TopicMatch, _ answers: inout [Int: Answer]) {
    let cell = head.cell(.topic, of: row)
    let shown = row.cells.filter { !$0.isEmpty }.map(Self.quoted).joined(separator: ", ")
    guard let topic = match.topic(of: cell) else {
      return leave(row.line, shown, cell.isEmpty ? "no topic is named" : "no topic is called that")
    }
    if !topic.isExact { take(row.line, cell, topic.index) }
    var answer = answers[topic.index] ?? Answer()
    answer.lines += Self.lines(of: head.cell(.answer, of: row))
    answer.rows.append((row.line, shown))
    switch commitment(row, head) {
    case .success(let commitment?): answer.commitments.append(commitment)
    case .success(nil): break
    case .failure(let problem):
      let cells = [head.cell(.owner, of: row), head.cell(.does, of: row), head.cell(.due, of: row)]
      leave(row.line, "\(Self.quoted(cell)): \(cells.map(Self.quoted).joined(separator: ", "))", problem.reason)
    }
    let others = head.others(of: row)
    if !others.isEmpty {
      leave(
        row.line, "\(Self.quoted(cell)): \(others.map(Self.quoted).joined(separator: ", "))",
        "the column has no name that is known")
    }
    answers[topic.index] = answer
  }

  /// Who does what by when; nil if the row does not say anything of it.
  private mutating func commitment(_ row: Sheet.Row, _ head: SheetHead) -> Result<NewValue?, Failure> {
    let (owner, does, due) = (head.cell(.owner, of: row), head.cell(.does, of: row), head.cell(.due, of: row))
    if owner.isEmpty, does.isEmpty, due.isEmpty { return .success(nil) }
    guard !does.isEmpty else { return .failure(Failure(reason: "it does not say what is to be done")) }
    guard !owner.isEmpty else { return .failure(Failure(reason: "it does not say who does it")) }
    var ids: [String] = []
    for name in owner.split(whereSeparator: { [",", ";", "&", "/", "\n"].contains($0) }).map({
      Folding.fold(String($0))
    }) where !name.isEmpty {
      guard let id = id(of: name) else {
        return .failure(Failure(reason: "\(Self.quoted(name)) is nobody in this agreement"))
      }
      if !ids.contains(id) { ids.append(id) }
    }
    var entries = [
      NewEntry("owner", ids.count == 1 ? .word(ids[0]) : .words(ids)), NewEntry("does", .text(Folding.fold(does))),
    ]
    if !due.isEmpty {
      guard let day = CalendarDate(due.utf8) ?? DateGuess.date(in: due) else {
        return .failure(Failure(reason: "\(Self.quoted(due)) is not a day; write it as in 2026-10-02"))
      }
      if "\(day)" != due { guesses.append(Remark(line: row.line, text: "\(Self.quoted(due)) was read as \(day)")) }
      entries.append(NewEntry("due", .word("\(day)")))
    }
    return .success(.entries(entries))
  }

  /// The id of a person or a party by id or name.
  private func id(of name: String) -> String? {
    let plain: (String) -> String = { Folding.fold(NFC.normalize($0).lowercased()) }
    let people = agreement.participants.map { ($0.id, $0.part.value?.name.value.map(agreement.folded)) }
    let others = agreement.others.map { ($0.id, Optional<String>.none) }
    let found = (people + others).filter { $0.0 == name || $0.1.map(plain) == plain(name) }
    return found.count == 1 ? found[0].0 : nil
  }

  /// The lines of an answer, without the signs of a list before them.
  private static func lines(of cell: String) -> [String] {
    cell.split(separator: "\n").map { line in
      let text = Folding.fold(String(line))
      for sign in ["- ", "• ", "* ", "– "] where text.hasPrefix(sign) { return String(text.dropFirst(sign.count)) }
      return text
    }.filter { !$0.isEmpty }
  }

  private mutating func take(_ line: Int, _ cell: String, _ topic: Int) {
    let known = agreement.catalog.topics[topic]
    guesses.append(Remark(line: line, text: "\(Self.quoted(cell)) was taken for \(known.id) (\(known.title))"))
  }

  private mutating func leave(_ line: Int, _ cells: String, _ reason: String) {
    leftOver.append(Remark(line: line, text: "\(cells): \(reason)"))
  }

  // MARK: - Writing

  /// Writes an answer into a topic that has none; returns why it could not.
  private func write(_ answer: Answer, to topic: Int, _ editor: inout FileEditor) -> String? {
    let topics = agreement.catalog.topics
    let path = ["topics", agreement.catalog.sections[topics[topic].section].id]
    guard !editor.hasValue(at: path + [topics[topic].id]) else { return "the topic has an answer already" }
    guard !answer.lines.isEmpty else { return "there is no answer to the topic" }
    let text: NewValue = answer.lines.count == 1 ? .text(answer.lines[0]) : .items(answer.lines.map { .text($0) })
    let value: NewValue
    if let state = answer.lines.count == 1 ? StateInWords.entry(answer.lines[0]) : nil {
      value = .entries(
        [state] + (answer.commitments.isEmpty ? [] : [NewEntry("commitments", .items(answer.commitments))]))
    } else {
      value =
        answer.commitments.isEmpty
        ? text : .entries([NewEntry("agreed", text), NewEntry("commitments", .items(answer.commitments))])
    }
    var trial = editor
    do throws(FileEditor.Failure) {
      try trial.put(NewEntry(topics[topic].id, value), in: path)
      _ = try trial.checked(against: reading, digest: nil)
    } catch {
      return error.reason
    }
    editor = trial
    return nil
  }

  /// A cell as a text in quotes, on one line.
  private static func quoted(_ cell: String) -> String { TerminalText.escape(FreeText.quoted(cell)) }

  /// The file with what was not taken over, or only by a guess, as comments at its end.
  private func withComments(_ edited: AgreementReading, _ name: String) throws(FileEditor.Failure) -> AgreementReading {
    let source = edited.document.source
    var lines: [String] = []
    if !guesses.isEmpty {
      lines.append("From \(Self.quoted(name)), please look if this is what was meant:")
      lines += guesses.map { "  row \($0.line): \($0.text)" }
    }
    if !leftOver.isEmpty {
      lines.append("From \(Self.quoted(name)), not taken over; put it where it belongs, then delete these lines:")
      lines += leftOver.map { "  row \($0.line): \($0.text)" }
    }
    guard !lines.isEmpty else { return edited }
    let end = FileLayout(edited.document).lineEnd(at: source.bytes.count)
    let comments = end + lines.map { "# \($0)\(end)" }.joined()
    let after = AgreementReader.read(
      SourceFile(name: source.name, bytes: source.bytes + Array(comments.utf8)), catalog: agreement.catalog)
    if let problem = EditCheck.problem(edited, after, meant: [], digest: .same, keepsComments: false) {
      throw FileEditor.Failure(reason: problem)
    }
    return after
  }
}
