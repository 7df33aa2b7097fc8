/// Something that a run could not do, such as read a file; whatever is missing from the report because of it is not
/// clean.
package struct RunFailure: Sendable {
  package let path: ReportPath
  /// Why, in plain words.
  package let message: String

  /// The most failures that a report lists; the rest are counted.
  package static let mostTold = 1_000

  package init(_ path: ReportPath, _ message: String) {
    self.path = path
    self.message = message
  }
}
