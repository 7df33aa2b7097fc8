#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import Agreement
internal import SystemPackage

/// A time zone from the system's list, as described by its file (RFC 9636).
///
/// The C library knows one time zone for the whole process, silently takes an unknown one for Greenwich, and cannot be
/// called from several threads; so the file is read here.
package struct ZoneInfo: Sendable {
  private let changes: [(time: Int, offset: Int)]
  private let first: Int
  private let rule: ZoneRule?

  /// The result of looking for a time zone.
  package enum Found: Sendable {
    case zone(ZoneInfo)
    /// The list does not have it.
    case unknown
    /// This system has no list.
    case noList
  }

  /// Where systems keep the list.
  private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]

  /// Looks for a time zone by its name.
  package static func named(_ name: String) -> Found {
    let folders = folders.filter { (try? Stat(FilePath($0), followTargetSymlink: true))?.type == .directory }
    if folders.isEmpty { return .noList }
    guard isName(name) else { return .unknown }
    for folder in folders {
      if let bytes = try? FileReader.readAnywhere(FilePath(folder).appending(name), limit: 1 << 18),
        let zone = ZoneInfo(bytes)
      {
        return .zone(zone)
      }
    }
    return .unknown
  }

  /// The names in the system's list, to say which one was probably meant.
  package static var names: [String] {
    for file in folders.flatMap({ ["\($0)/zone1970.tab", "\($0)/zone.tab"] }) {
      guard let bytes = try? FileReader.readAnywhere(FilePath(file), limit: 1 << 18) else { continue }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        let columns = line.split(separator: "\t")
        return line.hasPrefix("#") || columns.count < 3 ? nil : String(columns[2])
      }
    }
    return []
  }

  /// Whether a name can be in the list: words of letters separated by slashes, without anything that leads out of the
  /// folder.
  private static func isName(_ name: String) -> Bool {
    let words = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return name.utf8.count <= 64 && (1...4).contains(words.count)
      && words.allSatisfy { word in
        (word.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false)
          && word.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x5F].contains($0)
          }
      }
  }

  /// Reads a zone file; nil if it is not one.
  init?(_ bytes: [UInt8]) {
    func number(_ start: Int, _ count: Int) -> Int {
      let value = bytes[start..<(start + count)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return count == 8 ? Int(Int64(bitPattern: value)) : Int(Int32(truncatingIfNeeded: value))
    }
    /// The numbers in a header of 44 bytes, in the order of the RFC.
    func counts(_ start: Int) -> [Int]? {
      guard start + 44 <= bytes.count, bytes[start...].starts(with: "TZif".utf8) else { return nil }
      let counts = (0..<6).map { number(start + 20 + 4 * $0, 4) }
      return counts.allSatisfy { (0...10_000).contains($0) } ? counts : nil
    }
    // Version 1 has 32-bit numbers and no rule; every system has had version 2 for twenty years.
    guard let old = counts(0), bytes[4] >= 0x32 else { return nil }
    let second = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    guard let new = counts(second) else { return nil }
    let (isUTCount, isStandardCount, leapCount) = (new[0], new[1], new[2])
    let (timeCount, typeCount, nameCount) = (new[3], new[4], new[5])
    let times = second + 44
    let types = times + timeCount * 8
    let offsets = types + timeCount
    let end = offsets + typeCount * 6 + nameCount + leapCount * 12 + isStandardCount + isUTCount
    guard typeCount > 0, end + 1 < bytes.count else { return nil }
    func offset(_ type: Int) -> Int { number(offsets + type * 6, 4) }
    first = offset(0)
    changes = (0..<timeCount).map { place in
      (number(times + place * 8, 8), offset(min(Int(bytes[types + place]), typeCount - 1)))
    }
    rule = ZoneRule(bytes[(end + 1)...].prefix { $0 != 0x0A })
  }

  /// The offset in seconds east of Greenwich at a time in seconds since 1970.
  func offset(at time: Int) -> Int {
    if let last = changes.last, time < last.time {
      return changes.last { $0.time <= time }?.offset ?? first
    }
    return rule?.offset(at: time) ?? changes.last?.offset ?? first
  }

  /// The day at a time in seconds since 1970.
  package func day(at seconds: Int) -> CalendarDate? {
    CalendarDate(dayNumber: Self.dayNumber(at: seconds + offset(at: seconds)))
  }

  /// Today's date.
  package var today: CalendarDate? { day(at: time(nil)) }

  /// The day number at a time in seconds since 1970.
  static func dayNumber(at seconds: Int) -> Int {
    let days = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    // January 1, 1970.
    return days + 719_468
  }
}
