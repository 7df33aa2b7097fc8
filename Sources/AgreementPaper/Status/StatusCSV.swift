internal import Agreement
internal import TextSupport

/// How agreements stand, for a spreadsheet (RFC 4180).
enum StatusCSV {
  static func text(of report: StatusReport) -> String {
    let head =
      [
        "path", "id", "school", "school year", "status", "settled", "open", "carried", "unanswered", "signers",
        "signed",
      ] + AgreementStatus.words + [
        "next meeting", "meeting", "next due", "owner", "does", "errors", "warnings",
      ]
    let rows = report.rows.map { row in
      var cells = [
        row.path, row.id ?? "", row.school, row.year?.description ?? "", row.isDraft ? "draft" : "agreed",
        String(row.settled), String(row.topics.count(.open)), String(row.topics.count(.carried)),
        String(row.topics.count(.unanswered)), String(row.signers.count), String(row.signed),
      ]
      cells += AgreementStatus.words.map { word in String(row.states.first { $0.word == word }?.count ?? 0) }
      cells += [
        row.nextMeeting?.day.description ?? "", row.nextMeeting?.what ?? "", row.nextDue?.day.description ?? "",
        row.nextDue.map { Prose.list($0.owners) } ?? "", row.nextDue?.does ?? "", String(row.errors),
        String(row.warnings),
      ]
      return cells
    }
    return ([head] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell, in quotes where that is needed. What a spreadsheet would run as a formula gets an apostrophe before it.
  static func cell(_ text: String) -> String {
    var text = TerminalText.escape(text)
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
