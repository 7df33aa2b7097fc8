/// A change of some lines on its way to a file, as the fixtures write it: `@N` goes to line N of the old text, `-` takes a line away,
/// `+` puts one in.
struct LineChange {
  private let base: [[UInt8]]
  private var lines: [[UInt8]] = []
  private var next = 0

  init(_ base: [[UInt8]]) { self.base = base }

  /// The whole file after the change.
  var bytes: [UInt8] { (lines + base[min(next, base.count)...]).flatMap(\.self) }

  /// Takes one line of the fixture.
  mutating func take(_ line: Substring) {
    switch line.first {
    case "@":
      let place = (Int(line.dropFirst()) ?? 1) - 1
      lines += base[next..<max(next, min(place, base.count))]
      next = max(next, place)
    case "-": next += 1
    default: lines.append(Self.unescape(line.dropFirst()))
    }
  }

  /// A line of a fixture: `\xNN` is a byte, `\t` a tab, `\r` a carriage return, and `\c` at the end leaves out the end of the line.
  static func unescape(_ text: Substring) -> [UInt8] {
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    var endsLine = true
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "\\"), let code = bytes.popFirst() else {
        result.append(byte)
        continue
      }
      switch code {
      case UInt8(ascii: "x"):
        result.append(UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        bytes = bytes.dropFirst(2)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "c"): endsLine = false
      default: result.append(code)
      }
    }
    if endsLine { result.append(0x0A) }
    return result
  }
}
