internal import TextSupport

/// The words of texts that are withheld, for seeing in one pass whether something that is shown repeats them.
///
/// A text counts as repeated where its beginning is shown, or four of its words in a row, or three with digits: what says less than that
/// is not the text.
public struct WithheldPhrases: Sendable {
  /// How the texts begin, in small letters, sorted; none of them is the beginning of another one, so that one search finds the only one
  /// that a place can begin with.
  private var beginnings: [[UInt8]] = []
  /// The bytes that beginnings begin with.
  private var firstBytes: Set<UInt8> = []
  /// Numbers for words in a row.
  private var rows: Set<UInt64> = []
  /// Short texts as a whole.
  private var whole: Set<String> = []
  /// The words of the lines, in small letters, sorted.
  private var words: [Substring] = []

  /// So much of a text is surely shown where it is repeated.
  private static let mostCharacters = 40
  /// A text of fewer characters says nothing, unless it is all that is shown.
  private static let fewestCharacters = 6
  private static let wordsInRow = 4
  private static let numbersInRow = 3

  /// Takes texts, and the lines they are on.
  public init(_ texts: [String], lines: [String]) {
    guard !texts.isEmpty else { return }
    var words: Set<Substring> = []
    for line in lines { words.formUnion(Self.words(of: line.lowercased())) }
    var starts: [[UInt8]] = []
    for text in texts {
      let small = text.lowercased()
      whole.insert(small)
      var start = small.drop { !$0.isLetter && !$0.isNumber }.prefix(Self.mostCharacters)
      while let last = start.last, "\"' ".contains(last) { start.removeLast() }
      if start.count >= Self.fewestCharacters { starts.append(Array(start.utf8)) }
      let own = Self.words(of: small)
      words.formUnion(own)
      Self.forEachRow(of: own) { rows.insert($0) }
    }
    self.words = words.sorted()
    for start in starts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let last = beginnings.last, start.starts(with: last) { continue }
      beginnings.append(start)
    }
    firstBytes = Set(beginnings.compactMap(\.first))
  }

  /// Whether what is shown repeats one of the texts.
  public func isRepeated(in shown: String) -> Bool {
    var steps = 0
    return isRepeated(in: shown, steps: &steps)
  }

  /// Whether what is shown repeats one of the texts; counts how many bytes and words were compared.
  public func isRepeated(in shown: String, steps: inout Int) -> Bool {
    let small = shown.lowercased()
    if whole.contains(small) { return true }
    let bytes = Array(small.utf8)
    // A text begins where a word does.
    var isInWord = false
    for index in bytes.indices {
      steps += 1
      let byte = bytes[index]
      let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if !isInWord || byte >= 0x80, firstBytes.contains(byte), begins(bytes[index...], &steps) { return true }
      isInWord = isLetter
    }
    guard !rows.isEmpty else { return false }
    var isFound = false
    Self.forEachRow(of: Self.words(of: small)) { row in
      steps += 1
      isFound = isFound || rows.contains(row)
    }
    return isFound
  }

  /// Whether something in quotes or backticks is of a withheld line.
  func isQuoted(in text: String) -> Bool {
    var start: String.Index?
    for index in text.indices where text[index] == "\"" || text[index] == "`" {
      if let start, isOfLines(text[start..<index]) { return true }
      start = text.index(after: index)
    }
    return start.map { isOfLines(text[$0...]) } ?? false
  }

  /// Whether one of the beginnings is here.
  private func begins(_ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
    var low = 0
    var high = beginnings.count
    // The last beginning that does not come after the text is the only one that it may begin with.
    while low < high {
      let middle = (low + high) / 2
      if Self.comesAfter(beginnings[middle], text, &steps) { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return false }
    steps += beginnings[low - 1].count
    return text.starts(with: beginnings[low - 1])
  }

  private static func comesAfter(_ beginning: [UInt8], _ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
    var place = text.startIndex
    for byte in beginning {
      steps += 1
      guard place < text.endIndex else { return true }
      if byte != text[place] { return byte > text[place] }
      place += 1
    }
    return false
  }

  /// Whether all words of a text are of withheld lines, the last of them perhaps cut off.
  private func isOfLines(_ text: Substring) -> Bool {
    let words = Self.words(of: text.lowercased())
    return !words.isEmpty && words.allSatisfy(isOfLine)
  }

  private func isOfLine(_ word: Substring) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].hasPrefix(word)
  }

  private static func words(of text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

  /// Calls with a number for each four words in a row, and for each three with digits.
  private static func forEachRow(of words: [Substring], _ body: (UInt64) -> Void) {
    for index in words.indices {
      for count in [numbersInRow, wordsInRow] where index + count <= words.count {
        let row = words[index..<index + count]
        if count == numbersInRow, !row.allSatisfy({ $0.contains(where: \.isNumber) }) { continue }
        var hash = StableHash()
        for word in row {
          hash.add(String(word))
          hash.add(0)
        }
        body(hash.value)
      }
    }
  }
}
