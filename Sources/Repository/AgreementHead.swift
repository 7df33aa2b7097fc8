package import Agreement

/// The id and the school year of an agreement, found without reading all of it.
///
/// A district has thousands of files, and which ones belong together has to be known before any of them is read. So
/// nothing is guessed: only the first lines of a file count, as long as each is a comment or a key with a single plain
/// word, which can be read in only one way. About any other file nothing is known until it is read as a whole; a line
/// `id:` may well be part of a text in quotes.
package struct AgreementHead: Sendable {
  /// The id, which is the same in every year.
  package let id: String
  /// Its school year.
  package let year: SchoolYear

  /// Reads the first lines; nil if the id and the year are not there in their plainest form. In a file that is only
  /// read in part the last line does not count, because a text may continue below it.
  package init?(_ bytes: [UInt8], isWhole: Bool = true) {
    let found = Self.plainLines(of: bytes, isWhole: isWhole)
    guard let id = found.id, let year = found.year else { return nil }
    self.id = id
    self.year = year
  }

  /// Takes an id and a year that were read elsewhere.
  package init(id: String, year: SchoolYear) {
    self.id = id
    self.year = year
  }

  /// Only the id.
  static func id(in bytes: [UInt8]) -> String? { plainLines(of: bytes, isWhole: true).id }

  /// Reads lines until both are known, or until a line is not in the plainest form.
  private static func plainLines(of bytes: [UInt8], isWhole: Bool) -> (id: String?, year: SchoolYear?) {
    var result: (id: String?, year: SchoolYear?) = (nil, nil)
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    // The value of a key is certain once the next line does not continue it.
    var last: (key: [UInt8], value: [UInt8])?
    while true {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      let isEnd = line.endIndex == bytes.endIndex
      let isBlank = line.allSatisfy { $0 == 0x20 } || line.first { $0 != 0x20 } == 0x23
      if !isBlank {
        if line.first == 0x20 || line.first == 0x09 { return result }
        take(last, &result)
        last = nil
        if result.id != nil, result.year != nil { return result }
        guard let pair = pair(in: line) else { return result }
        last = pair
      }
      if isEnd {
        if isWhole { take(last, &result) }
        return result
      }
      rest = rest[(line.endIndex + 1)...]
    }
  }

  private static func take(_ pair: (key: [UInt8], value: [UInt8])?, _ result: inout (id: String?, year: SchoolYear?)) {
    guard let pair else { return }
    let value = String(decoding: pair.value, as: UTF8.self)
    if pair.key.elementsEqual("id".utf8), result.id == nil, Identifier.isValid(value) { result.id = value }
    if pair.key.elementsEqual("school-year".utf8), result.year == nil { result.year = SchoolYear(value) }
  }

  /// A key and its value, if both are words of letters, digits and hyphens and only a comment comes after them.
  private static func pair(in line: ArraySlice<UInt8>) -> (key: [UInt8], value: [UInt8])? {
    let key = line.prefix { $0 != 0x3A }
    var rest = line[key.endIndex...].dropFirst()
    guard isWord(key), rest.first == 0x20 else { return nil }
    rest = rest.drop { $0 == 0x20 }
    let value = rest.prefix { $0 != 0x20 }
    let behind = rest[value.endIndex...].drop { $0 == 0x20 }
    guard isWord(value), behind.isEmpty || behind.first == 0x23 else { return nil }
    return (Array(key), Array(value))
  }

  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.first != 0x2D
      && bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
