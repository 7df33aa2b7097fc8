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
  /// What `concord.yaml` says.
  let part: @Sendable (Written) -> Part<Int>
  /// What is wrong with the number together with the others.
  let problem: @Sendable (Written, LintSettings) -> Diagnostic?

  init(
    _ key: String, standard: Int, loosening: Loosening,
    problem: @escaping @Sendable (Written, LintSettings) -> Diagnostic? = { _, _ in nil },
    part: @escaping @Sendable (Written) -> Part<Int>
  ) {
    self.key = key
    self.standard = standard
    self.loosening = loosening
    self.problem = problem
    self.part = part
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
