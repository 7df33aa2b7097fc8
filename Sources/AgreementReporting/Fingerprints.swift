internal import Diagnostics
internal import TextSupport

/// Names for findings that stay when text above them moves: made from the rule, the path, the message and the line, never from
/// its number.
///
/// Findings alike in all of these are told apart by their order. Two hashes with different starts make 128 bits; nobody gains
/// anything from a collision.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  /// The fingerprint of a finding, as 32 hexadecimal digits.
  mutating func next(_ finding: ReportedFinding, path: String) -> String {
    let content = "\(finding.rule)\u{0}\(path)\u{0}\(finding.message)\u{0}\(finding.excerpt?.line ?? "")"
    let count = seen[content, default: 0]
    seen[content] = count + 1
    let text = count == 0 ? content : content + "\u{0}\(count)"
    return Self.digits(text, StableHash()) + Self.digits(text, StableHash(start: 0x6C62_272E_07BB_0142))
  }

  private static func digits(_ text: String, _ start: StableHash) -> String {
    var hash = start
    for byte in text.utf8 { hash.add(byte) }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
