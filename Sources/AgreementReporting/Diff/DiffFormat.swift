package import AgreementDiff

/// An output format of `concord diff` and `concord history`.
package struct DiffFormat: Sendable {
  /// What people type after `--format`.
  package let name: String
  package let diff: @Sendable (_ style: DiffStyle) -> any DiffReporter
  package let history: @Sendable (_ style: DiffStyle) -> any HistoryReporter

  /// Every format, sorted by name.
  package static let all: [DiffFormat] = [
    .html,
    .json,
    .markdown,
    .text,
  ]

  package static func named(_ name: String) -> DiffFormat? { all.first { $0.name == name } }
}

/// A report of `concord diff`, as a stream: agreements come in id order, then the end.
package protocol DiffReporter: Sendable {
  mutating func add(_ diff: ReportedDiff) -> String
  /// Ends the report; returns what goes before all agreements, and what goes after them.
  mutating func finish(_ district: DistrictSummary) -> (head: String, tail: String)
}

/// A report of `concord history`, as a stream: agreements come in id order, then the end.
package protocol HistoryReporter: Sendable {
  /// Adds an agreement with some of its threads.
  mutating func add(_ history: History, _ threads: [Thread]) -> String
  /// Ends the report; returns what goes before all agreements, and what goes after them.
  mutating func finish() -> (head: String, tail: String)
}
