internal import Diagnostics
internal import YAMLSyntax

/// Somebody's agreement to the text, with the day and the method.
package struct Signature: MappingValue {
  /// The day.
  package internal(set) var signed: Part<CalendarDate>
  /// The method.
  package internal(set) var method: Part<SignatureMethod>
  /// The digest of the text that was signed.
  package internal(set) var digest: Part<Digest>
  /// The armored SSH signature.
  package internal(set) var signature: Part<Text>
  /// Who wrote down that somebody signed on paper.
  package internal(set) var recordedBy: Part<Reference>
  /// The day on which the person withdrew.
  package internal(set) var withdrawn: Part<CalendarDate>

  init(holder: SourceRange) {
    signed = .absent(holder: holder)
    method = .absent(holder: holder)
    digest = .absent(holder: holder)
    signature = .absent(holder: holder)
    recordedBy = .absent(holder: holder)
    withdrawn = .absent(holder: holder)
  }

  static let shape = MappingShape<Signature>(
    [
      Field(
        "signed", { $0.signed = $1 }, .date, required: true, title: "Signed",
        about: "The day the person signed.",
        examples: ["2026-08-13"]),
      Field(
        "method", { $0.method = $1 }, .word(SignatureMethod.self), required: true, title: "Method",
        about: "How the person signed: `typed` into the file, on `paper`, or with an `ssh` key.", examples: ["typed"]),
      Field(
        "digest", { $0.digest = $1 }, .digest, title: "Digest",
        about:
          "The text that was signed, as 64 letters and digits. `concord lint` prints them, and they change with every word."
      ),
      Field(
        "signature", { $0.signature = $1 }, .text, title: "SSH signature",
        about: "The signature block that `ssh-keygen` printed, for the method `ssh`."),
      Field(
        "recorded-by", { $0.recordedBy = $1 }, .participant, title: "Recorded by",
        about: "Who wrote down that the person signed on paper.", examples: ["novak"]),
      Field(
        "withdrawn", { $0.withdrawn = $1 }, .date, title: "Withdrawn",
        about: "The day the person withdrew the signature.",
        examples: ["2027-02-01"]),
    ],
    constraints: [
      .needs("method", values: ["ssh"], then: "signature"), .needs("method", values: ["paper"], then: "recorded-by"),
    ])
}

extension Shape where Value == [Entry<Signature>] {
  /// Signatures, each under the id of its participant.
  static let signatures = Shape(
    description: .dictionary(value: Signature.shape.asShape().description, requiresValue: false),
    decode: { node, decoder in
      decoder.dictionary(node, expected: "the id of each participant who signed", Signature.shape.asShape()) {
        key, decoder in
        let id = decoder.document.string(of: key)
        if decoder.reference(key, to: "participant", in: decoder.participants) == nil,
          let place = decoder.unknown["participant \(id)"]
        {
          // Whoever signed was in the text; without their lines, what the others signed is incomplete, too.
          let place = decoder.undeclared[place].diagnostic
          decoder.diagnostics[place].help =
            "`\(decoder.excerpt(key))` has signed; if that person left, put their lines back under `participants` as they were, and add `left:` with the day to them; otherwise write the id of the person who signed"
        }
      }
    },
    write: { node, writer in writer.dictionary(node) { Signature.shape.write($0, to: &$1) } })
}
