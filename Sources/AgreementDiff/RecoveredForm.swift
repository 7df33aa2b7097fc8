public import Agreement
public import Diagnostics

extension Edition {
  /// An agreement with errors in lines, for git: what can be read in its plain form, and each line that cannot as it is.
  ///
  /// Git asks for the lines of each side by itself. If a side with errors were printed as it is, and the other one in its plain form, one
  /// slip would show every line of the agreement as changed. So the lines where the errors are, are set aside until the rest can be
  /// read; they come last, and the rest is compared as ever. Nil where that leaves no agreement.
  public static func recoveredForm(of source: SourceFile, catalog: Catalog, withheld: WithheldTexts)
    -> [String]?
  {
    guard source.bytes.count <= mostBytes else { return nil }
    var bytes = source.bytes
    var unread: [Int: String] = [:]
    for _ in 0...mostErrors {
      let current = SourceFile(name: source.name, bytes: bytes)
      let reading = AgreementReader.read(current, catalog: catalog)
      let errors = reading.diagnostics.filter { !AgreementReader.mildRules.contains($0.rule) && $0.rule != .missingKey }
      guard let first = errors.min(by: { $0.range.start < $1.range.start }) else {
        // Something that is missing is no line that cannot be read.
        guard let edition = Edition(partly: reading, withheld: withheld) else { return nil }
        return edition.plainForm
          + unread.sorted { $0.key < $1.key }.map { line, text in
            // Lines keep their numbers: what is taken away is a part of one.
            "cannot be read: \(withheld.contains(line: line) ? WithheldTexts.notice : text)"
          }
      }
      guard setAside(at: first, in: &bytes, &unread) else { return nil }
    }
    return nil
  }

  /// Each round reads the file once, so larger files and more slips are printed as they are.
  private static let mostBytes = 1 << 17
  private static let mostErrors = 80

  /// Takes away what is wrong on the line where an error is, or on the nearest one before it that has any text: first what stands after its
  /// key, because what is below belongs to the key, and when that was not it the whole line.
  private static func setAside(at diagnostic: Diagnostic, in bytes: inout [UInt8], _ unread: inout [Int: String])
    -> Bool
  {
    let lines = LineIndex(bytes)
    var line = lines.line(at: Int(diagnostic.range.start))
    while line > 0, !bytes[lines.content(of: line, in: bytes)].contains(where: { $0 > 0x20 }) { line -= 1 }
    let range = lines.content(of: line, in: bytes)
    guard bytes[range].contains(where: { $0 > 0x20 }) else { return false }
    let key = unread[line] == nil ? self.key(in: bytes[range]) : nil
    if unread[line] == nil { unread[line] = String(decoding: bytes[range], as: UTF8.self) }
    bytes.replaceSubrange((key ?? range.lowerBound)..<range.upperBound, with: [])
    return true
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
