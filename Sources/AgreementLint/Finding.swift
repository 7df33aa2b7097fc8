package import Diagnostics

/// A diagnostic and how much it matters in this agreement at this time.
package struct Finding: Sendable {
  /// What is wrong.
  package let diagnostic: Diagnostic
  /// How much it matters.
  package let level: Level
  /// Whether its rule alone is a reason to withhold the text it is about; `WithheldTexts` knows all the other reasons.
  package let isWithheld: Bool
  /// Whether its rule looks for private texts.
  package let isPrivate: Bool
  /// The reason in the comment that allows it; nil if none does.
  package internal(set) var suppression: String?

  /// Makes a finding.
  package init(
    diagnostic: Diagnostic, level: Level, isWithheld: Bool = false, isPrivate: Bool = false, suppression: String? = nil
  ) {
    self.diagnostic = diagnostic
    self.level = level
    self.isWithheld = isWithheld || isPrivate
    self.isPrivate = isPrivate
    self.suppression = suppression
  }
}
