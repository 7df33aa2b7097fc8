package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The texts of one file that no output shows, because they may be private.
///
/// Every output asks this type: by range where it shows places of the file, by text where it shows what was read from
/// it, as messages, changes and histories do. The whole line of each text is withheld, since reports show lines.
///
/// Every query takes time in proportion to its input, whatever the number of texts, because a file may come from
/// somebody hostile.
package struct WithheldTexts: Sendable {
  /// The notice shown in place of a text, in the same words in every output.
  package static let notice = "(not shown, because it may be private)"
  /// Nothing is withheld.
  package static let none = WithheldTexts([], in: SourceFile(name: "", bytes: []))

  /// A text and its place.
  package struct Text: Sendable {
    /// Where it is, in UTF-8 byte offsets.
    package let range: SourceRange
    /// What it says.
    package let text: String
    /// Whether it is private, as opposed to a guess, which is withheld only if anybody can read the output.
    package let isPrivate: Bool

    /// Makes a text.
    package init(_ range: SourceRange, _ text: String, isPrivate: Bool = true) {
      self.range = range
      self.text = text
      self.isPrivate = isPrivate
    }
  }

  private let lines: LineIndex
  private let withheld: LineSpans
  private let privates: LineSpans
  private let phrases: WithheldPhrases
  private let isAlsoPrivate: (@Sendable (String) -> Bool)?

  /// Takes the texts that are withheld in a file, and a test for whether a text put together from others is private.
  package init(_ texts: [Text], in source: SourceFile, alsoIf isAlsoPrivate: (@Sendable (String) -> Bool)? = nil) {
    self.isAlsoPrivate = isAlsoPrivate
    guard !texts.isEmpty else {
      lines = LineIndex([])
      withheld = LineSpans([])
      privates = LineSpans([])
      phrases = WithheldPhrases([], lines: [])
      return
    }
    let lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
    self.lines = lines
    let texts = texts.filter { Int($0.range.end) <= source.bytes.count }
    let withheld = LineSpans(texts.map { lines.lines(of: $0.range) })
    self.withheld = withheld
    privates = LineSpans(texts.filter(\.isPrivate).map { lines.lines(of: $0.range) })
    phrases = WithheldPhrases(
      texts.map(\.text),
      lines: withheld.spans.flatMap { $0 }.map {
        String(decoding: source.bytes[lines.content(of: $0, in: source.bytes)], as: UTF8.self)
      })
  }

  /// Whether nothing is withheld.
  package var isEmpty: Bool { withheld.spans.isEmpty }

  /// Whether a place shares a line with a withheld text.
  package func contains(_ range: SourceRange) -> Bool { !isEmpty && withheld.overlap(lines.lines(of: range)) }

  /// Whether a place shares a line with a private text, which is withheld from every output.
  package func containsPrivate(_ range: SourceRange) -> Bool {
    !isEmpty && privates.overlap(lines.lines(of: range))
  }

  /// Whether a line, 0-based, is withheld.
  package func contains(line: Int) -> Bool { withheld.overlap(line...line) }

  /// Whether output about another place repeats a text, or a good part of it.
  package func repeats(_ shown: String) -> Bool { !isEmpty && phrases.isRepeated(in: shown) }

  /// Whether a message about a withheld line quotes it, in quotes or backticks, or repeats it.
  package func quotes(_ shown: String) -> Bool {
    !isEmpty && (phrases.isQuoted(in: shown) || phrases.isRepeated(in: shown))
  }

  /// Whether a message quotes a private text that was put together for it, though the file has no such text.
  package func joins(_ said: String) -> Bool {
    guard let isAlsoPrivate else { return false }
    return WithheldPhrases.quotations(in: said).contains { isAlsoPrivate(String($0)) }
  }

  /// Whether a text that is written as it is, such as that of a fix, is private.
  package func isPrivate(_ text: String) -> Bool { isAlsoPrivate?(text) ?? false }

  /// Whether a message quotes only keys of the format, so that it is the same whatever a text says.
  package static func isSameForAnyText(_ said: String) -> Bool {
    WithheldPhrases.quotations(in: said).allSatisfy { quotation in
      quotation.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.allSatisfy {
        !$0.contains { $0.isLetter || $0.isNumber } || joining.contains(String($0))
          || Catalog.builtIn.vocabulary.keys.contains(String($0))
      }
    }
  }

  /// What comes between two quotations, as in "write `and`, as in `or`".
  private static let joining: Set<String> = ["and", "as", "in", "or"]

  /// A text that was read from the file, or the notice in its place.
  package func shown(_ text: String) -> String {
    !isEmpty && phrases.isRepeated(in: text) ? Self.notice : text
  }

  /// The bytes of the file, with a notice in place of each line that is withheld.
  package func shown(_ source: SourceFile) -> [UInt8] {
    guard !isEmpty else { return source.bytes }
    var result: [UInt8] = []
    for line in lines.starts.indices {
      let content = lines.content(of: line, in: source.bytes)
      result += contains(line: line) ? Array(Self.notice.utf8)[...] : source.bytes[content]
      result += source.bytes[content.upperBound..<lines.range(of: line).upperBound]
    }
    return result
  }
}

/// Ranges of lines, merged where they touch, so that each query is one search.
private struct LineSpans: Sendable {
  private(set) var spans: [ClosedRange<Int>] = []

  init(_ all: [ClosedRange<Int>]) {
    for span in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, span.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
  }

  func overlap(_ span: ClosedRange<Int>) -> Bool {
    let next = spans.sortedIndex { $0.upperBound >= span.lowerBound }
    return next < spans.count && spans[next].lowerBound <= span.upperBound
  }
}
