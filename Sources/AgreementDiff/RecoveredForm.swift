package import Agreement
package import Diagnostics

extension Edition {
  /// The lines of an agreement with errors, for git: everything readable in plain form, and each unreadable line as
  /// written.
  ///
  /// Git asks for the lines of each side separately. If a side with errors were printed as written and the other one in
  /// plain form, a single slip would show every line of the agreement as changed. So the lines with errors are set
  /// aside until the rest can be read; they come last, and the rest is compared as usual. Nil if that leaves no
  /// agreement.
  package static func recoveredForm(
    of source: SourceFile, _ reading: AgreementReading, catalog: Catalog, withheld: WithheldTexts
  ) -> [String]? {
    guard source.bytes.count <= mostBytes else { return nil }
    var reading = reading
    var bytes = source.bytes
    var unread: [Int: String] = [:]
    var batch = Batch()
    while true {
      let errors = reading.diagnostics.filter { $0.severity == .error && $0.rule != .missingKey }
      if errors.isEmpty { break }
      let first = errors.sorted { $0.range.start < $1.range.start }.prefix(batch.count)
      guard batch.mayRead(bytes.count, errors: errors.count), setAside(at: first, in: &bytes, &unread, withheld) else {
        return nil
      }
      reading = AgreementReader.read(SourceFile(name: source.name, bytes: bytes), catalog: catalog)
    }
    // A missing key is not an unreadable line.
    guard let edition = Edition(partly: reading, withheld: withheld) else { return nil }
    return edition.plainForm
      + unread.sorted { $0.key < $1.key }.map { line, text in
        // Lines keep their numbers, because only their content is removed.
        "cannot be read: \(withheld.contains(line: line) ? WithheldTexts.notice : text)"
      }
  }

  /// The largest file, in bytes, that is recovered; a larger one is printed as written.
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
    at errors: ArraySlice<Diagnostic>, in bytes: inout [UInt8], _ unread: inout [Int: String],
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
        unread[line] = WithheldTexts.notice
        bytes.removeSubrange(lines.content(of: line, in: bytes))
        continue
      }
      let range = lines.content(of: line, in: bytes)
      let key = unread[line] == nil ? self.key(in: bytes[range]) : nil
      if unread[line] == nil { unread[line] = String(decoding: bytes[range], as: UTF8.self) }
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

  /// The index after the key of a line and its colon; nil if there is no key, or if nothing follows it.
  private static func key(in line: ArraySlice<UInt8>) -> Int? {
    let start = line.firstIndex { $0 != 0x20 && $0 != 0x2D } ?? line.endIndex
    let word = line[start...].prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard !word.isEmpty, word.endIndex < line.endIndex, line[word.endIndex] == 0x3A else { return nil }
    let rest = line[(word.endIndex + 1)...]
    return rest.contains { $0 > 0x20 } ? word.endIndex + 1 : nil
  }

  /// Creates an edition from a reading where something may be missing but nothing is wrong; nil if hardly anything of
  /// the agreement is left.
  private init?(partly reading: AgreementReading, withheld: WithheldTexts) {
    guard let agreement = reading.agreement else { return nil }
    self.withheld = withheld
    snapshot = Snapshot(agreement, digest: nil)
    guard plainForm.count >= 5 else { return nil }
  }
}
