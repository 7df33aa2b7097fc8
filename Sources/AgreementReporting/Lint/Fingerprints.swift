internal import Diagnostics
internal import TextSupport

/// Names for findings that stay the same when text above them moves: made from the rule, the path, the message and the
/// line's text, never from its number.
///
/// Findings with all of these in common are distinguished by their order. Those of one file come together, and if the
/// file comes again, they are findings of other rules, so nothing is kept of the files before.
struct Fingerprints {
  private var path: ReportPath?
  private var seen: [String: Int] = [:]

  /// The fingerprint of a finding, as 32 hexadecimal digits.
  mutating func next(_ finding: ReportedFinding, at path: ReportPath) -> String {
    let content = "\(finding.rule)\u{0}\(path.text)\u{0}\(finding.message)\u{0}\(finding.excerpt?.line ?? "")"
    if path != self.path {
      self.path = path
      seen = [:]
    }
    let count = seen[content, default: 0]
    seen[content] = count + 1
    return StableHash.fingerprint(of: count == 0 ? content : content + "\u{0}\(count)")
  }
}
