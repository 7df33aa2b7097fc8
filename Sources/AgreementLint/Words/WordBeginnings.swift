extension Span where Element == UInt8 {
  /// Whether a word of the text starts with one of some beginnings, in lower-case ASCII.
  func hasWord(beginningWith beginnings: [StaticString]) -> Bool {
    var previous: UInt8 = 0
    for index in indices {
      let byte = self[index]
      defer { previous = byte }
      guard (0x61...0x7A).contains(byte | 0x20), !(0x61...0x7A).contains(previous | 0x20) else { continue }
      for beginning in beginnings where unsafe beginning.utf8Start[0] == byte | 0x20 {
        let count = beginning.utf8CodeUnitCount
        if index + count <= self.count,
          (0..<count).allSatisfy({ unsafe self[index + $0] | 0x20 == beginning.utf8Start[$0] })
        {
          return true
        }
      }
    }
    return false
  }
}
