internal import AgreementDiff

/// One output format of `concord diff`, as a stream: agreements come in the order of their ids, then the end.
public protocol DiffReporter: Sendable {
  /// Adds an agreement.
  mutating func add(_ diff: ReportedDiff) -> String
  /// Ends the report: what comes before all agreements, and what stands after them.
  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String)
}

/// How a report is shown.
public struct DiffStyle: Sendable {
  /// The colors.
  public var text: TextStyle
  /// The columns of the terminal, at least 40 and at most 1,000: no page is wider, and columns are added and filled with spaces.
  public let width: Int
  /// Whether edits of the wording are shown in full, too.
  public var showsAll: Bool
  /// Whether agreements of one school year in which nothing changed are left out: of a whole folder, most are such.
  public var hidesUnchanged = false
  /// Whether the id stands beside the name of the school: where there are several agreements, a school may have more than one.
  public var namesIDs = false
  /// Whether names of classes, lines and fingerprints are shown, which say nothing to those whom the report is about.
  public var isVerbose = false

  private static let columns = 40...1_000

  /// Puts a style together.
  public init(text: TextStyle, width: Int = 80, showsAll: Bool = false) {
    self.text = text
    self.width = min(max(width, Self.columns.lowerBound), Self.columns.upperBound)
    self.showsAll = showsAll
  }
}

extension DiffStyle {
  /// Whether there is something to show of an agreement. One that perhaps goes on under another id is shown with that one.
  func shows(_ diff: ReportedDiff) -> Bool {
    if diff.new == nil, !diff.perhaps.isEmpty { return false }
    return !hidesUnchanged || !diff.changes.isEmpty || diff.old?.year != diff.new?.year
  }
}

/// An output format by name.
public struct DiffFormat: Sendable {
  /// What people type after `--format`.
  public let name: String
  /// What it is for, in a line.
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

  /// The format of a name.
  public static func named(_ name: String) -> DiffFormat? { all.first { $0.name == name } }
}
