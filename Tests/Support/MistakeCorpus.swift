/// The corpus of everyday slips in `Tests/Fixtures/mistakes.txt`, which explains its own form.
public enum MistakeCorpus {
  /// One slip.
  public struct Case: Sendable, CustomStringConvertible {
    /// Its name.
    public let description: String
    /// The whole file.
    public let bytes: [UInt8]
    /// What is said of it, as `line:column rule: message`.
    public let findings: [String]
  }

  /// All of them.
  public static let all: [Case] = (try? read()) ?? []

  private static func read() throws -> [Case] {
    var base: [[UInt8]] = []
    var cases: [Case] = []
    var name: String?
    var findings: [String] = []
    var lines: [[UInt8]] = []
    var next = 0
    func finish() {
      guard let name else { return }
      var bytes: [UInt8] = []
      for line in lines + base[min(next, base.count)...] { bytes += line }
      cases.append(Case(description: name, bytes: bytes, findings: findings))
    }
    for line in try Root.text("Tests/Fixtures/mistakes.txt").split(separator: "\n", omittingEmptySubsequences: false) {
      switch line.first {
      case "|" where name == nil: base.append(unescape(line.dropFirst()))
      case "=" where line.hasPrefix("=== "):
        finish()
        name = String(line.dropFirst(4))
        findings = []
        lines = []
        next = 0
      case "@" where name != nil:
        let place = (Int(line.dropFirst()) ?? 1) - 1
        lines += base[next..<max(next, place)]
        next = max(next, place)
      case "-" where name != nil: next += 1
      case "+" where name != nil: lines.append(unescape(line.dropFirst()))
      case nil, "#": break
      default: findings.append(String(line))
      }
    }
    finish()
    return cases
  }

  private static func unescape(_ text: Substring) -> [UInt8] {
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
