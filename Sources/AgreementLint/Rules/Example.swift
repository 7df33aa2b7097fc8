internal import Agreement
package import Diagnostics
internal import YAMLSyntax

/// A fragment of an agreement on which a rule reports something or nothing.
package struct Example: Sendable {
  /// The fragment, without markers.
  package let text: String
  /// The expected findings, in file order.
  package let findings: [Expectation]
  /// The day that counts as today, as `YYYY-MM-DD`.
  package let today: String
  /// Exact bytes instead of the text, for an example that is not UTF-8.
  package let bytes: [UInt8]?
  /// The name of the file, for rules that depend on it.
  package let path: String
  /// The other files of the repository, with their names.
  package let beside: [(path: String, text: String)]
  /// The text after the fix, if the example states it.
  package let fixed: String?
  /// The text after following the help to the letter, if the help says exactly what to type.
  package let cured: String?
  /// Other rules to run with it.
  package let companions: [RuleID]
  /// What `concord.yaml` says there; empty for the defaults.
  package let configured: String
  /// The address of whoever committed the signatures in it; nil if nobody asks.
  private var author: String?

  /// The same example with its signatures in a commit of somebody.
  func committed(by address: String) -> Example {
    var result = self
    result.author = address
    return result
  }

  private var origins: SignatureOrigins? {
    guard let author else { return nil }
    return { _ in [SignatureOrigin(commit: "4c1f09ab27", address: author)] }
  }

  /// One finding that an example expects.
  package struct Expectation: Sendable {
    /// The UTF-8 byte offsets in `text`.
    package let range: Range<Int>
    /// The message.
    package let message: String
    /// The help, if the example states it.
    package let help: String?
  }

  /// Makes an example that passes.
  package init(
    _ text: String, today: String = Example.standardDay, path: String = Example.standardPath,
    beside: [(path: String, text: String)] = [], with companions: [RuleID] = [], configured: String = ""
  ) {
    self.text = text
    findings = []
    self.today = today
    bytes = nil
    self.path = path
    self.beside = beside
    fixed = nil
    cured = nil
    self.companions = companions
    self.configured = configured
  }

  /// Makes an example that fails once, with the range between `↓` and `↑`.
  package init(
    _ marked: String, _ message: String, help: String? = nil, today: String = Example.standardDay,
    path: String = Example.standardPath, beside: [(path: String, text: String)] = [], fixed: String? = nil,
    cured: String? = nil, with companions: [RuleID] = [], configured: String = ""
  ) {
    self.init(
      marked, [(message, help)], today: today, path: path, beside: beside, fixed: fixed, cured: cured,
      with: companions, configured: configured)
  }

  /// Makes an example that fails several times, with each range between `↓` and `↑`.
  package init(
    _ marked: String, _ expected: [(message: String, help: String?)], today: String = Example.standardDay,
    path: String = Example.standardPath, beside: [(path: String, text: String)] = [], fixed: String? = nil,
    cured: String? = nil, with companions: [RuleID] = [], configured: String = ""
  ) {
    var text: [UInt8] = []
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "↓": starts.append(text.count)
      case "↑": ranges.append((starts.popLast() ?? text.count)..<text.count)
      default: text.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    findings = zip(ranges, expected).map { Expectation(range: $0, message: $1.message, help: $1.help) }
    self.today = today
    bytes = nil
    self.path = path
    self.beside = beside
    self.fixed = fixed
    self.cured = cured
    self.companions = companions
    self.configured = configured
  }

  /// Makes an example of bytes that are not text; the finding is at the given place.
  package init(bytes: [UInt8], at range: Range<Int>, _ message: String) {
    text = String(decoding: bytes, as: UTF8.self)
    findings = [Expectation(range: range, message: message, help: nil)]
    today = Example.standardDay
    self.bytes = bytes
    path = Example.standardPath
    beside = []
    fixed = nil
    cured = nil
    companions = []
    configured = ""
  }

  /// The day on which examples are checked unless they name another.
  package static let standardDay = "2026-09-01"

  /// The name of an example's file unless it needs another.
  package static let standardPath = "example.agreement.yaml"

  /// The settings of `configured`.
  package var settings: LintSettings {
    guard !configured.isEmpty else { return .standard }
    let source = SourceFile(name: "concord.yaml", bytes: Array((configured + "\n").utf8))
    return Configuration.read(source).configuration?.settings ?? .standard
  }

  /// What a rule finds in the example, or in the same example with other bytes.
  package func findings(of rule: Rule, in bytes: [UInt8]? = nil) -> [Finding] {
    guard let day = CalendarDate(today.utf8) else { return [] }
    let source = SourceFile(name: path, bytes: bytes ?? self.bytes ?? Array(text.utf8))
    let linter = Linter(
      rules: [rule] + Rule.all.filter { companions.contains($0.id) }, settings: settings, today: day, origins: origins)
    let readings =
      [AgreementReader.read(source)]
      + beside.map { AgreementReader.read(SourceFile(name: $0.path, bytes: Array($0.text.utf8))) }
    let found = linter.lint(readings[0])
    let facts = readings.compactMap { linter.facts(of: $0) }.sorted { $0.path < $1.path }
    let across = linter.lint(facts).filter { facts[$0.file].path == path }.map(\.finding)
    return (found + across).filter { $0.diagnostic.rule == rule.id && $0.suppression == nil }
  }

  /// What all rules find in the example, or in the same example with another text or another name.
  package func allFindings(in text: String? = nil, path: String? = nil) -> [Finding] {
    guard let day = CalendarDate(today.utf8) else { return [] }
    let linter = Linter(settings: settings, today: day, origins: origins)
    let path = path ?? self.path
    let readings = ([(path: path, text: text ?? self.text)] + beside).map {
      AgreementReader.read(SourceFile(name: $0.path, bytes: Array($0.text.utf8)))
    }
    let facts = readings.compactMap { linter.facts(of: $0) }.sorted { $0.path < $1.path }
    let across = linter.lint(facts).filter { facts[$0.file].path == path }.map(\.finding)
    return (linter.lint(readings[0]) + across).filter { $0.suppression == nil }
  }
}
