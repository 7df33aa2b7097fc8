internal import Diagnostics
internal import TextSupport

extension ReportFormat {
  /// For programs; `schema/lint-report.schema.json` describes it.
  public static let json = ReportFormat(
    name: "json", summary: "for programs; `concord schema report` describes it", hasSeparateSummary: false,
    make: { _ in JSONReporter() })
}

private struct JSONReporter: Reporter {
  private var count = 0

  mutating func file(_ file: ReportedFile) -> String {
    var result = count == 0 && !file.findings.isEmpty ? Self.head : ""
    for finding in file.findings {
      result += count == 0 ? "\n" : ",\n"
      count += 1
      var writer = JSONWriter()
      Self.write(finding, path: file.path, to: &writer)
      result += "    " + writer.text
    }
    return result
  }

  mutating func finish(_ summary: ReportSummary) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      let numbers = [
        ("files", summary.files), ("errors", summary.errors), ("warnings", summary.warnings), ("infos", summary.infos),
        ("suppressed", summary.suppressed),
      ]
      for (key, number) in numbers {
        writer.key(key)
        writer.number(number)
      }
    }
    return (count == 0 ? Self.head : "\n  ") + "],\n  \"summary\": \(writer.text)\n}\n"
  }

  private static let head = "{\n  \"version\": 1,\n  \"findings\": ["

  private static func write(_ finding: ReportedFinding, path: String, to writer: inout JSONWriter) {
    writer.object { writer in
      string("rule", finding.rule.rawValue, &writer)
      string("level", finding.level.rawValue, &writer)
      string("message", finding.message, &writer)
      writer.key("help")
      if let help = finding.help { writer.string(help) } else { writer.null() }
      string("path", path, &writer)
      range(finding.start, finding.end, &writer)
      writer.key("related")
      writer.array { writer in
        for related in finding.related {
          writer.object { writer in
            string("message", related.message, &writer)
            string("path", path, &writer)
            range(related.start, related.end, &writer)
          }
        }
      }
      writer.key("fix")
      guard let fix = finding.fix else {
        writer.null()
        return
      }
      writer.object { writer in
        string("safety", fix.safety.rawValue, &writer)
        writer.key("edits")
        writer.array { writer in
          for edit in fix.edits {
            writer.object { writer in
              writer.key("start")
              writer.number(Int(edit.range.start))
              writer.key("end")
              writer.number(Int(edit.range.end))
              string("text", String(decoding: edit.replacement, as: UTF8.self), &writer)
            }
          }
        }
      }
    }
  }

  private static func string(_ key: String, _ value: String, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.string(value)
  }

  private static func range(_ start: LineColumn, _ end: LineColumn, _ writer: inout JSONWriter) {
    writer.key("range")
    writer.object { writer in
      for (key, place) in [("start", start), ("end", end)] {
        writer.key(key)
        writer.object { writer in
          for (name, number) in [("line", place.line), ("column", place.column), ("offset", place.offset)] {
            writer.key(name)
            writer.number(number)
          }
        }
      }
    }
  }
}
