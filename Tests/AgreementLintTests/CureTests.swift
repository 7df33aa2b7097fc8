import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// Every cure cures: what the help of a slip says, followed to the letter, leaves the file that was meant.
@Suite struct CureTests {
  private static let day = "2026-08-01"
  private static let rules = Rule.all.filter { $0.category == .syntax || $0.category == .structure }

  /// What the linter says of a file, each finding as often as it comes, without its place.
  private static func remarks(_ bytes: [UInt8]) -> [String] {
    Findings.lines(bytes, today: day, rules: rules).map { String($0.drop { $0 != " " }) }
  }

  /// The remarks about a cured file that were not made about the agreement without a slip.
  private static func extra(_ bytes: [UInt8]) -> [String] {
    var rest = remarks(bytes)
    for remark in remarks(MistakeCorpus.base) { rest.firstIndex(of: remark).map { _ = rest.remove(at: $0) } }
    return rest
  }

  private static func digest(_ bytes: [UInt8]) -> String { Findings.digest(of: bytes) }

  /// The slip and nothing else is gone after the cure, and the text is the one that was meant.
  @Test(arguments: MistakeCorpus.all.filter { !$0.cures.isEmpty })
  func cured(slip: MistakeCorpus.Case) {
    #expect(!slip.findings.isEmpty, "nothing is said that could be cured")
    for cure in slip.cures {
      #expect(Self.extra(cure) == [])
      #expect(!Self.digest(cure).hasPrefix("no"))
    }
    if let meant = slip.meant { #expect(slip.cures.first.map(Self.digest) == Self.digest(meant)) }
  }

  /// What `--fix --unsafe` makes of a slip is what was meant, or it makes nothing.
  @Test(arguments: MistakeCorpus.all.filter { !$0.findings.isEmpty })
  func repaired(slip: MistakeCorpus.Case) throws {
    guard let fixed = try Self.repair(slip.bytes) else { return }
    // Of several slips some may be left to the person; nothing is signed until then.
    if slip.findings.count > 1, Self.digest(fixed).hasPrefix("no") { return }
    #expect(slip.cures.count == 1, "a repair needs the one text that was meant")
    for cure in slip.cures.prefix(1) {
      #expect(Self.digest(fixed) == Self.digest(cure), "\(String(decoding: fixed, as: UTF8.self))")
    }
  }

  /// A file after the repairs of syntax and structure; nil where there is none.
  private static func repair(_ bytes: [UInt8]) throws -> [UInt8]? {
    let day = try #require(CalendarDate(day.utf8))
    let fixer = Fixer(Linter(rules: rules, today: day), catalog: .builtIn, limits: .standard, takesUnsafe: true)
    let result = fixer.fix(SourceFile(name: "a.agreement.yaml", bytes: bytes))
    return result.count == 0 ? nil : result.source.bytes
  }

  /// Each slip that is told has its cure, or says why nobody can know it.
  @Test(arguments: MistakeCorpus.all.filter { !$0.findings.isEmpty })
  func noCureIsMissing(slip: MistakeCorpus.Case) {
    #expect(slip.cures.isEmpty == (slip.whyUncured?.isEmpty == false))
  }
}
