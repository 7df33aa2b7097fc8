internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What the authors of a renewed agreement should know about it.
struct RenewalNews {
  private let renewal: Renewal
  private let result: Renewal.Result
  private let source: RenewRun.Source
  private let target: FilePath
  private let file: EditedAgreement

  /// The most lines about single places of the file; the file itself shows the others.
  private static let mostPlaces = 40

  init(
    _ renewal: Renewal, _ result: Renewal.Result, _ source: RenewRun.Source, at target: FilePath,
    from file: EditedAgreement
  ) {
    self.renewal = renewal
    self.result = result
    self.source = source
    self.target = target
    self.file = file
  }

  /// Tells it on standard error.
  func tell() {
    let name = ShellWord.quoted(target.typed)
    var lines = ["\(TerminalText.escape(target.string)): written, a draft for \(renewal.year)", "  \(days)"]
    if !result.carried.isEmpty {
      lines.append("  last year's answers, to agree to again: \(result.carried.count)")
    }
    if !result.putAside.isEmpty {
      lines.append("  not answered anymore, last year's lines are comments: \(Prose.list(result.putAside))")
    }
    if !result.concerns.isEmpty { lines.append("  whose concerns to ask for again: \(ids(result.concerns))") }
    if !result.gone.isEmpty { lines.append("  no longer in it: \(ids(result.gone))") }
    for (id, count) in result.needed where count > 0 {
      let id = TerminalText.escape(id)
      lines.append(
        "  still in it, because something is theirs to do (\(count)): \(id); to hand it on, write another id in its place"
      )
    }
    lines += places
    lines.append("Next: concord agree \(name)")
    Output.error(lines.map { $0 + "\n" }.joined())
  }

  private func ids(_ ids: [String]) -> String { Prose.list(ids.map { TerminalText.escape($0) }) }

  private var days: String {
    let moved = "all other dates moved by \(result.days / 7) weeks"
    let span = "from \(renewal.starts) to \(renewal.ends)"
    return switch source {
    case .options: "\(span); \(moved)"
    case .calendar: "\(span), as the calendar in concord.yaml says; \(moved)"
    case .lastYear: "\(span), last year's days moved by whole weeks (--starts and --ends set others); \(moved)"
    }
  }

  /// What to look at in the new file, by line.
  private var places: [String] {
    let source = SourceFile(name: target.string, bytes: result.bytes)
    let reading = AgreementReader.read(source, catalog: file.agreement.catalog)
    let lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
    var found: [(line: Int, text: String)] = []
    let linter = Linter(
      rules: Rule.all.filter { $0.id == .dateOutsideYear }, settings: file.linter.settings, today: renewal.starts)
    for finding in linter.lint(reading) where finding.diagnostic.rule == .dateOutsideYear {
      found.append((lines.line(at: Int(finding.diagnostic.range.start)), finding.diagnostic.message))
    }
    let withheld = WithheldTexts(reading, withGuesses: Output.isInCI)
    for words in DatedWords.all(in: reading.document, near: renewal.year.first) {
      let shown =
        Output.isInCI || withheld.contains(words.range)
        ? WithheldTexts.notice : "\"\(TerminalText.escape(words.text))\""
      found.append((lines.line(at: Int(words.range.start)), "the text says \(shown)"))
    }
    guard !found.isEmpty else { return [] }
    found.sort { $0.line < $1.line }
    let more = found.count - Self.mostPlaces
    return ["  days to look at:"] + found.prefix(Self.mostPlaces).map { "    line \($0.line + 1): \($0.text)" }
      + (more > 0 ? ["    and \(more) more"] : [])
  }
}
