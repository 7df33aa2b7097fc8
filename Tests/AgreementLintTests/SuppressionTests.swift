import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// Comments that say why a finding is meant to be as it is.
@Suite struct SuppressionTests {
  private static let suppressible = Rule.all.filter(\.isSuppressible).map(\.id.rawValue)

  private func lint(_ bytes: [UInt8], _ rule: Rule, _ example: Example) throws -> [Finding] {
    let day = try #require(CalendarDate(example.today.utf8))
    let other = Rule.all.filter { ["unused-suppression", "invalid-suppression"].contains($0.id.rawValue) }
    let linter = Linter(rules: [rule] + other, settings: example.settings, today: day)
    let source = SourceFile(name: example.path, bytes: bytes)
    let readings =
      [AgreementReader.read(source)]
      + example.beside.map { AgreementReader.read(SourceFile(name: $0.path, bytes: Array($0.text.utf8))) }
    let facts = readings.compactMap { linter.facts(of: $0) }.sorted { $0.path < $1.path }
    return linter.lint(readings[0])
      + linter.lint(facts).filter { facts[$0.file].path == example.path }.map(\.finding)
  }

  /// Every failing example of a rule that can be allowed is silent under a comment for the whole file.
  @Test(arguments: suppressible)
  func theWholeFile(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.failing {
      let comment = Array("# concord: allow \(name) -- this is meant to be so\n".utf8)
      let found = try lint(comment + (example.bytes ?? Array(example.text.utf8)), rule, example)
      #expect(found.count { $0.suppression == "this is meant to be so" } == example.findings.count, "\(example.text)")
      #expect(found.filter { $0.suppression == nil }.map(\.diagnostic.message) == [], "\(example.text)")
    }
  }

  /// It is silent under a comment before each entry that has a finding, too, and nothing else is.
  @Test(arguments: suppressible)
  func theEntry(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.failing where example.bytes == nil {
      var lines = example.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let places = Set(
        example.findings.map { finding in
          example.text.utf8.prefix(finding.range.lowerBound).count { $0 == 0x0A }
        })
      for place in places.sorted(by: >) {
        // The text of a block or of several lines belongs to the entry above it; a comment, to the one below it.
        var line = place
        while line > 0, !lines[line].contains(":"), !lines[line].contains("- "), !lines[line].contains("#") {
          line -= 1
        }
        let indent = lines[line].prefix { $0 == " " }
        // Before the first key a comment counts for the whole file, which is tested above.
        guard line > 0 else { continue }
        lines.insert("\(indent)# concord: allow \(name) -- this is meant to be so", at: line)
      }
      guard !places.contains(0) else { continue }
      let found = try lint(Array(lines.joined(separator: "\n").utf8), rule, example)
      #expect(
        found.filter { $0.suppression == nil }.map(\.diagnostic.message) == [], "\(lines.joined(separator: "\n"))")
      #expect(found.count { $0.suppression != nil } == example.findings.count, "\(lines.joined(separator: "\n"))")
    }
  }

  /// What cannot be allowed is found all the same, and the comment is reported.
  @Test(arguments: Rule.all.filter { !$0.isSuppressible }.map(\.id.rawValue))
  func whatCannotBeAllowed(name: String) throws {
    let rule = try #require(Rule.named(name))
    let text = "format: 1\n# concord: allow \(name) -- this is meant to be so\nid: brookside\n"
    let found = try lint(Array(text.utf8), rule, Example(text))
    #expect(found.map(\.diagnostic.message).contains("`\(name)` cannot be allowed"))
  }

  /// A comment reaches the innermost entry alone.
  @Test func outerEntriesReachNothingInside() {
    let text = """
      format: 1
      # concord: allow vague-answer -- too far out
      topics:
        access:
          classroom-access: As needed
      """
    #expect(
      Findings.lines(
        Array(text.utf8), rules: Rule.all.filter { ["vague-answer", "unused-suppression"].contains($0.id.rawValue) })
        == [
          "2:1 unused-suppression: this comment allows `vague-answer`, but nothing here needs it",
          "5:23 vague-answer: this answer could mean anything",
        ])
  }

  /// Ten thousand comments take no longer than ten thousand lines.
  @Test func manyCommentsAreReadOnce() {
    let line = "# concord: allow vague-answer, personal-data -- many\n"
    let text = "format: 1\n" + String(repeating: line, count: 20_000) + "id: brookside\n"
    let found = Findings.lines(Array(text.utf8), rules: Rule.all.filter { $0.id.rawValue == "unused-suppression" })
    #expect(found.count == 0)
  }
}

/// Where a whole part is missing, one rule speaks for all; when it may not, the next one does.
@Suite struct WholePartTests {
  private static let parts: [(part: String, rules: [String])] = [
    ("conversation", ["facilitator-missing", "note-taker-missing", "purposes-missing"]),
    ("focus", ["confidentiality-skipped", "role-count", "challenges-missing", "strengths-missing", "results-missing"]),
    ("meetings", ["meetings-missing", "review-missing", "cancel-policy", "absence-policy", "invitations-missing"]),
  ]

  @Test(arguments: parts.indices)
  func theFirstThatIsOnSpeaks(_ index: Int) throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let (part, names) = Self.parts[index]
    func speakers(_ rules: [Rule], _ comment: String = "") -> [String] {
      let source = SourceFile(name: "x", bytes: Array("\(comment)format: 1\nid: brookside\n".utf8))
      return Linter(rules: rules, today: today).lint(AgreementReader.read(source)).filter {
        names.contains($0.diagnostic.rule.rawValue) && $0.suppression == nil
      }.map(\.diagnostic.rule.rawValue)
    }
    for count in names.indices {
      let rules = Rule.all.filter { !names.prefix(count).contains($0.id.rawValue) }
      #expect(speakers(rules) == [names[count]], "\(part)")
    }
    #expect(speakers(Rule.all, "# concord: allow \(names[0]) -- it is elsewhere\n") == [names[1]])
  }
}
