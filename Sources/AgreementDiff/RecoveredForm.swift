public import Agreement
public import Diagnostics

extension Edition {
  /// An agreement with errors in lines, for git: what can be read in its plain form, and each line that cannot as it is.
  ///
  /// Git asks for the lines of each side by itself. If a side with errors were printed as it is, and the other one in its plain form, one
  /// slip would show every line of the agreement as changed. So the lines where the errors are, are set aside until the rest can be
  /// read; they come last, and the rest is compared as ever. Nil where that leaves no agreement.
  public static func recoveredForm(
    of source: SourceFile, _ reading: AgreementReading, catalog: Catalog, withheld: WithheldTexts
  ) -> [String]? {
    guard source.bytes.count <= mostBytes else { return nil }
    var reading = reading
    var bytes = source.bytes
    var unread: [Int: String] = [:]
    var batch = Batch()
    while true {
      let errors = reading.diagnostics.filter { !AgreementReader.mildRules.contains($0.rule) && $0.rule != .missingKey }
      if errors.isEmpty { break }
      let first = errors.sorted { $0.range.start < $1.range.start }.prefix(batch.count)
      guard batch.mayRead(bytes.count, errors: errors.count), setAside(at: first, in: &bytes, &unread) else {
        return nil
      }
      reading = AgreementReader.read(SourceFile(name: source.name, bytes: bytes), catalog: catalog)
    }
    // Something that is missing is no line that cannot be read.
    guard let edition = Edition(partly: reading, withheld: withheld) else { return nil }
    return edition.plainForm
      + unread.sorted { $0.key < $1.key }.map { line, text in
        // Lines keep their numbers: what is taken away is a part of one.
        "cannot be read: \(withheld.contains(line: line) ? WithheldTexts.notice : text)"
      }
  }

  /// A file of more bytes is printed as it is.
  private static let mostBytes = 1 << 17

  /// How many errors are set aside before the file is read again.
  ///
  /// An error can be the consequence of one before it. So the first few are set aside one by one, which is enough for the slips of one
  /// change. Where there are more, each reading takes twice as many as the last, and all readings of a file share one budget: it is
  /// read a few times more for many slips, and not once for each.
  private struct Batch {
    private(set) var count = 1
    private var readings = 0
    private var budget = 4 << 20

    /// Whether the file, of some bytes, may be read once more after a reading that found some errors.
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

  /// Takes away what is wrong on the lines where some errors are, or on the nearest one before each that has any text: first what stands
  /// after its key, because what is below belongs to the key, and when that was not it the whole line. The errors are in order.
  private static func setAside(
    at errors: ArraySlice<Diagnostic>, in bytes: inout [UInt8], _ unread: inout [Int: String]
  ) -> Bool {
    let lines = LineIndex(bytes)
    func isBlank(_ line: Int) -> Bool { !bytes[lines.content(of: line, in: bytes)].contains { $0 > 0x20 } }
    var found: [Int] = []
    var last = 0
    for error in errors {
      let start = lines.line(at: Int(error.range.start))
      var line = start
      // Above the error before this one, its own search has been.
      while line > last, isBlank(line) { line -= 1 }
      last = start
      if !isBlank(line), found.last != line { found.append(line) }
    }
    // From the end, so that the places of the other lines stay.
    for line in found.reversed() {
      let range = lines.content(of: line, in: bytes)
      let key = unread[line] == nil ? self.key(in: bytes[range]) : nil
      if unread[line] == nil { unread[line] = String(decoding: bytes[range], as: UTF8.self) }
      bytes.removeSubrange((key ?? range.lowerBound)..<range.upperBound)
    }
    return !found.isEmpty
  }

  /// The place after the key of a line that has something more behind it.
  private static func key(in line: ArraySlice<UInt8>) -> Int? {
    let start = line.firstIndex { $0 != 0x20 && $0 != 0x2D } ?? line.endIndex
    let word = line[start...].prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard !word.isEmpty, word.endIndex < line.endIndex, line[word.endIndex] == 0x3A else { return nil }
    let rest = line[(word.endIndex + 1)...]
    return rest.contains { $0 > 0x20 } ? word.endIndex + 1 : nil
  }

  /// Takes what was read of a file where something may be missing, but nothing is wrong; nil where hardly anything of an agreement is left.
  private init?(partly reading: AgreementReading, withheld: WithheldTexts) {
    guard let agreement = reading.agreement else { return nil }
    self.withheld = withheld
    snapshot = Snapshot(agreement, digest: nil)
    guard plainForm.count >= 5 else { return nil }
  }
}
