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

  /// Takes the words of each rule, in lower-case ASCII; one that begins with a letter counts only at the start of a word, and
  /// `0` stands for three digits in a row.
  init(_ words: [[String]]) {
    var triggers = Array(repeating: [Trigger](), count: 256)
    for (rule, words) in words.enumerated() {
      for word in words {
        let bytes = Array(word.utf8)
        triggers[Int(bytes[0])].append(Trigger(word: bytes, rule: rule))
      }
    }
    self.triggers = triggers
  }

  /// The texts to look at, as the rule and the node or comment, each once, in the order of the file.
  func texts(in document: Document) -> [(rule: Int, range: SourceRange, text: String)] {
    var result: [(rule: Int, range: SourceRange, text: String)] = []
    let bytes = document.source.bytes
    var previous: UInt8 = 0
    var digits = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let lower = byte | 0x20
      let isLetter = (0x61...0x7A).contains(lower)
      if (0x30...0x39).contains(byte) {
        digits += 1
        if digits == 3 { for trigger in triggers[0x30] { add(trigger.rule, at: index, document, &result) } }
      } else {
        digits = 0
        let list = triggers[Int(isLetter ? lower : byte)]
        if !list.isEmpty, !isLetter || !(0x61...0x7A).contains(previous | 0x20) {
          for trigger in list where matches(trigger.word, bytes, at: index) { add(trigger.rule, at: index, document, &result) }
        }
      }
      previous = byte
    }
    return result
  }

  private func matches(_ word: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for index in word.indices {
      let byte = bytes[start + index]
      guard word[index] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) else { return false }
    }
    return true
  }

  private func add(
    _ rule: Int, at offset: Int, _ document: Document, _ result: inout [(rule: Int, range: SourceRange, text: String)]
  ) {
    let range: SourceRange
    let text: String
    if let node = document.scalar(at: offset) {
      range = document.range(of: node)
      if result.contains(where: { $0.rule == rule && $0.range == range }) { return }
      text = Folding.fold(document.string(of: node))
    } else if let comment = document.comment(at: offset) {
      range = comment
      if result.contains(where: { $0.rule == rule && $0.range == range }) { return }
      text = Folding.fold(String(decoding: document.source.bytes[comment.indices], as: UTF8.self))
    } else {
      return
    }
    result.append((rule, range, text))
  }
}

extension String {
  /// The sentences of a text, roughly: cut at full stops, semicolons, question and exclamation marks before a space.
  var sentences: [Substring] {
    var result: [Substring] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if ".;!?".contains(self[index]), next == endIndex || self[next] == " ",
        // A title is no end: "Ms. Ortiz".
        !["Mr", "Ms", "Mrs", "Dr", "Mx"].contains(where: { self[start..<index].hasSuffix($0) })
      {
        result.append(self[start..<next])
        start = next
      }
      index = next
    }
    if start < endIndex { result.append(self[start...]) }
    return result
  }
}

extension StringProtocol {
  /// The words in lower case, apostrophes kept.
  var lowerWords: [String] {
    lowercased().replacing("’", with: "'").split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-") }.map(String.init)
  }

  /// Whether a sentence denies what it speaks of.
  var isNegated: Bool {
    let words: Set<String> = [
      "no", "not", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot", "don't", "doesn't", "won't",
      "isn't", "aren't", "can't", "instead", "rather", "except", "unless",
    ]
    return lowerWords.contains(where: words.contains)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let inner = drop(while: \.isWhitespace)
    return String(inner.reversed().drop(while: \.isWhitespace).reversed())
  }
}
