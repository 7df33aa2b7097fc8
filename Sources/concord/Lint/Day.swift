#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Agreement
internal import ArgumentParser

/// The day that counts as today.
enum Day {
  /// Reads an option.
  static func read(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text.utf8) else {
      throw ValidationError("'\(text)' is not a day; write it as in 2026-08-17")
    }
    return date
  }

  /// The date on this computer's clock.
  static var local: CalendarDate {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func digits(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let text = "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
    return CalendarDate(text.utf8) ?? .distantPast
  }
}
