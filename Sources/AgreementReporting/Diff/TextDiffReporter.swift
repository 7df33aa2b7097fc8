internal import AgreementDiff
internal import Diagnostics
internal import TextSupport

extension DiffFormat {
  /// For people at a terminal: grouped by importance, side by side where there is room.
  public static let text = DiffFormat(
    name: "text", summary: "for people: by importance, side by side where there is room",
    make: { TextDiffReporter(style: $0) })
}

private struct TextDiffReporter: DiffReporter {
  let style: DiffStyle

  private var paint: TextStyle { style.text }

  mutating func add(_ diff: ReportedDiff) -> String {
    guard style.shows(diff) else { return "" }
    var result = paint.bold("\(TerminalText.escape(diff.id)): \(TerminalText.escape(diff.years))") + "\n"
    for (sign, side) in [("-", diff.old), ("+", diff.new)] {
      if let side { result += "\(sign) \(TerminalText.escape(side.name))\n" }
    }
    if diff.old != nil, diff.new != nil, !diff.isFiltered { result += "\n" + paragraph(diff.summary) }
    let told = diff.told
    for group in ChangeGroup.allCases {
      let changes = told.filter { $0.change.change.group == group }
      if changes.isEmpty { continue }
      result += "\n" + paint.bold(group.title) + "\n"
      if group == .wording, !style.showsAll {
        result += "  \(TerminalText.escape(DiffWords.folded(changes.map(\.change.change)))); --all shows them\n"
      } else {
        result += changes.map { text(of: $0.change, $0.parts) }.joined()
      }
    }
    if let hint = DiffWords.hint(diff) { result += "\n" + paragraph(hint) }
    if diff.old != nil, diff.new != nil {
      if diff.changes.isEmpty { result += "\n\(DiffWords.nothing(diff))\n" }
      result += carried(diff)
    }
    return result + "\n"
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    guard district.isDistrict else { return ("", "") }
    var head = paint.bold("All agreements") + "\n" + paragraph(district.text) + "\n"
    for row in district.important {
      head += "  \(paint.bold(row.kind.title)): \(DiffWords.text(of: row)) \(paint.blue("[\(row.kind.id)]"))\n"
    }
    for outlier in district.outliers {
      head += "  \(paint.bold(DiffWords.outlier)): \(TerminalText.escape(DiffWords.text(of: outlier)))\n"
    }
    for (title, ids) in DiffWords.gaps(district) {
      head += "  \(paint.bold(title)): \(DistrictSummary.names(ids.map { TerminalText.escape($0) }))\n"
    }
    return (head + "\n", "")
  }

  /// A text in lines of at most the width.
  private func paragraph(_ text: String, first: String = "", indent: String = "") -> String {
    let words = WordDiff.words(of: text).map { DiffLine.Word(text: String($0), isChanged: false) }
    return wrapped(words, .same, max(40, style.width - first.count)).enumerated().map { index, row in
      (index == 0 ? first : indent) + row.0 + "\n"
    }.joined()
  }

  private func carried(_ diff: ReportedDiff) -> String {
    guard let words = DiffWords.carried(diff.carried) else { return "" }
    var result = "\n" + paint.bold("Carried on unchanged") + "\n  \(words)\n"
    for (years, items) in DiffWords.standing(diff.carried) {
      result += "  for \(years) years: \(TerminalText.escape(items))\n"
    }
    return result
  }

  /// A change with those that belong to it.
  private func text(of reported: ReportedChange, _ parts: [ReportedChange]) -> String {
    let change = reported.change
    var result = "  " + title(of: reported) + sides(of: change) + reasons(of: change)
    for part in parts {
      result += "    with it: " + title(of: part)
      if !part.change.hasTexts(of: change) { result += sides(of: part.change, indent: "      ") }
      result += reasons(of: part.change, indent: "      ")
    }
    return result
  }

  private func title(of reported: ReportedChange) -> String {
    let change = reported.change
    let places = [reported.old.map { "-\($0.start.line)" }, reported.new.map { "+\($0.start.line)" }].compactMap { $0 }
    return
      "\(colored(change.kind.title, change.group))\(TerminalText.escape(change.heading))  \(paint.blue("[\(change.kind.id)] \(places.joined(separator: " "))"))\n"
  }

  private func reasons(of change: Change, indent: String = "    ") -> String {
    change.reasons.prefix(DiffWords.mostReasons).map {
      paragraph($0, first: "\(indent)\(DiffWords.lead(change)): ", indent: indent + "  ")
    }.joined()
  }

  /// Both sides, below each other or beside each other.
  private func sides(of change: Change, indent: String = "    ") -> String {
    var result = ""
    let lines = DiffLine.lines(of: change, marked: paint.isColored)
    if change.old != nil, lines.allSatisfy(\.isSame) {
      for line in lines {
        for (index, row) in wrapped(line.new, .same, max(40, style.width - indent.count - 2)).enumerated() {
          result += "\(indent)\(index > 0 ? " " : "=") \(row.0)\n"
        }
      }
    } else if style.width >= 110, change.old != nil, change.new != nil {
      let half = (style.width - indent.count - 3) / 2
      for line in lines {
        let left = wrapped(line.old, .removed, half)
        let right = wrapped(line.new, .added, half)
        for index in 0..<max(left.count, right.count) {
          let (before, after) = (
            index < left.count ? left[index] : ("", 0), index < right.count ? right[index] : ("", 0)
          )
          let bar = after.0.isEmpty ? "|" : "| "
          result += "\(indent)\(before.0)\(String(repeating: " ", count: max(0, half - before.1))) \(bar)\(after.0)\n"
        }
      }
    } else {
      for (side, kind) in [(lines.map(\.old), WordDiff.Piece.Kind.removed), (lines.map(\.new), .added)] {
        for words in side {
          for (index, row) in wrapped(words, kind, max(40, style.width - indent.count - 2)).enumerated() {
            let mark = index > 0 ? " " : kind == .removed ? paint.red("-") : paint.green("+")
            result += "\(indent)\(mark) \(row.0)\n"
          }
        }
      }
    }
    return result
  }

  private func colored(_ text: String, _ group: ChangeGroup) -> String {
    switch group {
    case .confidentiality, .dropped: paint.red(text)
    case .weakened, .access, .handed: paint.yellow(text)
    case .new, .strengthened: paint.green(text)
    case .people, .changed, .meetings, .norms, .focus, .standing, .frame, .wording: paint.bold(text)
    }
  }

  /// Words in lines of at most so many columns, each line with its width.
  private func wrapped(_ words: [DiffLine.Word], _ kind: WordDiff.Piece.Kind, _ width: Int) -> [(String, Int)] {
    var rows: [(String, Int)] = []
    var pieces: [(text: String, isChanged: Bool)] = []
    var count = 0
    func painted() -> String {
      pieces.map { !$0.isChanged ? $0.text : kind == .removed ? paint.red($0.text) : paint.green($0.text) }.joined(
        separator: " ")
    }
    for word in words {
      let text = TerminalText.escape(word.text)
      let columns = text.utf8.allSatisfy({ $0 < 0x7F }) ? text.utf8.count : TerminalText.width(of: text)
      if count > 0, count + 1 + columns > width {
        rows.append((painted(), count))
        (pieces, count) = ([], 0)
      }
      // Changed words that follow each other are one stretch of color.
      if let last = pieces.last, last.isChanged == word.isChanged {
        pieces[pieces.count - 1].text += " " + text
      } else {
        pieces.append((text, word.isChanged))
      }
      count += (count > 0 ? 1 : 0) + columns
    }
    if count > 0 { rows.append((painted(), count)) }
    return rows
  }
}
