internal import SchoolEnglish

/// For texts without a partner, finds the pair that absorbed them: two promises became one, or one became two.
///
/// A promise left over on the new side was part of an old one if most of its words were there, and some of them are no
/// longer in that old one's partner. Seen from the other side, two promises became one.
struct Absorption {
  /// A text without a partner, and where it belongs.
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

  /// A pair seen from one side: `whole` is the text that may contain another one, and `part` is its partner on the
  /// other side.
  private struct Whole {
    let whole: String
    let part: String
    let homes: Set<String>
  }

  /// If one place has more pairs than this, they are not searched, so that the work stays proportional to the promises.
  private static let most = 40

  /// The index of the pair for each text on the old side that became part of another one, and for each text on the new
  /// side that was part of one.
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
        // It contains most of the text, including something that its partner does not have.
        guard common.count >= 2, 10 * common.count >= 7 * words.count, !common.isSubset(of: part) else { continue }
        let text = min(pair.whole, pair.part) + "\u{0}" + max(pair.whole, pair.part)
        // If two contain equally many words, the same one is chosen from both sides.
        if let best, best.count > common.count || best.count == common.count && best.text <= text { continue }
        best = (common.count, text, place)
      }
      result[item.index] = best?.place
    }
    return result
  }
}
