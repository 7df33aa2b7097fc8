import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// `WithheldTexts` knows what is private by the file alone, and answers in a time that the number of texts hardly changes.
@Suite struct WithheldTextsTests {
  private static func source(_ text: String) -> SourceFile {
    SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8))
  }

  /// What rules that ran anyway have found is what a look at the file finds.
  @Test func aRunKnowsTheSame() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let all = Linter(today: today)
    let few = Linter(rules: Rule.all.filter { $0.category == .structure }, today: today)
    var texts = Rule.all.filter { $0.category == .privacy }.flatMap { ($0.failing + $0.passing).map(\.text) }
    texts += MistakeCorpus.all.map { String(decoding: $0.bytes, as: UTF8.self) }
    texts += try (Root.voices + Root.riverbend).map { try Root.text($0) }
    for text in texts {
      let reading = AgreementReader.read(Self.source(text))
      let known = all.withheldTexts(in: reading, found: all.lint(reading))
      let looked = few.withheldTexts(in: reading, found: few.lint(reading))
      for line in 0...text.utf8.count(where: { $0 == 0x0A }) {
        // Who runs all the rules may know less of what cannot be read, and never something else.
        #expect(known.contains(line: line) == looked.contains(line: line), "line \(line + 1) of \(text)")
      }
    }
  }

  /// Four of its words in a row, three groups of digits, or its beginning: less than that is no repetition.
  @Test(arguments: [
    ("he says call Priya at 402-555-0142 today", true), ("ask 402 555 0142", true), ("ask 402-555-0142", true),
    ("CALL PRIYA AT 402-555-0142", true), ("call her", false), ("Priya", false),
    ("at 402", false), ("the call is at 402 today", false),
  ])
  func repetitions(shown: String, isRepeated: Bool) {
    let withheld = WithheldTexts(
      [WithheldTexts.Text(SourceRange(0..<25), "Call Priya at 402-555-0142")],
      in: Self.source("Call Priya at 402-555-0142\n"))
    #expect(withheld.repeats(shown) == isRepeated)
  }

  /// A short text is the text only where nothing else is shown.
  @Test func shortTexts() {
    let withheld = WithheldTexts([WithheldTexts.Text(SourceRange(0..<3), "Bo")], in: Self.source("Bo\n"))
    #expect(withheld.shown("Bo") == WithheldTexts.notice)
    #expect(withheld.shown("Bo is here") == "Bo is here")
  }

  /// Ten times as many texts, all with the same beginning, take hardly more comparisons for each message.
  @Test func comparisonsHardlyGrowWithTheTexts() {
    func steps(_ count: Int) -> Int {
      let texts = (0..<count).map { "We watch student number \($0 + 100_000) closely" }
      let phrases = WithheldPhrases(texts, lines: texts)
      var steps = 0
      let message = String(repeating: "We watch students. ", count: 20)
      #expect(!phrases.isRepeated(in: message, steps: &steps))
      return steps
    }
    let (few, many) = (steps(400), steps(4_000))
    #expect(many < few * 2 && many < 100_000, "\(few) and \(many)")
  }
}
