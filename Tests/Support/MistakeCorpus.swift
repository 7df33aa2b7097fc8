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
    /// The whole file after its help was followed to the letter; several where the help offers a choice.
    public let cures: [[UInt8]]
    /// Another file that says what the person meant; nil where the first cure does.
    public let meant: [UInt8]?
  }

  /// The agreement that the cases change.
  public static let base: [UInt8] = all.first { $0.description == "no-slip" }?.bytes ?? []

  /// All of them.
  public static let all: [Case] = (try? read()) ?? []

  /// What the lines of a change belong to.
  private enum Part {
    case slip
    case cure
    case meant
  }

  /// A change of the base on its way to a file.
  private struct Change {
    let base: [[UInt8]]
    private var lines: [[UInt8]] = []
    private var next = 0

    init(_ base: [[UInt8]]) { self.base = base }

    mutating func go(to place: Int) {
      lines += base[next..<max(next, min(place, base.count))]
      next = max(next, place)
    }
    mutating func remove() { next += 1 }
    mutating func add(_ line: [UInt8]) { lines.append(line) }
    var bytes: [UInt8] { (lines + base[min(next, base.count)...]).flatMap(\.self) }
  }

  private static func read() throws -> [Case] {
    var base: [[UInt8]] = []
    var cases: [Case] = []
    var name: String?
    var findings: [String] = []
    var changes: [(part: Part, change: Change)] = []
    func bytes(_ part: Part) -> [[UInt8]] { changes.filter { $0.part == part }.map(\.change.bytes) }
    func finish() {
      guard let name, let slip = bytes(.slip).first else { return }
      cases.append(
        Case(
          description: name, bytes: slip, findings: findings, cures: bytes(.cure), meant: bytes(.meant).first))
    }
    for line in try Root.text("Tests/Fixtures/mistakes.txt").split(separator: "\n", omittingEmptySubsequences: false) {
      let last = changes.count - 1
      switch line.first {
      case "|" where name == nil: base.append(unescape(line.dropFirst()))
      case "=" where line.hasPrefix("=== "):
        finish()
        name = String(line.dropFirst(4))
        findings = []
        changes = [(.slip, Change(base))]
      case "=" where line == "=> cured": changes.append((.cure, Change(base)))
      case "=" where line == "=> meant": changes.append((.meant, Change(base)))
      case "@" where last >= 0: changes[last].change.go(to: (Int(line.dropFirst()) ?? 1) - 1)
      case "-" where last >= 0: changes[last].change.remove()
      case "+" where last >= 0: changes[last].change.add(unescape(line.dropFirst()))
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
