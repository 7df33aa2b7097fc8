internal import Diagnostics
internal import SchoolEnglish

/// Which terms of two texts correspond to each other, and the stretches that do not.
struct Alignment {
  /// The indices of the terms that went and came in one place.
  struct Hunk {
    var gone: [Int] = []
    var come: [Int] = []
    /// The last corresponding terms before it, and the first ones after it.
    var before: (old: Int, new: Int)?
    var after: (old: Int, new: Int)?
  }

  let pairs: [(old: Int, new: Int)]
  let hunks: [Hunk]

  /// If more terms than this are left between the common beginning and end of both texts, none of them are paired, so
  /// that the work stays proportional to the length.
  private static let most = 600

  /// Aligns the terms of two texts, except those at the given indices.
  init(_ old: [Term], _ new: [Term], without skipped: (old: Int?, new: Int?)) {
    let left = old.indices.filter { $0 != skipped.old }
    let right = new.indices.filter { $0 != skipped.new }
    let pairs = Self.pairs(left.map { old[$0].key }, right.map { new[$0].key }).map { (old: left[$0], new: right[$1]) }
    var hunks: [Hunk] = []
    var hunk = Hunk()
    var (from, to) = (0, 0)
    func close(_ after: (old: Int, new: Int)?) {
      if !hunk.gone.isEmpty || !hunk.come.isEmpty {
        hunk.after = after
        hunks.append(hunk)
      }
      hunk = Hunk()
      hunk.before = after
    }
    for pair in pairs {
      while from < left.count, left[from] < pair.old {
        hunk.gone.append(left[from])
        from += 1
      }
      while to < right.count, right[to] < pair.new {
        hunk.come.append(right[to])
        to += 1
      }
      close(pair)
      (from, to) = (from + 1, to + 1)
    }
    hunk.gone += left[min(from, left.count)...]
    hunk.come += right[min(to, right.count)...]
    close(nil)
    self.pairs = pairs
    self.hunks = hunks
  }

  /// Whether a term corresponds to one of the other text; the pairs are in order on both sides.
  func isPaired(_ term: Int, isOld: Bool) -> Bool {
    let next = pairs.sortedIndex { (isOld ? $0.old : $0.new) >= term }
    return next < pairs.count && (isOld ? pairs[next].old : pairs[next].new) == term
  }

  /// The longest common subsequence, found after the beginnings and ends that both have in common.
  private static func pairs(_ old: [String], _ new: [String]) -> [(Int, Int)] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < old.count - start, tail < new.count - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    var result = (0..<start).map { ($0, $0) }
    let (left, right) = (old[start..<old.count - tail], new[start..<new.count - tail])
    if !left.isEmpty, !right.isEmpty, left.count + right.count <= most {
      // Each string is looked up once, and then compared as a number.
      var numbers: [String: Int] = [:]
      func number(_ text: String) -> Int {
        if let known = numbers[text] { return known }
        numbers[text] = numbers.count
        return numbers.count - 1
      }
      let (first, second) = (left.map { number($0) }, right.map { number($0) })
      for pair in CommonSubsequence.pairs(first, second) { result.append((start + pair.old, start + pair.new)) }
    }
    for offset in 0..<tail { result.append((old.count - tail + offset, new.count - tail + offset)) }
    return result
  }
}
