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
    for group in ChangeGroup.allCases {
      let changes = diff.changes.filter { $0.change.group == group }
      if changes.isEmpty { continue }
      result += "\n" + paint.bold(group.title) + "\n"
      if group == .wording, !style.showsAll {
        result += "  \(DiffWords.folded(changes.map(\.change))); --all shows them\n"
      } else {
        result += changes.map { text(of: $0) }.joined()
      }
    }
    if diff.old != nil, diff.new != nil {
      if diff.changes.isEmpty {
        result += "\nNothing changed" + (diff.isFiltered ? " of what you asked for" : " in meaning") + "\n"
      }
      result += carried(diff)
      if !diff.isFiltered { result += "\n\(diff.commitments.text)\n" }
    }
    return result + "\n"
  }

  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String) {
    guard district.isDistrict else { return ("", "") }
    var head = paint.bold("All agreements") + "\n"
    for row in district.common {
      head += "  \(paint.bold(row.kind.title)): \(DiffWords.text(of: row)) \(paint.blue("[\(row.kind.id)]"))\n"
    }
    for outlier in district.outliers {
      head +=
        "  \(paint.bold("far more than elsewhere")): \(outlier.count) things dropped, weakened or made less private in \(outlier.id)\n"
    }
    for (title, ids) in [
      ("no successor", district.ended), ("new", district.new), ("could not be read", district.unread),
    ] where !ids.isEmpty {
      head += "  \(paint.bold(title)): \(DistrictSummary.names(ids.map { TerminalText.escape($0) }))\n"
    }
    return (head + "\n\(district.text)\n\n", "")
  }

  private func carried(_ diff: ReportedDiff) -> String {
    guard let words = DiffWords.carried(diff.carried) else { return "" }
    var result = "\n" + paint.bold("Carried on unchanged") + "\n  \(words)\n"
    for (years, items) in DiffWords.standing(diff.carried) {
      result += "  for \(years) years: \(TerminalText.escape(items))\n"
    }
    return result
  }

  private func text(of reported: ReportedChange) -> String {
    let change = reported.change
    let places = [reported.old.map { "-\($0.start.line)" }, reported.new.map { "+\($0.start.line)" }].compactMap { $0 }
    var result =
      "  \(colored(change.kind.title, change.group))\(TerminalText.escape(change.heading))  \(paint.blue("[\(change.kind.id)] \(places.joined(separator: " "))"))\n"
    let lines = DiffLine.lines(of: change, marked: paint.isColored)
    if change.old != nil, lines.allSatisfy(\.isSame) {
      for line in lines {
        for (index, row) in wrapped(line.new, .same, max(40, style.width - 6)).enumerated() {
          result += "    \(index > 0 ? " " : "=") \(row.0)\n"
        }
      }
    } else if style.width >= 110, change.old != nil, change.new != nil {
      let half = (style.width - 7) / 2
      for line in lines {
        let left = wrapped(line.old, .removed, half)
        let right = wrapped(line.new, .added, half)
        for index in 0..<max(left.count, right.count) {
          let (before, after) = (
            index < left.count ? left[index] : ("", 0), index < right.count ? right[index] : ("", 0)
          )
          let bar = after.0.isEmpty ? "|" : "| "
          result += "    \(before.0)\(String(repeating: " ", count: max(0, half - before.1))) \(bar)\(after.0)\n"
        }
      }
    } else {
      for (side, kind) in [(lines.map(\.old), WordDiff.Piece.Kind.removed), (lines.map(\.new), .added)] {
        for words in side {
          for (index, row) in wrapped(words, kind, max(40, style.width - 6)).enumerated() {
            let mark = index > 0 ? " " : kind == .removed ? paint.red("-") : paint.green("+")
            result += "    \(mark) \(row.0)\n"
          }
        }
      }
    }
    for reason in change.reasons.prefix(DiffWords.mostReasons) { result += "    why: \(TerminalText.escape(reason))\n" }
    return result
  }

  private func colored(_ text: String, _ group: ChangeGroup) -> String {
    switch group {
    case .confidentiality, .dropped: paint.red(text)
    case .weakened, .handed: paint.yellow(text)
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
      let isPlain = word.text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      let text = isPlain ? word.text : TerminalText.escape(word.text)
      let columns = isPlain ? text.utf8.count : TerminalText.width(of: text)
      if count > 0, count + 1 + columns > width {
        rows.append((painted(), count))
        (pieces, count) = ([], 0)
      }
      // Changed words that follow each other are one stretch of colour.
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
