import Agreement
import AgreementLint
@testable import AgreementReporting
import Diagnostics
import Testing

/// Reports keep what matters most, and say what they leave out.
@Suite struct HostileSARIFTests {
  /// SARIF 2.1.0, 3.11.5 and 3.11.6.
  @Test(arguments: [
    ("plain", "plain"), ("{0} is {x", "{{0}} is {{x"), ("}", "}}"), ("[a, b]", "[a, b]"),
    ("[D](https://evil.example)", "\\[D\\](https://evil.example)"), ("[[D]](1)", "\\[\\[D\\]\\](1)"),
    ("a \\[D](1)", "a \\\\\\[D\\](1)"), ("[D] (1)", "[D] (1)"), ("[D](1) {0}", "\\[D\\](1) {{0}}"), ("", ""),
  ])
  func messagesHaveNoLinksAndArguments(text: String, escaped: String) {
    #expect(SARIFText.escape(text) == escaped)
  }

  private final class CountingStore: ResultStore {
    private let inner = MemoryStore()
    nonisolated(unsafe) var count = 0

    func add(_ line: String) {
      count += 1
      inner.add(line)
    }

    func forEach(_ body: (String) -> Void) { inner.forEach(body) }
  }

  /// Results that cannot be among the most important anymore are not kept: at most four times as many wait as are shown.
  @Test func whatWaitsHasALimit() {
    let store = CountingStore()
    var results = RankedResults(most: 10, in: store)
    for number in 0..<1_000 { results.add("none \(number)", nil) }
    for number in 0..<1_000 { results.add("info \(number)", .info) }
    for number in 0..<1_000 { results.add("warning \(number)", .warning) }
    for number in 0..<4 { results.add("error \(number)", .error) }
    var kept: [String] = []
    results.forEach { kept.append($0) }
    #expect(kept == (0..<6).map { "warning \($0)" } + (0..<4).map { "error \($0)" })
    #expect(results.total == 3_004 && store.count <= 40)
  }

  /// Those that are kept stay in the order in which they came.
  @Test func theOrderStays() {
    var results = RankedResults(most: 3, in: MemoryStore())
    for (text, level) in [("a", Level.info), ("b", .error), ("c", .warning), ("d", .error), ("e", .info)] {
      results.add(text, level)
    }
    var kept: [String] = []
    results.forEach { kept.append($0) }
    #expect(kept == ["b", "c", "d"])
  }

  private static func file(_ name: String, _ level: Level, _ help: String, count: Int) -> ReportedFile {
    let source = SourceFile(name: name, bytes: Array("format: 1\n".utf8))
    let diagnostic = Diagnostic(.unknownKey, at: SourceRange(start: 0, end: 6), "found \(level) in \(name)", help: help)
    return ReportedFile(
      source, Array(repeating: Finding(diagnostic: diagnostic, level: level), count: count),
      withheld: WithheldTexts.none)
  }

  /// Errors come last here, and still they are what is shown.
  @Test(arguments: [100, 20_000])
  func theSummaryOfAStepIsCutWorstFirst(length: Int) {
    var page = MarkdownSummary()
    let lines = "paste this:\n" + String(repeating: "x: y\n", count: length / 5)
    for number in 0..<300 { page.add(Self.file("w\(number)", .warning, lines, count: 3)) }
    for number in 0..<30 { page.add(Self.file("e\(number)", .error, lines, count: 1)) }
    let text = page.text(ReportSummary())
    #expect(text.utf8.count <= MarkdownSummary.mostBytes)
    #expect(text.contains("more findings are not shown, because this page can only be so long"))
    for number in 0..<30 { #expect(text.contains("found error in e\(number)<br>"), "\(number) of \(length)") }
    #expect(page.text(ReportSummary(), mostBytes: 5_000).utf8.count <= 5_000)
    #expect(page.text(ReportSummary(), mostBytes: 10) == "")
  }
}
