internal import AgreementDiff

/// One output format of `concord diff`, as a stream: agreements come in id order, then the end.
package protocol DiffReporter: Sendable {
  /// Adds an agreement.
  mutating func add(_ diff: ReportedDiff) -> String
  /// Ends the report; returns what goes before all agreements, and what goes after them.
  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String)
}

/// How a report is shown.
package struct DiffStyle: Sendable {
  /// The colors.
  package var text: TextStyle
  /// The columns of the terminal, from 40 to 1,000: no page is wider, and columns are added and filled with spaces.
  package let width: Int
  /// Whether edits of the wording are shown in full, too.
  package var showsAll: Bool
  /// Whether unchanged agreements of one school year are left out; in a whole folder, most are unchanged.
  package var hidesUnchanged = false
  /// Whether the id is next to the name of the school, because with several agreements a school may have more than one.
  package var namesIDs = false
  /// Whether class names, lines and fingerprints are shown, which mean nothing to the people in the report.
  package var isVerbose = false

  private static let columns = 40...1_000

  /// Makes a style.
  package init(text: TextStyle, width: Int = 80, showsAll: Bool = false) {
    self.text = text
    self.width = min(max(width, Self.columns.lowerBound), Self.columns.upperBound)
    self.showsAll = showsAll
  }
}

extension DiffStyle {
  /// Whether there is anything to show of an agreement. One that may continue under another id is shown with that one.
  func shows(_ diff: ReportedDiff) -> Bool {
    if diff.new == nil, !diff.perhaps.isEmpty { return false }
    return !hidesUnchanged || !diff.changes.isEmpty || diff.old?.year != diff.new?.year
  }
}

/// An output format by name.
package struct DiffFormat: Sendable {
  /// What people type after `--format`.
  package let name: String
  /// What it is for, in one line.
  package let summary: String
  /// Makes a reporter.
  package let make: @Sendable (_ style: DiffStyle) -> any DiffReporter

  /// Every format, sorted by name.
  package static let all: [DiffFormat] = [
    .html,
    .json,
    .markdown,
    .text,
  ]

  /// The format with a name.
  package static func named(_ name: String) -> DiffFormat? { all.first { $0.name == name } }
}
