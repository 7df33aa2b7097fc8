internal import AgreementDiff

/// How a report for people is shown.
package struct DiffStyle: Sendable {
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
