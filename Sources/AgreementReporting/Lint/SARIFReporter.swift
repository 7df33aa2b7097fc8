internal import AgreementLint
internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// SARIF 2.1.0, which code scanning services read.
  package static let sarif = ReportFormat(name: "sarif", hasSeparateSummary: true, isForCI: true) {
    _, _, store in SARIFReporter(results: RankedResults(most: SARIFReporter.most, in: store))
  }
}

/// As in OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
///
/// The results wait until the end: GitHub refuses a file with more than 25,000 of them, so the least important ones are
/// left out, and nobody knows which those are before the last file.
private struct SARIFReporter: Reporter {
  static let most = 25_000
  var results: RankedResults
  /// GitHub, "SARIF results exceed one or more limits": of the 25,000 that it accepts, it shows 5,000, by severity.
  private static let mostShown = 5_000
  private var fingerprints = Fingerprints()
  private let indexes = Dictionary(uniqueKeysWithValues: Rule.all.enumerated().map { ($1.id, $0) })

  init(results: RankedResults) { self.results = results }

  private static func head() -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.object("driver") { writer in
        writer.member("name", "concord")
        writer.member("semanticVersion", concordVersion)
        writer.objects("rules", Rule.all, write)
      }
    }
    return
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
      + "\"version\":\"2.1.0\",\"runs\":[{\"tool\":\(TerminalText.escapeJSON(writer.text)),\"columnKind\":\"unicodeCodePoints\","
      + "\"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{\"text\":\"The root of the repository.\"}}},\n"
  }

  /// Whether the run could do its work, and what it could not check.
  private static func invocations(_ summary: ReportSummary) -> String {
    var failures = summary.failures.map { (path: Optional($0.path), text: "\($0.path.text): \($0.message)") }
    if let more = summary.untold { failures.append((nil, more)) }
    var writer = JSONWriter()
    writer.array { writer in
      writer.object { writer in
        writer.member("executionSuccessful", failures.isEmpty)
        if let text = summary.setAside.text {
          writer.objects("toolConfigurationNotifications", [text]) { text, writer in
            writer.member("level", "note")
            message("message", text, &writer)
          }
        }
        if failures.isEmpty { return }
        writer.objects("toolExecutionNotifications", failures) { failure, writer in
          writer.member("level", "error")
          message("message", failure.text, &writer)
          guard let path = failure.path else { return }
          writer.objects("locations", [path]) { path, writer in
            writer.object("physicalLocation") { artifact(path, &$0) }
          }
        }
      }
    }
    return TerminalText.escapeJSON(writer.text)
  }

  private static func write(_ rule: Rule, _ writer: inout JSONWriter) {
    writer.member("id", rule.id.rawValue)
    message("shortDescription", rule.summary, &writer)
    message("fullDescription", rule.rationale, &writer)
    writer.object("help") { writer in
      let rationale = SARIFText.escape(rule.rationale)
      writer.member("text", rationale)
      writer.member("markdown", "\(rationale)\n\n`concord explain \(rule.id)` shows examples.")
    }
    writer.object("defaultConfiguration") { $0.member("level", level(rule.level)) }
  }

  mutating func file(_ file: ReportedFile) -> String {
    for finding in file.findings + file.suppressed {
      let fingerprint = fingerprints.next(finding, at: file.location)
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("ruleId", finding.rule.rawValue)
        if let index = indexes[finding.rule] { writer.member("ruleIndex", index) }
        writer.member("level", Self.level(finding.level))
        Self.message("message", finding.message + (finding.help.map { "\n\($0)" } ?? ""), &writer)
        writer.objects("locations", [finding]) { Self.location(file.location, $0.start, $0.end, nil, &$1) }
        if !finding.related.isEmpty {
          writer.objects("relatedLocations", finding.related) { related, writer in
            Self.location(related.location ?? file.location, related.start, related.end, related.message, &writer)
          }
        }
        // Not under GitHub's own name: the action that uploads computes that itself and warns where ours is another.
        writer.object("partialFingerprints") { $0.member("concord/v1", fingerprint) }
        writer.objects("suppressions", [finding.suppression].compactMap(\.self)) { reason, writer in
          writer.member("kind", "inSource")
          writer.member("justification", reason)
        }
        if !finding.edits.isEmpty {
          writer.objects("fixes", [finding]) { Self.fix($0, file.location, &$1) }
        }
      }
      results.add(TerminalText.escapeJSON(writer.text), finding.suppression == nil ? finding.level : nil)
    }
    return ""
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    var result = ""
    finish(summary) { result += $0 }
    return result
  }

  mutating func finish(_ summary: ReportSummary, _ take: (String) -> Void) {
    take(Self.head() + "\"invocations\":\(Self.invocations(summary)),\n\"results\":")
    // SARIF 2.1.0, 3.14.23: if nothing could be checked there are no results, not even an empty list.
    guard summary.failures.isEmpty || summary.files > 0 || results.total > 0 else {
      take("null}]}\n")
      return
    }
    var separator = "[\n"
    results.forEach { result in
      take(separator + result)
      separator = ",\n"
    }
    take((separator == "[\n" ? "[" : "") + "\n]}]}\n")
  }

  var remarks: [String] {
    if results.total > results.most {
      return [
        "the SARIF report holds the \(results.most) most important of \(results.total) findings, because GitHub takes no more; it shows \(Self.mostShown) of them"
      ]
    }
    if results.total > Self.mostShown {
      return [
        "GitHub shows only the \(Self.mostShown) most important of the \(results.total) findings in the SARIF report"
      ]
    }
    return []
  }

  private static func fix(_ finding: ReportedFinding, _ path: ReportPath, _ writer: inout JSONWriter) {
    message("description", finding.help ?? finding.message, &writer)
    writer.objects("artifactChanges", [finding.edits]) { edits, writer in
      artifact(path, &writer)
      writer.objects("replacements", edits) { edit, writer in
        region("deletedRegion", edit.start, edit.end, &writer)
        writer.object("insertedContent") { $0.member("text", edit.text) }
      }
    }
  }

  private static func location(
    _ path: ReportPath, _ start: LineColumn, _ end: LineColumn, _ text: String?, _ writer: inout JSONWriter
  ) {
    writer.object("physicalLocation") { writer in
      artifact(path, &writer)
      region("region", start, end, &writer)
    }
    if let text { message("message", text, &writer) }
  }

  private static func artifact(_ path: ReportPath, _ writer: inout JSONWriter) {
    writer.object("artifactLocation") { writer in
      writer.member("uri", path.uri)
      if !path.isAbsolute { writer.member("uriBaseId", "SRCROOT") }
    }
  }

  private static func region(_ key: String, _ start: LineColumn, _ end: LineColumn, _ writer: inout JSONWriter) {
    writer.object(key) { writer in
      writer.member("startLine", start.line)
      writer.member("startColumn", start.column)
      writer.member("endLine", end.line)
      writer.member("endColumn", end.column)
    }
  }

  private static func message(_ key: String, _ text: String, _ writer: inout JSONWriter) {
    writer.object(key) { $0.member("text", SARIFText.escape(text)) }
  }

  private static func level(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
