/// A set of rules, one bit for each.
package struct RuleSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt128 = 0

  package init(_ rules: some Sequence<RuleID>) { for rule in rules { insert(rule) } }

  package init(arrayLiteral rules: RuleID...) { self.init(rules) }

  package var isEmpty: Bool { bits == 0 }

  package func contains(_ rule: RuleID) -> Bool { bits & Self.bit(rule) != 0 }

  package func isSuperset(of other: RuleSet) -> Bool { bits & other.bits == other.bits }

  package func isDisjoint(with other: RuleSet) -> Bool { bits & other.bits == 0 }

  package func subtracting(_ other: RuleSet) -> RuleSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  package mutating func insert(_ rule: RuleID) { bits |= Self.bit(rule) }

  package mutating func remove(_ rule: RuleID) { bits &= ~Self.bit(rule) }

  package mutating func formUnion(_ other: RuleSet) { bits |= other.bits }

  private static func bit(_ rule: RuleID) -> UInt128 { 1 << UInt128(rule.number) }
}
