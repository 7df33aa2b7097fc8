internal import Agreement
internal import AgreementDiff
internal import Diagnostics
internal import TextSupport

extension DiffFormat {
  /// For programs; `schema/diff-report.schema.json` and `schema/history-report.schema.json` describe it.
  package static let json = DiffFormat(
    name: "json", diff: { _ in JSONDiffReporter() }, history: { _ in JSONHistoryReporter() })
}

private struct JSONDiffReporter: DiffReporter {
  private var count = 0

  mutating func add(_ diff: ReportedDiff) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", diff.id)
      side("old", diff.old, &writer)
      side("new", diff.new, &writer)
      writer.objects("changes", diff.changes, write)
      writer.objects("carried", diff.carried, write)
      writer.object("commitments") { write(diff.commitments, &$0) }
      writer.member("perhaps", diff.perhaps)
    }
    defer { count += 1 }
    return (count == 0 ? "\n    " : ",\n    ") + TerminalText.escapeJSON(writer.text)
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("agreements", district.agreements)
      writer.member("compared", district.compared)
      writer.member("new", district.new)
      writer.member("ended", district.ended)
      writer.member("unread", district.unread)
      writer.object("commitments") { write(district.commitments, &$0) }
      writer.objects("classes", district.rows) { row, writer in
        writer.member("class", row.kind.id)
        writer.member("count", row.count)
        writer.member("agreements", row.agreements)
      }
      writer.objects("outliers", district.outliers) { outlier, writer in
        writer.member("id", outlier.id)
        writer.member("count", outlier.count)
      }
    }
    return (
      "{\n  \"version\": 1,\n  \"comparisons\": [",
      (count == 0 ? "" : "\n  ") + "],\n  \"summary\": \(TerminalText.escapeJSON(writer.text))\n}\n"
    )
  }

  private func side(_ key: String, _ side: Comparison.Side?, _ writer: inout JSONWriter) {
    writer.key(key)
    guard let side else { return writer.null() }
    writer.object { writer in
      writer.member("path", side.name)
      writer.member("id", side.id)
      writer.member("school-year", side.year?.description)
      writer.member("agreed-by-all", side.isAgreedByAll)
    }
  }

  private func write(_ reported: ReportedChange, _ writer: inout JSONWriter) {
    let change = reported.change
    writer.member("class", change.kind.id)
    writer.member("group", change.group.word)
    writer.member("path", change.path)
    writer.member("subject", change.subject)
    writer.member("topic", change.topic)
    writer.member("topic-title", change.topicTitle)
    writer.member("people", change.people)
    wording("old", change.old, reported.old, &writer)
    wording("new", change.new, reported.new, &writer)
    var words: [WordDiff.Piece] = []
    if let old = change.old, let new = change.new, !change.hidesDifference {
      words = WordDiff.pieces(old.text, new.text)
    }
    writer.objects("words", words) { piece, writer in
      writer.member("kind", piece.kind.rawValue)
      writer.member("text", piece.text)
    }
    writer.member("reasons", change.reasons)
    writer.key("match")
    if let match = change.match {
      writer.object { writer in
        writer.member("basis", match.basis.rawValue)
        // In thousandths, so that the number has only one spelling.
        writer.member("confidence", match.confidence)
      }
    } else {
      writer.null()
    }
    writer.member("fingerprint", change.fingerprint)
    writer.member("part-of", change.partOf)
  }

  private func wording(
    _ key: String, _ wording: Change.Wording?, _ range: (start: LineColumn, end: LineColumn)?,
    _ writer: inout JSONWriter
  ) {
    writer.key(key)
    guard let wording, let range else { return writer.null() }
    writer.object { writer in
      writer.member("texts", wording.texts)
      writer.member("note", wording.note)
      writer.range(range.start, range.end)
    }
  }

  private func write(_ item: Carried, _ writer: inout JSONWriter) {
    writer.member("kind", item.kind.rawValue)
    writer.member("path", item.path)
    writer.member("topic", item.topic)
    writer.member("topic-title", item.topicTitle)
    writer.member("people", item.people)
    writer.member("text", item.text)
    writer.member("agreed-again", item.isAgreedAgain)
    writer.member("years", item.years)
  }

  private func write(_ counts: CommitmentCounts, _ writer: inout JSONWriter) {
    writer.member("old", counts.old)
    writer.member("new", counts.new)
    writer.member("added", counts.added)
    writer.member("split", counts.split)
    for outcome in CommitmentCounts.Outcome.allCases { writer.member(outcome.rawValue, counts[outcome]) }
    writer.member("also-handed-on", counts.alsoHandedOn)
  }
}

private struct JSONHistoryReporter: HistoryReporter {
  private var count = 0

  /// Adds an agreement as an object on one line.
  mutating func add(_ history: History, _ threads: [Thread]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", history.id)
      writer.objects("years", history.years) { year, writer in
        writer.member("school-year", year.year?.description)
        writer.member("path", year.name)
        writer.member("agreed-by", year.agreedBy)
      }
      writer.objects("threads", threads) { thread, writer in
        writer.member("kind", thread.kind.rawValue)
        writer.member("topic", thread.topic)
        writer.member("topic-title", thread.topicTitle)
        writer.member("last-changed", thread.lastChanged?.description)
        writer.member("years", thread.years)
        writer.member("ended", thread.hasEnded)
        writer.objects("entries", thread.entries) { entry, writer in
          writer.member("school-year", entry.year?.description)
          writer.member("text", entry.text)
          writer.member("note", entry.note)
          writer.member("owner", entry.owners.first)
          writer.member("owners", entry.owners)
          writer.member("changes", entry.changes.map(\.id))
        }
      }
    }
    defer { count += 1 }
    return (count == 0 ? "\n    " : ",\n    ") + TerminalText.escapeJSON(writer.text)
  }

  mutating func finish() -> (head: String, tail: String) {
    ("{\n  \"version\": 1,\n  \"agreements\": [", (count == 0 ? "" : "\n  ") + "]\n}\n")
  }
}
