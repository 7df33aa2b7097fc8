package import Agreement
package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension WithheldTexts {
  /// Looks for private texts in a file.
  ///
  /// This depends on the file alone: not on the rules of the run, their levels, the settings, the comments that allow
  /// something, or whether the file can be read as an agreement. If anybody can read the output, as in CI, what the
  /// other heuristic rules find is withheld, too.
  package init(_ reading: AgreementReading, withGuesses: Bool = false) {
    self.init(withGuesses ? Self.guesses : Self.privacy, reading)
  }

  /// Looks for private texts in a file that is not an agreement, or was not read as one.
  package init(_ source: SourceFile, withGuesses: Bool = false) {
    self.init(AgreementReader.read(source), withGuesses: withGuesses)
  }

  private init(_ rules: PrivateRules, _ reading: AgreementReading) {
    let source = reading.document.source
    var found: [SourceRange: Text] = [:]
    func add(_ range: SourceRange, _ text: String, _ isPrivate: Bool) {
      if found[range]?.isPrivate != true { found[range] = Text(range, text, isPrivate: isPrivate) }
    }
    guard let agreement = reading.agreement ?? Self.nobody else {
      self = .none
      return
    }
    var context = RuleContext(today: .distantPast, settings: .standard, reading: reading)
    for place in rules.scan.texts(
      in: reading.document, withUnread: LineIndex(source.bytes, from: source.byteOrderMarkCount))
    {
      let (rule, check) = rules.texts[place.rule]
      let before = context.found.count
      context.rule = rule.id
      check(TextVisit(agreement: agreement, range: place.range, folded: place.text), &context)
      if context.found.count > before { add(place.range, place.text.text, rule.category == .privacy) }
    }
    for text in rules.joined(in: reading, of: agreement) { add(text.range, text.text, text.isPrivate) }
    for diagnostic in rules.others?.lint(reading).map(\.diagnostic) ?? [] {
      add(diagnostic.range, Self.text(at: diagnostic.range, in: reading.document), false)
    }
    self.init(
      found.values.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }, in: source,
      alsoIf: { rules.finds($0, of: agreement) })
  }

  /// Makes the withheld texts of a file that is known to have nothing private in it.
  ///
  /// The file is read only if something put together from its texts may be private.
  package static func nothing(
    in source: SourceFile, reading: @escaping @Sendable (SourceFile) -> AgreementReading
  ) -> WithheldTexts {
    WithheldTexts([], in: source) { text in
      guard privacy.mayFind(text), let agreement = reading(source).agreement ?? nobody else { return false }
      return privacy.finds(text, of: agreement)
    }
  }

  /// Takes what rules have found in a run that happened anyway.
  init(_ findings: [Finding], in reading: AgreementReading) {
    let document = reading.document
    let texts = findings.map {
      Text($0.diagnostic.range, Self.text(at: $0.diagnostic.range, in: document), isPrivate: $0.isPrivate)
    }
    guard let agreement = reading.agreement ?? Self.nobody else {
      self.init(texts, in: document.source)
      return
    }
    let rules = Self.privacy
    self.init(
      texts + rules.joined(in: reading, of: agreement), in: document.source,
      alsoIf: { rules.finds($0, of: agreement) })
  }

  /// What a text says, regardless of how it is written.
  static func text(at range: SourceRange, in document: Document) -> String {
    if let node = document.scalar(at: Int(range.start)), document.range(of: node) == range {
      return Folding.fold(document.bytes(of: node))
    }
    guard Int(range.end) <= document.source.bytes.count else { return "" }
    return Folding.fold(String(decoding: document.source.bytes[range.indices].prefix(1_000), as: UTF8.self))
  }

  /// An agreement with nobody in it, for files that hold no agreement.
  private static var nobody: Agreement? { PrivateRules.nobody.agreement }

  private static let privacy = PrivateRules(Rule.all.filter { $0.category == .privacy })
  private static let guesses = PrivateRules(Rule.all.filter { $0.category == .privacy || $0.isHeuristic })
}
