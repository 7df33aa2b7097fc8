package import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// Texts that are typed one line at a time: each line is in the file before the next one is typed.
package enum AnswerLines {
  /// Why a line cannot be written, in plain words.
  package struct Failure: Error, Sendable {
    package let reason: String
  }

  /// Writes a line as the text of an entry, or as one more item if the entry has texts already; the result was read back.
  ///
  /// - Throws: `Failure` if it cannot be written without changing anything else.
  package static func add(_ text: String, to key: String, in path: [String], of reading: AgreementReading)
    throws(Failure)
    -> AgreementReading
  {
    let layout = EntryLayout(reading.document)
    guard let entry = layout.entry(at: path + [key]), !reading.document.isAbsent(entry.value),
      !reading.document.isEmptyText(entry.value)
    else { return try put(NewEntry(key, .text(text)), in: path, of: reading) }
    var plan = EditPlan()
    do throws(FreeText.Unwritable) {
      try layout.append(text, to: entry, &plan)
    } catch {
      throw Failure(reason: error.reason)
    }
    return try checked(plan, layout, reading, meant: path + [key])
  }

  /// Writes an entry; the result was read back.
  ///
  /// - Throws: `Failure` if it cannot be written without changing anything else.
  package static func put(_ entry: NewEntry, in path: [String], of reading: AgreementReading) throws(Failure)
    -> AgreementReading
  {
    do throws(FileEditor.Failure) {
      var editor = FileEditor(reading)
      try editor.put(entry, in: path)
      return try editor.checked(against: reading, digest: nil)
    } catch {
      throw Failure(reason: error.reason)
    }
  }

  /// Agrees to what last year's answer to a topic says now; the result was read back.
  ///
  /// - Throws: `Failure` if that would change anything else.
  package static func agree(to topic: String, of reading: AgreementReading) throws(Failure) -> AgreementReading {
    guard let lastYear = LastYear(reading),
      let item = lastYear.items.first(where: { $0.topic == topic && !$0.isPutAside })
    else { return reading }
    do throws(LastYear.Obstacle) {
      return try lastYear.agree(to: [item])
    } catch {
      switch error {
      case .layout(let reason): throw Failure(reason: reason)
      case .unsound(let after): throw Failure(reason: after.diagnostics.first?.message ?? "it would have an error")
      }
    }
  }

  /// Whether an answer has keys, such as `agreed`.
  package static func isLong(at path: [String], in reading: AgreementReading) -> Bool {
    let value = EntryLayout(reading.document).entry(at: path)?.value
    return value.map { reading.document.kind(of: $0) == .mapping } ?? false
  }

  /// Puts an entry aside, as comments; the result was read back.
  ///
  /// - Throws: `Failure` if that would change anything else.
  package static func putAside(_ path: [String], of reading: AgreementReading) throws(Failure) -> AgreementReading {
    let layout = EntryLayout(reading.document)
    guard let entry = layout.entry(at: path) else { return reading }
    var plan = EditPlan()
    layout.putAside([entry], context: path.dropLast().last, &plan)
    return try checked(plan, layout, reading, meant: path, keepsComments: false)
  }

  private static func checked(
    _ plan: EditPlan, _ layout: EntryLayout, _ reading: AgreementReading, meant: [String], keepsComments: Bool = true
  ) throws(Failure) -> AgreementReading {
    guard let bytes = plan.applied(to: layout.bytes) else {
      throw Failure(reason: "two edits are about the same place")
    }
    let after = AgreementReader.read(
      SourceFile(name: reading.document.source.name, bytes: bytes), catalog: reading.agreement?.catalog ?? .builtIn)
    if let problem = EditCheck.problem(reading, after, meant: [meant], keepsComments: keepsComments) {
      throw Failure(reason: problem)
    }
    return after
  }
}

extension EntryLayout {
  /// The entry at a path of keys.
  func entry(at path: [String]) -> Entry? {
    guard var node = document.root, let last = path.last else { return nil }
    for key in path.dropLast() {
      guard let next = entry(key, of: node) else { return nil }
      node = next.value
    }
    return entry(last, of: node)
  }

  /// Adds a text to the texts of an entry; a single text becomes the first item of a list.
  fileprivate func append(_ text: String, to entry: Entry, _ plan: inout EditPlan) throws(FreeText.Unwritable) {
    let value = document.range(of: entry.value).indices
    let isFlow =
      document.isFlow(entry.mapping) || document.kind(of: entry.value) != .scalar && document.isFlow(entry.value)
    switch document.kind(of: entry.value) {
    case .sequence where isFlow:
      let isEmpty = document.items(of: entry.value).first { _ in true } == nil
      plan.insert((isEmpty ? "" : ", ") + (try FreeText.scalar(text, in: .flow)), at: value.upperBound - 1)
    case .sequence:
      let column = column(of: value.lowerBound)
      let line = lines.line(at: max(value.lowerBound, value.upperBound - 1))
      let pad = String(repeating: " ", count: column)
      plan.insert(
        "\(newline)\(pad)- \(try FreeText.scalar(text, in: .block))", at: lines.content(of: line, in: bytes).upperBound)
    case .scalar where isFlow:
      let first = document.string(of: entry.value)
      plan.replace(
        value, with: "[\(try FreeText.scalar(first, in: .flow)), \(try FreeText.scalar(text, in: .flow))]")
    case .scalar:
      // The comment of the key stays behind it, and the list comes below.
      let first = document.string(of: entry.value)
      let pad = String(repeating: " ", count: column(of: start(of: entry)) + Self.step)
      let items = try [first, text].map { text throws(FreeText.Unwritable) in
        "\(newline)\(pad)- \(try FreeText.scalar(text, in: .block))"
      }
      clear(entry, &plan)
      let line = colon(after: entry.key).map { lines.line(at: $0) } ?? lines.line(at: value.lowerBound)
      plan.insert(items.joined(), at: lines.content(of: line, in: bytes).upperBound)
    case .mapping: break
    }
  }
}
