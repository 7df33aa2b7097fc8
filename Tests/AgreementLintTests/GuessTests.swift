import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// No guess silences what a person has to hear: a placeholder, an answer that says nothing, private words, a signature.
@Suite struct GuessTests {
  private static func silenced(_ bytes: [UInt8], today: String) throws -> [String] {
    let linter = Linter(today: try #require(CalendarDate(today.utf8)))
    let reading = AgreementReader.read(SourceFile(name: "a.agreement.yaml", bytes: bytes))
    let findings = linter.lint(reading)
    return findings.compactMap { finding in
      guard let fix = finding.diagnostic.fix, fix.safety == .unsafe else { return nil }
      return Invariants.silenced(by: fix, for: finding.diagnostic, reading, findings, linter).map {
        "\(finding.diagnostic.rule) silences \($0.rule)"
      }
    }
  }

  @Test func ofSlips() throws {
    for slip in MistakeCorpus.all { #expect(try Self.silenced(slip.bytes, today: "2026-08-01") == [], "\(slip)") }
  }

  @Test(arguments: Rule.all.map(\.id.rawValue))
  func ofExamples(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.failing {
      #expect(try Self.silenced(example.bytes ?? Array(example.text.utf8), today: example.today) == [])
    }
  }

  /// Texts that people leave open, each in a place where something else can be repaired.
  @Test(arguments: [
    "TBD", "As needed", "See handbook", "N/A", "[names of teachers]", "{name}", "Call 555-201-7788",
    "student Maya is behind",
    "Ms. Ortiz is struggling with fractions", "x", "—", "pending",
  ])
  func ofOpenTexts(text: String) throws {
    let base = String(decoding: MistakeCorpus.base, as: UTF8.self)
    for place in [
      "team-coaching: \(text)", "team-coaching: [\(text)]", "team-coaching: {\(text)}", "team-coaching:\(text)",
      "team-coaching:\n      - \(text)", "team-coaching: - \(text)", "team-coching: \(text)",
      "team-coaching: “\(text)”",
      "team-coaching: \(text) # 1", "team-coaching: \(text)\n      told-to-teachers: In August",
    ] {
      let changed = base.replacing("team-coaching: Yes, with grades 6 and 7", with: place)
      #expect(try Self.silenced(Array(changed.utf8), today: "2026-08-01") == [], "\(place)")
    }
  }
}
