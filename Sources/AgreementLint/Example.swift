/// A fragment of an agreement that a rule fails or passes.
public struct Example: Sendable {
  /// The fragment, without markers.
  public let text: String
  /// What is expected, in the order of the file.
  public let findings: [Expectation]
  /// The day that counts as today, as `YYYY-MM-DD`.
  public let today: String
  /// Exact bytes instead of the text, where the example is no UTF-8.
  public let bytes: [UInt8]?

  /// One finding that an example expects.
  public struct Expectation: Sendable {
    /// The UTF-8 byte offsets in `text`.
    public let range: Range<Int>
    /// The message.
    public let message: String
    /// The help, if the example says it.
    public let help: String?
  }

  /// An example that passes.
  public init(_ text: String, today: String = Example.standardDay) {
    self.text = text
    findings = []
    self.today = today
    bytes = nil
  }

  /// An example that fails once, with the range between `↓` and `↑`.
  public init(_ marked: String, _ message: String, help: String? = nil, today: String = Example.standardDay) {
    self.init(marked, [(message, help)], today: today)
  }

  /// An example that fails several times, each range between `↓` and `↑`.
  public init(_ marked: String, _ expected: [(message: String, help: String?)], today: String = Example.standardDay) {
    var text: [UInt8] = []
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "↓": starts.append(text.count)
      case "↑": ranges.append((starts.popLast() ?? text.count)..<text.count)
      default: text.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    findings = zip(ranges, expected).map { Expectation(range: $0, message: $1.message, help: $1.help) }
    self.today = today
    bytes = nil
  }

  /// An example of bytes that are no text; the finding is at the given place.
  public init(bytes: [UInt8], at range: Range<Int>, _ message: String) {
    text = String(decoding: bytes, as: UTF8.self)
    findings = [Expectation(range: range, message: message, help: nil)]
    today = Example.standardDay
    self.bytes = bytes
  }

  /// The day on which examples are looked at unless they name another.
  public static let standardDay = "2026-09-01"
}
