import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// The rules about words look at what a reader sees, however it is written.
@Suite struct TextsAsReadTests {
  private static func found(_ text: String) throws -> [String] {
    let source = SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8))
    let today = try #require(CalendarDate("2026-09-01".utf8))
    return Linter(rules: Rule.all.filter { $0.category == .privacy }, today: today).lint(AgreementReader.read(source))
      .map { finding in
        let range = finding.diagnostic.range
        return "\(finding.diagnostic.rule.rawValue): \(String(decoding: source.bytes[range.indices], as: UTF8.self))"
      }
  }

  private static let answer = "format: 1\ntopics:\n  confidentiality:\n    urgent-concern: "

  @Test(arguments: [
    (#""Call 402-555-\x30142""#, "personal-data"), (#""Ask \u0073tudent Maya, who moves""#, "student-data"),
    (#""Write to jill\x40gmail.com""#, "personal-data"), (#""Her s\x73n is 219\x2d09\x2d9917""#, "personal-data"),
    ("Call 402\n      555 0142", "personal-data"), ("'Call 402\n      555 0142'", "personal-data"),
    ("\"Call 402\n      555 0142\"", "personal-data"), (">\n      Call 402\n      555 0142", "personal-data"),
    ("|\n      Call 402\n      555 0142", "personal-data"), ("\"Call 402-\\\n      555-0142\"", "personal-data"),
    ("Her employee\n      id 88213", "personal-data"),
  ])
  func itIsFoundHoweverItIsWritten(text: String, rule: String) throws {
    #expect(try Self.found(Self.answer + text + "\n") == ["\(rule): \(text)"])
  }

  /// A comment counts behind the sign of a text on lines of its own, too.
  @Test(arguments: ["|", ">", "|-", ">+", "|2"])
  func commentsBehindSigns(sign: String) throws {
    let text = Self.answer + "\(sign) # Call 402-555-0142\n      Ask the office\n"
    #expect(try Self.found(text) == ["personal-data: # Call 402-555-0142"])
    // Both say it, and both are told.
    let both = Self.answer + "\(sign) # Call 402-555-0142\n      Call 402-555-0199\n"
    #expect(try Self.found(both).count == 2)
  }

  /// What is found once in a text is told once, whatever is written how.
  @Test func aTextIsToldOnce() throws {
    let text = "\"Call 402-555-0142,\\x20or 402-555-\\x30143\""
    #expect(try Self.found(Self.answer + text + "\n") == ["personal-data: \(text)"])
  }

  /// Keys and texts write numbers together with the word for them.
  @Test(arguments: [
    ("x-notes: SSN-219-09-9917", true), ("x-notes: ssn219-09-9917", true), ("x-notes: cell-402-555-0142", true),
    ("x-notes: student-id-448812", true), ("x-notes: student-448812", true), ("x-notes: ssn_219_09_9917", true),
    ("SSN-219-09-9917: x", true), ("student-id-448812: x", true),
    ("x-notes: call-by-2026-09-01", false), ("x-notes: phone-tree-2026-27", false), ("x-notes: id-2026-2027", false),
    ("x-notes: student-survey-2026", false), ("x-notes: grade-4-2026-08-17", false),
  ])
  func numbersWithLabels(text: String, isFound: Bool) throws {
    #expect(try Self.found("format: 1\n\(text)\n").isEmpty != isFound)
  }

  /// Codes and line ends hide nothing, and they make nothing private, either.
  @Test(arguments: [
    #""Caf\xe9 at 8:30 on 2026-09-01""#, "Meet on 2026-09-01\n      2026-09-08",
    "|\n      room 204\n      8:30 to 9:15",
  ])
  func otherTexts(text: String) throws {
    #expect(try Self.found(Self.answer + text + "\n").isEmpty)
  }

  /// What a help joins is the same text with and without the rules that would find it.
  @Test func textsThatAHelpJoins() {
    let text = "format: 1\nstarts: {Start with Zorvath in 4B, who has an IEP: x}\nends: {Begin at noon, x: y}\n"
    let reading = AgreementReader.read(SourceFile(name: "x", bytes: Array(text.utf8)))
    let withheld = WithheldTexts(reading)
    #expect(withheld.contains(line: 1) && !withheld.contains(line: 2))
    #expect(withheld.joins("write \"Start with Zorvath in 4B, who has an IEP\""))
    #expect(!withheld.joins("write \"Start with the class in 4B\""))
  }

  /// Letters of a text in another form are still the text.
  @Test(arguments: [
    ("write `jillnovak-gmailcom`", true), ("write `novakgmail`", true), ("write `brookside`", false),
    ("write `id: brookside`", false), ("begin with a small letter", false),
  ])
  func whatIsMadeOfAText(help: String, isMade: Bool) {
    let text = "jill.novak@gmail.com"
    let source = SourceFile(name: "x", bytes: Array("id: \(text)\n".utf8))
    let withheld = WithheldTexts([WithheldTexts.Text(SourceRange(4..<24), text)], in: source)
    #expect(withheld.quotes(help) == isMade)
  }

  @Test(arguments: [
    ("write `school-year`, as in `school-year: `", true), ("a letter comes first", true), ("write `2026-08-01`", false),
    ("write `jn`", false), ("put it in quotes: 'Ask Jo'", false), ("put it in quotes: \"Ask 'Jo'\"", false),
  ])
  func whatIsTheSameForAnyText(help: String, isSame: Bool) {
    #expect(WithheldTexts.isSameForAnyText(help) == isSame)
  }
}
