/// A string of a canonical form, with the keys that lead to it; items of lists have no key.
struct CanonicalLeaf: CustomStringConvertible {
  let path: [String]
  let text: String

  var description: String { "\(path.joined(separator: ".")): \(text)" }

  /// All strings of a canonical form. It has objects, arrays and strings, no white space, and only the escapes of quotes
  /// and backslashes.
  static func all(in json: [UInt8]) -> [CanonicalLeaf] {
    var result: [CanonicalLeaf] = []
    var rest = json[...]
    func string() -> String {
      var bytes: [UInt8] = []
      rest.removeFirst()
      while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
          bytes.append(escaped)
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    func value(_ path: [String]) {
      switch rest.first {
      case UInt8(ascii: "{"):
        rest.removeFirst()
        while rest.first != UInt8(ascii: "}") {
          if rest.first == UInt8(ascii: ",") { rest.removeFirst() }
          let key = string()
          rest.removeFirst()
          value(path + [key])
        }
        rest.removeFirst()
      case UInt8(ascii: "["):
        rest.removeFirst()
        while rest.first != UInt8(ascii: "]") {
          if rest.first == UInt8(ascii: ",") { rest.removeFirst() }
          value(path)
        }
        rest.removeFirst()
      default: result.append(CanonicalLeaf(path: path, text: string()))
      }
    }
    value([])
    return result
  }
}
