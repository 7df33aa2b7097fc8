public import Agreement

/// The id and the school year of an agreement, found without reading all of it.
///
/// A district has thousands of files, and which ones belong together has to be known before any of them is read.
public struct AgreementHead: Sendable {
  /// What names the agreement in every year.
  public let id: String
  /// Its school year.
  public let year: SchoolYear

  /// Looks for the lines `id:` and `school-year:` at the outermost level; nil where they are not there in their plain form.
  public init?(_ bytes: [UInt8]) {
    guard let id = Self.id(in: bytes), let text = Self.value(of: "school-year:", in: bytes), let year = SchoolYear(text)
    else { return nil }
    self.id = id
    self.year = year
  }

  /// Takes what was read.
  public init(id: String, year: SchoolYear) {
    self.id = id
    self.year = year
  }

  /// The id alone.
  static func id(in bytes: [UInt8]) -> String? {
    value(of: "id:", in: bytes).flatMap { Identifier.isValid($0) ? $0 : nil }
  }

  /// The value of a line at the outermost level, without its comment and quotes.
  private static func value(of key: StaticString, in bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      let count = key.utf8CodeUnitCount
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while start + count < bytes.count {
        var isFound = true
        for index in 0..<count where bytes[start + index] != key.utf8Start[index] {
          isFound = false
          break
        }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        if isFound {
          let value = bytes[(start + count)..<end].drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
          return String(decoding: value.prefix { ![0x20, 0x09, 0x22, 0x27, 0x23].contains($0) }, as: UTF8.self)
        }
        start = end + 1
      }
      return nil
    }
  }
}
