internal import Agreement
internal import TextSupport

/// How agreements stand, in a row each and a line of sums.
package struct StatusReport: Sendable {
  /// How it is drawn.
  package enum Format: String, CaseIterable, Sendable {
    case text
    case markdown
    case json
    case csv
  }

  let rows: [AgreementStatus]

  /// Takes the agreements in the order of the report.
  package init(_ rows: [AgreementStatus]) { self.rows = rows }

  /// Draws the report; `width` counts the columns of a line of plain text.
  package func draw(_ format: Format, width: Int) -> String {
    switch format {
    case .text: TextPaper(width: width).draw(width < Self.leastForTable ? paragraphs : blocks)
    case .markdown: MarkdownPaper.draw(blocks)
    case .json: StatusJSON.text(of: self)
    case .csv: StatusCSV.text(of: self)
    }
  }

  /// The table and the sums, for people.
  private var blocks: [Block] {
    let table = Block.Table(
      columns: [
        .init("School"), .init("Year"), .init("Topics"), .init("Signed"), .init("Next meeting"), .init("Next due"),
        .init("Lint"),
      ],
      groups: rows.map { row in
        .init(rows: [
          [
            Line(row.school), Line("\(row.year?.description ?? "")\(row.isDraft ? " draft" : "")"),
            Line(Self.topics(of: row)), Line(Self.signatures(of: row)),
            Line(row.nextMeeting.map { "\($0.day) \($0.what)" } ?? "none"),
            Line(row.nextDue.map { "\($0.day) \(Prose.list($0.owners)): \($0.does)" } ?? "none"),
            Line(Self.findings(row.errors, row.warnings)),
          ]
        ])
      })
    return [.table(table), .paragraph(Line(sums))]
  }

  /// The fewest columns in which the table can be read; below that, each agreement has some lines.
  private static let leastForTable = 140

  /// The same in lines, for a narrow terminal.
  private var paragraphs: [Block] {
    let entries = rows.map { row in
      let lines: [Line] = [
        "topics: \(Self.topics(of: row))", "signed: \(Self.signatures(of: row))",
        row.nextMeeting.map { "next meeting: \($0.day), \($0.what)" } ?? Line(),
        row.nextDue.map { "next due: \($0.day), \(Prose.list($0.owners)): \($0.does)" } ?? Line(),
        "lint: \(Self.findings(row.errors, row.warnings))",
      ]
      let year = row.year.map { ", \($0)" } ?? ""
      return Block.Entry(
        name: "\(row.school)\(year)\(row.isDraft ? " (draft)" : "")",
        blocks: lines.filter { !$0.isEmpty }.map { .paragraph($0) })
    }
    return entries.map { .section([.entries([$0])]) } + [.paragraph(Line(sums))]
  }

  private static func topics(of row: AgreementStatus) -> String {
    let parts = [
      (row.settled, "settled"), (row.topics.count(.open), "open"), (row.topics.count(.carried), "carried"),
      (row.topics.count(.unanswered), "unanswered"),
    ]
    return parts.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }.map { "\($0.element.0) \($0.element.1)" }
      .joined(separator: ", ")
  }

  private static func signatures(of row: AgreementStatus) -> String {
    let states = row.states.map { "\($0.count) \($0.word)" }.joined(separator: ", ")
    return "\(row.signed) of \(row.signers.count)" + (states.isEmpty ? "" : ": \(states)")
  }

  private static func findings(_ errors: Int, _ warnings: Int) -> String {
    let parts = [
      errors > 0 ? Prose.count(errors, "error") : nil, warnings > 0 ? Prose.count(warnings, "warning") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "clean" : parts.joined(separator: ", ")
  }

  /// The sums of all rows.
  private var sums: String {
    func sum(_ value: (AgreementStatus) -> Int) -> Int { rows.reduce(0) { $0 + value($1) } }
    let states = AgreementStatus.words.compactMap { word -> String? in
      let count = sum { $0.states.first { $0.word == word }?.count ?? 0 }
      return count == 0 ? nil : "\(count) \(word)"
    }
    let signers = sum { $0.signers.count }
    return
      "\(Prose.count(rows.count, "agreement")): \(sum(\.settled)) topics settled, \(sum { $0.topics.count(.open) }) open, \(sum { $0.topics.count(.carried) }) carried, \(sum { $0.topics.count(.unanswered) }) unanswered; \(sum(\.signed)) of \(signers) signed\(states.isEmpty ? "" : " (\(states.joined(separator: ", ")))"); \(Self.findings(sum(\.errors), sum(\.warnings)))"
  }
}
