internal import Agreement
internal import Diagnostics
internal import Repository
internal import TextSupport

/// The time zone of `concord.yaml`, looked up in the system's list.
enum TimeZones {
  /// What is wrong with the line.
  struct Problem: Error {
    let diagnostic: Diagnostic
  }

  /// What people call their time zone, with its name in the list.
  private static let spoken = [
    ("America/Anchorage", ["alaska", "akst", "akt"]),
    ("America/Chicago", ["central", "central time", "cst", "cdt", "ct"]),
    ("America/Denver", ["mountain", "mountain time", "mst", "mdt", "mt"]),
    ("America/Los_Angeles", ["pacific", "pacific time", "pst", "pdt", "pt"]),
    ("America/New_York", ["eastern", "eastern time", "est", "edt", "et"]),
    ("America/Phoenix", ["arizona"]),
    ("America/Puerto_Rico", ["atlantic", "atlantic time", "ast"]),
    ("Pacific/Honolulu", ["hawaii", "hst"]),
  ]

  /// Looks up the time zone.
  static func look(for zone: (name: String, range: SourceRange)) -> Result<ZoneInfo, Problem> {
    func problem(_ message: String, _ help: String) -> Result<ZoneInfo, Problem> {
      .failure(Problem(diagnostic: Diagnostic(.unknownReference, at: zone.range, message, help: help)))
    }
    switch ZoneInfo.named(zone.name) {
    case .zone(let found): return .success(found)
    case .noList:
      return problem(
        "this computer has no list of time zones, so nobody knows what day it is in `\(zone.name.prefix(60))`",
        "install the package `tzdata`, or delete the line to go by the clock of the computer")
    case .unknown:
      let near = spoken(zone.name) ?? DidYouMean.nearest(to: zone.name, among: ZoneInfo.names) ?? city(zone.name)
      return problem(
        "there is no time zone `\(zone.name.prefix(60))`",
        near.map { "did you mean `\($0)`?" } ?? "write a region and a city, as in `America/Chicago`")
    }
  }

  private static func spoken(_ name: String) -> String? {
    let wanted = name.lowercased()
    return spoken.first { $0.1.contains(wanted) || $0.1.contains(wanted.replacing(" standard", with: "")) }?.0
  }

  /// The zone whose name ends in a city: `Chicago`, `new york`.
  private static func city(_ name: String) -> String? {
    let wanted = (name.split(separator: "/").last ?? "").lowercased().replacing(" ", with: "_")
    guard wanted.count > 2 else { return nil }
    return ZoneInfo.names.first { ($0.split(separator: "/").last ?? "").lowercased() == wanted }
  }
}
