import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// Repairs: what is safe keeps what was signed, and nothing but the place changes.
@Suite struct FixTests {
  private func fix(_ text: String, unsafe: Bool = false, rules: [Rule] = Rule.all) throws -> (String, Int) {
    let day = try #require(CalendarDate("2026-08-01".utf8))
    let fixer = Fixer(Linter(rules: rules, today: day), catalog: .builtIn, limits: .standard, takesUnsafe: unsafe)
    let result = fixer.fix(SourceFile(name: "a.agreement.yaml", bytes: Array(text.utf8)))
    return (String(decoding: result.source.bytes, as: UTF8.self), result.count)
  }

  /// A file with every finding that can be repaired safely, its repair, and no difference elsewhere.
  private static let before = """
    # Our agreement – “draft”
    format: 1
    id: brookside   # stays
    school-year: 2026/27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft
    campuses: {b: Brookside}

    participants:
      novak: {name: Jill Novak, role: instructional-coach}
    norms:
      agreed: [be kind, be on time]   # both
    topics:
      roles-focus:
        # concord: allow student-data, personal-data -- nothing is here
        role-priorities: 'Math first'
      access:
        classroom-access: yes
        planning-days:
          - Harmon: strong
          - "Brookside": one day
    """

  private static let after = """
    # Our agreement – “draft”
    format: 1
    id: brookside   # stays
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft
    campuses: {b: Brookside}

    participants:
      novak: {name: Jill Novak, role: instructional-coach}
    norms:
      agreed:
        - "be kind"
        - "be on time"   # both
    topics:
      roles-focus:
        role-priorities: 'Math first'
      access:
        classroom-access: "yes"
        planning-days:
          - "Harmon: strong"
          - "Brookside: one day"
    """

  @Test(arguments: ["\n", "\r\n"])
  func everySafeRepair(lineEnd: String) throws {
    let (fixed, count) = try fix(Self.before.replacing("\n", with: lineEnd))
    #expect(fixed == Self.after.replacing("\n", with: lineEnd))
    #expect(count == 6)
    #expect(Findings.digest(of: Array(fixed.utf8)) == Findings.digest(of: Array(Self.before.utf8)))
    let day = try #require(CalendarDate("2026-08-01".utf8))
    let left = Linter(today: day).lint(AgreementReader.read(SourceFile(name: "a", bytes: Array(fixed.utf8))))
    #expect(left.filter { $0.diagnostic.fix?.safety == .safe }.map(\.diagnostic.message) == [])
    #expect(try fix(fixed).1 == 0)
  }

  /// The rules that have a safe repair are all in the file above.
  @Test func everyRuleWithASafeRepairIsTried() throws {
    let day = try #require(CalendarDate("2026-08-01".utf8))
    let found = Linter(today: day).lint(AgreementReader.read(SourceFile(name: "a", bytes: Array(Self.before.utf8))))
    let tried = Set(found.filter { $0.diagnostic.fix?.safety == .safe }.map(\.diagnostic.rule))
    let known = Rule.all.filter { rule in
      rule.failing.contains { $0.findings(of: rule).contains { $0.diagnostic.fix?.safety == .safe } }
    }
    #expect(Set(known.map(\.id)) == tried)
  }

  /// The repair of an example removes its finding, and is the one that the example shows.
  @Test(arguments: Rule.all.map(\.id.rawValue))
  func examplesAreRepaired(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.failing {
      let found = example.findings(of: rule)
      for finding in found {
        guard let fix = finding.diagnostic.fix else { continue }
        let bytes = fix.applied(to: example.bytes ?? Array(example.text.utf8))
        if let fixed = example.fixed { #expect(String(decoding: bytes, as: UTF8.self) == fixed) }
        #expect(
          example.findings(of: rule, in: bytes).count < found.count,
          "\(name): \(String(decoding: bytes, as: UTF8.self))")
      }
      if example.fixed != nil { #expect(found.contains { $0.diagnostic.fix != nil }) }
    }
  }

  @Test func unsafeRepairsAreGuesses() throws {
    let (fixed, _) = try fix(
      """
      format: 1
      id: brookside
      school-year: 2026-27
      starts: 8/17/2026
      ends: 2027-05-28
      status: draft
      campuses: {b: Brookside}
      participants:
        novak: {name: Jill Novak, role: principle}
      norms:
        agred: Our #1 norm is kindness
      topics:
        access:
          clasroom-access: Doors: open
          planning-days: One "free" day
      """, unsafe: true)
    #expect(
      fixed.hasPrefix(
        """
        format: 1
        id: brookside
        school-year: 2026-27
        starts: 2026-08-17
        ends: 2027-05-28
        status: draft
        campuses: {b: Brookside}
        participants:
          novak: {name: Jill Novak, role: principal}
        norms:
          agreed: "Our #1 norm is kindness"
        topics:
          access:
            classroom-access: "Doors: open"
            planning-days: One "free" day
            common-planning-periods: {open: {until: 2026-08-31, why: not talked about yet}}
            weekly-planning: {open: {until: 2026-08-31, why: not talked about yet}}
          engagement:
            coach-introduction: {open: {until: 2026-08-31, why: not talked about yet}}

        """))
    // What can never be left open is not put in as open.
    #expect(!fixed.contains("confidentiality"))
  }

  /// A repair never makes more of the text unreadable; every mistake that testers made is tried.
  @Test func repairsOfMistakesDoNoHarm() throws {
    let day = try #require(CalendarDate("2026-08-01".utf8))
    let fixer = Fixer(Linter(today: day), catalog: .builtIn, limits: .standard, takesUnsafe: true)
    var repaired = 0
    for sample in MistakeCorpus.all {
      let source = SourceFile(name: "a.agreement.yaml", bytes: sample.bytes)
      let before = AgreementReader.read(source)
      let result = fixer.fix(source)
      guard result.count > 0 else { continue }
      repaired += 1
      let after = AgreementReader.read(result.source)
      func errors(_ reading: AgreementReading) -> Int {
        reading.diagnostics.count { $0.severity == .error }
      }
      #expect(errors(after) <= errors(before), "\(sample)")
      func words(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split { !($0.isLetter || $0.isNumber) }
      }
      #expect(words(result.source.bytes).count >= words(sample.bytes).count - 4, "\(sample)")
    }
    #expect(repaired > 40)
  }
}
