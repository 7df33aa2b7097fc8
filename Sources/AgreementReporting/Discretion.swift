internal import AgreementLint
internal import Diagnostics

/// What may be said about a place whose text is withheld: what is wrong, and nothing of the text.
///
/// Messages quote a file in quotes or backticks. A finding that quotes words of a withheld line says what its rule looks for
/// instead; it keeps its help where that quotes nothing, and its repair, which would show the text, is only made and not shown.
struct Discretion {
  /// The words of the lines that are withheld, in lower case.
  private let words: [Substring]

  /// Nil where nothing is withheld.
  init?(_ findings: [Finding], in source: SourceFile) {
    let withheld = findings.filter(\.isWithheld)
    guard !withheld.isEmpty else { return nil }
    let lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
    var numbers: Set<Int> = []
    for range in withheld.flatMap({ [$0.diagnostic.range] + $0.diagnostic.notes.filter { $0.file == nil }.map(\.range) }
    ) {
      let first = lines.line(at: Int(range.start))
      numbers.formUnion(first...max(first, lines.line(at: max(Int(range.start), Int(range.end) - 1))))
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
    guard finding.isWithheld else { return diagnostic }
    let summary = Rule.named(diagnostic.rule.rawValue)?.summary ?? "something is wrong here"
    return Diagnostic(
      diagnostic.rule, at: diagnostic.range, quotes(diagnostic.message) ? summary : diagnostic.message,
      help: diagnostic.help.flatMap { quotes($0) ? nil : $0 },
      notes: diagnostic.notes.map { quotes($0.message) ? Note(at: $0.range, "it belongs to this", in: $0.file) : $0 })
  }

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
