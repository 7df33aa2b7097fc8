internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// How lists are merged.
extension UnitMerger {
  /// Merges the items of a list; nil if a side moved some.
  mutating func list(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> MergedText? {
    func items(_ unit: Unit?) -> [ListItem] { unit?.kids.map { ListItem($0.source.document, $0.value) } ?? [] }
    guard let choices = ListChoice.all(items(base), items(ours), items(theirs)) else { return nil }
    let place = column + step(base, ours, theirs)
    var result = MergedText()
    for choice in choices {
      result.append(
        unit(
          choice.base.flatMap { base?.kids[$0] }, choice.ours.map { ours.kids[$0] },
          choice.theirs.map { theirs.kids[$0] }, at: place))
    }
    return result
  }

  /// The keys of lists that are sets: nobody means anything by their order.
  private static let sets: Set<String> = ["absent", "campuses", "concerns"]

  /// Merges a list in brackets on one line that is a set; nil if it is something else.
  func set(_ base: Unit, _ ours: Unit, _ theirs: Unit) -> [UInt8]? {
    guard let key = ours.key, Self.sets.contains(key), let old = Members(base), let mine = Members(ours),
      let other = Members(theirs), let choices = ListChoice.all(old.items, mine.items, other.items)
    else { return nil }
    let texts = choices.compactMap { choice -> ArraySlice<UInt8>? in
      if choice.base != nil, choice.ours == nil || choice.theirs == nil { return nil }
      return choice.ours.map { mine.texts[$0] } ?? choice.theirs.map { other.texts[$0] }
    }
    return mine.before + texts.joined(separator: [0x2C, 0x20]) + [0x5D]
  }

  /// The members of a set.
  private struct Members {
    let items: [ListItem]
    let texts: [ArraySlice<UInt8>]
    /// The key, and everything else up to the bracket.
    let before: [UInt8]

    init?(_ unit: Unit) {
      let (document, source) = (unit.source.document, unit.source)
      let range = document.range(of: unit.value).indices
      guard document.kind(of: unit.value) == .sequence, document.isFlow(unit.value),
        source.line(at: range.lowerBound) == source.line(at: max(range.lowerBound, range.upperBound - 1)),
        source.bytes[range].last == 0x5D
      else { return nil }
      let nodes = document.items(of: unit.value).map { $0 }
      guard nodes.allSatisfy({ document.kind(of: $0) == .scalar && !document.isAbsent($0) }) else { return nil }
      items = nodes.map { ListItem(identity: document.meaning(of: $0)) }
      texts = nodes.map { source.bytes[document.range(of: $0).indices] }
      before = Array(unit.core.prefix(unit.core.count - range.count + 1))
    }
  }
}
