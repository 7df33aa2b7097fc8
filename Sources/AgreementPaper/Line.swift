internal import Agreement

/// A line of a sheet: texts in a row, each with its look.
struct Line: Sendable {
  /// A text and how it looks; a format escapes each of them, whoever wrote it.
  enum Run: Sendable {
    case plain(String)
    case strong(String)
    /// What is said beside the rest, in small letters.
    case small(String)
    /// Something to type.
    case code(String)
    /// A day, which stays on one line.
    case day(CalendarDate)
    /// A word in a frame: the state of an answer.
    case tag(String, isWarning: Bool)
  }

  private(set) var runs: [Run]

  init(_ runs: [Run] = []) { self.runs = runs }

  init(_ text: String) { runs = [.plain(text)] }

  /// Whether there is nothing on it.
  var isEmpty: Bool { runs.isEmpty }

  /// The number of characters, to tell a long line from a short one.
  var count: Int {
    runs.reduce(0) { count, run in
      switch run {
      case .plain(let text), .strong(let text), .small(let text), .code(let text), .tag(let text, _):
        count + text.count
      case .day: count + 15
      }
    }
  }

  static func + (left: Line, right: Line) -> Line { Line(left.runs + right.runs) }

  /// Lines in a row, with a text between each two.
  static func joined(_ lines: [Line], by separator: String) -> Line {
    var result = Line()
    for line in lines where !line.isEmpty {
      result = result.isEmpty ? line : result + Line(separator) + line
    }
    return result
  }
}

extension Line: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { runs.append(.plain(literal)) } }
    mutating func appendInterpolation(_ text: String) { runs.append(.plain(text)) }
    mutating func appendInterpolation(_ number: Int) { runs.append(.plain(String(number))) }
    mutating func appendInterpolation(_ day: CalendarDate) { runs.append(.day(day)) }
    mutating func appendInterpolation(_ line: Line) { runs += line.runs }
    mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }
    mutating func appendInterpolation(small text: String) { runs.append(.small(text)) }
    mutating func appendInterpolation(code text: String) { runs.append(.code(text)) }
    mutating func appendInterpolation(tag text: String) { runs.append(.tag(text, isWarning: false)) }
    mutating func appendInterpolation(warning text: String) { runs.append(.tag(text, isWarning: true)) }
  }

  init(stringLiteral text: String) { runs = text.isEmpty ? [] : [.plain(text)] }

  init(stringInterpolation interpolation: StringInterpolation) { runs = interpolation.runs }
}
