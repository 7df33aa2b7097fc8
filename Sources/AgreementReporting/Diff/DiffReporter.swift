internal import AgreementDiff

/// One output format of `concord diff`, as a stream: agreements come in id order, then the end.
public protocol DiffReporter: Sendable {
  /// Adds an agreement.
  mutating func add(_ diff: ReportedDiff) -> String
  /// Ends the report; returns what goes before all agreements, and what goes after them.
  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String)
}

/// How a report is shown.
public struct DiffStyle: Sendable {
  /// The colors.
  public var text: TextStyle
  /// The columns of the terminal, from 40 to 1,000: no page is wider, and columns are added and filled with spaces.
  public let width: Int
  /// Whether edits of the wording are shown in full, too.
  public var showsAll: Bool
  /// Whether unchanged agreements of one school year are left out; in a whole folder, most are unchanged.
  public var hidesUnchanged = false
  /// Whether the id is next to the name of the school, because with several agreements a school may have more than one.
  public var namesIDs = false
  /// Whether class names, lines and fingerprints are shown, which mean nothing to the people in the report.
  public var isVerbose = false

  private static let columns = 40...1_000

  /// Makes a style.
  public init(text: TextStyle, width: Int = 80, showsAll: Bool = false) {
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
public struct DiffFormat: Sendable {
  /// What people type after `--format`.
  public let name: String
  /// What it is for, in one line.
  public let summary: String
  /// Makes a reporter.
  public let make: @Sendable (_ style: DiffStyle) -> any DiffReporter

  /// Every format, sorted by name.
  public static let all: [DiffFormat] = [
    .html,
    .json,
    .markdown,
    .text,
  ]

  /// The format with a name.
  public static func named(_ name: String) -> DiffFormat? { all.first { $0.name == name } }
}
