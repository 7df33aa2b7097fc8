internal import YAMLSyntax

/// Finds signatures in the bytes of a file that cannot be read as an agreement, so that a syntax slip cannot hide them.
enum SignatureBytes {
  /// The range of the first `signed` or `digest` with its value; nil if there is none.
  ///
  /// Zero bytes are skipped, because in a file that Windows saved as "Unicode" every other byte is zero. So are lines that
  /// are comments, such as an example of a signature; a byte beyond ASCII may be part of a line break, which ends the comment.
  static func first(in bytes: [UInt8]) -> Range<Int>? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      var (isLineStart, isComment) = (true, false)
      while index < bytes.count {
        switch unsafe bytes[index] {
        case 0x0A, 0x0D: (isLineStart, isComment) = (true, false)
        case 0x09, 0x20: break
        case 0x23 where isLineStart: (isLineStart, isComment) = (false, true)
        case 0x01...0x7F: isLineStart = false
        default: (isLineStart, isComment) = (false, false)
        }
        if isComment {
          index += 1
          continue
        }
        if unsafe bytes[index] | 0x20 == 0x73, let end = unsafe end(of: "signed", in: bytes, from: index),
          unsafe isDate(bytes, from: end)
        {
          return index..<end
        }
        if unsafe bytes[index] | 0x20 == 0x64, let end = unsafe end(of: "digest", in: bytes, from: index),
          unsafe isDigest(bytes, from: end)
        {
          return index..<end
        }
        index += 1
      }
      return nil
    }
  }

  /// The end of a word that begins at a place; nil if another word is there.
  private static func end(of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    for place in 0..<word.utf8CodeUnitCount {
      while index < bytes.count, unsafe bytes[index] == 0 { index += 1 }
      guard index < bytes.count, unsafe bytes[index] | 0x20 == word.utf8Start[place] else { return nil }
      index += 1
    }
    return index
  }

  /// Whether a colon and a year follow.
  private static func isDate(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let value = unsafe value(of: bytes, from: start, count: 4)
    return value.count == 4 && value.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a colon and the beginning of a digest follow; only signatures have eight such characters there.
  private static func isDigest(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let value = unsafe value(of: bytes, from: start, count: 8)
    return value.count == 8
      && value.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  /// The first characters after a colon, without white space and quotes.
  private static func value(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> [UInt8] {
    var result: [UInt8] = []
    var index = start
    var hasColon = false
    while index < bytes.count, index < start + 64, result.count < count {
      let byte = unsafe bytes[index]
      index += 1
      switch byte {
      case 0, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x27: continue
      case 0x3A where !hasColon: hasColon = true
      default:
        guard hasColon else { return [] }
        result.append(byte)
      }
    }
    return result
  }
}
