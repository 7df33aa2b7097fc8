internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The rules whose texts are withheld.
struct PrivateRules: Sendable {
  typealias Check = @Sendable (TextVisit, inout RuleContext) -> Void

  /// The rules that look at texts.
  private(set) var texts: [(rule: Rule, check: Check)] = []
  let scan: TextScan
  /// The rules that look at something else, if any.
  let others: Linter?

  init(_ rules: [Rule]) {
    var words: [[String]] = []
    var others: [Rule] = []
    for rule in rules {
      let count = texts.count
      for case .text(let triggers, let check) in rule.checks {
        texts.append((rule, check))
        words.append(triggers)
      }
      if texts.count == count { others.append(rule) }
    }
    scan = TextScan(words)
    self.others =
      others.isEmpty ? nil : Linter(rules: others, today: .distantPast, appliesSuppressions: false)
  }
  /// A reading of a file that holds no agreement.
  static let nobody = AgreementReader.read(SourceFile(name: "", bytes: Array("format: 1\n".utf8)))

  /// The most bytes to look at in a text that is not the file's own.
  private static let mostBytes = 1_000

  /// Whether a text that concord put together, such as a suggestion in a help text, has what a rule about words looks
  /// for.
  func finds(_ text: String, of agreement: Agreement) -> Bool { !finders(of: text, agreement).isEmpty }

  /// Whether a text has words that a rule looks for.
  func mayFind(_ text: String) -> Bool { !scan.rules(for: Array(Self.beginning(of: text).utf8)).isEmpty }

  /// What the reader took for one text, though the file splits it: `{Call Ana at 555, 201-7788}` is two keys.
  func joined(in reading: AgreementReading, of agreement: Agreement) -> [WithheldTexts.Text] {
    let document = reading.document
    let bytes = document.source.bytes
    var looked: Set<SourceRange> = []
    var result: [WithheldTexts.Text] = []
    for range in reading.diagnostics.map(\.range) where looked.insert(range).inserted {
      guard Int(range.end) <= bytes.count, let first = bytes[range.indices].first,
        document.scalar(at: Int(range.start)).map({ document.range(of: $0) }) != range
      else { continue }
      let stretch = bytes[range.indices].prefix(Self.mostBytes)
      // Lines that belong together only by their layout are not a text.
      guard first == 0x7B || first == 0x5B || !stretch.contains(0x0A) else { continue }
      let text = Folding.fold(String(decoding: stretch, as: UTF8.self))
      let found = finders(of: text, agreement)
      if !found.isEmpty {
        result.append(WithheldTexts.Text(range, text, isPrivate: found.contains { $0.category == .privacy }))
      }
    }
    return result
  }

  /// As much of a text as is looked at, folded.
  private static func beginning(of text: String) -> String { Folding.fold(String(text.prefix(mostBytes))) }

  /// The rules about words that find something in a text.
  private func finders(of text: String, _ agreement: Agreement) -> [Rule] {
    let folded = Self.beginning(of: text)
    let found = scan.rules(for: Array(folded.utf8))
    guard !found.isEmpty else { return [] }
    let shared = FoldedText(folded)
    // Someone who reads a text that was put together knows only its words, not the file.
    var context = RuleContext(today: .distantPast, settings: .standard, reading: Self.nobody)
    return found.map { texts[$0] }.filter { rule, check in
      let before = context.found.count
      context.rule = rule.id
      check(TextVisit(agreement: agreement, range: SourceRange(0..<0), folded: shared), &context)
      return context.found.count > before
    }.map(\.rule)
  }
}
