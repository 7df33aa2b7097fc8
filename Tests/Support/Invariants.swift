package import Agreement
package import AgreementLint
internal import AgreementReporting
package import Diagnostics
internal import Repository
internal import YAMLSyntax

/// What holds for any bytes whatever; the mutation tests and the fuzzer check the same.
///
/// It walks the registries, so that a later rule, format or fix joins by itself.
package enum Invariants {
  private static let linter = CalendarDate("2026-11-22".utf8).map { Linter(today: $0) }

  /// Reads, lints and reports some bytes; what does not hold, in words.
  package static func violations(in bytes: [UInt8]) -> [String] {
    guard let linter else { return ["no such day"] }
    var result: [String] = []
    let source = SourceFile(name: "mutant.agreement.yaml", bytes: bytes)
    let reading = AgreementReader.read(source)
    let findings = linter.lint(reading)
    let isText = String(validating: bytes, as: UTF8.self) != nil
    for finding in findings {
      let diagnostic = finding.diagnostic
      for range in [diagnostic.range] + diagnostic.notes.map(\.range) {
        if Int(range.end) > bytes.count || range.start > range.end {
          result.append("\(diagnostic) lies outside")
        } else if isText, !isBoundary(Int(range.start), bytes) || !isBoundary(Int(range.end), bytes) {
          result.append("\(diagnostic) splits a character")
        }
      }
      if diagnostic.help?.isEmpty != false { result.append("\(diagnostic) does not help") }
      // Every message is searched for a hundred phrases, so a part of the mutants has to do.
      let texts =
        bytes.count % 8 == 3 ? [diagnostic.message, diagnostic.help ?? ""] + diagnostic.notes.map(\.message) : []
      for text in texts {
        if let words = LibYAMLWording.found(in: text) {
          result.append("\(diagnostic) says \"\(words)\", as libyaml does")
        }
      }
      if let fix = diagnostic.fix { result += violations(of: fix, for: finding.diagnostic, reading, findings, linter) }
    }
    if reading.isSound != (reading.canonicalForm != nil) { result.append("sound without canonical form") }
    if !reading.isSound, reading.diagnostics.isEmpty { result.append("not sound, and nothing is said") }
    // What is known of a file by its first lines is what is known of it when all of it was read.
    let content = reading.agreement?.content
    for (head, isWhole) in [(bytes, true), (Array(bytes.prefix(bytes.count / 2)), false)] where reading.isSound {
      guard let head = AgreementHead(head, isWhole: isWhole) else { continue }
      if head.id != content?.id.value || head.year != content?.schoolYear.value {
        result.append("another id in its head")
      }
    }
    if !reading.isSound, findings.allSatisfy({ $0.level < .error }) { result.append("no digest, and no error") }
    let again = linter.lint(AgreementReader.read(source))
    if again.map(\.diagnostic) != findings.map(\.diagnostic) { result.append("another result the second time") }
    let reported = ReportedFile(source, findings)
    var summary = ReportSummary()
    summary.add(reported)
    // One format in turn, for all of them take longer than everything else together.
    for format in [ReportFormat.all[bytes.count % ReportFormat.all.count]] {
      var reporter = format.make(TextStyle(colored: false))
      let output = Array((reporter.file(reported) + reporter.finish(summary)).utf8)
      if output.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7F }) {
        result.append("\(format.name) lets a control character through")
      }
      // What a CI service would obey; in GitHub's own format each line is a command of concord's making.
      if format.name != "github",
        output.split(separator: UInt8(ascii: "\n")).contains(where: {
          $0.drop { $0 == UInt8(ascii: " ") }.starts(with: "::".utf8)
        })
      {
        result.append("\(format.name) lets a command through")
      }
      if output.holds("##[") || output.holds("##vso[") { result.append("\(format.name) lets a command through") }
    }
    // Settings and baselines are read as agreements are, so that a part of the mutants has to do.
    if bytes.count % 4 == 0 { result += violations(ofSettings: source) }
    let places = reported.findings.flatMap { [$0.start, $0.end] + $0.edits.flatMap { [$0.start, $0.end] } }
    for place in places.prefix(20) where place != counted(place.offset, in: bytes) {
      result.append("\(place) is \(counted(place.offset, in: bytes))")
    }
    if reading.isSound, bytes.count % 4 == 1 { result += violations(ofMerging: bytes) }
    if bytes.count % 8 == 1 { result += violations(ofRepairing: source, reading, linter) }
    return result
  }

  /// A place counted from the first byte on: LF, CR LF and CR end a line, and a byte order mark belongs to none.
  private static func counted(_ offset: Int, in bytes: [UInt8]) -> LineColumn {
    var (line, column) = (1, 1)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < min(offset, bytes.count) {
      let isEnd = bytes[index] == 0x0A || bytes[index] == 0x0D && !bytes[(index + 1)...].starts(with: [0x0A])
      if isEnd {
        (line, column) = (line + 1, 1)
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return LineColumn(line: line, column: column, offset: offset)
  }

  /// All repairs together, as `--fix` makes them: the safe ones keep what is signed, none makes errors, and a second time there is
  /// nothing left to do.
  private static func violations(
    ofRepairing source: SourceFile, _ reading: AgreementReading, _ linter: Linter
  ) -> [String] {
    var result: [String] = []
    for takesUnsafe in [false, true] {
      let fixer = Fixer(linter, catalog: .builtIn, limits: .standard, takesUnsafe: takesUnsafe)
      let fixed = fixer.fix(source)
      let after = AgreementReader.read(fixed.source)
      if fixed.count == 0, fixed.source.bytes != source.bytes { result.append("no repair changes the file") }
      if reading.isSound, !after.isSound { result.append("repairs make errors") }
      if reading.isSound, !takesUnsafe, after.canonicalForm != reading.canonicalForm {
        result.append("safe repairs change what is signed")
      }
      if !takesUnsafe, fixer.fix(fixed.source).source.bytes != fixed.source.bytes {
        result.append("safe repairs go on the second time")
      }
    }
    return result
  }

  /// The same bytes as settings and as a baseline: read to the end, with places inside, and nothing wrong without a word.
  private static func violations(ofSettings source: SourceFile) -> [String] {
    var result: [String] = []
    let settings = Configuration.read(source)
    let baseline = Baseline.read(source)
    for diagnostic in settings.diagnostics + baseline.diagnostics {
      if Int(diagnostic.range.end) > source.bytes.count { result.append("\(diagnostic) lies outside") }
      if diagnostic.help?.isEmpty != false { result.append("\(diagnostic) does not help") }
    }
    if settings.configuration == nil, settings.diagnostics.isEmpty {
      result.append("settings are refused, and nothing is said")
    }
    if baseline.baseline == nil, baseline.diagnostics.isEmpty {
      result.append("a baseline is refused, and nothing is said")
    }
    return result
  }

  /// A fix has sorted edits inside the file; a safe one removes its finding, adds none and keeps the digest.
  private static func violations(
    of fix: Fix, for finding: Diagnostic, _ reading: AgreementReading, _ findings: [Finding], _ linter: Linter
  ) -> [String] {
    let source = reading.document.source
    var end: UInt32 = 0
    for edit in fix.edits {
      guard edit.range.start >= end, edit.range.end >= edit.range.start, Int(edit.range.end) <= source.bytes.count
      else {
        return ["the fix of \(finding) does not fit"]
      }
      end = edit.range.end
    }
    if fix.safety == .unsafe, let silenced = silenced(by: fix, for: finding, reading, findings, linter) {
      return ["the guess of \(finding) silences \(silenced)"]
    }
    // Where the file has errors, what a repair brings to light is not its fault.
    guard fix.safety == .safe, reading.isSound else { return [] }
    let fixed = SourceFile(name: source.name, bytes: fix.applied(to: source.bytes))
    let after = AgreementReader.read(fixed)
    if after.canonicalForm != reading.canonicalForm {
      return ["the safe fix of \(finding) changes what is signed"]
    }
    let before = findings.map(\.diagnostic)
    let left = linter.lint(after).map(\.diagnostic)
    if let hidden = hidden(by: fix, for: finding, before, left) {
      return ["the safe fix of \(finding) hides \(hidden)"]
    }
    if left.count >= before.count { return ["the safe fix of \(finding) leaves \(left) of \(before)"] }
    for rule in Set(left.map(\.rule))
    where left.count(where: { $0.rule == rule }) > before.count(where: { $0.rule == rule }) {
      return ["the safe fix of \(finding) adds \(rule)"]
    }
    return []
  }

  /// A finding of another rule about the place of a fix that is no longer made afterwards: the person would never hear of it.
  private static func hidden(
    by fix: Fix, for finding: Diagnostic, _ before: [Diagnostic], _ after: [Diagnostic]
  ) -> Diagnostic? {
    before.first { other in
      other.rule != finding.rule
        && fix.edits.contains { $0.range.start < other.range.end && $0.range.end > other.range.start }
        && after.count { $0.rule == other.rule } < before.count { $0.rule == other.rule }
    }
  }

  /// A finding about a text that a guess leaves as it is, and that is no longer made: whatever else is repaired, a placeholder, an
  /// answer that says nothing, private words and what is wrong with a signature stay where a person sees them.
  package static func silenced(
    by fix: Fix, for finding: Diagnostic, _ reading: AgreementReading, _ findings: [Finding], _ linter: Linter
  ) -> Diagnostic? {
    let source = reading.document.source
    func lasting(_ findings: [Finding]) -> [Diagnostic] {
      findings.map(\.diagnostic).filter { found in
        guard found.rule != finding.rule else { return false }
        let category = Rule[found.rule].category
        return ([.placeholder, .vagueAnswer] as RuleSet).contains(found.rule) || category == .privacy
          || category == .signatures && found.rule != .signatureMissing
      }
    }
    let all = lasting(findings)
    let before = all.filter { other in
      fix.edits.contains { $0.range.start <= other.range.end && $0.range.end >= other.range.start }
    }
    guard !before.isEmpty else { return nil }
    let after = AgreementReader.read(SourceFile(name: source.name, bytes: fix.applied(to: source.bytes)))
    guard after.isSound else { return nil }
    var texts: Set<String> = []
    after.document.forEachValue { texts.insert(after.document.string(of: $0)) }
    let left = lasting(linter.lint(after))
    return before.first { other in
      let text = String(decoding: source.bytes[other.range.indices], as: UTF8.self)
      return texts.contains(text)
        && left.count { $0.rule == other.rule } < all.count { $0.rule == other.rule }
    }
  }

  private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
