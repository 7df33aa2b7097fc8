internal import YAMLSyntax

extension AgreementReading {
  /// The digest that the text would have with another day under `amended`, or without some of its people; nil if the
  /// file has errors.
  ///
  /// It answers two questions about signatures of another text: what do they have to carry once the change is dated,
  /// and is the only difference that somebody was added?
  package func digest(amended: CalendarDate? = nil, without people: Set<String> = []) -> Digest? {
    guard isSound, let agreement else { return nil }
    var writer = CanonicalWriter(agreement)
    if !people.isEmpty { writer.leftOut.formUnion(agreement.nodes(ofPeople: people)) }
    writer.agreement()
    guard let amended else { return Self.digest(of: writer.bytes.span) }
    return Self.digest(of: Self.replacing(amended: amended, in: writer.bytes.span.array()).span)
  }

  /// A canonical form with another day under `amended`, which comes first among the keys of an agreement.
  private static func replacing(amended: CalendarDate, in form: [UInt8]) -> [UInt8] {
    let head = Array("{\"agreement\":{".utf8)
    let key = Array("\"amended\":".utf8)
    // A quoted day has 12 bytes and is followed by a comma: `format` alone is not signed, but `id` is.
    let dayCount = 12 + 1
    var rest = form.dropFirst(head.count)
    if rest.starts(with: key) { rest = rest.dropFirst(key.count + dayCount) }
    return head + key + Array("\"\(amended)\",".utf8) + Array(rest)
  }
}
