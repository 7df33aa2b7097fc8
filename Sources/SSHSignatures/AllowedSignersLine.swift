/// The parts of a line of `allowed-signers`, as ssh-keygen takes it apart.
enum AllowedSignersLine {
  /// The names at the start, between commas and perhaps in quotes, and what comes after them; nil if a quote is not
  /// closed or nothing comes after.
  static func names(_ text: [UInt8]) -> (names: [String], rest: ArraySlice<UInt8>)? {
    let word: ArraySlice<UInt8>
    let rest: ArraySlice<UInt8>
    if text.first == 0x22 {
      guard let end = text[1...].firstIndex(of: 0x22) else { return nil }
      (word, rest) = (text[1..<end], text[(end + 1)...])
    } else {
      let end = text.firstIndex { isSpace($0) } ?? text.count
      (word, rest) = (text[..<end], text[end...])
    }
    let after = rest.drop(while: isSpace)
    guard !after.isEmpty else { return nil }
    return (word.split(separator: 0x2C).map { String(decoding: $0, as: UTF8.self) }, after)
  }

  /// The kind of a key and the key, if a text begins with them.
  static func keyType(_ text: ArraySlice<UInt8>) -> (type: String, key: ArraySlice<UInt8>)? {
    let type = text.prefix { !isSpace($0) }
    guard type.starts(with: "ssh-".utf8) || type.starts(with: "ecdsa-".utf8) || type.starts(with: "sk-".utf8) else {
      return nil
    }
    let key = text.dropFirst(type.count).drop(while: isSpace).prefix { !isSpace($0) }
    return key.isEmpty ? nil : (String(decoding: type, as: UTF8.self), key)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension AllowedSigners {
  /// What a line allows its key to do.
  struct Options: Sendable {
    /// Whether the key only makes certificates.
    var isAuthority = false
    /// The patterns of namespaces; nil for all.
    var namespaces: String?
    /// The first and the last moment, as `YYYYMMDD` with perhaps a time; nil for none.
    var validAfter: String?
    var validBefore: String?

    /// Reads options at the start of a text, and returns what comes after them.
    static func read(_ text: ArraySlice<UInt8>) throws(Unreadable) -> (Options, ArraySlice<UInt8>) {
      var result = Options()
      var rest = text
      while true {
        let name = String(
          decoding: rest.prefix { $0 != 0x3D && $0 != 0x2C && !AllowedSignersLine.isSpace($0) }, as: UTF8.self)
        rest = rest.dropFirst(name.utf8.count)
        var value: String?
        if rest.first == 0x3D {
          guard rest.dropFirst().first == 0x22 else {
            throw Unreadable(
              message: "the value of `\(name.prefix(60))` needs quotation marks: `\(name.prefix(60))=\"…\"`")
          }
          let inside = rest.dropFirst(2)
          guard let end = inside.firstIndex(of: 0x22) else {
            throw Unreadable(message: "the quotation mark after `\(name.prefix(60))=` is not closed")
          }
          value = String(decoding: inside[..<end], as: UTF8.self)
          rest = inside[(end + 1)...]
        }
        try result.take(name.lowercased(), value)
        guard rest.first == 0x2C else { break }
        rest = rest.dropFirst()
      }
      return (result, rest.drop(while: AllowedSignersLine.isSpace))
    }

    private mutating func take(_ name: String, _ value: String?) throws(Unreadable) {
      switch (name, value) {
      case ("cert-authority", nil): isAuthority = true
      case ("namespaces", let value?): namespaces = value
      case ("valid-after", let value?): validAfter = try Self.moment(value)
      case ("valid-before", let value?): validBefore = try Self.moment(value)
      default:
        throw Unreadable(
          message:
            "`\(name.prefix(60))` is neither a key nor an option; there are `cert-authority`, `namespaces=\"…\"`, `valid-after=\"…\"` and `valid-before=\"…\"`"
        )
      }
    }

    /// Checks the form of a moment: a day, perhaps with a time and with `Z` for Greenwich.
    private static func moment(_ text: String) throws(Unreadable) -> String {
      let digits = text.last == "Z" ? String(text.dropLast()) : text
      guard [8, 12, 14].contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw Unreadable(message: "`\(text.prefix(60))` is not a day as ssh-keygen takes it: \"20260801\"")
      }
      return digits
    }

    /// Whether the line is for agreements, among other things. Patterns are left to ssh-keygen.
    var isForAgreements: Bool {
      guard let namespaces else { return true }
      return namespaces.split(separator: ",").contains { $0 == SSHSignature.namespace || $0.contains("*") }
    }

    /// Whether the line allows signing on a day, given as `YYYYMMDD`, at noon.
    func allows(day: String) -> Bool {
      func isBefore(_ moment: String, _ other: String) -> Bool {
        moment + String(repeating: "0", count: max(0, 14 - moment.utf8.count)) <= other
      }
      let noon = day + "120000"
      if let validAfter, !isBefore(validAfter, noon) { return false }
      if let validBefore, isBefore(validBefore, noon) { return false }
      return true
    }
  }
}
