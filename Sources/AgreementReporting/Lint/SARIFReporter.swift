internal import AgreementLint
internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// SARIF 2.1.0, which code scanning services read.
  package static let sarif = ReportFormat(
    name: "sarif", summary: "SARIF 2.1.0, for code scanning", hasSeparateSummary: true, isForCI: true,
    make: { _, _, store in SARIFReporter(results: RankedResults(most: SARIFReporter.most, in: store)) })
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
      writer.key("driver")
      writer.object { writer in
        Self.strings([("name", "concord"), ("semanticVersion", "0.1.0")], &writer)
        writer.key("rules")
        writer.array { writer in for rule in Rule.all { Self.write(rule, &writer) } }
      }
    }
    return
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
      + "\"version\":\"2.1.0\",\"runs\":[{\"tool\":\(TerminalText.escapeJSON(writer.text)),\"columnKind\":\"unicodeCodePoints\","
      + "\"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{\"text\":\"The root of the repository.\"}}},\n"
  }

  /// Whether the run could do its work, and what it could not check.
  private static func invocations(_ summary: ReportSummary) -> String {
    var writer = JSONWriter()
    writer.array { writer in
      writer.object { writer in
        writer.key("executionSuccessful")
        writer.bool(summary.failures.isEmpty)
        if let text = summary.setAside.text {
          writer.key("toolConfigurationNotifications")
          writer.array { writer in
            writer.object { writer in
              strings([("level", "note")], &writer)
              message(text, &writer)
            }
          }
        }
        guard !summary.failures.isEmpty else { return }
        writer.key("toolExecutionNotifications")
        writer.array { writer in
          for failure in summary.failures {
            writer.object { writer in
              strings([("level", "error")], &writer)
              message("\(failure.path.text): \(failure.message)", &writer)
              writer.key("locations")
              writer.array { writer in
                writer.object { writer in
                  writer.key("physicalLocation")
                  writer.object { artifact(failure.path, &$0) }
                }
              }
            }
          }
          guard summary.untoldFailures > 0 else { return }
          writer.object { writer in
            strings([("level", "error")], &writer)
            message("\(summary.untoldFailures) more could not be checked", &writer)
          }
        }
      }
    }
    return TerminalText.escapeJSON(writer.text)
  }

  private static func write(_ rule: Rule, _ writer: inout JSONWriter) {
    writer.object { writer in
      strings([("id", rule.id.rawValue)], &writer)
      for (key, text) in [("shortDescription", rule.summary), ("fullDescription", rule.rationale)] {
        writer.key(key)
        writer.object { strings([("text", SARIFText.escape(text))], &$0) }
      }
      writer.key("help")
      writer.object { writer in
        strings(
          [
            ("text", SARIFText.escape(rule.rationale)),
            ("markdown", "\(SARIFText.escape(rule.rationale))\n\n`concord explain \(rule.id)` shows examples."),
          ], &writer)
      }
      writer.key("defaultConfiguration")
      writer.object { strings([("level", level(rule.level))], &$0) }
    }
  }

  mutating func file(_ file: ReportedFile) -> String {
    for finding in file.findings + file.suppressed {
      let fingerprint = fingerprints.next(finding, at: file.location)
      var writer = JSONWriter()
      writer.object { writer in
        Self.strings([("ruleId", finding.rule.rawValue)], &writer)
        if let index = indexes[finding.rule] {
          writer.key("ruleIndex")
          writer.number(index)
        }
        Self.strings([("level", Self.level(finding.level))], &writer)
        Self.message(finding.message + (finding.help.map { "\n\($0)" } ?? ""), &writer)
        writer.key("locations")
        writer.array { Self.location(file.location, finding.start, finding.end, nil, &$0) }
        if !finding.related.isEmpty {
          writer.key("relatedLocations")
          writer.array { writer in
            for related in finding.related {
              Self.location(related.location ?? file.location, related.start, related.end, related.message, &writer)
            }
          }
        }
        writer.key("partialFingerprints")
        writer.object { Self.strings([("primaryLocationLineHash", fingerprint)], &$0) }
        writer.key("suppressions")
        writer.array { writer in
          guard let reason = finding.suppression else { return }
          writer.object { Self.strings([("kind", "inSource"), ("justification", reason)], &$0) }
        }
        if !finding.edits.isEmpty {
          writer.key("fixes")
          writer.array { Self.fix(finding, file.location, &$0) }
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
    writer.object { writer in
      writer.key("description")
      writer.object { strings([("text", SARIFText.escape(finding.help ?? finding.message))], &$0) }
      writer.key("artifactChanges")
      writer.array { writer in
        writer.object { writer in
          artifact(path, &writer)
          writer.key("replacements")
          writer.array { writer in
            for edit in finding.edits {
              writer.object { writer in
                writer.key("deletedRegion")
                region(edit.start, edit.end, &writer)
                writer.key("insertedContent")
                writer.object { strings([("text", edit.text)], &$0) }
              }
            }
          }
        }
      }
    }
  }

  private static func location(
    _ path: ReportPath, _ start: LineColumn, _ end: LineColumn, _ text: String?, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("physicalLocation")
      writer.object { writer in
        artifact(path, &writer)
        writer.key("region")
        region(start, end, &writer)
      }
      if let text { message(text, &writer) }
    }
  }

  private static func artifact(_ path: ReportPath, _ writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { writer in
      strings([("uri", path.uri)], &writer)
      if !path.isAbsolute { strings([("uriBaseId", "SRCROOT")], &writer) }
    }
  }

  private static func region(_ start: LineColumn, _ end: LineColumn, _ writer: inout JSONWriter) {
    writer.object { writer in
      let members = [
        ("startLine", start.line), ("startColumn", start.column), ("endLine", end.line), ("endColumn", end.column),
      ]
      for (key, number) in members {
        writer.key(key)
        writer.number(number)
      }
    }
  }

  private static func message(_ text: String, _ writer: inout JSONWriter) {
    writer.key("message")
    writer.object { strings([("text", SARIFText.escape(text))], &$0) }
  }

  private static func strings(_ members: [(String, String)], _ writer: inout JSONWriter) {
    for (key, value) in members {
      writer.key(key)
      writer.string(value)
    }
  }

  private static func level(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
