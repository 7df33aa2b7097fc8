internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import Diagnostics
internal import YAMLSyntax

/// What holds for any bytes whatever; the mutation tests and the fuzzer check the same.
///
/// It walks the registries, so that a later rule, format or fix joins by itself.
public enum Invariants {
  private static let linter = CalendarDate("2026-11-22".utf8).map { Linter(today: $0) }

  /// Reads, lints and reports some bytes; what does not hold, in words.
  public static func violations(in bytes: [UInt8]) -> [String] {
    guard let linter else { return ["no such day"] }
    var result: [String] = []
    let source = SourceFile(name: "mutant.agreement.yaml", bytes: bytes)
    let reading = AgreementReader.read(source)
    let findings = linter.lint(reading)
    let isText = String(validating: bytes, as: UTF8.self) != nil
    for finding in findings {
      let diagnostic = finding.diagnostic
      for range in [diagnostic.range] + diagnostic.notes.map(\.range) {
        if Int(range.end) > bytes.count || range.start > range.end {
          result.append("\(diagnostic) lies outside")
        } else if isText, !isBoundary(Int(range.start), bytes) || !isBoundary(Int(range.end), bytes) {
          result.append("\(diagnostic) splits a character")
        }
      }
      if diagnostic.help?.isEmpty != false { result.append("\(diagnostic) does not help") }
      if let fix = diagnostic.fix { result += violations(of: fix, for: finding, reading, linter) }
    }
    if reading.isSound != (reading.canonicalForm != nil) { result.append("sound without canonical form") }
    if !reading.isSound, reading.diagnostics.isEmpty { result.append("not sound, and nothing is said") }
    let again = linter.lint(AgreementReader.read(source))
    if again.map(\.diagnostic) != findings.map(\.diagnostic) { result.append("another result the second time") }
    let reported = ReportedFile(source, findings)
    var summary = ReportSummary()
    summary.add(reported)
    // One format in turn, for all of them take longer than everything else together.
    for format in [ReportFormat.all[bytes.count % ReportFormat.all.count]] {
      var reporter = format.make(TextStyle(colored: false))
      let output = reporter.file(reported) + reporter.finish(summary)
      if output.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F }) {
        result.append("\(format.name) lets a control character through")
      }
    }
    // Settings and baselines are read as agreements are, so that a part of the mutants has to do.
    if bytes.count % 4 == 0 { result += violations(ofSettings: source) }
    for finding in reported.findings where finding.start.line < 1 || finding.start.column < 1 {
      result.append("\(finding.rule) has no place")
    }
    return result
  }

  /// The same bytes as settings and as a baseline: read to the end, with places inside, and nothing wrong without a word.
  private static func violations(ofSettings source: SourceFile) -> [String] {
    var result: [String] = []
    let settings = Configuration.read(source)
    let baseline = Baseline.read(source)
    for diagnostic in settings.diagnostics + baseline.diagnostics {
      if Int(diagnostic.range.end) > source.bytes.count { result.append("\(diagnostic) lies outside") }
      if diagnostic.help?.isEmpty != false { result.append("\(diagnostic) does not help") }
    }
    if settings.configuration == nil, settings.diagnostics.isEmpty {
      result.append("settings are refused, and nothing is said")
    }
    if baseline.baseline == nil, baseline.diagnostics.isEmpty {
      result.append("a baseline is refused, and nothing is said")
    }
    return result
  }

  /// A fix has sorted edits inside the file; a safe one removes its finding, adds none and keeps the digest.
  private static func violations(
    of fix: Fix, for finding: Finding, _ reading: AgreementReading, _ linter: Linter
  ) -> [String] {
    let source = reading.document.source
    var end: UInt32 = 0
    for edit in fix.edits {
      guard edit.range.start >= end, edit.range.end >= edit.range.start, Int(edit.range.end) <= source.bytes.count
      else {
        return ["the fix of \(finding.diagnostic) does not fit"]
      }
      end = edit.range.end
    }
    // Where the file has errors, what a repair brings to light is not its fault.
    guard fix.safety == .safe, reading.isSound else { return [] }
    let fixed = SourceFile(name: source.name, bytes: fix.applied(to: source.bytes))
    let after = AgreementReader.read(fixed)
    if after.canonicalForm != reading.canonicalForm {
      return ["the safe fix of \(finding.diagnostic) changes what is signed"]
    }
    let before = linter.lint(reading).map(\.diagnostic.message).sorted()
    let left = linter.lint(after).map(\.diagnostic.message).sorted()
    if left.count >= before.count { return ["the safe fix of \(finding.diagnostic) leaves \(left) of \(before)"] }
    return []
  }

  private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
