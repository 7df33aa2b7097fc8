import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// The examples of the rules are their tests: each runs with its rule alone.
@Suite struct RuleExampleTests {
  /// The same example in other clothes.
  enum Variant: String, CaseIterable {
    case asWritten
    case afterMultiByteComment
    case withCRLF

    func apply(_ example: Example) -> (bytes: [UInt8], shift: (Int) -> Int) {
      let bytes = example.bytes ?? Array(example.text.utf8)
      switch self {
      case .asWritten: return (bytes, { $0 })
      case .afterMultiByteComment:
        let comment = Array("# Grüße – “hello” 👩‍🏫\n".utf8)
        return (comment + bytes, { $0 + comment.count })
      case .withCRLF:
        let result = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        return (result, { offset in offset + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } })
      }
    }
  }

  @Test(arguments: Rule.all.map(\.id.rawValue), Variant.allCases)
  func failingExamplesFail(name: String, variant: Variant) throws {
    let rule = try #require(Rule.named(name))
    #expect(!rule.failing.isEmpty, "\(rule.location.file):\(rule.location.line)")
    for example in rule.failing {
      let (bytes, shift) = variant.apply(example)
      let found = example.findings(of: rule, in: bytes)
      let place: Comment = "\(rule.location.file):\(rule.location.line) \(variant.rawValue)\n\(example.text)"
      #expect(!example.findings.isEmpty, place)
      #expect(found.map(\.diagnostic.message) == example.findings.map { message($0.message, variant, shift) }, place)
      let ranges = found.map(\.diagnostic.range.indices)
      #expect(ranges == example.findings.map { shift($0.range.lowerBound)..<shift($0.range.upperBound) }, place)
      for (finding, expected) in zip(found, example.findings) {
        if let help = expected.help { #expect(finding.diagnostic.help == help, place) }
        #expect(finding.diagnostic.help?.isEmpty == false, "a finding without help: \(place)")
      }
    }
  }

  @Test(arguments: Rule.all.map(\.id.rawValue), Variant.allCases)
  func passingExamplesPass(name: String, variant: Variant) throws {
    let rule = try #require(Rule.named(name))
    #expect(!rule.passing.isEmpty, "\(rule.location.file):\(rule.location.line)")
    for example in rule.passing {
      let found = example.findings(of: rule, in: variant.apply(example).bytes)
      #expect(found.map(\.diagnostic.message) == [], "\(rule.location.file):\(rule.location.line)\n\(example.text)")
    }
  }

  /// Messages end without a full stop and begin with a small letter, a name or a quote.
  @Test(arguments: Rule.all.map(\.id.rawValue))
  func messagesKeepTheHouseStyle(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.failing {
      for finding in example.findings(of: rule) {
        #expect(!finding.diagnostic.message.hasSuffix("."))
        #expect(!finding.diagnostic.message.contains("\n"))
      }
    }
    #expect(!rule.summary.hasSuffix("."))
    #expect(!rule.isHeuristic || rule.level < .error)
  }

  /// An offset that a message names moves with the text.
  private func message(_ text: String, _ variant: Variant, _ shift: (Int) -> Int) -> String {
    guard let marker = text.firstRange(of: "at offset ") else { return text }
    let digits = text[marker.upperBound...].prefix { $0.isNumber }
    guard let offset = Int(digits) else { return text }
    return text[..<marker.upperBound] + String(shift(offset)) + text[marker.upperBound...].dropFirst(digits.count)
  }
}

@Suite struct RegistryTests {
  @Test func rulesAreSorted() {
    let names = RuleID.allCases.map(\.rawValue)
    #expect(names == names.sorted())
    #expect(RuleID.allCases.map { Int($0.number) } == Array(names.indices))
    #expect(Rule.all.map(\.id) == RuleID.allCases)
  }

  /// A rule is in a file of its name, in the folder of its category.
  @Test(arguments: Rule.all.map(\.id))
  func everyRuleHasItsFile(_ id: RuleID) throws {
    let rule = Rule[id]
    let name = try #require(rule.location.file.split(separator: "/").last)
    #expect(name.lowercased() == id.rawValue.split(separator: "-").joined() + ".swift")
    let category = rule.category.rawValue
    let folder = category.prefix(1).uppercased() + category.dropFirst()
    #expect(try Root.text("Sources/AgreementLint/Rules/\(folder)/\(name)").isEmpty == false)
  }

  @Test func setsHoldOneBitForEachRule() {
    var rules: RuleSet = [.absencePolicy, .yearGap]
    #expect(RuleID.allCases.filter(rules.contains) == [.absencePolicy, .yearGap])
    rules.remove(.yearGap)
    #expect(rules == [.absencePolicy])
    rules.formUnion([.limit, .absencePolicy])
    #expect(rules.isSuperset(of: [.limit]) && rules.subtracting([.limit]) == [.absencePolicy])
    #expect(rules.isDisjoint(with: [.yearGap]) && !rules.isEmpty)
  }

  @Test func namesAreFound() {
    #expect(Rule.named("topic-unanswered")?.level == .error)
    #expect(Rule.named("topic-unaswered") == nil)
  }
}
