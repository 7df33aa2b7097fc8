/// One problem in a document, at its exact place and in plain words.
package struct Diagnostic: Sendable, Equatable {
  /// The rule that found it.
  package var rule: RuleID
  /// Whether the file still has a digest.
  package var severity: Severity
  /// Where the person has to type, in UTF-8 byte offsets.
  package var range: SourceRange
  /// What is wrong: lower case, no final period, the person's text in quotes.
  package var message: String
  /// What to type instead.
  package var help: String?
  /// Other places that explain this one.
  package var notes: [Note]
  /// An edit that fixes it.
  package var fix: Fix?

  package init(
    _ rule: RuleID, _ severity: Severity = .error, at range: SourceRange, _ message: String, help: String? = nil,
    notes: [Note] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
    self.fix = fix
  }
}

/// What a diagnostic means for the file; how much it matters to a school is the level of its rule.
package enum Severity: Sendable {
  /// The file counts as it is written, so it has a digest.
  case mild
  /// Something in the file cannot be read for certain, so it has none.
  case error
}

/// A second place that explains a diagnostic.
package struct Note: Sendable, Equatable {
  /// Its range, in UTF-8 byte offsets.
  package var range: SourceRange
  /// What is there.
  package var message: String
  /// The name of the file, if it is another one.
  package var file: String?

  package init(at range: SourceRange, _ message: String, in file: String? = nil) {
    self.range = range
    self.message = message
    self.file = file
  }
}

/// How much a finding matters.
package enum Level: String, Sendable, CaseIterable, Comparable {
  case info
  case warning
  case error

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// An error is above a warning, a warning above an info.
  package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}
