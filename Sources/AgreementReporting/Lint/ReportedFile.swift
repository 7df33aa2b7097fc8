package import Agreement
package import AgreementLint
package import Diagnostics

/// A finding with everything shown about it, so that the bytes of its file can be freed.
package struct ReportedFinding: Sendable {
  package let rule: RuleID
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
  package let fix: Fix?
  /// The edits of the fix, with their places as people count them.
  package let edits: [PlacedEdit]
  /// The reason in a comment that allows it; nil if none does.
  package let suppression: String?

  /// An edit with its place as people count it.
  package struct PlacedEdit: Sendable {
    package let start: LineColumn
    package let end: LineColumn
    /// What is written in place of the text between them.
    package let text: String
  }

  /// A second place that explains a finding.
  package struct Related: Sendable {
    package let message: String
    package let start: LineColumn
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
