internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Rule {
  static let signatureUnchecked = Rule(
    .signatureUnchecked, .error, .signatures, source: .format,
    summary: "the file has errors, so its signatures cannot be checked",
    rationale: """
      A file with an error of syntax or structure has no digest, so nobody can tell whether its text is the one that people signed.
      This is reported whatever rules are chosen, and it cannot be turned off or lowered: otherwise one misspelled key would
      hide any change after signing. One finding tells of all the signatures in the file.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        norms:
          mascot: The river otter
        signatures:
          ↓novak↑: {signed: 2026-08-13, method: typed}
          tran: {signed: 2026-08-13, method: typed}
        """,
        "the signatures of Jill Novak and Linh Tran cannot be checked, because the file has errors",
        help: "correct the errors; then concord compares each signature with the text")
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        norms:
          mascot: The river otter
        """)
    ],
    check: .whileReading)
}

/// The signatures of a file without a digest.
enum UncheckedSignatures {
  /// The most signatures with their own note; the message counts the others.
  private static let mostNotes = 40

  /// The diagnostic for them; nil if the file has a digest or no signatures.
  static func diagnostic(for reading: AgreementReading) -> Diagnostic? {
    guard !reading.isSound else { return nil }
    let given = entries(in: reading)
    guard let first = given.first else { return unread(in: reading) }
    let names = given.prefix(mostNotes).map(\.name)
    let others = given.count > names.count ? ["\(given.count - names.count) more"] : []
    let isNewer = reading.diagnostics.contains { $0.rule == .unsupportedFormat }
    return Diagnostic(
      .signatureUnchecked, .mild, at: first.range,
      "the \(given.count == 1 ? "signature" : "signatures") of \(Prose.list(names + others)) cannot be checked, \(isNewer ? "because this concord cannot read the file" : "because the file has errors")",
      help: isNewer
        ? "install a newer concord; then it compares each signature with the text"
        : "correct the errors; then concord compares each signature with the text",
      notes: given.dropFirst().prefix(mostNotes - 1).map {
        Note(at: $0.range, "the signature of \($0.name) cannot be checked, either")
      })
  }

  /// The diagnostic for a file that could not be read as far as its signatures, or that says `signatures` without any:
  /// its bytes are searched for lines that only signatures have.
  private static func unread(in reading: AgreementReading) -> Diagnostic? {
    guard let place = SignatureBytes.first(in: reading.document.source.bytes) else { return nil }
    return Diagnostic(
      .signatureUnchecked, .mild, at: SourceRange(place),
      "the signatures in this file cannot be checked, because the file has errors",
      help: "correct the errors; then concord compares each signature with the text")
  }

  /// Everybody with a signature that was not withdrawn, in file order.
  ///
  /// If nothing could be read as an agreement, the names come from the syntax tree.
  private static func entries(in reading: AgreementReading) -> [(name: String, range: SourceRange)] {
    let document = reading.document
    if let agreement = reading.agreement, let signatures = agreement.content.signatures.value {
      var names: [String: String] = [:]
      for entry in agreement.participants { names[entry.id] = agreement.name(of: entry) }
      return signatures.compactMap { entry in
        if entry.part.isAbsent || entry.part.value?.withdrawn.isAbsent == false { return nil }
        return (names[entry.id] ?? shown(entry.id), entry.keyRange)
      }
    }
    guard let root = document.root, document.kind(of: root) == .mapping else { return [] }
    var result: [(name: String, range: SourceRange)] = []
    for (key, value) in document.entries(of: root)
    where document.bytes(of: key).equals("signatures") && document.kind(of: value) == .mapping {
      for (id, signature) in document.entries(of: value)
      where !document.bytes(of: id).isOwnKey && !document.isAbsent(signature)
        && !document.hasValue("withdrawn", in: signature)
      {
        result.append((shown(document.string(of: id)), document.range(of: id)))
      }
    }
    return result
  }

  private static func shown(_ id: String) -> String { "`\(Folding.fold(String(id.prefix(60))))`" }
}
