/// The corpus of everyday slips in `Tests/Fixtures/mistakes.txt`, which explains its own form.
package enum MistakeCorpus {
  /// One slip.
  package struct Case: Sendable, CustomStringConvertible {
    /// Its name.
    package let description: String
    /// The whole file.
    package let bytes: [UInt8]
    /// What is said of it, as `line:column rule: message`.
    package let findings: [String]
    /// The whole file after its help was followed to the letter; several where the help offers a choice.
    package let cures: [[UInt8]]
    /// Another file that says what the person meant; nil where the first cure does.
    package let meant: [UInt8]?
    /// Why nobody can say what the file is after its cure.
    package let whyUncured: String?
  }

  /// The agreement that the cases change.
  package static let base: [UInt8] = all.first { $0.description == "no-slip" }?.bytes ?? []

  /// All of them.
  package static let all: [Case] = (try? read()) ?? []

  /// What the lines of a change belong to.
  private enum Part {
    case slip
    case cure
    case meant
  }

  private static func read() throws -> [Case] {
    var base: [[UInt8]] = []
    var cases: [Case] = []
    var name: String?
    var findings: [String] = []
    var changes: [(part: Part, change: LineChange)] = []
    var reason: String?
    func bytes(_ part: Part) -> [[UInt8]] { changes.filter { $0.part == part }.map(\.change.bytes) }
    func finish() {
      guard let name, let slip = bytes(.slip).first else { return }
      cases.append(
        Case(
          description: name, bytes: slip, findings: findings, cures: bytes(.cure), meant: bytes(.meant).first,
          whyUncured: reason))
    }
    for line in try Root.text("Tests/Fixtures/mistakes.txt").split(separator: "\n", omittingEmptySubsequences: false) {
      let last = changes.count - 1
      switch line.first {
      case "|" where name == nil: base.append(LineChange.unescape(line.dropFirst()))
      case "=" where line.hasPrefix("=== "):
        finish()
        name = String(line.dropFirst(4))
        findings = []
        reason = nil
        changes = [(.slip, LineChange(base))]
      case "=" where line == "=> cured": changes.append((.cure, LineChange(base)))
      case "=" where line == "=> meant": changes.append((.meant, LineChange(base)))
      case "?": reason = String(line.dropFirst(2))
      case "@", "-", "+": if last >= 0 { changes[last].change.take(line) }
      case nil, "#": break
      default: findings.append(String(line))
      }
    }
    finish()
    return cases
  }
}
