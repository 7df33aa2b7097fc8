internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// One version of a file: its text with line feeds only, and what it says.
struct MergedFile {
  let side: CannotMerge.Side
  /// What it says.
  let reading: AgreementReading
  /// The whole text as a unit.
  let unit: Unit

  /// Reads a version.
  init(
    _ side: CannotMerge.Side, _ bytes: [UInt8], name: String, catalog: Catalog, limits: Limits, reader: inout UnitReader
  ) throws(CannotMerge) {
    self.side = side
    reading = AgreementReader.read(
      SourceFile(name: name, bytes: try Self.normal(bytes, side)), catalog: catalog, limits: limits)
    guard reading.isSound else {
      let error = reading.diagnostics.filter { $0.severity == .error }.min { $0.range.start < $1.range.start }
      guard let error else { throw .empty(side) }
      let line = LineIndex(reading.document.source.bytes).line(at: Int(error.range.start)) + 1
      throw .error(side, line: line, error.rule)
    }
    guard let unit = reader.root(reading.document) else { throw .layout(side) }
    self.unit = unit
  }

  /// Whether a file has nothing at all, as the base does if both sides added the file.
  static func isEmpty(_ bytes: [UInt8]) -> Bool {
    bytes.trimmingByteOrderMark.allSatisfy { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
  }

  /// The text without a byte order mark, with line feeds only, and one at the end.
  private static func normal(_ bytes: [UInt8], _ side: CannotMerge.Side) throws(CannotMerge) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1)
    let text = bytes.trimmingByteOrderMark
    for (index, byte) in zip(text.indices, text) {
      if byte == 0x0D {
        guard index + 1 < text.endIndex, text[index + 1] == 0x0A else { throw .lineEnds(side) }
      } else {
        result.append(byte)
      }
    }
    if result.last != 0x0A { result.append(0x0A) }
    return result
  }
}

extension [UInt8] {
  /// Whether it begins with a byte order mark.
  var hasByteOrderMark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The bytes after a byte order mark.
  var trimmingByteOrderMark: ArraySlice<UInt8> { dropFirst(hasByteOrderMark ? 3 : 0) }
}
