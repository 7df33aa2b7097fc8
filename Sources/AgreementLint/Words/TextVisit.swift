package import Agreement
package import Diagnostics
internal import SchoolEnglish

/// A text of the file, as the word rules see it: an answer, a name, a school's own key or a comment.
package struct TextVisit {
  /// The agreement.
  package let agreement: Agreement
  /// Where the text is.
  package let range: SourceRange
  /// The text, folded.
  package var text: String { folded.text }
  /// Its words.
  var words: [Word] { folded.words }
  /// Its words, sentence by sentence.
  var sentences: [ArraySlice<Word>] { folded.sentences }
  let folded: FoldedText
}

/// A folded text with its words and what follows from them, computed once for all rules that look at it.
final class FoldedText {
  let text: String
  private(set) lazy var words = Word.compounds(in: text)
  private(set) lazy var sentences = words.sentences
  /// Whether it is the coach's promise, once that was asked.
  var isPromise: Bool?
  /// What the coach does, in all sentences or in those that name the coach, once that was asked.
  var actorsOfAll: [SentenceActors]?
  var actorsOfNamed: [SentenceActors]?

  init(_ text: String) { self.text = text }
}
