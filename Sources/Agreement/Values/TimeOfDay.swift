/// A time of day, to the minute.
package struct TimeOfDay: BitwiseCopyable, Hashable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0 to 1439.
  package let minutes: Int

  /// Takes minutes since midnight, modulo 24 hours.
  package init(minutes: Int) { self.minutes = (minutes % 1440 + 1440) % 1440 }

  /// Reads `15:30`, `7:30` or `3:30 pm`; the space is optional, and the letters may be capitals.
  package init?(_ text: some StringProtocol) { self.init(Array(text.utf8).span) }

  /// Reads `15:30`, `7:30` or `3:30 pm`; the space is optional, and the letters may be capitals.
  package init?(_ text: Span<UInt8>) {
    func digit(_ index: Int) -> Int { (0x30...0x39).contains(text[index]) ? Int(text[index]) - 0x30 : 100 }
    var end = text.count
    var half: Int?
    if end > 2, text[end - 1] | 0x20 == 0x6D {
      switch text[end - 2] | 0x20 {
      case 0x61: half = 0
      case 0x70: half = 12
      default: return nil
      }
      end -= text[end - 3] == 0x20 ? 3 : 2
    }
    let colon = end - 3
    guard colon == 1 || colon == 2, text[colon] == 0x3A else { return nil }
    let hour = colon == 1 ? digit(0) : digit(0) * 10 + digit(1)
    let minute = digit(colon + 1) * 10 + digit(colon + 2)
    guard minute < 60, half == nil ? hour < 24 : (1...12).contains(hour) else { return nil }
    minutes = (half.map { hour % 12 + $0 } ?? hour) * 60 + minute
  }

  /// Reads `15:30` and nothing else.
  init?(standard text: Span<UInt8>) {
    guard text.count == 5 else { return nil }
    self.init(text)
  }

  /// The time as `HH:MM`.
  package var description: String {
    func digits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(digits(minutes / 60)):\(digits(minutes % 60))"
  }
}

extension TimeOfDay: CellValue {
  /// The minutes in one number.
  var packed: UInt32 { UInt32(minutes) }

  init(packed: UInt32) { minutes = Int(packed) }

  package init(_ place: CellPlace) { self.init(packed: place.cell.value) }
}
