/// How the summary of a diff counts changes: "3 norms dropped", or "classrooms less open (twice)". Classes may share one.
package struct SummaryLine: Sendable, Hashable {
  /// Its place in the sentence; lower ones come first. Between two lines there is room for new ones.
  package let place: Int
  private let one: String
  /// The words after a number; nil for a phrase without one.
  private let many: String?

  init(_ place: Int, _ one: String, many: String? = nil) {
    self.place = place
    self.one = one
    self.many = many
  }

  /// Confidentiality where the class does not say what became of it.
  package static let confidentiality = SummaryLine(30, "confidentiality changed")
  /// Consent, evaluation and recordings, wherever they stand.
  package static let safeguards = SummaryLine(50, "what is said about consent or evaluation changed")
  /// Classes without a line.
  package static let others = SummaryLine(390, "other change", many: "other changes")

  /// The words for a number of changes.
  package func text(_ count: Int) -> String {
    if let many { return "\(count) \(count == 1 ? one : many)" }
    return one + (count == 1 ? "" : count == 2 ? " (twice)" : " (\(count) times)")
  }
}
