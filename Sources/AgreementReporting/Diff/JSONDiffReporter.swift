internal import Agreement
internal import AgreementDiff
internal import Diagnostics
internal import TextSupport

extension DiffFormat {
  /// For programs; `schema/diff-report.schema.json` describes it.
  package static let json = DiffFormat(
    name: "json", summary: "for programs; `concord schema diff-report` describes it", make: { _ in JSONDiffReporter() })
}

private struct JSONDiffReporter: DiffReporter {
  private var count = 0

  mutating func add(_ diff: ReportedDiff) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      string("id", diff.id, &writer)
      side("old", diff.old, &writer)
      side("new", diff.new, &writer)
      writer.key("changes")
      writer.array { writer in
        for change in diff.changes { write(change, &writer) }
      }
      writer.key("carried")
      writer.array { writer in
        for item in diff.carried { write(item, &writer) }
      }
      writer.key("commitments")
      write(diff.commitments, &writer)
      strings("perhaps", diff.perhaps, &writer)
    }
    let separator = count == 0 ? "\n    " : ",\n    "
    count += 1
    return separator + TerminalText.escapeJSON(writer.text)
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    var writer = JSONWriter()
    writer.object { writer in
      number("agreements", district.agreements, &writer)
      number("compared", district.compared, &writer)
      strings("new", district.new, &writer)
      strings("ended", district.ended, &writer)
      strings("unread", district.unread, &writer)
      writer.key("commitments")
      write(district.commitments, &writer)
      writer.key("classes")
      writer.array { writer in
        for row in district.rows {
          writer.object { writer in
            string("class", row.kind.id, &writer)
            number("count", row.count, &writer)
            strings("agreements", row.agreements, &writer)
          }
        }
      }
      writer.key("outliers")
      writer.array { writer in
        for outlier in district.outliers {
          writer.object { writer in
            string("id", outlier.id, &writer)
            number("count", outlier.count, &writer)
          }
        }
      }
    }
    return (
      "{\n  \"version\": 1,\n  \"comparisons\": [",
      (count == 0 ? "" : "\n  ") + "],\n  \"summary\": \(TerminalText.escapeJSON(writer.text))\n}\n"
    )
  }

  private func string(_ key: String, _ value: String?, _ writer: inout JSONWriter) {
    writer.key(key)
    if let value { writer.string(value) } else { writer.null() }
  }

  private func number(_ key: String, _ value: Int, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.number(value)
  }

  private func strings(_ key: String, _ values: [String], _ writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for value in values { writer.string(value) }
    }
  }

  private func side(_ key: String, _ side: Comparison.Side?, _ writer: inout JSONWriter) {
    writer.key(key)
    guard let side else {
      writer.null()
      return
    }
    writer.object { writer in
      string("path", side.name, &writer)
      string("id", side.id, &writer)
      string("school-year", side.year?.description, &writer)
      writer.key("agreed-by-all")
      writer.bool(side.isAgreedByAll)
    }
  }

  private func write(_ reported: ReportedChange, _ writer: inout JSONWriter) {
    let change = reported.change
    writer.object { writer in
      string("class", change.kind.id, &writer)
      string("group", change.group.word, &writer)
      string("path", change.path, &writer)
      string("subject", change.subject, &writer)
      string("topic", change.topic, &writer)
      string("topic-title", change.topicTitle, &writer)
      strings("people", change.people, &writer)
      wording("old", change.old, reported.old, &writer)
      wording("new", change.new, reported.new, &writer)
      writer.key("words")
      writer.array { writer in
        if let old = change.old, let new = change.new, !change.hidesDifference {
          for piece in WordDiff.pieces(old.text, new.text) {
            writer.object { writer in
              string("kind", piece.kind.rawValue, &writer)
              string("text", piece.text, &writer)
            }
          }
        }
      }
      strings("reasons", change.reasons, &writer)
      writer.key("match")
      if let match = change.match {
        writer.object { writer in
          string("basis", match.basis.rawValue, &writer)
          // In thousandths, so that the number has only one spelling.
          number("confidence", match.confidence, &writer)
        }
      } else {
        writer.null()
      }
      string("fingerprint", change.fingerprint, &writer)
      string("part-of", change.partOf, &writer)
    }
  }

  private func wording(
    _ key: String, _ wording: Change.Wording?, _ range: (start: LineColumn, end: LineColumn)?,
    _ writer: inout JSONWriter
  ) {
    writer.key(key)
    guard let wording, let range else {
      writer.null()
      return
    }
    writer.object { writer in
      strings("texts", wording.texts, &writer)
      string("note", wording.note, &writer)
      writer.key("range")
      writer.object { writer in
        for (key, place) in [("start", range.start), ("end", range.end)] {
          writer.key(key)
          writer.object { writer in
            number("line", place.line, &writer)
            number("column", place.column, &writer)
            number("offset", place.offset, &writer)
          }
        }
      }
    }
  }

  private func write(_ item: Carried, _ writer: inout JSONWriter) {
    writer.object { writer in
      string("kind", item.kind.rawValue, &writer)
      string("path", item.path, &writer)
      string("topic", item.topic, &writer)
      string("topic-title", item.topicTitle, &writer)
      strings("people", item.people, &writer)
      string("text", item.text, &writer)
      writer.key("agreed-again")
      writer.bool(item.isAgreedAgain)
      number("years", item.years, &writer)
    }
  }

  private func write(_ counts: CommitmentCounts, _ writer: inout JSONWriter) {
    writer.object { writer in
      number("old", counts.old, &writer)
      number("new", counts.new, &writer)
      number("added", counts.added, &writer)
      number("split", counts.split, &writer)
      for outcome in CommitmentCounts.Outcome.allCases { number(outcome.rawValue, counts[outcome], &writer) }
      number("also-handed-on", counts.alsoHandedOn, &writer)
    }
  }
}
