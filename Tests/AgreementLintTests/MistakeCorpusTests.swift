import AgreementLint
import TestSupport
import Testing

/// Everyday slips: each gives its own explanation, in its place, and nothing else.
@Suite struct MistakeCorpusTests {
  private static let rules = Rule.all.filter { $0.category == .syntax || $0.category == .structure }

  @Test func corpusIsWhole() {
    #expect(MistakeCorpus.all.count >= 436)
    let explained = Set(MistakeCorpus.all.flatMap(\.findings).map { $0.drop { $0 != " " } })
    #expect(explained.count > 100)
  }

  @Test(arguments: MistakeCorpus.all)
  func slip(_ slip: MistakeCorpus.Case) {
    let found = Findings.lines(slip.bytes, today: "2026-08-01", rules: Self.rules, withInfos: false)
    #expect(found == slip.findings)
  }

  /// One cause, one finding: of over three hundred slips only these few have more than one.
  @Test func oneCauseOneFinding() {
    let cascades = MistakeCorpus.all.filter { $0.findings.count > 1 }.map(\.description)
    #expect(cascades.count <= 10, "\(cascades)")
  }

  /// Hardly any slip is left unexplained.
  @Test func readingGoesOn() {
    let stopped = MistakeCorpus.all.filter {
      $0.findings.contains { $0.contains("this line does not fit with the lines above") }
    }.map(
      \.description)
    #expect(stopped.count <= 4, "\(stopped)")
  }
}

/// A whole agreement as a newcomer typed it, with twenty different slips.
@Suite struct NewcomerTests {
  @Test func everySlipIsFoundInItsPlaceAndNothingElse() throws {
    let found = Findings.lines(try Root.bytes("Tests/Fixtures/newcomer.agreement.yaml"), today: "2026-08-01")
    #expect(found == Self.expected)
  }

  private static let expected = [
    #"7:1 unknown-key: `Status` is not a key here"#,
    #"11:3 yaml-syntax: a space is missing after the colon of `cedar`"#,
    #"21:15 yaml-syntax: this opens with `[`, and nothing closes it"#,
    #"36:9 invalid-date: `date` takes a date as year-month-day, but here is "8/4/2026""#,
    #"43:5 yaml-syntax: a space is missing after the dash"#,
    #"48:7 text-as-mapping: this text has a colon in it, so other programs read "Hard questions: ask them in the room" as a key and its value"#,
    #"59:1 yaml-syntax: this line begins with a tab; only spaces can go there"#,
    #"64:5 yaml-syntax: a list item begins with a plain dash and a space, not with "•""#,
    #"70:13 yaml-syntax: there is a non-breaking space here, which looks like a space but does not count as one"#,
    #"78:22 yaml-syntax: this answer contains a colon followed by a space, so YAML reads it as a new key"#,
    #"87:42 hash-cut: the text ends before `#`: the rest of the line counts as a comment, and the answer is only "Send a letter about room""#,
    #"95:1 yaml-syntax: `every` does not line up with `does` on line 94"#,
    #"99:9 yaml-syntax: there is more text after the closing quotation mark"#,
    #"104:25 yaml-syntax: this answer begins with `@`, which has a special meaning in YAML"#,
    #"117:25 yaml-syntax: the apostrophe inside this text ends it, because the text is in single quotation marks"#,
    #"124:22 yaml-syntax: this text begins with a double quotation mark that nothing closes"#,
    #"131:1 yaml-syntax: this line starts too far to the left to be part of the answer above"#,
    #"145:73 unknown-key: a comma inside `{ }` begins a new key, so "not sure yet" is not part of the text before it"#,
    #"150:5 duplicate-key: `campus-schedule` appears a second time"#,
    #"169:16 wrong-shape: `minutes` takes a number of minutes such as 30, but here is the text "30,""#,
    #"2:1 signature-missing: nobody has signed yet: Adaeze Okafor (principal), Peter Lindqvist (principal), Carla Reyes (assistant principal), Minh Hoang (content coordinator) and Emi Sato (instructional coach) are missing"#,
  ]
}
