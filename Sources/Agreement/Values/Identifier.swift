internal import YAMLSyntax

/// The ids of agreements, people, campuses and commitments.
package enum Identifier {
  /// Words that other programs read as something else.
  static let reserved = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

  /// Whether some bytes are an id: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, not starting with `x-`, and not a word that YAML
  /// retypes.
  static func isValid(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, (0x61...0x7A).contains(text[0]) else { return false }
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x2D: if previous == 0x2D { return false }
      default: return false
      }
      previous = byte
    }
    guard previous != 0x2D, !text.isOwnKey else { return false }
    return text.count > 5 || !reserved.contains(text.string())
  }

  /// Whether a text is an id.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isValid(bytes.span)
  }
}
