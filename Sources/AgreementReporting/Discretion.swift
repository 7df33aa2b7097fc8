public import AgreementLint
public import Diagnostics
internal import TextSupport

/// What may be said about a place whose text is withheld: what is wrong, and nothing of the text.
///
/// Messages quote a file in quotes or backticks. A finding that quotes words of a withheld line says what its rule looks for
/// instead; it keeps its help where that quotes nothing, and its repair, which would show the text, is only made and not shown.
public struct Discretion {
  /// The words of the lines that are withheld, in lower case.
  private let words: [Substring]
  /// How the texts that are withheld begin: a name may be repeated by what is said at another place.
  private let texts: Set<String>

  /// So much of a text is surely shown where it is repeated.
  private static let shownCharacters = 40

  /// How the texts begin that some findings withhold; a text of few letters says nothing.
  public static func texts(_ findings: [Finding], in source: SourceFile?) -> Set<String> {
    guard let source else { return [] }
    var result: Set<String> = []
    for finding in findings where finding.isWithheld && Int(finding.diagnostic.range.end) <= source.bytes.count {
      let text = Folding.fold(
        String(decoding: source.bytes[finding.diagnostic.range.indices].prefix(400), as: UTF8.self))
      // The quotes around a text, or the sign of a comment, are no part of it.
      var start = text.drop { "\"'# ".contains($0) }.prefix(shownCharacters)
      while let last = start.last, "\"' ".contains(last) { start.removeLast() }
      if start.count > 5 { result.insert(String(start)) }
    }
    return result
  }

  /// Nil where nothing is withheld.
  init?(_ findings: [Finding], in source: SourceFile, hiding elsewhere: Set<String> = []) {
    let withheld = findings.filter(\.isWithheld)
    guard !withheld.isEmpty || !elsewhere.isEmpty else { return nil }
    texts = elsewhere.union(Self.texts(withheld, in: source))
    let lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
    var numbers: Set<Int> = []
    for range in withheld.flatMap({ [$0.diagnostic.range] + $0.diagnostic.notes.filter { $0.file == nil }.map(\.range) }
    ) {
      numbers.formUnion(lines.lines(of: range))
    }
    var words: Set<Substring> = []
    for number in numbers {
      let text = String(decoding: source.bytes[lines.content(of: number, in: source.bytes)], as: UTF8.self)
      words.formUnion(Self.words(of: text.lowercased()))
    }
    self.words = words.sorted()
  }

  /// What is shown of a finding.
  func shown(_ finding: Finding) -> Diagnostic {
    let diagnostic = finding.diagnostic
    guard finding.isWithheld || repeats(diagnostic) else { return diagnostic }
    let summary = Rule.named(diagnostic.rule.rawValue)?.summary ?? "something is wrong here"
    return Diagnostic(
      diagnostic.rule, at: diagnostic.range, says(diagnostic.message) ? summary : diagnostic.message,
      help: diagnostic.help.flatMap { says($0) ? nil : $0 },
      notes: diagnostic.notes.map { says($0.message) ? Note(at: $0.range, "it belongs to this", in: $0.file) : $0 })
  }

  /// Whether what is said at another place repeats a withheld text.
  private func repeats(_ diagnostic: Diagnostic) -> Bool {
    ([diagnostic.message, diagnostic.help ?? ""] + diagnostic.notes.map(\.message)).contains(where: hasText)
  }

  private func hasText(_ text: String) -> Bool { !texts.isEmpty && texts.contains { text.contains($0) } }

  private func says(_ text: String) -> Bool { quotes(text) || hasText(text) }

  /// What is shown of the reason why a comment allows something.
  func shown(reason: String) -> String {
    repeats(reason[...]) ? "the reason stands in the file" : reason
  }

  /// Whether something in quotes or backticks is of a withheld line.
  private func quotes(_ text: String) -> Bool {
    var start: String.Index?
    for index in text.indices where text[index] == "\"" || text[index] == "`" {
      if let start, repeats(text[start..<index]) { return true }
      start = text.index(after: index)
    }
    return start.map { repeats(text[$0...]) } ?? false
  }

  /// Whether all words of a text are of withheld lines, the last of them perhaps cut off.
  private func repeats(_ text: Substring) -> Bool {
    let words = Self.words(of: text.lowercased())
    return !words.isEmpty && words.allSatisfy(isWithheld)
  }

  private func isWithheld(_ word: Substring) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].hasPrefix(word)
  }

  private static func words(of text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }
}
