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
  @Test func rulesAreSortedAndUnique() {
    let ids = Rule.all.map(\.id.rawValue)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyRuleHasAFileOfItsName() {
    for rule in Rule.all {
      let name = rule.location.file.split(separator: "/").last.map(String.init) ?? ""
      let plain = rule.id.rawValue.split(separator: "-").joined()
      #expect(name.lowercased() == plain + ".swift")
    }
  }

  @Test func namesAreFound() {
    #expect(Rule.named("topic-unanswered")?.level == .error)
    #expect(Rule.named("topic-unaswered") == nil)
  }
}
