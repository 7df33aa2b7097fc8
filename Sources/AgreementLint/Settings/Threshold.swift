internal import Agreement
internal import Diagnostics

/// A number that a rule uses, and that `thresholds` in `concord.yaml` can change; it stands in the file of its rule.
package struct Threshold: Sendable {
  typealias Written = ConfigurationFile.Thresholds

  /// The change that makes the rule find less.
  enum Loosening {
    case higher
    case lower
  }

  /// Its key under `thresholds`.
  let key: String
  let standard: Int
  let loosening: Loosening
  private let form: ShapeDescription
  private let title: String
  private let about: String
  private let example: String
  /// What is wrong with the number together with the others.
  let problem: @Sendable (Written, LintSettings) -> Diagnostic?

  init(
    _ key: String, _ form: ShapeDescription = .count, standard: Int, loosening: Loosening, title: String, about: String,
    example: String, problem: @escaping @Sendable (Written, LintSettings) -> Diagnostic? = { _, _ in nil }
  ) {
    self.key = key
    self.standard = standard
    self.loosening = loosening
    self.form = form
    self.title = title
    self.about = about
    self.example = example
    self.problem = problem
  }

  /// Its key in the table of `thresholds`.
  func field(_ place: Written.Key) -> Field {
    Field(place, key, form, title: title, about: about, examples: [example])
  }

  /// The thresholds of all rules, in key order.
  static let all = Rule.all.flatMap(\.thresholds).sorted { $0.key < $1.key }

  /// Whether the settings make the rule find less.
  func isLoosened(in settings: LintSettings) -> Bool {
    switch loosening {
    case .higher: settings[self] > standard
    case .lower: settings[self] < standard
    }
  }
}
