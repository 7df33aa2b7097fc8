internal import Agreement
internal import AgreementEditing

/// What a signature says, and how it is written into the file.
struct NewSignature {
  let id: String
  let day: CalendarDate
  let method: SignatureMethod
  let digest: Digest
  /// Who wrote down that the person signed on paper.
  var recordedBy: String?
  /// The lines of the armor of an SSH signature.
  var armor: [String]?

  /// Writes it, value by value where the person has an entry already, so that comments in it stay.
  func write(with editor: inout FileEditor) throws(FileEditor.Failure) {
    var values = [NewEntry("signed", .word("\(day)")), NewEntry("method", .word(method.rawValue))]
    if let recordedBy { values.append(NewEntry("recorded-by", .word(recordedBy))) }
    values.append(NewEntry("digest", .word("\(digest)")))
    if let armor { values.append(NewEntry("signature", .lines(armor))) }
    guard editor.hasValue(at: ["signatures", id]) else {
      return try editor.put(NewEntry(id, .entries(values)), in: ["signatures"])
    }
    var last: String?
    for value in values {
      try editor.put(value, in: ["signatures", id], after: last)
      last = value.key
    }
    for key in ["recorded-by", "signature", "withdrawn"] where !values.contains(where: { $0.key == key }) {
      try editor.remove(key, in: ["signatures", id])
    }
  }
}
