/// One output format of `concord lint`, as a stream: files come in the order of their paths, then the end.
public protocol Reporter: Sendable {
  /// Adds a file.
  mutating func file(_ file: ReportedFile) -> String
  /// Ends the report.
  mutating func finish(_ summary: ReportSummary) -> String
}

/// An output format by name.
public struct ReportFormat: Sendable {
  /// What people type after `--format`.
  public let name: String
  /// What it is for, in a line.
  public let summary: String
  /// Whether the summary is a line for people, on standard error, and not part of the report.
  public let hasSeparateSummary: Bool
  /// Whether it is for a service that shows it to everybody who may see the repository.
  public internal(set) var isForCI = false
  /// Makes a reporter; `style` is the colour of the output.
  public let make: @Sendable (_ style: TextStyle) -> any Reporter

  /// Every format, sorted by name.
  public static let all: [ReportFormat] = [
    .github,
    .gitlab,
    .json,
    .jsonl,
    .junit,
    .sarif,
    .short,
    .text,
  ]

  /// The format of a name.
  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}

/// How text for people looks.
public struct TextStyle: Sendable {
  /// Whether the terminal shows colour.
  public let isColored: Bool

  /// Plain or coloured text.
  public init(colored: Bool) { isColored = colored }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func red(_ text: String) -> String { wrap(text, "1;31") }
  func yellow(_ text: String) -> String { wrap(text, "1;33") }
  func blue(_ text: String) -> String { wrap(text, "1;34") }
  func green(_ text: String) -> String { wrap(text, "1;32") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
