import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// Rules that guess from words, held against sentences as schools write them, in `Tests/Fixtures/heuristics`.
@Suite struct HeuristicTests {
  /// A fragment of an agreement, and whether the rule should fail it.
  struct Fragment {
    let fails: Bool
    /// Counted from 1, with the first line of the file as 1.
    let line: Int
    let text: String
  }

  @Test(arguments: Rule.all.filter { $0.isHeuristic || $0.id.rawValue == "placeholder" }.map(\.id.rawValue))
  func agreesWithItsCases(name: String) throws {
    let rule = try #require(Rule.named(name))
    let path = "Tests/Fixtures/heuristics/\(name).txt"
    let fragments = Self.fragments(of: try Root.text(path))
    #expect(fragments.count { $0.fails } >= 10 && fragments.count { !$0.fails } >= 10, "\(path)")
    let today = try #require(CalendarDate(Example.standardDay.utf8))
    let linter = Linter(rules: [rule], today: today)
    for fragment in fragments {
      let source = SourceFile(name: path, bytes: Array(fragment.text.utf8))
      let found = linter.lint(AgreementReader.read(source)).map(\.diagnostic.rule)
      #expect(found == (fragment.fails ? [rule.id] : []), "\(path):\(fragment.line)\n\(fragment.text)")
    }
  }

  /// Where the agreement keeps coaching and evaluation apart, a finding elsewhere points to it.
  @Test func evaluationPointsToTheWall() throws {
    let text = "format: 1\ntopics:\n  feedback-review:\n    work-records: The coach evaluates teachers twice a year\n"
    let wall = "  boundaries:\n    evaluation-wall: What the coach sees stays with the coach\n"
    let rule = try #require(Rule.named("evaluation-role"))
    let linter = Linter(rules: [rule], today: try #require(CalendarDate(Example.standardDay.utf8)))
    for (text, notes) in [(text, []), (text + wall, ["here is what you agreed on coaching and evaluation"])] {
      let found = linter.lint(AgreementReader.read(SourceFile(name: "a", bytes: Array(text.utf8))))
      #expect(found.map { $0.diagnostic.notes.map(\.message) } == [notes])
    }
  }

  /// What stands between the lines `=== fails` and `=== passes`; before the first of them the file explains itself.
  private static func fragments(of file: String) -> [Fragment] {
    var result: [Fragment] = []
    var start: (fails: Bool, line: Int)?
    var text = ""
    func finish() {
      if let start { result.append(Fragment(fails: start.fails, line: start.line, text: text)) }
      text = ""
    }
    for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "=== fails" || line == "=== passes" {
        finish()
        start = (line == "=== fails", index + 1)
      } else {
        text += line + "\n"
      }
    }
    finish()
    return result
  }
}
