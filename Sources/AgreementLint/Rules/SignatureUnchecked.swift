internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension RuleID {
  static let signatureUnchecked = RuleID("signature-unchecked")
}

extension Rule {
  static let signatureUnchecked = Rule(
    .signatureUnchecked, .error, .signatures, source: .format,
    summary: "the file has errors, so its signatures cannot be checked",
    rationale: """
      A file with an error of syntax or structure has no digest, so nobody can tell whether its text is the one that people signed.
      This is said whatever rules are chosen, and it can be neither switched off nor lowered: otherwise one misspelled key would
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
  /// So many signatures get a note of their own; the message counts the others.
  private static let mostNotes = 40

  /// What is said about them; nil where the file has a digest, or no signatures.
  static func diagnostic(for reading: AgreementReading) -> Diagnostic? {
    guard !reading.isSound else { return nil }
    let given = entries(in: reading)
    guard let first = given.first else { return unread(in: reading) }
    let names = given.prefix(mostNotes).map(\.name)
    let others = given.count > names.count ? ["\(given.count - names.count) more"] : []
    let isNewer = reading.diagnostics.contains { $0.rule == .unsupportedFormat }
    return Diagnostic(
      .signatureUnchecked, at: first.range,
      "the \(given.count == 1 ? "signature" : "signatures") of \(Prose.list(names + others)) cannot be checked, \(isNewer ? "because this concord cannot read the file" : "because the file has errors")",
      help: isNewer
        ? "install a newer concord; then it compares each signature with the text"
        : "correct the errors; then concord compares each signature with the text",
      notes: given.dropFirst().prefix(mostNotes - 1).map {
        Note(at: $0.range, "the signature of \($0.name) cannot be checked, either")
      })
  }

  /// What is said where the file could not be read as far as its signatures, or has none where it says `signatures`: the lines that only
  /// signatures have are looked for in its bytes.
  private static func unread(in reading: AgreementReading) -> Diagnostic? {
    guard let place = SignatureBytes.first(in: reading.document.source.bytes) else { return nil }
    return Diagnostic(
      .signatureUnchecked, at: SourceRange(place),
      "the signatures in this file cannot be checked, because the file has errors",
      help: "correct the errors; then concord compares each signature with the text")
  }

  /// Whoever has a signature that was not withdrawn, in the order of the file.
  ///
  /// Where nothing could be read as an agreement the tree is asked.
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
