/// Finds the known word nearest to an unknown one.
package enum DidYouMean {
  /// The candidate that was probably meant; nil if none is near or two are equally near.
  ///
  /// Case, underscores and spaces do not count. Otherwise the distance (optimal string alignment: insertions,
  /// deletions, changes and swaps of neighbors) may be up to a third of the word's length.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = plain(word)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in candidates {
      let known = plain(candidate)
      if known == wanted { return candidate }
      guard abs(known.count - wanted.count) <= max(1, wanted.count / 3) else { continue }
      let distance = distance(wanted, known)
      guard distance <= max(1, min(wanted.count, known.count) / 3) else { continue }
      if let current = best, current.distance <= distance {
        if current.distance == distance { isTied = true }
      } else {
        best = (candidate, distance)
        isTied = false
      }
    }
    return isTied ? nil : best?.word
  }

  /// The candidates that may have been meant, although none is the nearest: those that are equally near, and those of which
  /// a word, or a word of what they are called, is near.
  package static func alike(_ word: String, _ candidates: [String], called names: [String: String] = [:]) -> [String] {
    let wanted = String(decoding: plain(word).prefix(64), as: UTF8.self)
    guard wanted.utf8.count > 2 else { return [] }
    func near(_ words: [Substring]) -> Bool {
      words.contains { part in part.utf8.count > 2 && nearest(to: wanted, among: [String(part)]) != nil }
    }
    let tied = candidates.filter { nearest(to: word, among: [$0]) != nil }
    if !tied.isEmpty { return tied }
    return candidates.filter { candidate in
      near(candidate.split(separator: "-")) || near(names[candidate, default: ""].split { $0 == " " || $0 == "-" })
    }
  }

  /// The candidates, nearest first; those that are equally near stay in their order.
  package static func sorted(_ candidates: [String], from word: String) -> [String] {
    let wanted = Array(plain(word).prefix(64))
    return candidates.enumerated().map { place, candidate in
      (distance(wanted, Array(plain(candidate).prefix(64))), place, candidate)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func plain(_ word: String) -> [UInt8] {
    word.lowercased().utf8.map { $0 == 0x5F || $0 == 0x20 ? 0x2D : $0 }
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1...max(1, left.count) where row <= left.count {
      current[0] = row
      for column in 1...max(1, right.count) where column <= right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
