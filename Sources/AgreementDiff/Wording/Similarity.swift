internal import SchoolEnglish

/// How similar texts are, judged by the words they share.
///
/// All numbers are integers, so the order of addition does not change a result, and the comparison is the same from
/// both sides.
struct Similarity {
  /// The words of one text as numbers with their weights; each repetition of a word is a separate number.
  struct Profile {
    /// The numbers of the words.
    fileprivate(set) var words: [Int] = []
    /// The sum of their weights.
    fileprivate(set) var weight = 0
  }

  private var numbers: [String: Int] = [:]
  /// The weight of each word, by its number.
  private(set) var weights: [Int] = []

  /// The number of different words.
  var count: Int { weights.count }

  /// The profile of a text; profiles of one `Similarity` can be compared.
  mutating func profile(_ text: String) -> Profile {
    var result = Profile()
    var seen: [String: Int] = [:]
    for word in Word.all(in: text) {
      let repetition = seen[word.stem, default: 0]
      seen[word.stem] = repetition + 1
      let number = number(
        of: repetition == 0 ? word.stem : "\(word.stem) \(repetition)", small: word.traits.contains(.small))
      result.words.append(number)
      result.weight += weights[number]
    }
    return result
  }

  private mutating func number(of word: String, small: Bool) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = weights.count
    weights.append(small ? 1 : 5)
    return weights.count - 1
  }

  /// How much of both texts is shared, in thousandths: Dice's coefficient over the weights.
  static func share(_ common: Int, _ left: Profile, _ right: Profile) -> Int {
    let whole = left.weight + right.weight
    return whole == 0 ? 0 : 2000 * common / whole
  }

  /// How similar two texts are, in thousandths.
  static func between(_ left: [Word], _ right: [Word]) -> Int {
    func weight(_ word: Word) -> Int { word.traits.contains(.small) ? 1 : 5 }
    let whole = (left + right).reduce(0) { $0 + weight($1) }
    guard whole > 0 else { return 0 }
    var common = 0
    if left.count * right.count <= 4096 {
      // A few words are faster to compare than to hash.
      var isTaken = [Bool](repeating: false, count: right.count)
      for word in left {
        guard let place = right.indices.first(where: { !isTaken[$0] && right[$0].stem == word.stem }) else { continue }
        isTaken[place] = true
        common += min(weight(word), weight(right[place]))
      }
    } else {
      var counts: [String: Int] = [:]
      for word in right { counts[word.stem, default: 0] += 1 }
      for word in left {
        guard let count = counts[word.stem], count > 0 else { continue }
        counts[word.stem] = count - 1
        common += weight(word)
      }
    }
    return 2000 * common / whole
  }
}
