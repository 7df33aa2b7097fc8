/// Text from files, made safe for a terminal, and for a CI service that obeys terminal output.
package enum TerminalText {
  /// The text with every control and formatting character shown as `\u{…}`; a tab becomes one space.
  ///
  /// The first character of anything that would be a command to a CI service is shown the same way. GitHub Actions
  /// obeys a line that begins with `::`, with or without spaces before it, and `##[` anywhere (actions/runner,
  /// `ActionCommand.cs`); Azure Pipelines obeys `##vso[`, and TeamCity `##teamcity[`. So `##`, letters and a bracket
  /// count as a command to any service.
  package static func escape(_ text: some StringProtocol) -> String {
    var before: UInt8 = 0
    let isPlain = text.utf8.allSatisfy { byte in
      defer { before = byte }
      return byte >= 0x20 && byte < 0x7F && !(byte == before && (byte == 0x3A || byte == 0x23))
    }
    if isPlain { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return withoutCommands(result)
  }

  private static func withoutCommands(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for index in bytes.indices {
      if isCommand(bytes, index) {
        result += "\\u{\(bytes[index] == 0x3A ? "3A" : "23")}".utf8
      } else {
        result.append(bytes[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a command begins at a place. A line may break before any word, and there are many kinds of white space.
  private static func isCommand(_ bytes: [UInt8], _ index: Int) -> Bool {
    let rest = bytes[(index + 1)...]
    switch bytes[index] {
    case 0x3A: return rest.first == 0x3A && (index == 0 || bytes[index - 1] == 0x20 || bytes[index - 1] >= 0x80)
    case 0x23:
      guard rest.first == 0x23 else { return false }
      let name = rest.dropFirst().prefix(longestCommand).prefix { (0x61...0x7A).contains($0 | 0x20) }
      return rest.dropFirst(1 + name.count).first == 0x5B
    default: return false
    }
  }

  private static let longestCommand = 30

  /// Lines of text, each made safe, so that their line feeds stay.
  package static func escapeLines(_ bytes: [UInt8]) -> [UInt8] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Array(escape(String(decoding: $0, as: UTF8.self)).utf8)
    }.joined(separator: [0x0A]).map { $0 }
  }

  /// JSON in which every control and formatting character is escaped, for programs that display it unchecked.
  ///
  /// Outside strings JSON has no such characters, so the result means the same.
  package static func escapeJSON(_ json: String) -> String {
    var before: UInt8 = 0
    let isPlain = json.utf8.allSatisfy { byte in
      defer { before = byte }
      return (byte >= 0x20 && byte < 0x7F || byte == 0x0A) && !(byte == 0x23 && before == 0x23)
    }
    if isPlain { return json }
    var result = ""
    var last: Unicode.Scalar = " "
    for scalar in json.unicodeScalars {
      defer { last = scalar }
      // `##[` is a command to a CI service wherever it is.
      guard scalar != "\n", isUnsafe(scalar) || scalar == "#" && last == "#" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result
  }

  /// Appends one scalar, escaped if it is not visible.
  static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if scalar == "\t" {
      result += " "
    } else if isUnsafe(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    case .format: scalar.value != 0x200D
    // Invisible letters and marks; those that select the look of an emoji or an ideograph are drawn with it.
    default:
      scalar.value > 0xFF && scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
    }
  }

  /// The number of terminal columns that a text takes: 0 for combining characters, 2 for East Asian wide ones and
  /// emoji.
  package static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}
