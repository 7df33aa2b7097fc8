internal import Diagnostics
internal import TextSupport

/// Findings and the summary as JSON, one line each; `ReportSchema` describes them.
enum FindingJSON {
  static func text(of finding: ReportedFinding, path: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("rule", finding.rule.rawValue)
      writer.member("level", finding.level.rawValue)
      writer.member("message", finding.message)
      writer.member("help", finding.help)
      writer.member("path", path)
      writer.range(finding.start, finding.end)
      writer.objects("related", finding.related) { related, writer in
        writer.member("message", related.message)
        writer.member("path", related.path ?? path)
        writer.range(related.start, related.end)
      }
      writer.key("fix")
      guard let fix = finding.fix else { return writer.null() }
      writer.object { writer in
        writer.member("safety", fix.safety.rawValue)
        writer.objects("edits", fix.edits) { edit, writer in
          writer.member("start", Int(edit.range.start))
          writer.member("end", Int(edit.range.end))
          writer.member("text", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
    return TerminalText.escapeJSON(writer.text)
  }

  static func text(of summary: ReportSummary) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("files", summary.files)
      writer.member("errors", summary.errors)
      writer.member("warnings", summary.warnings)
      writer.member("infos", summary.infos)
      writer.member("suppressed", summary.suppressed)
      writer.member("omitted", summary.omitted)
      writer.member("known", summary.known)
      writer.member("fixed", summary.fixed)
      writer.member("rulesOff", summary.setAside.rulesOff)
      writer.member("rulesLowered", summary.setAside.rulesLowered)
      writer.member("filesExcluded", summary.setAside.filesExcluded)
    }
    return writer.text
  }

  /// What could not be done.
  static func errors(of summary: ReportSummary) -> String {
    var failures = summary.failures.map { (path: $0.path.text, message: $0.message) }
    if let more = summary.untold { failures.append(("", more)) }
    var writer = JSONWriter()
    writer.array { writer in
      for failure in failures {
        writer.object { writer in
          writer.member("path", failure.path)
          writer.member("message", failure.message)
        }
      }
    }
    return TerminalText.escapeJSON(writer.text)
  }
}
