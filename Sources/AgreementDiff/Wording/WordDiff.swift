internal import SchoolEnglish

/// What changed inside a text, word by word.
package enum WordDiff {
  /// Adjacent words that were all kept, all removed or all added.
  package struct Piece: Sendable, Hashable {
    /// What happened to some words.
    package enum Kind: String, Sendable {
      /// They are in both texts.
      case same
      /// They are only in the old text.
      case removed
      /// They are only in the new text.
      case added
    }

    /// What happened to the words.
    package let kind: Kind
    /// The words, with single spaces between them.
    package let text: String
    /// The words as written in the old text; if both texts have the words, only punctuation such as a comma may differ.
    package let oldText: String

    init(kind: Kind, text: String, oldText: String? = nil) {
      self.kind = kind
      self.text = text
      self.oldText = oldText ?? text
    }
  }

  /// Texts with more words than this in total are compared as wholes, because the difference takes words × changes
  /// steps.
  private static let mostWords = 1000

  /// The pieces of both texts, in order; removed words come before the words that replaced them.
  package static func pieces(_ old: String, _ new: String) -> [Piece] {
    let (before, after) = (words(of: old).map(Token.init), words(of: new).map(Token.init))
    guard before.count + after.count <= mostWords else { return replaced(old, new) }
    let (removed, added) = Self.changes(before, after)
    // If hardly a word stays, the two texts read better one after the other.
    if 3 * (before.count - removed.count) < min(before.count, after.count) { return replaced(old, new) }
    var result: [Piece] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      var (gone, come): ([Token], [Token]) = ([], [])
      var same: [(old: Token, new: Token)] = []
      // A small word that stays between two changes is made part of them, which is easier to read.
      while true {
        let start = (gone.count, come.count)
        while left < before.count, removed.contains(left) {
          gone.append(before[left])
          left += 1
        }
        while right < after.count, added.contains(right) {
          come.append(after[right])
          right += 1
        }
        guard start != (gone.count, come.count), left + 1 < before.count, right + 1 < after.count,
          !gone.isEmpty, !come.isEmpty, Lexicon.small.contains(before[left].text.lowercased()),
          removed.contains(left + 1),
          added.contains(right + 1)
        else { break }
        gone.append(before[left])
        come.append(after[right])
        left += 1
        right += 1
      }
      while left < before.count, right < after.count, !removed.contains(left), !added.contains(right) {
        same.append((before[left], after[right]))
        left += 1
        right += 1
      }
      for (kind, words) in [(Piece.Kind.removed, gone), (.added, come)] where !words.isEmpty {
        result.append(Piece(kind: kind, text: words.map(\.text).joined(separator: " ")))
      }
      if !same.isEmpty {
        result.append(
          Piece(
            kind: .same, text: same.map(\.new.text).joined(separator: " "),
            oldText: same.map(\.old.text).joined(separator: " ")))
      }
    }
    return result
  }

  /// A word with the punctuation at its ends, which does not make it a different word.
  private struct Token: Equatable {
    let text: Substring
    let word: Substring

    init(_ text: Substring) {
      self.text = text
      var word = text.utf8[...]
      while word.count > 1, let last = word.last, Self.signs.contains(last) { word.removeLast() }
      while word.count > 1, let first = word.first, first == 0x22 || first == 0x28 { word.removeFirst() }
      self.word = Substring(word)
    }

    /// Characters that end a word: comma, period, semicolon, colon, exclamation point, question mark, parenthesis,
    /// quotation mark.
    private static let signs = Array(",.;:!?)\"".utf8)

    static func == (left: Token, right: Token) -> Bool { left.word == right.word }
  }

  /// The words between single spaces.
  package static func words(of text: String) -> [Substring] {
    text.utf8.split(separator: 0x20).map { Substring($0) }
  }

  /// The indices of the words that went, and of those that came.
  ///
  /// Most texts have few words, for which a table of common lengths is faster than the standard library's difference.
  private static func changes(_ before: [Token], _ after: [Token]) -> (removed: Set<Int>, added: Set<Int>) {
    guard before.count * after.count <= 4096 else {
      var (removed, added): (Set<Int>, Set<Int>) = ([], [])
      for change in after.difference(from: before) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
      }
      return (removed, added)
    }
    var (removed, added) = (Set(before.indices), Set(after.indices))
    for pair in CommonSubsequence.pairs(before, after) {
      removed.remove(pair.old)
      added.remove(pair.new)
    }
    return (removed, added)
  }

  private static func replaced(_ old: String, _ new: String) -> [Piece] {
    [Piece(kind: .removed, text: old), Piece(kind: .added, text: new)].filter { !$0.text.isEmpty }
  }
}
