internal import SchoolEnglish

extension Span where Element == UInt8 {
  /// Whether a word of the text begins with one of some beginnings, in lower-case ASCII.
  func hasWord(beginningWith beginnings: [StaticString]) -> Bool {
    var previous: UInt8 = 0
    for index in indices {
      let byte = self[index]
      defer { previous = byte }
      guard (0x61...0x7A).contains(byte | 0x20), !(0x61...0x7A).contains(previous | 0x20) else { continue }
      for beginning in beginnings where beginning.utf8Start[0] == byte | 0x20 {
        let count = beginning.utf8CodeUnitCount
        if index + count <= self.count, (0..<count).allSatisfy({ self[index + $0] | 0x20 == beginning.utf8Start[$0] }) {
          return true
        }
      }
    }
    return false
  }
}

extension StringProtocol {
  /// The words in lower case, apostrophes kept.
  var lowerWords: [String] {
    var text = String(self)
    // Byte by byte this is twenty times as fast, and nearly every text is ASCII.
    let quick: [String]? = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var words: [String] = []
      var word: [UInt8] = []
      for byte in bytes {
        switch byte {
        case 0x41...0x5A: word.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39, 0x27, 0x2D: word.append(byte)
        default:
          if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
          word.removeAll(keepingCapacity: true)
        }
      }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      return words
    }
    if let quick { return quick }
    return lowercased().replacing("’", with: "'").split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-") }.map(
      String.init)
  }
}
