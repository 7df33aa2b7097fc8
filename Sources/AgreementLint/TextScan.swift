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
  /// For each pair of neighbouring bytes a bit: whether a trigger, or a number, may begin with the first one.
  private let pairs: [UInt64]

  /// Takes the words of each rule, in lower-case ASCII; one that begins with a letter counts only at the start of a word, and
  /// `0` stands for nine digits with at most two other signs between them, as in a telephone number.
  init(_ words: [[String]]) {
    var triggers = Array(repeating: [Trigger](), count: 256)
    var pairs = Array(repeating: UInt64(0), count: 1 << 10)
    for (rule, words) in words.enumerated() {
      for word in words {
        let bytes = Array(word.utf8)
        triggers[Int(bytes[0])].append(Trigger(word: bytes, rule: rule))
        let firsts = bytes[0] == 0x30 ? Array(0x30...0x39) : Self.cases(of: bytes[0])
        for first in firsts {
          for second in bytes.count > 1 ? Self.cases(of: bytes[1]) : Array(0...255) {
            let pair = Self.pair(first, second)
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
          }
        }
      }
    }
    self.triggers = triggers
    self.pairs = pairs
  }

  /// A letter in both cases.
  private static func cases(of byte: UInt8) -> [UInt8] {
    (0x61...0x7A).contains(byte) ? [byte, byte & 0xDF] : [byte]
  }

  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

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

  /// The places where a trigger may begin. This is done for every byte of every file, and two bytes tell most of them apart.
  private func candidates(in bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    guard !bytes.isEmpty else { return result }
    bytes.withUnsafeBufferPointer { bytes in
      pairs.withUnsafeBufferPointer { pairs in
        var numberEnd = 0
        for index in 0..<bytes.count {
          let first = bytes[index]
          let pair = Self.pair(first, index + 1 < bytes.count ? bytes[index + 1] : 0)
          guard pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0 else { continue }
          if Self.isDigit(first) {
            guard index >= numberEnd else { continue }
            let (ninth, end) = Self.number(in: bytes, from: index)
            if let ninth { result.append(ninth) }
            numberEnd = end
          } else if !Self.isLetter(first) || index == 0 || !Self.isLetter(bytes[index - 1]) {
            // A word counts at its start, and a sign anywhere.
            result.append(index)
          }
        }
      }
    }
    return result
  }

  /// The ninth digit of a number with at most two other signs between its digits, and where the number ends.
  private static func number(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (ninth: Int?, end: Int) {
    var ninth: Int?
    var digits = 0
    var gap = 0
    var index = start
    while index < bytes.count {
      if isDigit(bytes[index]) {
        digits += 1
        gap = 0
        if digits == 9 { ninth = index }
      } else {
        gap += 1
        if gap > 2 || isLetter(bytes[index]) || bytes[index] < 0x20 { break }
      }
      index += 1
    }
    return (ninth, max(index, start + 1))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

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
