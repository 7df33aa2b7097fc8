/// The line ends, the byte order mark and the last line end of a merged file.
struct LineEnds {
  private let hasMark: Bool
  private let isCRLF: Bool
  private let hasLast: Bool

  /// They are ours; only a line end at the end of the file is missing if a side took it away.
  init(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) {
    hasMark = ours.hasByteOrderMark
    let feeds = ours.count { $0 == 0x0A }
    isCRLF = 2 * ours.count { $0 == 0x0D } > feeds
    func hasLast(_ bytes: [UInt8]) -> Bool { bytes.last == 0x0A }
    self.hasLast = hasLast(ours) == hasLast(base) ? hasLast(theirs) : hasLast(ours)
  }

  /// A text with line feeds, as it is written to the file.
  func written(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    result.reserveCapacity(text.count + text.count / 16 + 3)
    for byte in text {
      if byte == 0x0A, isCRLF { result.append(0x0D) }
      result.append(byte)
    }
    if !hasLast, result.last == 0x0A { result.removeLast(isCRLF ? 2 : 1) }
    return result
  }
}
