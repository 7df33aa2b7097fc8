/// A time of day, to the minute.
public struct TimeOfDay: Hashable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0 to 1439.
  public let minutes: Int

  /// Takes minutes since midnight; those of later days are taken off.
  public init(minutes: Int) { self.minutes = (minutes % 1440 + 1440) % 1440 }

  /// Reads `15:30` or `7:30`, which most people write.
  init?(digits text: Span<UInt8>) {
    func digit(_ index: Int) -> Int { (0x30...0x39).contains(text[index]) ? Int(text[index]) - 0x30 : 100 }
    let colon = text.count - 3
    guard colon == 1 || colon == 2, text[colon] == 0x3A else { return nil }
    let hour = colon == 1 ? digit(0) : digit(0) * 10 + digit(1)
    let minute = digit(colon + 1) * 10 + digit(colon + 2)
    guard hour < 24, minute < 60 else { return nil }
    minutes = hour * 60 + minute
  }

  /// Reads `15:30`, `7:30` or `3:30 pm`; the space may be left out and the letters may be capitals.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    var half: Int?
    let lower = rest.lowercased()
    if lower.hasSuffix("am") || lower.hasSuffix("pm") {
      half = lower.hasSuffix("pm") ? 12 : 0
      rest = rest.dropLast(2)
      if rest.hasSuffix(" ") { rest = rest.dropLast() }
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      minute < 60
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      minutes = (hour % 12 + half) * 60 + minute
    } else {
      guard hour < 24 else { return nil }
      minutes = hour * 60 + minute
    }
  }

  /// The time as `HH:MM`.
  public var description: String {
    func digits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(digits(minutes / 60)):\(digits(minutes % 60))"
  }
}
