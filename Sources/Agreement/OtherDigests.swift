internal import YAMLSyntax

extension AgreementReading {
  /// The digest that the text would have with another day under `amended`, or without some of its people; nil where the file has errors.
  ///
  /// It answers two questions about signatures of another text: what will they have to carry once the change is dated, and is the
  /// only difference that somebody was added?
  public func digest(amended: CalendarDate? = nil, without people: Set<String> = []) -> Digest? {
    guard isSound, let agreement, let root = document.root else { return nil }
    var writer = CanonicalWriter(agreement)
    if !people.isEmpty { writer.leftOut = agreement.nodes(ofPeople: people, below: root) }
    _ = writer.object { writer in
      writer.member("agreement") { AgreementContent.shape.write(root, to: &$0) }
      writer.member("canonical") { $0.string("1") }
    }
    guard let amended else { return writer.bytes.withBytes { Self.digest(of: $0) } }
    return writer.bytes.withBytes { bytes in
      let changed = Self.replacing(amended: amended, in: bytes)
      return changed.withUnsafeBufferPointer { Self.digest(of: $0) }
    }
  }

  /// A canonical form with another day under `amended`, which comes first among the keys of an agreement.
  private static func replacing(amended: CalendarDate, in form: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let head = Array("{\"agreement\":{".utf8)
    let key = Array("\"amended\":".utf8)
    // A day in quotes has 12 bytes, and behind it there is a comma: `format` alone is not signed, but `id` is.
    let dayCount = 12 + 1
    var rest = form.dropFirst(head.count)
    if rest.starts(with: key) { rest = rest.dropFirst(key.count + dayCount) }
    return head + key + Array("\"\(amended)\",".utf8) + Array(rest)
  }
}

extension Agreement {
  /// The values of some entries of `participants`.
  fileprivate func nodes(ofPeople ids: Set<String>, below root: NodeID) -> Set<NodeID> {
    let document = document
    var result: Set<NodeID> = []
    for (key, value) in document.entries(of: root)
    where document.bytes(of: key).equals("participants") && document.kind(of: value) == .mapping {
      for (id, person) in document.entries(of: value) where ids.contains(document.string(of: id)) {
        result.insert(person)
      }
    }
    return result
  }
}
