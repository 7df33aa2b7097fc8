internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// Writes what people say as YAML: every command that puts a free text into a file writes it with this.
package enum FreeText {
  /// Where a text goes.
  package enum Place: Sendable {
    /// On a line, after a key or a dash.
    case block
    /// Between braces or brackets.
    case flow
  }

  /// A text that no agreement can contain, however it is written.
  package struct Unwritable: Error {
    /// Why: the message of the finding that it would have.
    package let reason: String
  }

  /// The text as a scalar on one line: as it is, if it reads back the same without any finding that quotes would avoid, or else in double
  /// quotes.
  ///
  /// - Throws: `Unwritable` if it would have an error even in quotes.
  package static func scalar(_ text: String, in place: Place) throws(Unwritable) -> String {
    let quoted = quoted(text)
    let found = Trial(quoted, in: place)
    guard found.reads(text) else {
      throw Unwritable(reason: found.error ?? "it does not read back the same")
    }
    guard mayBePlain(text) else { return quoted }
    let plain = Trial(text, in: place)
    return plain.reads(text) && plain.count <= found.count ? text : quoted
  }

  /// Whether a text can be on a line without quotes at all.
  private static func mayBePlain(_ text: String) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains { isLineBreak($0) || $0 == "\t" }
  }

  /// The text in double quotes, on one line.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isLineBreak(scalar) || scalar.properties.generalCategory == .control || scalar == "\u{FEFF}" {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Whether YAML ends a line here.
  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  /// A small agreement that has the scalar in several places, each with neighbors before and after it.
  private struct Trial {
    /// The number of findings about text and structure.
    let count: Int
    /// The message of the first error.
    let error: String?
    private let texts: [[UInt8]]
    private let isSound: Bool

    init(_ scalar: String, in place: Place) {
      let people =
        switch place {
        case .block: "  a:\n    name: Ann\n    title: \(scalar)\n    role: principal\n"
        case .flow: "  a: {name: Ann, title: \(scalar), role: principal}\n"
        }
      let lists =
        switch place {
        case .block: "  challenges:\n    - Before\n    - \(scalar)\n    - After\n"
        case .flow: "  challenges: [Before, \(scalar), After]\n"
        }
      let text =
        "format: 1\nid: a\nschool-year: 2026-27\nstarts: 2026-08-17\nends: 2027-05-28\nstatus: draft\ncampuses:\n  a: School\n"
        + "participants:\n\(people)focus:\n\(lists)x-end: end\n"
      let reading = AgreementReader.read(SourceFile(name: "", bytes: Array(text.utf8)))
      isSound = reading.isSound
      count = reading.diagnostics.count
      error = reading.diagnostics.first { $0.severity == .error }?.message
      guard let agreement = reading.agreement else {
        texts = []
        return
      }
      let title = agreement.participants.first?.part.value?.title.value
      let challenges = agreement.content.focus.value?.challenges.value
      texts = ([title] + (challenges.map { $0.count == 3 ? [$0[1]] : [] } ?? [])).map {
        $0.map { Array(agreement.string($0).utf8) } ?? []
      }
    }

    /// Whether both places have exactly this text.
    func reads(_ text: String) -> Bool { isSound && texts.count == 2 && texts.allSatisfy { $0 == Array(text.utf8) } }
  }
}
