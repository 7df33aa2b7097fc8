/// Reads values as SSH sends them (RFC 4251, section 5): numbers of four bytes, and strings after their length.
struct SSHWire {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

  /// Whether everything was read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Some bytes; nil if there are not so many.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A number of four bytes.
  mutating func number() -> UInt32? { bytes(4)?.reduce(0) { $0 << 8 | UInt32($1) } }

  /// A string.
  mutating func string() -> ArraySlice<UInt8>? { number().flatMap { bytes(Int($0)) } }

  /// A string that is a name of ASCII characters.
  mutating func name() -> String? {
    string().flatMap { name in
      name.allSatisfy { (0x21...0x7E).contains($0) } ? String(decoding: name, as: UTF8.self) : nil
    }
  }

  /// Reads several strings without looking at them; false if there are not so many.
  mutating func skipStrings(_ count: Int) -> Bool { (0..<count).allSatisfy { _ in string() != nil } }
}
