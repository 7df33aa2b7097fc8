internal import Diagnostics
internal import TextSupport

/// Findings and the summary as JSON, one line each; `ReportSchema` describes them.
enum FindingJSON {
  /// A finding on one line.
  static func text(of finding: ReportedFinding, path: String) -> String {
    var writer = JSONWriter()
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
            string("path", related.path ?? path, &writer)
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
    return TerminalText.escapeJSON(writer.text)
  }

  /// The summary on one line.
  static func text(of summary: ReportSummary) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      let numbers = [
        ("files", summary.files), ("errors", summary.errors), ("warnings", summary.warnings), ("infos", summary.infos),
        ("suppressed", summary.suppressed), ("omitted", summary.omitted), ("known", summary.known),
        ("fixed", summary.fixed), ("rulesOff", summary.setAside.rulesOff),
        ("rulesLowered", summary.setAside.rulesLowered), ("filesExcluded", summary.setAside.filesExcluded),
      ]
      for (key, number) in numbers {
        writer.key(key)
        writer.number(number)
      }
    }
    return writer.text
  }

  /// What could not be done, on one line.
  static func errors(of summary: ReportSummary) -> String {
    var writer = JSONWriter()
    writer.array { writer in
      for failure in summary.failures {
        writer.object { writer in
          string("path", failure.path.text, &writer)
          string("message", failure.message, &writer)
        }
      }
      guard summary.untoldFailures > 0 else { return }
      writer.object { writer in
        string("path", "", &writer)
        string("message", "\(summary.untoldFailures) more could not be checked", &writer)
      }
    }
    return TerminalText.escapeJSON(writer.text)
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
