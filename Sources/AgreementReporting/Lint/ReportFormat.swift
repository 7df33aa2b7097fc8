package import Diagnostics

/// One output format of `concord lint`, as a stream: files come in path order, then the end.
package protocol Reporter: Sendable {
  mutating func file(_ file: ReportedFile) -> String
  mutating func finish(_ summary: ReportSummary) -> String
  /// Ends the report in pieces, because the end may be most of it.
  mutating func finish(_ summary: ReportSummary, _ take: (String) -> Void)
  /// What is missing from the report, in lines for the person who asked for it.
  var remarks: [String] { get }
}

extension Reporter {
  package mutating func finish(_ summary: ReportSummary, _ take: (String) -> Void) { take(finish(summary)) }

  var remarks: [String] { [] }
}

/// An output format by name.
package struct ReportFormat: Sendable {
  /// What people type after `--format`.
  package let name: String
  /// Whether the summary is a separate line for people, on standard error, and not part of the report.
  package internal(set) var hasSeparateSummary = false
  /// Whether it is for a service that shows it to everybody who can see the repository.
  package internal(set) var isForCI = false
  /// Whether a report on some of the files would be mistaken for a report on all of them, so that a failed run writes
  /// none.
  package internal(set) var isOnlyComplete = false
  let makeReporter: @Sendable (_ style: TextStyle, _ failLevel: Level?, _ store: any ResultStore) -> any Reporter

  /// Makes a reporter; `style` is the color of the output, a finding at or above `failLevel` makes the run fail (nil
  /// for never), and whatever has to wait for the end of the run waits in `store` (nil for memory).
  package func make(
    _ style: TextStyle, failingAt failLevel: Level? = .error, waitingIn store: (any ResultStore)? = nil
  ) -> any Reporter {
    makeReporter(style, failLevel, store ?? MemoryStore())
  }

  /// Every format, sorted by name.
  package static let all: [ReportFormat] = [
    .github,
    .gitlab,
    .json,
    .jsonl,
    .junit,
    .sarif,
    .short,
    .text,
  ]

  package static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}
