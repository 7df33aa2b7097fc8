internal import Diagnostics
internal import YAMLSyntax

/// Somebody's agreement to the text, with the day and the method.
package struct Signature: View {
  package enum Key: Int { case signed, method, digest, signature, recordedBy, withdrawn }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var signed: Part<CalendarDate> { self[.signed] }
  package var method: Part<SignatureMethod> { self[.method] }
  package var digest: Part<Digest> { self[.digest] }
  package var signature: Part<Text> { self[.signature] }
  package var recordedBy: Part<Reference> { self[.recordedBy] }
  package var withdrawn: Part<CalendarDate> { self[.withdrawn] }

  package static let table = MappingDescription(
    [
      Field(
        Key.signed, "signed", .date, required: true, title: "Signed", about: "The day the person signed.",
        examples: ["2026-08-13"]),
      Field(
        Key.method, "method", .oneOf(SignatureMethod.self), required: true, title: "Method",
        about: "How the person signed: `typed` into the file, on `paper`, or with an `ssh` key.", examples: ["typed"]),
      Field(
        Key.digest, "digest", .digest, title: "Digest",
        about:
          "The text that was signed, as 64 letters and digits. `concord lint` prints them, and they change with every word."
      ),
      Field(
        Key.signature, "signature", .text, title: "SSH signature",
        about: "The signature block that `ssh-keygen` printed, for the method `ssh`."),
      Field(
        Key.recordedBy, "recorded-by", .participant, title: "Recorded by",
        about: "Who wrote down that the person signed on paper.", examples: ["novak"]),
      Field(
        Key.withdrawn, "withdrawn", .date, title: "Withdrawn", about: "The day the person withdrew the signature.",
        examples: ["2027-02-01"]),
    ],
    constraints: [
      .needs("method", values: ["ssh"], then: "signature"), .needs("method", values: ["paper"], then: "recorded-by"),
    ])
}

extension Decoder {
  /// Reports a signature under an id that no participant has.
  mutating func checkSigner(_ key: NodeID) {
    let id = document.string(of: key)
    guard reference(key, to: "participant", in: participants) == nil, let place = unknown["participant \(id)"] else {
      return
    }
    // Whoever signed was in the text; without their lines, what the others signed is incomplete, too.
    diagnostics[undeclared[place].diagnostic].help =
      "`\(excerpt(key))` has signed; if that person left, put their lines back under `participants` as they were, and add `left:` with the day to them; otherwise write the id of the person who signed"
  }
}
