internal import SchoolEnglish

/// Finds for texts that have no partner the pair that took them in: two promises became one, or one became two.
///
/// A promise that is left over on the new side was a part of an old one when most of its words were there, and some of them are not in the
/// partner of that old one any longer. Seen from the other side, two promises became one.
struct Absorption {
  /// A text that has no partner, and where it belongs.
  struct Left {
    let index: Int
    let text: String
    let home: String
  }

  /// The texts of a pair, and where they belong.
  struct Pair {
    let old: String
    let new: String
    let homes: Set<String>
  }

  /// A pair from one side: `whole` is the text that may hold another one, `part` what is left of it or was there of it on the other side.
  private struct Whole {
    let whole: String
    let part: String
    let homes: Set<String>
  }

  /// More pairs than this in one place are not looked through, so that the work stays proportional to the promises.
  private static let most = 40

  /// For each text of the old side that became part of another one, and for each text of the new side that was, the place of the pair.
  static func found(_ old: [Left], _ new: [Left], in pairs: [Pair]) -> (merged: [Int: Int], split: [Int: Int]) {
    (
      found(old, in: pairs.map { Whole(whole: $0.new, part: $0.old, homes: $0.homes) }),
      found(new, in: pairs.map { Whole(whole: $0.old, part: $0.new, homes: $0.homes) })
    )
  }

  private static func found(_ left: [Left], in pairs: [Whole]) -> [Int: Int] {
    if left.isEmpty { return [:] }
    var byHome: [String: [Int]] = [:]
    for (place, pair) in pairs.enumerated() where pair.whole != pair.part {
      for home in pair.homes { byHome[home, default: []].append(place) }
    }
    var known: [Int: (whole: Set<String>, part: Set<String>)] = [:]
    var result: [Int: Int] = [:]
    for item in left {
      let candidates = byHome[item.home] ?? []
      guard candidates.count <= most else { continue }
      let words = Word.contentStems(in: item.text)
      guard words.count >= 2 else { continue }
      var best: (count: Int, text: String, place: Int)?
      for place in candidates {
        let pair = pairs[place]
        let (whole, part) = known[place] ?? (Word.contentStems(in: pair.whole), Word.contentStems(in: pair.part))
        known[place] = (whole, part)
        let common = words.intersection(whole)
        // Most of it, and something that its partner alone does not have.
        guard common.count >= 2, 10 * common.count >= 7 * words.count, !common.isSubset(of: part) else { continue }
        let text = min(pair.whole, pair.part) + "\u{0}" + max(pair.whole, pair.part)
        // Of two that hold as much, the same one from both sides.
        if let best, best.count > common.count || best.count == common.count && best.text <= text { continue }
        best = (common.count, text, place)
      }
      result[item.index] = best?.place
    }
    return result
  }
}
