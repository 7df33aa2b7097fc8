import Agreement
import Repository
import TestSupport
import Testing

/// `time-zone` says what day it is.
@Suite struct TimeZoneTests {
  private static let zones = [
    "America/Chicago", "America/St_Johns", "Asia/Kathmandu", "Asia/Jerusalem", "Australia/Lord_Howe", "Europe/Dublin",
    "Etc/GMT+12",
    "Pacific/Apia", "Pacific/Kiritimati", "America/Asuncion", "Africa/Casablanca", "UTC",
  ]

  /// The day in each zone around each change of the clocks, as the system's own `date` has it.
  @Test(arguments: zones)
  func daysAreThoseOfTheSystem(zone: String) async throws {
    guard case .zone(let info) = ZoneInfo.named(zone) else {
      Issue.record("there is no \(zone)")
      return
    }
    var times: [Int] = []
    for year in [1951, 1969, 1970, 1987, 2007, 2026, 2027, 2038, 2061] {
      let start = (year - 1970) * 31_556_952
      times += (0..<24).map { start + $0 * 1_314_900 }
    }
    let days = try await Program.run(
      "bash", ["-c", "while read -r t; do echo \"@$t\"; done | TZ=\"$0\" date -f - +%F", zone],
      input: Array(times.map { "\($0)\n" }.joined().utf8)
    ).output.split(separator: "\n")
    // Where `date` is not GNU's there is nothing to compare with.
    guard days.count == times.count else { return }
    for (time, day) in zip(times, days) {
      #expect(info.day(at: time)?.description == String(day), "\(zone) at \(time)")
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "../../../etc/passwd", "America/../UTC", "America", "Nowhere/City", "UTC\u{0}x", "a b",
    "posixrules/..", "zone.tab",
  ])
  func whatIsNoZoneIsUnknown(name: String) {
    guard case .unknown = ZoneInfo.named(name) else {
      Issue.record("\(name) is taken for a time zone")
      return
    }
  }

  private func lint(_ configuration: String, zone: String, signed: String) async throws -> Outcome {
    let scratch = try Scratch()
    try scratch.write("concord.yaml", configuration.utf8)
    try scratch.write(
      "a.agreement.yaml",
      """
      format: 1
      id: brookside
      school-year: 2026-27
      starts: 2026-08-17
      ends: 2027-05-28
      status: agreed
      campuses: {b: Brookside}
      participants:
        novak: {name: Jill Novak, role: instructional-coach}
      signatures:
        novak: {signed: \(signed), method: typed}

      """.utf8)
    let outcome = try await Program.concord(
      ["lint", scratch.path, "--select", "signed-in-future", "--format", "short"],
      environment: [Program.key("TZ"): zone])
    return outcome
  }

  /// Between these two it is never the same day.
  @Test func todayIsTheDayOfTheSchool() async throws {
    let east = try await Program.run("date", ["+%F"], environment: [Program.key("TZ"): "Pacific/Kiritimati"]).output
    let signed = String(east.prefix(10))
    #expect(try await lint("time-zone: Pacific/Kiritimati\n", zone: "Etc/GMT+12", signed: signed).output == "")
    #expect(
      try await lint("time-zone: Etc/GMT+12\n", zone: "Pacific/Kiritimati", signed: signed).output.contains(
        "[signed-in-future]"))
    #expect(try await lint("", zone: "Pacific/Kiritimati", signed: signed).output == "")
  }

  @Test(arguments: [
    ("Nowhere/City", "write a region and a city, as in `America/Chicago`"),
    ("America/Chicgo", "did you mean `America/Chicago`?"),
    ("Central Time", "did you mean `America/Chicago`?"), ("eastern", "did you mean `America/New_York`?"),
    ("Denver", "did you mean `America/Denver`?"),
    ("../../etc/passwd", "write a region and a city, as in `America/Chicago`"),
  ])
  func anUnknownZoneIsAnError(name: String, help: String) async throws {
    let outcome = try await lint("time-zone: \(name)\n", zone: "UTC", signed: "2026-08-01")
    #expect(outcome.status == 2)
    #expect(
      outcome.error.contains("1:12: error[unknown-reference] there is no time zone `\(name)`"), "\(outcome.error)")
    #expect(outcome.error.contains(help), "\(outcome.error)")
  }
}
