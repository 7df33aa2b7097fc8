package import Agreement
package import AgreementLint
package import Diagnostics
internal import TextSupport

/// A finding with everything shown about it, so that the bytes of its file can be freed.
package struct ReportedFinding: Sendable {
  /// The rule.
  package let rule: RuleID
  /// How much it matters.
  package let level: Level
  /// What is wrong.
  package let message: String
  /// What to type instead.
  package let help: String?
  /// Where it begins.
  package let start: LineColumn
  /// Where it ends: the place after the last character.
  package let end: LineColumn
  /// The line where it begins; nil if the text is private.
  package let excerpt: Excerpt?
  /// Other places that explain it.
  package let related: [Related]
  /// The fix.
  package let fix: Fix?
  /// The edits of the fix, with their places as people count them.
  package let edits: [PlacedEdit]
  /// The reason in a comment that allows it; nil if none does.
  package let suppression: String?

  /// An edit with its place as people count it.
  package struct PlacedEdit: Sendable {
    /// Where the replaced text begins.
    package let start: LineColumn
    /// Where the replaced text ends.
    package let end: LineColumn
    /// The text that replaces it.
    package let text: String
  }

  /// A second place that explains a finding.
  package struct Related: Sendable {
    /// What is there.
    package let message: String
    /// Where it begins.
    package let start: LineColumn
    /// Where it ends.
    package let end: LineColumn
    /// The line where it begins; nil if the text is private.
    package let excerpt: Excerpt?
    /// The file, if it is another one.
    package let path: String?
    /// The path of that file in reports.
    package let location: ReportPath?
  }

  /// A line of a file, made safe for a terminal, and the part to underline.
  package struct Excerpt: Sendable {
    /// The line.
    package let line: String
    /// The number of terminal columns before the underlined part.
    package let indent: Int
    /// The number of underlined columns, at least one.
    package let width: Int
  }
}

/// A file and what was found in it.
package struct ReportedFile: Sendable {
  /// The path as people typed it.
  package let path: String
  /// Where the file is, for the services that read reports.
  package let location: ReportPath
  /// The findings that are shown, in file order.
  package let findings: [ReportedFinding]
  /// The findings that comments in the file allow, in file order.
  package let suppressed: [ReportedFinding]
  /// The number of findings at each level, including those that are not shown but not those that are allowed.
  package let counts: [Level: Int]
  /// The number of findings that are not shown.
  package var omitted: Int { counts.values.reduce(0, +) - findings.count }
  /// The number of findings that comments allow, including those left out of `suppressed` because there are too many.
  package let suppressedCount: Int
  /// The number of findings that a baseline knows.
  package let known: Int
  /// Whether the file was reported before, so that these are the cross-repository findings.
  package let isAgain: Bool

  /// The most findings of one file to show; if there are more, most of them have one cause.
  package static let mostFindings = 200

  /// A file that a note points to.
  package struct Other {
    let source: SourceFile
    let location: ReportPath
    /// What is withheld in it.
    package let withheld: WithheldTexts

    /// Takes a file with what is withheld in it; if that is nil, it is looked up.
    package init(_ source: SourceFile, at location: ReportPath, withheld: WithheldTexts? = nil) {
      self.source = source
      self.location = location
      self.withheld = withheld ?? WithheldTexts(source)
    }
  }

  /// Takes what is shown of a file; `others` are the files that notes point to, by name. Without a location its name is
  /// used, and without `withheld` that is looked up.
  package init(
    _ source: SourceFile, _ found: [Finding], at location: ReportPath? = nil, known: Int = 0, isAgain: Bool = false,
    withheld: WithheldTexts? = nil, others: [String: Other] = [:]
  ) {
    path = source.name
    self.location = location ?? ReportPath(source.name)
    self.known = known
    self.isAgain = isAgain
    guard !found.isEmpty else {
      findings = []
      suppressed = []
      suppressedCount = 0
      counts = [:]
      return
    }
    let open = found.filter { $0.suppression == nil }
    counts = open.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
    suppressedCount = found.count - open.count
    let discretion = Discretion(found, in: source, withheld ?? WithheldTexts(source), others.mapValues(\.withheld))
    var places = Places(source)
    findings = Self.mostImportant(open).map { Self.reported($0, places, discretion, others) }
    places = Places(source)
    suppressed = found.filter { $0.suppression != nil }.prefix(Self.mostFindings).map {
      Self.reported($0, places, discretion, others)
    }
  }

  private static func reported(
    _ finding: Finding, _ places: Places, _ discretion: Discretion, _ others: [String: Other]
  ) -> ReportedFinding {
    let (diagnostic, isWithheld) = discretion.shown(finding)
    return ReportedFinding(
      rule: diagnostic.rule, level: finding.level, message: diagnostic.message, help: diagnostic.help,
      start: places.start(diagnostic.range.start), end: places.end(diagnostic.range.end),
      excerpt: isWithheld ? nil : places.excerpt(diagnostic.range),
      related: diagnostic.notes.compactMap { related($0, places, others, isWithheld: isWithheld) },
      fix: diagnostic.fix,
      edits: (diagnostic.fix?.edits ?? []).map {
        ReportedFinding.PlacedEdit(
          start: places.place($0.range.start), end: places.place($0.range.end),
          text: String(decoding: $0.replacement, as: UTF8.self))
      }, suppression: finding.suppression.map(discretion.shown(reason:)))
  }

  private static func related(
    _ note: Note, _ places: Places, _ others: [String: Other], isWithheld: Bool
  ) -> ReportedFinding.Related? {
    var places = places
    var location: ReportPath?
    if let name = note.file {
      guard let other = others[name], Int(note.range.end) <= other.source.bytes.count else { return nil }
      places = Places(other.source)
      location = other.location
    }
    return ReportedFinding.Related(
      message: note.message, start: places.place(note.range.start), end: places.place(note.range.end),
      excerpt: isWithheld ? nil : places.excerpt(note.range), path: note.file, location: location)
  }

  /// The findings to show: the first ones of the highest levels, in order.
  private static func mostImportant(_ findings: [Finding]) -> [Finding] {
    guard findings.count > mostFindings else { return findings }
    let places = findings.indices.sorted { left, right in
      (findings[right].level, left) < (findings[left].level, right)
    }
    return places.prefix(mostFindings).sorted().map { findings[$0] }
  }
}

/// The lines of a file, to show places in it.
private final class Places {
  let bytes: [UInt8]
  let lines: LineIndex
  private var starts = Cursor()
  private var ends = Cursor()
  private var others = Cursor()

  /// The last place counted: findings come in order, so the next one on the same line continues from it.
  private struct Cursor {
    var offset = 0
    var line = -1
    var column = 1
  }

  init(_ source: SourceFile) {
    bytes = source.bytes
    lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
  }

  /// A place of a note or of an edit; a fix may have thousands of edits on one line.
  func place(_ offset: UInt32) -> LineColumn { count(Int(offset), &others) }

  /// The start of a finding.
  func start(_ offset: UInt32) -> LineColumn { count(Int(offset), &starts) }

  /// The end of a finding.
  func end(_ offset: UInt32) -> LineColumn { count(Int(offset), &ends) }

  private func count(_ offset: Int, _ cursor: inout Cursor) -> LineColumn {
    let line = lines.line(at: offset)
    if line != cursor.line || offset < cursor.offset {
      cursor = Cursor(offset: lines.starts[line], line: line, column: 1)
    }
    for index in cursor.offset..<max(cursor.offset, min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
      cursor.column += 1
    }
    cursor.offset = max(cursor.offset, offset)
    return LineColumn(line: line + 1, column: cursor.column, offset: offset)
  }

  /// The most bytes of a line shown before and after a place.
  private static let margin = 160

  func excerpt(_ range: SourceRange) -> ReportedFinding.Excerpt {
    let content = lines.content(of: lines.line(at: Int(range.start)), in: bytes)
    let start = min(max(Int(range.start), content.lowerBound), content.upperBound)
    let end = min(max(Int(range.end), start), content.upperBound)
    let first =
      start - content.lowerBound > Self.margin ? min(start, boundary(start - Self.margin)) : content.lowerBound
    let last = content.upperBound - end > Self.margin ? max(end, boundary(end + Self.margin)) : content.upperBound
    let cut = max(start, min(end, boundary(min(end, start + 4 * Self.margin))))
    func text(_ range: Range<Int>) -> String { TerminalText.escape(String(decoding: bytes[range], as: UTF8.self)) }
    let before = (first > content.lowerBound ? "…" : "") + text(first..<start)
    let meant = text(start..<cut)
    let after = end > cut ? "…" : text(end..<last) + (last < content.upperBound ? "…" : "")
    return ReportedFinding.Excerpt(
      line: before + meant + after, indent: TerminalText.width(of: before), width: max(1, TerminalText.width(of: meant))
    )
  }

  /// The offset, moved back to the start of a character.
  private func boundary(_ offset: Int) -> Int {
    var offset = min(offset, bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

/// The numbers at the end of a report.
package struct ReportSummary: Sendable {
  /// The number of files read.
  package var files = 0
  /// The number of errors.
  package var errors = 0
  /// The number of warnings.
  package var warnings = 0
  /// The number of infos.
  package var infos = 0
  /// The number of findings that a comment suppresses.
  package var suppressed = 0
  /// The number of findings that are counted above but not shown, because their file has too many.
  package var omitted = 0
  /// The number of findings that a baseline knows.
  package var known = 0
  /// The number of fixes made.
  package var fixed = 0
  /// What the repository's settings keep out of the run.
  package var setAside = SetAside()
  /// What could not be done; a run with any failure is not clean, whatever it found.
  package var failures: [RunFailure] = []
  /// The number of failures not in the list.
  package var untoldFailures = 0

  /// Makes an empty summary.
  package init() {}

  /// Counts a file and its findings.
  package mutating func add(_ file: ReportedFile) {
    if !file.isAgain { files += 1 }
    suppressed += file.suppressedCount
    known += file.known
    errors += file.counts[.error] ?? 0
    warnings += file.counts[.warning] ?? 0
    infos += file.counts[.info] ?? 0
    omitted += file.omitted
  }

  /// Whether the run ended before it had checked anything, so that there is nothing to summarize.
  package var isEmptyHanded: Bool { files == 0 && !failures.isEmpty }

  /// The highest level that was found.
  package var worst: Level? { errors > 0 ? .error : warnings > 0 ? .warning : infos > 0 ? .info : nil }

  /// The summary in words.
  package var text: String {
    let files = Prose.count(files, "agreement")
    var parts: [String] = []
    if errors > 0 { parts.append(Prose.count(errors, "error")) }
    if warnings > 0 { parts.append(Prose.count(warnings, "warning")) }
    if infos > 0 { parts.append(Prose.count(infos, "note")) }
    let unchecked = failures.count + untoldFailures
    let found = parts.isEmpty ? "nothing to report" : Prose.list(parts)
    return "\(files): \(found)" + (suppressed > 0 ? "; \(suppressed) suppressed" : "")
      + (known > 0 ? "; \(known) known from the baseline" : "") + (fixed > 0 ? "; \(fixed) fixed" : "")
      + (omitted > 0 ? "; \(omitted) not shown" : "") + (setAside.text.map { "; \($0)" } ?? "")
      + (unchecked > 0 ? "; \(unchecked) could not be checked" : "")
  }
}
