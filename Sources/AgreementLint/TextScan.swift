public import Agreement
public import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// A text of the file on its way past the rules that look for words: an answer, a name, a key of the school's own, or a comment.
public struct TextVisit {
  /// The agreement.
  public let agreement: Agreement
  /// Where the text stands.
  public let range: SourceRange
  /// The text, folded.
  public let text: String
}

/// Finds, in one pass over the bytes of a file, the texts that the rules about words should look at.
///
/// Most files have none of the words, and to make a string of every text would cost more than all other rules together.
final class TextScan: Sendable {
  private struct Trigger {
    let word: [UInt8]
    let rule: Int
  }

  /// The triggers by their first byte, in lower case.
  private let triggers: [[Trigger]]
  /// Which pairs of letters a trigger begins with.
  private let pairs: [Bool]
  /// What each byte is, as bits.
  private let classes: [UInt8]

  /// Takes the words of each rule, in lower-case ASCII; one that begins with a letter counts only at the start of a word, and
  /// `0` stands for nine digits with at most two other signs between them, as in a telephone number.
  init(_ words: [[String]]) {
    var triggers = Array(repeating: [Trigger](), count: 256)
    for (rule, words) in words.enumerated() {
      for word in words {
        let bytes = Array(word.utf8)
        triggers[Int(bytes[0])].append(Trigger(word: bytes, rule: rule))
      }
    }
    self.triggers = triggers
    var pairs = Array(repeating: false, count: 27 * 27)
    for trigger in triggers.joined() where trigger.word.count > 1 {
      pairs[Self.pair(trigger.word[0], trigger.word[1])] = true
    }
    self.pairs = pairs
    classes = (0..<256).map { place in
      let byte = UInt8(place)
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      let isDigit = (0x30...0x39).contains(byte)
      let lower = isLetter ? byte | 0x20 : isDigit ? 0x30 : byte
      return (isLetter ? Self.letter : 0) | (isDigit ? Self.digit : 0)
        | (triggers[Int(lower)].isEmpty ? 0 : Self.trigger)
        | (isLetter || byte < 0x20 ? Self.ends : 0)
    }
  }

  /// The texts to look at, as the rule and the node or comment, each once, in the order of the file.
  func texts(in document: Document) -> [(rule: Int, range: SourceRange, text: String)] {
    var result: [(rule: Int, range: SourceRange, text: String)] = []
    // Places come in order, so a text that a rule has already is the last one that it got.
    var last: [Int: SourceRange] = [:]
    let bytes = document.source.bytes
    for index in candidates(in: bytes) {
      let byte = bytes[index]
      let isDigit = (0x30...0x39).contains(byte)
      for trigger in triggers[Int(isDigit ? 0x30 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)]
      where isDigit || matches(trigger.word, bytes, at: index) {
        let node = document.scalar(at: index)
        guard let range = node.map({ document.range(of: $0) }) ?? document.comment(at: index),
          last[trigger.rule] != range
        else { continue }
        last[trigger.rule] = range
        let text = node.map { document.string(of: $0) } ?? String(decoding: bytes[range.indices], as: UTF8.self)
        result.append((trigger.rule, range, Folding.fold(text)))
      }
    }
    return result
  }

  /// The places where a trigger may begin: one pass with a table, for this is done for every byte of every file.
  private func candidates(in bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      classes.withUnsafeBufferPointer { classes in
        var previous: UInt8 = 0
        var digits = 0
        var gap = 0
        for index in 0..<bytes.count {
          let kind = classes[Int(bytes[index])]
          if kind & Self.digit != 0 {
            digits += 1
            gap = 0
            if digits == 9, kind & Self.trigger != 0 { result.append(index) }
          } else {
            gap += 1
            if gap > 2 || kind & Self.ends != 0 { digits = 0 }
            // A word counts at its start, and a sign anywhere.
            if kind & Self.trigger != 0, kind & previous & Self.letter == 0 {
              let next = index + 1 < bytes.count ? bytes[index + 1] | 0x20 : 0
              // Two letters tell most words apart from the triggers.
              if kind & Self.letter == 0 || pairs[Self.pair(bytes[index] | 0x20, next)] { result.append(index) }
            }
          }
          previous = kind
        }
      }
    }
    return result
  }

  /// The place of a pair of lower-case letters; all other signs share one.
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    func place(_ byte: UInt8) -> Int { (0x61...0x7A).contains(byte) ? Int(byte) - 0x61 : 26 }
    return place(first) * 27 + place(second)
  }

  private static let letter: UInt8 = 1
  private static let digit: UInt8 = 2
  private static let trigger: UInt8 = 4
  /// What ends a number.
  private static let ends: UInt8 = 8

  private func matches(_ word: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for index in word.indices {
      let byte = bytes[start + index]
      guard word[index] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) else { return false }
    }
    return true
  }

}

extension Span where Element == UInt8 {
  /// Whether a word of the text begins with one of some beginnings, in lower-case ASCII.
  func hasWord(beginningWith beginnings: [StaticString]) -> Bool {
    var previous: UInt8 = 0
    for index in indices {
      let byte = self[index]
      defer { previous = byte }
      guard (0x61...0x7A).contains(byte | 0x20), !(0x61...0x7A).contains(previous | 0x20) else { continue }
      for beginning in beginnings where beginning.utf8Start[0] == byte | 0x20 {
        let count = beginning.utf8CodeUnitCount
        if index + count <= self.count, (0..<count).allSatisfy({ self[index + $0] | 0x20 == beginning.utf8Start[$0] }) {
          return true
        }
      }
    }
    return false
  }
}

extension StringProtocol {
  /// The words in lower case, apostrophes kept.
  var lowerWords: [String] {
    var text = String(self)
    // Byte by byte this is twenty times as fast, and nearly every text is ASCII.
    let quick: [String]? = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var words: [String] = []
      var word: [UInt8] = []
      for byte in bytes {
        switch byte {
        case 0x41...0x5A: word.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39, 0x27, 0x2D: word.append(byte)
        default:
          if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
          word.removeAll(keepingCapacity: true)
        }
      }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      return words
    }
    if let quick { return quick }
    return lowercased().replacing("’", with: "'").split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-") }.map(
      String.init)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let inner = drop(while: \.isWhitespace)
    return String(inner.reversed().drop(while: \.isWhitespace).reversed())
  }
}
