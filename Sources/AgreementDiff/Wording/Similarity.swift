/// How alike texts are, from the words they share.
///
/// All numbers are integers, so that no order of adding changes a result: that keeps the comparison the same from both sides.
struct Similarity {
  /// The words of one text as numbers with their weights, each repetition of a word a number of its own.
  struct Profile {
    /// The numbers of the words.
    fileprivate(set) var words: [Int] = []
    /// The sum of their weights.
    fileprivate(set) var weight = 0
  }

  private var numbers: [String: Int] = [:]
  /// The weight of each word by its number.
  private(set) var weights: [Int] = []

  /// How many different words there are.
  var count: Int { weights.count }

  /// The profile of a text; profiles of one `Similarity` can be compared.
  mutating func profile(_ text: String) -> Profile {
    var result = Profile()
    var seen: [String: Int] = [:]
    for word in Words.plain(text) {
      let stem = Words.stem(word)
      let repetition = seen[stem, default: 0]
      seen[stem] = repetition + 1
      let number = number(of: repetition == 0 ? stem : "\(stem) \(repetition)", small: Words.small.contains(word))
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

  /// Of a thousand, how much of both texts is shared: Dice's coefficient over the weights.
  static func share(_ common: Int, _ left: Profile, _ right: Profile) -> Int {
    let whole = left.weight + right.weight
    return whole == 0 ? 0 : 2000 * common / whole
  }

  /// Of a thousand, how alike two texts are.
  static func between(_ left: String, _ right: String) -> Int {
    var similarity = Similarity()
    let (left, right) = (similarity.profile(left), similarity.profile(right))
    let words = Set(left.words)
    return share(right.words.reduce(0) { $0 + (words.contains($1) ? similarity.weights[$1] : 0) }, left, right)
  }
}
