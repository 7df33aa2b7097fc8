import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// Every cure cures: whoever follows the help of a failing example to the letter has no finding left, and no other one instead.
@Suite struct RuleCureTests {
  /// The file after the cure of a failing example: as the example or the fixture shows it, or as the program repairs it.
  private static func cured(_ example: Example, _ number: Int, of rule: Rule) -> RuleCures.Cure? {
    if let text = example.cured { return .file(text: text, path: example.path) }
    if let cure = RuleCures.cure(of: rule, number) { return cure }
    let found = example.findings(of: rule)
    let edits = found.compactMap(\.diagnostic.fix).flatMap(\.edits)
    guard !found.isEmpty, found.allSatisfy({ $0.diagnostic.fix != nil }) else { return nil }
    let bytes = Fix(.unsafe, edits).applied(to: Array(example.text.utf8))
    return .file(text: String(decoding: bytes, as: UTF8.self), path: example.path)
  }

  /// The findings of rules that have more of them after a cure than before it; their wording may change.
  private static func new(_ after: [Finding], since before: [Finding]) -> [Finding] {
    func count(_ rule: RuleID, in findings: [Finding]) -> Int { findings.count { $0.diagnostic.rule == rule } }
    return after.filter { count($0.diagnostic.rule, in: after) > count($0.diagnostic.rule, in: before) }
  }

  @Test(arguments: Rule.all.map(\.id.rawValue))
  func curesCure(name: String) throws {
    let rule = try #require(Rule.named(name))
    for (index, example) in rule.failing.enumerated() {
      let place: Comment = "\(rule.location.file):\(rule.location.line), example \(index + 1)"
      switch Self.cured(example, index + 1, of: rule) {
      case nil: Issue.record("a failing example without a cure; Tests/Fixtures/cures.txt says how to add it: \(place)")
      case .unknown(let reason): #expect(!reason.isEmpty, place)
      case .file(let text, let path, let leadsTo):
        let after = example.allFindings(in: text, path: path)
        #expect(after.filter { $0.diagnostic.rule == rule.id }.map(\.diagnostic.message) == [], "\(place)\n\(text)")
        let new = Self.new(after, since: example.allFindings())
        #expect(
          new.filter { !leadsTo.contains($0.diagnostic.rule.rawValue) }
            .map { "\($0.diagnostic.rule): \($0.diagnostic.message)" } == [], "\(place)\n\(text)")
        #expect(leadsTo.isSubset(of: Set(new.map(\.diagnostic.rule.rawValue))), place)
      }
    }
  }

  /// No entry of the fixture is left from an example that is gone, or that shows its cure itself.
  @Test func everyEntryIsOfAnExample() throws {
    for name in RuleCures.names {
      let parts = name.split(separator: " ").map(String.init)
      try #require(parts.count == 2, "\(name)")
      let rule = try #require(Rule.named(parts[0]), "\(name)")
      let number = try #require(Int(parts[1]), "\(name)")
      try #require(rule.failing.indices.contains(number - 1), "\(name)")
      #expect(rule.failing[number - 1].cured == nil, "\(name) shows its cure itself")
    }
  }
}
