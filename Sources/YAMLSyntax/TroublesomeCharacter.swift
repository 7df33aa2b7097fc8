/// A character that a person cannot see, or that makes programs disagree about the text.
struct TroublesomeCharacter {
  /// What it is.
  let message: String
  /// What to do about it.
  let help = "delete it and retype that spot"
  /// Whether some programs start a new line at it.
  let isLineBreak: Bool
  /// Whether only some fonts have it.
  let isPrivateUse: Bool

  /// More accents on one letter than any language has.
  static let tooManyMarks = TroublesomeCharacter(
    message: "more than \(CombiningMarks.most) accents or other marks are on one letter", isLineBreak: false)

  private init(message: String, isLineBreak: Bool) {
    self.message = message
    self.isLineBreak = isLineBreak
    isPrivateUse = false
  }

  /// Nil for a character that may be in an agreement; `previous` and `next` are the scalars around it, or zero at the
  /// ends.
  init?(_ value: UInt32, after previous: UInt32, before next: @autoclosure () -> UInt32) {
    // Letters of Western languages, and of Chinese, Japanese and Korean, need no further checks.
    switch value {
    case 0..<0x80, 0xA0...0xAC, 0xAE...0x2FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return nil
    default: break
    }
    guard let scalar = Unicode.Scalar(value), let kind = Kind(scalar, after: previous, before: next) else { return nil }
    let name =
      "U+" + String(repeating: "0", count: max(0, 4 - String(value, radix: 16).count))
      + String(value, radix: 16, uppercase: true)
    isLineBreak = kind == .lineBreak
    isPrivateUse = kind == .privateUse
    message =
      switch kind {
      case .lineBreak: "there is an invisible line separator here (\(name))"
      case .control: "there is an invisible control character here (\(name))"
      case .softHyphen: "there is an invisible soft hyphen here (\(name))"
      case .direction:
        "there is an invisible character here (\(name)) that can change the order in which text is shown"
      case .invisible: "there is an invisible character here (\(name))"
      case .privateUse: "there is a character here (\(name)) that most programs cannot show"
      case .unknown: "there is a character here (\(name)) that concord does not know"
      }
  }

  private enum Kind {
    case lineBreak
    case control
    case softHyphen
    case direction
    case invisible
    case privateUse
    case unknown

    /// Uses Unicode properties, not a list: characters that are not visible, or not to everybody.
    init?(_ scalar: Unicode.Scalar, after previous: UInt32, before next: () -> UInt32) {
      let properties = scalar.properties
      switch scalar.value {
      case 0x85, 0x2028, 0x2029: self = .lineBreak
      case 0xAD: self = .softHyphen
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: self = .direction
      // A Braille pattern without a dot, which looks like a space.
      case 0x2800: self = .invisible
      default:
        switch properties.generalCategory {
        case .control: self = .control
        case .privateUse: self = .privateUse
        // New emoji come every year, in blocks that are reserved for them.
        case .unassigned where !(0x1F000...0x1FAFF).contains(scalar.value):
          self = properties.isNoncharacterCodePoint ? .control : .unknown
        case .format where !JoiningCharacters.isVisible(scalar): self = .invisible
        default:
          guard properties.isDefaultIgnorableCodePoint else { return nil }
          self = .invisible
        }
      }
      if self == .invisible, JoiningCharacters.belongs(scalar, after: previous, before: next) { return nil }
    }
  }
}

/// The encoding that older Windows programs call ANSI.
enum Windows1252 {
  private static let upperHalf: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The character for a byte; nil if the encoding has none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upperHalf[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
