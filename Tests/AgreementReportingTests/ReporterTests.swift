import Agreement
import AgreementLint
import AgreementReporting
import Diagnostics
import TestSupport
import Testing

/// All formats on one report that holds the texts which a reader of the output must never be fooled by.
@Suite struct ReporterTests {
  private static let hostile = "\u{1B}[2J\u{202E}::error::x\r::set-output name=a::b ]]> <script>é名\u{7}"

  private static func report(_ format: ReportFormat) -> String {
    let text = "format: 1\nnorms: \(hostile)\nx: |\n  two\n"
    let source = SourceFile(name: "a\u{1B}b\n::error::/2026-27.agreement.yaml", bytes: Array(text.utf8))
    let start = UInt32(17)
    let end = UInt32(17 + hostile.utf8.count)
    let findings = [
      Finding(
        diagnostic: Diagnostic(
          .normsMissing, at: SourceRange(start: start, end: end), "found \"\(hostile)\"",
          help: "type\n\(hostile)",
          notes: [Note(at: SourceRange(start: 0, end: 6), "because \(hostile)")],
          fix: Fix(.safe, [Edit(SourceRange(start: start, end: end), with: hostile.utf8)])), level: .error),
      Finding(
        diagnostic: Diagnostic(.topicUnanswered, at: SourceRange(start: 0, end: 0), "empty range"),
        level: .warning),
    ]
    var reporter = format.make(TextStyle(colored: false))
    var summary = ReportSummary()
    let file = ReportedFile(source, findings)
    summary.add(file)
    return reporter.file(file) + reporter.finish(summary)
  }

  @Test(arguments: ReportFormat.all.map(\.name))
  func nothingHostileGetsThrough(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    let output = Self.report(format)
    let wrong = output.unicodeScalars.filter { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x7F) }
    #expect(wrong.map { String($0.value, radix: 16) } == [], "\(name)")
    #expect(!output.unicodeScalars.contains("\u{202E}"))
    for line in output.split(separator: "\n") where name != "github" { #expect(!line.hasPrefix("::")) }
  }

  /// Each line is one workflow command, as the runner's own grammar has it, and it says what it should.
  @Test func gitHubCommandsAreWellFormed() throws {
    let lines = Self.report(.github).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let match = try #require(line.wholeMatch(of: /::(error|warning|notice) ([^:]*)::(.*)/))
      let properties = match.2.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
      #expect(properties.map { String($0[0]) }.prefix(3) == ["file", "line", "endLine"])
      // `%` stands before the codes of the escapes only.
      for part in match.2.split(separator: "%").dropFirst() { #expect(["25", "3A", "2C"].contains(part.prefix(2))) }
      for part in match.3.split(separator: "%").dropFirst() { #expect(["25", "0A"].contains(part.prefix(2))) }
    }
    #expect(lines[1].contains("title=topic-unanswered::empty range"))
  }

  @Test func fingerprintsStayWhenTextAboveMoves() throws {
    func prints(_ text: String) throws -> [Substring] {
      let today = try #require(CalendarDate("2026-09-01".utf8))
      let source = SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8))
      var reporter = ReportFormat.gitlab.make(TextStyle(colored: false))
      let output = reporter.file(ReportedFile(source, Linter(today: today).lint(AgreementReader.read(source))))
      return output.matches(of: /"fingerprint":"([0-9a-f]{32})"/).map(\.1)
    }
    let text = "format: 1\nnorms: {agreed: x, agred: y}\nmeetings: {schdule: 1, schdule: 2}\nfoo: 1\n"
    let before = try prints(text)
    #expect(Set(before).count == before.count && before.count > 4)
    #expect(try prints("# a comment\n\n\n" + text) == before)
  }

  /// What a privacy rule found is nowhere in any report, not even as the line of the file.
  @Test(arguments: ReportFormat.all.map(\.name))
  func privateTextIsNeverPrinted(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    let today = try #require(CalendarDate(Example.standardDay.utf8))
    let privacy = Rule.all.filter { $0.category == .privacy }
    #expect(privacy.count >= 4)
    for rule in privacy {
      for example in rule.failing {
        let source = SourceFile(name: "x.agreement.yaml", bytes: Array(example.text.utf8))
        let file = ReportedFile(source, Linter(rules: [rule], today: today).lint(AgreementReader.read(source)))
        #expect(!file.findings.isEmpty)
        var reporter = format.make(TextStyle(colored: false))
        let output = reporter.file(file) + reporter.finish(ReportSummary())
        // SARIF brings the words of all rules along.
        var other = format.make(TextStyle(colored: false))
        let own =
          other.finish(ReportSummary()) + "(not shown, because it may be private)"
          + file.findings.map { $0.message + ($0.help ?? "") }.joined()
        for finding in example.findings {
          let secret = String(decoding: source.bytes[finding.range], as: UTF8.self)
          #expect(!output.contains(secret))
          for word in secret.split(separator: " ") where word.count > 4 && !own.contains(word) {
            #expect(!output.contains(word), "\(word) in \(name)")
          }
        }
      }
    }
  }

  /// Where everybody may read the output, the lines that heuristic rules point at stay away, too.
  @Test func heuristicsCanBeWithheld() throws {
    let today = try #require(CalendarDate(Example.standardDay.utf8))
    for rule in Rule.all where rule.isHeuristic && rule.category != .privacy {
      let example = try #require(rule.failing.first)
      let source = SourceFile(name: "x", bytes: example.bytes ?? Array(example.text.utf8))
      let reading = AgreementReader.read(source)
      let shown = ReportedFile(source, Linter(rules: [rule], today: today).lint(reading))
      let withheld = ReportedFile(source, Linter(rules: [rule], today: today, withholdsHeuristics: true).lint(reading))
      #expect(shown.findings.allSatisfy { $0.excerpt != nil } && !shown.findings.isEmpty)
      #expect(withheld.findings.allSatisfy { $0.excerpt == nil } && withheld.findings.count == shown.findings.count)
    }
  }

  /// A file with two findings at one place, an error and a warning.
  private static func twins(_ name: String, _ count: Int = 1) -> ReportedFile {
    let source = SourceFile(name: name, bytes: Array("format: 1\n".utf8))
    let diagnostic = Diagnostic(.unknownKey, at: SourceRange(start: 0, end: 6), "found", help: "type")
    let findings = (0..<count).flatMap { _ in
      [Finding(diagnostic: diagnostic, level: .error), Finding(diagnostic: diagnostic, level: .warning)]
    }
    return ReportedFile(source, findings)
  }

  /// Services take two tests of one name for one, and a failed test for a failed run.
  @Test func testsOfJUnitHaveNamesOfTheirOwnAndFailAsTheRunDoes() throws {
    for (level, failures) in [(Level?.none, 0), (.error, 2), (.warning, 4), (.info, 4)] {
      var reporter = ReportFormat.junit.make(TextStyle(colored: false), failingAt: level)
      let output = reporter.file(Self.twins("a")) + reporter.file(Self.twins("b")) + reporter.finish(ReportSummary())
      let names = output.matches(of: /<testcase (name="[^"]*" classname="[^"]*")/).map(\.1)
      #expect(names.count == 4 && Set(names).count == 4, "\(names)")
      #expect(output.matches(of: /<failure\s/).count == failures)
      #expect(output.contains("failures=\"\(failures / 2)\""))
    }
  }

  /// GitHub refuses a file with more results, so the least important are left out, and somebody hears of it.
  @Test func theWorstStayInALongSARIFReport() {
    var reporter = ReportFormat.sarif.make(TextStyle(colored: false))
    var output = ""
    for number in 0..<300 { output += reporter.file(Self.twins("f\(number)", 100)) }
    output += reporter.finish(ReportSummary())
    // 30,000 errors and as many warnings.
    #expect(output.matches(of: /"ruleId":/).count == 25_000)
    #expect(!output.contains("\"level\":\"warning\",\"message\""))
    #expect(reporter.remarks.count == 1 && reporter.remarks[0].contains("25000 most important of 60000 findings"))
    var short = ReportFormat.sarif.make(TextStyle(colored: false))
    _ = short.file(Self.twins("a")) + short.finish(ReportSummary())
    #expect(short.remarks == [])
  }

  @Test func formatsAreSorted() {
    #expect(ReportFormat.all.map(\.name) == ReportFormat.all.map(\.name).sorted())
  }

  @Test func shortIsOneLineAFinding() {
    #expect(
      Self.report(.short).split(separator: "\n").map { $0.suffix(40) }.last
        == "1:1: warning: empty range [topic-unanswered]".suffix(40))
  }

  @Test func textUnderlinesTheWholeRange() {
    let source = SourceFile(name: "x.agreement.yaml", bytes: Array("format: 1\n名: Grüße: heute\nid: x\n".utf8))
    let findings = [
      Finding(
        diagnostic: Diagnostic(
          .yamlSyntax, at: SourceRange(start: 15, end: 31), "a colon", help: "quote it\n  x: y",
          notes: [Note(at: SourceRange(start: 0, end: 6), "first")]),
        level: .error)
    ]
    var reporter = ReportFormat.text.make(TextStyle(colored: false))
    #expect(
      reporter.file(ReportedFile(source, findings)) == """
        x.agreement.yaml:2:4: error[yaml-syntax] a colon
        2 | 名: Grüße: heute
          |     ^^^^^^^^^^^^
        1 | format: 1
          | ------ first
          help: quote it
          x: y


        """)
  }

  @Test func colorOnlyAddsCodes() {
    let source = SourceFile(name: "x.agreement.yaml", bytes: Array("format: 1\n".utf8))
    let findings = [
      Finding(diagnostic: Diagnostic(.yamlSyntax, at: SourceRange(start: 0, end: 6), "m", help: "h"), level: .error)
    ]
    var plain = ReportFormat.text.make(TextStyle(colored: false))
    var colored = ReportFormat.text.make(TextStyle(colored: true))
    let file = ReportedFile(source, findings)
    let text = colored.file(file)
    #expect(text.contains("\u{1B}[1;31m"))
    #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.file(file))
  }
}

@Suite struct RulePageTests {
  @Test func everyRuleHasAPage() {
    for rule in Rule.all {
      let page = RulePages.page(of: rule)
      #expect(page.contains("Fails:") && page.contains("Passes:") && page.contains(rule.rationale))
      #expect(RulePages.list(.text).contains("  \(rule.id) "))
    }
  }
}
