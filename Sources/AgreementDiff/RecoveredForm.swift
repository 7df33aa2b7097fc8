package import Agreement
package import Diagnostics

extension Edition {
  /// The lines of an agreement with errors, for git: the meaning of every part that can be read, and the keys of each that cannot.
  ///
  /// Git asks for the lines of each side separately. If a side with errors were printed as written and the other one in
  /// plain form, a single slip would show every line of the agreement as changed. So the lines with errors are set
  /// aside until the rest can be read; they come last, and the rest is compared as usual. Nil if no key of an agreement can be read.
  package static func recoveredForm(
    of source: SourceFile, _ reading: AgreementReading, catalog: Catalog, withheld: WithheldTexts
  ) -> [String]? {
    var reading = reading
    var bytes = source.bytes
    var unread: Set<Int> = []
    var batch = Batch()
    while true {
      let errors = reading.diagnostics.filter { $0.severity == .error && $0.rule != .missingKey }
      if errors.isEmpty { break }
      let first = errors.sorted { $0.range.start < $1.range.start }.prefix(batch.count)
      guard bytes.count <= mostBytes, batch.mayRead(bytes.count, errors: errors.count),
        setAside(at: first, in: &bytes, &unread, withheld)
      else {
        // What cannot be set aside is left out of what was read.
        let lines = LineIndex(bytes)
        unread.formUnion(errors.prefix(mostNamed).map { lines.line(at: Int($0.range.start)) })
        break
      }
      reading = AgreementReader.read(SourceFile(name: source.name, bytes: bytes), catalog: catalog)
    }
    // A missing key is not an unreadable line.
    guard let edition = Edition(partly: reading, withheld: withheld) else { return nil }
    // Lines keep their numbers, because only their content is removed.
    return edition.plainForm + UnreadParts(source, withheld).lines(for: unread)
  }

  /// The most lines that are named in a file that is too large to set them aside.
  private static let mostNamed = 100

  /// The largest file, in bytes, in which lines are set aside.
  private static let mostBytes = 1 << 17

  /// How many errors are set aside before the file is read again.
  ///
  /// An error can be the consequence of an earlier one. So the first few are set aside one by one, which is enough for
  /// the slips of a single change. If there are more, each reading takes twice as many as the last, and all readings of
  /// a file share one budget, so that many slips cost a few more readings, not one each.
  private struct Batch {
    private(set) var count = 1
    private var readings = 0
    private var budget = 4 << 20

    /// Whether a file of `bytes` bytes may be read once more after a reading that found `errors` errors.
    mutating func mayRead(_ bytes: Int, errors: Int) -> Bool {
      readings += 1
      if readings >= Self.single { count = min(2 * count, 1024) }
      // The reader repairs up to twenty slips of the text, and reads the file again after each.
      budget -= (bytes + 1024) * min(errors, 20)
      return budget >= 0 && readings <= Self.most
    }

    private static let most = 80
    private static let single = 6
  }

  /// Removes what is wrong on the lines of some errors, or on the nearest line before each that has any text: first
  /// everything after its key, because the lines below belong to the key, and if that does not help, the whole line.
  /// The errors are in order. If a line is withheld, so are the lines below that belong to it: without their beginning,
  /// nobody would recognize them as private.
  private static func setAside(
    at errors: ArraySlice<Diagnostic>, in bytes: inout [UInt8], _ unread: inout Set<Int>,
    _ withheld: WithheldTexts
  ) -> Bool {
    let lines = LineIndex(bytes)
    func isBlank(_ line: Int) -> Bool { !bytes[lines.content(of: line, in: bytes)].contains { $0 > 0x20 } }
    var found: [Int] = []
    var last = 0
    for error in errors {
      let start = lines.line(at: Int(error.range.start))
      var line = start
      // The lines above the previous error have already been searched for that error.
      while line > last, isBlank(line) { line -= 1 }
      last = start
      if !isBlank(line), found.last != line { found.append(line) }
    }
    // This starts at the end, so that the offsets of the other lines stay the same.
    var hidden: Set<Int> = []
    for line in found where withheld.contains(line: line) && !hidden.contains(line) {
      hidden.formUnion(continuation(of: line, lines, bytes))
    }
    for line in hidden.union(found).sorted(by: >) {
      if hidden.contains(line) {
        unread.insert(line)
        bytes.removeSubrange(lines.content(of: line, in: bytes))
        continue
      }
      let range = lines.content(of: line, in: bytes)
      let key = unread.insert(line).inserted ? UnreadParts.key(in: bytes[range])?.end : nil
      bytes.removeSubrange((key ?? range.lowerBound)..<range.upperBound)
    }
    return !found.isEmpty
  }

  /// The lines below a line that are indented more, up to the next that is not; blank lines are left out.
  private static func continuation(of line: Int, _ lines: LineIndex, _ bytes: [UInt8]) -> [Int] {
    func indent(_ line: Int) -> Int? {
      let content = lines.content(of: line, in: bytes)
      return content.firstIndex { bytes[$0] > 0x20 }.map { $0 - content.lowerBound }
    }
    guard let own = indent(line) else { return [] }
    var result: [Int] = []
    var below = line + 1
    while below < lines.starts.count {
      if let indent = indent(below) {
        if indent <= own { break }
        result.append(below)
      }
      below += 1
    }
    return result
  }

  /// Creates an edition from a reading where something may be missing but nothing is wrong; nil if nothing of
  /// an agreement is left.
  private init?(partly reading: AgreementReading, withheld: WithheldTexts) {
    guard let agreement = reading.agreement else { return nil }
    self.withheld = withheld
    snapshot = Snapshot(agreement, digest: nil)
    // The first two lines are there in any case.
    guard !id.isEmpty || plainForm.count > 2 else { return nil }
  }
}
