/// Something that a run could not do, such as read a file: what is not in the report because of it is not clean.
public struct RunFailure: Sendable {
  /// The file or folder.
  public let path: ReportPath
  /// Why, in plain words.
  public let message: String

  /// A report lists this many; the rest are counted.
  public static let mostTold = 1_000

  /// Puts a failure together.
  public init(_ path: ReportPath, _ message: String) {
    self.path = path
    self.message = message
  }
}
