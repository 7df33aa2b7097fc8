/// Which item of a list became which item of a newer one.
struct ListPairing {
  /// For each old item, the index of the new one; nil if it is gone.
  private(set) var newIndices: [Int?]
  /// For each new item, whether it is an old one.
  private(set) var isOld: [Bool]

  /// The most pairs of items between two that stayed whose words are compared. Beyond it, an edited item counts as one that is gone and
  /// one that is new, which at worst is a conflict.
  private static let mostCompared = 2_500
  /// The least similarity of an edited item, in thousandths.
  private static let leastSimilarity = 500

  /// Pairs equal items, and between them the most similar ones; nil if items changed places.
  init?(_ old: [ListItem], _ new: [ListItem]) {
    newIndices = Array(repeating: nil, count: old.count)
    isOld = Array(repeating: false, count: new.count)
    let shorter = min(old.count, new.count)
    let head = (0..<shorter).first { old[$0].identity != new[$0].identity } ?? shorter
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail].identity == new[new.count - 1 - tail].identity { tail += 1 }
    for index in 0..<head { pair(index, index) }
    for index in 0..<tail { pair(old.count - 1 - index, new.count - 1 - index) }
    var waiting: [[UInt8]: [Int]] = [:]
    for index in (head..<new.count - tail).reversed() { waiting[new[index].identity, default: []].append(index) }
    for index in head..<old.count - tail {
      if let found = waiting[old[index].identity]?.popLast() { pair(index, found) }
    }
    let kept = newIndices.compactMap { $0 }
    guard zip(kept, kept.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    pairSimilar(old, new)
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    newIndices[old] = new
    isOld[new] = true
  }

  private mutating func pairSimilar(_ old: [ListItem], _ new: [ListItem]) {
    var start = (old: 0, new: 0)
    let equal = newIndices.enumerated().compactMap { index, found in found.map { (old: index, new: $0) } }
    for end in equal + [(old: old.count, new: new.count)] {
      pairSimilar(old, start.old..<max(start.old, end.old), new, start.new..<max(start.new, end.new))
      start = (end.old + 1, end.new + 1)
    }
  }

  /// Pairs the items between two that stayed, the most similar ones first.
  private mutating func pairSimilar(
    _ old: [ListItem], _ olds: Range<Int>, _ new: [ListItem], _ news: Range<Int>
  ) {
    guard !olds.isEmpty, !news.isEmpty, olds.count * news.count <= Self.mostCompared else { return }
    var candidates: [(similarity: Int, distance: Int, old: Int, new: Int)] = []
    for before in olds {
      for after in news {
        let similarity = old[before].similarity(to: new[after])
        let distance = abs((before - olds.lowerBound) - (after - news.lowerBound))
        if similarity >= Self.leastSimilarity { candidates.append((similarity, distance, before, after)) }
      }
    }
    candidates.sort { ($1.similarity, $0.distance, $0.old, $0.new) < ($0.similarity, $1.distance, $1.old, $1.new) }
    for candidate in candidates {
      guard newIndices[candidate.old] == nil, !isOld[candidate.new] else { continue }
      let crosses = olds.contains { index in
        newIndices[index].map { ($0 < candidate.new) != (index < candidate.old) } ?? false
      }
      if !crosses { pair(candidate.old, candidate.new) }
    }
  }
}
