internal import AgreementLint
internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// SARIF 2.1.0, which code scanning services read.
  public static let sarif = ReportFormat(
    name: "sarif", summary: "SARIF 2.1.0, for code scanning", hasSeparateSummary: true, isForCI: true,
    make: { _ in SARIFReporter() })
}

/// OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
private struct SARIFReporter: Reporter {
  private var count = 0
  private var hasBegun = false
  private var fingerprints = Fingerprints()
  private let indexes = Dictionary(uniqueKeysWithValues: Rule.all.enumerated().map { ($1.id, $0) })

  private mutating func head() -> String {
    guard !hasBegun else { return "" }
    hasBegun = true
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
      + "\"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{\"text\":\"The folder in which concord ran.\"}}},\n\"results\":["
  }

  private static func write(_ rule: Rule, _ writer: inout JSONWriter) {
    writer.object { writer in
      strings([("id", rule.id.rawValue)], &writer)
      for (key, text) in [("shortDescription", rule.summary), ("fullDescription", rule.rationale)] {
        writer.key(key)
        writer.object { strings([("text", text)], &$0) }
      }
      writer.key("help")
      writer.object { writer in
        strings(
          [
            ("text", rule.rationale), ("markdown", "\(rule.rationale)\n\n`concord explain \(rule.id)` shows examples."),
          ], &writer)
      }
      writer.key("defaultConfiguration")
      writer.object { strings([("level", level(rule.level))], &$0) }
    }
  }

  mutating func file(_ file: ReportedFile) -> String {
    var result = head()
    for finding in file.findings + file.suppressed {
      let fingerprint = fingerprints.next(finding, path: file.path)
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
        writer.array { Self.location(file.path, finding.start, finding.end, nil, &$0) }
        if !finding.related.isEmpty {
          writer.key("relatedLocations")
          writer.array { writer in
            for related in finding.related {
              Self.location(related.path ?? file.path, related.start, related.end, related.message, &writer)
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
          writer.array { Self.fix(finding, file.path, &$0) }
        }
      }
      result += (count == 0 ? "\n" : ",\n") + TerminalText.escapeJSON(writer.text)
      count += 1
    }
    return result
  }

  mutating func finish(_ summary: ReportSummary) -> String { head() + "\n]}]}\n" }

  private static func fix(_ finding: ReportedFinding, _ path: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("description")
      writer.object { strings([("text", finding.help ?? finding.message)], &$0) }
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
    _ path: String, _ start: LineColumn, _ end: LineColumn, _ text: String?, _ writer: inout JSONWriter
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

  private static func artifact(_ path: String, _ writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { writer in
      // Unreserved characters of RFC 3986 and the slash stay; everything else is written as bytes.
      var uri = path.hasPrefix("/") ? "file://" : ""
      for byte in path.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
          uri.unicodeScalars.append(Unicode.Scalar(byte))
        default:
          let digits = String(byte, radix: 16, uppercase: true)
          uri += "%" + (digits.count < 2 ? "0" : "") + digits
        }
      }
      strings([("uri", uri)], &writer)
      if !path.hasPrefix("/") { strings([("uriBaseId", "SRCROOT")], &writer) }
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
    writer.object { strings([("text", text)], &$0) }
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
