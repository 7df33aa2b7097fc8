internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The lines to paste under `signatures`, and the words that say where they go, so that they fit the file as it is.
struct SignatureLines {
  /// How `signatures` is written.
  private enum Layout {
    /// The key is missing.
    case missing
    /// The key is there, with nothing under it.
    case empty
    /// Each signature has its own lines, with ids indented by this many spaces.
    case lines(indent: Int)
    /// Everything is in braces, so that lines cannot be inserted.
    case braces
  }

  private let agreement: Agreement
  private let layout: Layout

  init(_ agreement: Agreement) {
    self.agreement = agreement
    layout = Self.layout(in: agreement)
  }

  private static func layout(in agreement: Agreement) -> Layout {
    let document = agreement.document
    guard let root = document.root else { return .missing }
    for (key, value) in document.entries(of: root) where document.bytes(of: key).equals("signatures") {
      guard document.kind(of: value) == .mapping else { return .empty }
      if document.isFlow(value) { return .braces }
      guard let first = document.entries(of: value).first(where: { _ in true }) else { return .empty }
      let bytes = document.source.bytes
      let start = Int(document.range(of: first.key).start)
      var indent = 0
      while indent < start, bytes[start - indent - 1] == 0x20 { indent += 1 }
      return .lines(indent: max(1, indent))
    }
    return .missing
  }

  /// What to do, and the lines to paste: new signatures, and replacements for existing ones.
  ///
  /// `command` is what does it in place of that, with a command. Nobody can paste a signature on paper or by SSH that a
  /// policy asks for, so there are lines only for people of whom no more is asked.
  func text(
    _ condition: String, command: String?, for signers: [Signer], on day: CalendarDate, digest: Digest,
    _ policy: SigningPolicy
  ) -> String {
    let condition = command.map { "\(condition), type \($0)" } ?? condition
    // A word that is not an id has its own finding, and pasting it would be wrong again.
    let known = signers.filter { Identifier.isValid($0.id) }
    let signers = known.filter { policy.required(of: $0.person) == .typed }
    if signers.isEmpty, !known.isEmpty { return command == nil ? condition + ", they sign it" : condition }
    let joint = command == nil ? "" : "or "
    func entries(_ indent: Int) -> [String] {
      signers.flatMap { lines(of: $0, on: day, digest: digest, indent: indent) }
    }
    switch layout {
    case .missing:
      return ([condition + ", \(joint)add at the end of the file:", "signatures:"] + entries(2)).joined(separator: "\n")
    case .empty:
      return ([condition + ", \(joint)add on the lines below `signatures:`:"] + entries(2)).joined(separator: "\n")
    case .lines(let indent):
      let present = signers.filter { $0.signature != nil }
      let place =
        present.isEmpty
        ? "\(joint)add these lines under `signatures`"
        : "\(joint)under `signatures`, replace the lines of \(Prose.list(present.map { "`\($0.id)`" })) with"
      return (["\(condition), \(place):"] + entries(indent)).joined(separator: "\n")
    case .braces:
      let new = Set(signers.map(\.id))
      let others = (agreement.content.signatures.value ?? []).filter { !new.contains($0.id) }.flatMap {
        written($0, indent: 2)
      }
      return (["\(condition), \(joint)replace all of `signatures` with:", "signatures:"] + others + entries(2))
        .joined(separator: "\n")
    }
  }

  /// An existing signature, now with a digest, and where it goes.
  func text(_ condition: String, binding entry: Entry<Signature>, to digest: Digest) -> String {
    switch layout {
    case .missing, .empty: return condition
    case .lines(let indent):
      return
        (["\(condition), under `signatures`, replace the lines of `\(entry.id)` with:"]
        + written(entry, indent: indent, digest: digest)).joined(separator: "\n")
    case .braces:
      let all = (agreement.content.signatures.value ?? []).flatMap {
        written($0, indent: 2, digest: $0.id == entry.id ? digest : nil)
      }
      return (["\(condition), replace all of `signatures` with:", "signatures:"] + all).joined(separator: "\n")
    }
  }

  /// The lines of a signature given now, on paper if the last one was.
  private func lines(of signer: Signer, on day: CalendarDate, digest: Digest, indent: Int) -> [String] {
    let old = signer.signature?.part.value
    let recorder =
      old?.method.value == .paper ? old?.recordedBy.value.flatMap { stillHere($0, besides: signer, on: day) } : nil
    let method = recorder == nil ? "typed" : "paper"
    return
      Self.lines(
        signer.id, indent,
        [("signed", "\(day)"), ("method", method), ("recorded-by", recorder), ("digest", "\(digest)")])
  }

  /// Who can record a signature once more: whoever did so before, unless they have left.
  private func stillHere(_ reference: Reference, besides signer: Signer, on day: CalendarDate) -> String? {
    guard agreement.participants.indices.contains(reference.index) else { return nil }
    let entry = agreement.participants[reference.index]
    return entry.id == signer.id || entry.part.value?.hasLeft(by: day) != false ? nil : entry.id
  }

  /// The lines of a signature as it is.
  private func written(_ entry: Entry<Signature>, indent: Int, digest: Digest? = nil) -> [String] {
    guard let signature = entry.part.value else { return [] }
    let armor = signature.signature.value.map {
      "\"" + agreement.string($0).split(separator: "\n").joined(separator: "\\n") + "\""
    }
    return Self.lines(
      entry.id, indent,
      [
        ("signed", signature.signed.value?.description), ("method", signature.method.value?.rawValue),
        ("recorded-by", signature.recordedBy.value.flatMap(id)),
        ("digest", (digest ?? signature.digest.value)?.description), ("signature", armor),
        ("withdrawn", signature.withdrawn.value?.description),
      ])
  }

  private static func lines(_ id: String, _ indent: Int, _ values: [(key: String, value: String?)]) -> [String] {
    let spaces = String(repeating: " ", count: indent)
    return ["\(spaces)\(id):"]
      + values.compactMap { key, value in value.map { "\(spaces)  \(key): \($0)" } }
  }

  private func id(of reference: Reference) -> String? {
    agreement.participants.indices.contains(reference.index) ? agreement.participants[reference.index].id : nil
  }
}

extension RuleContext {
  /// The lines to paste for people who sign this text, or what has to happen first if the text is not ready to sign.
  mutating func lines(_ condition: String, for signers: [Signer]) -> String {
    if let trouble = troubleBeforeSigning { return trouble }
    guard let agreement = reading.agreement, let digest else { return Self.errorsFirst }
    return SignatureLines(agreement).text(
      condition, command: signing(signers), for: signers, on: today, digest: digest, settings.signing)
  }

  /// What has to be done before anybody signs; nil if the text can be signed.
  var troubleBeforeSigning: String? {
    mutating get {
      if reading.agreement?.isDraft == true {
        let command = command("agree", " --final").map { "type \($0), or " } ?? ""
        return "nobody signs a draft; when the text is final, \(command)write `status: agreed`"
      }
      if digest == nil || hasOtherErrors { return Self.errorsFirst }
      if stale?.changesTheText == true {
        return "deal with the other findings about signatures first; then this prints the lines to paste"
      }
      return nil
    }
  }

  private static let errorsFirst = "correct the errors in this file first; then this prints the lines to paste"
}
