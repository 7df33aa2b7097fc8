import TestSupport
import Testing

/// `concord calendar`, as the program writes it; `PaperTests` reads its files with programs that others wrote.
@Suite struct CalendarCommandTests {
  private static let alder = "samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"

  /// The lines of a calendar, unfolded.
  private static func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private static func calendar(_ arguments: [String]) async throws -> (lines: [String], outcome: Outcome) {
    let outcome = try await Program.concord(["calendar", "--today", "2026-08-14"] + arguments)
    return (lines(outcome.output), outcome)
  }

  @Test func meetingsRecurByCount() async throws {
    let (lines, outcome) = try await Self.calendar([Self.alder])
    #expect(outcome.status == 0)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR" && outcome.output.hasSuffix("\r\n"))
    #expect(lines.contains("DTSTART;TZID=America/Chicago:20260901T073000") && lines.contains("DURATION:PT20M"))
    #expect(lines.contains("RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=9"))
    #expect(!lines.contains { $0.contains("UNTIL") || $0.hasPrefix("METHOD") || $0.hasPrefix("ATTENDEE") })
    #expect(lines.contains("SEQUENCE:9722") && lines.contains("DTSTAMP:20260814T000000Z"))
    #expect(outcome.error.contains("4 promises are not in the calendar"))
  }

  @Test func closedDaysAreLeftOut() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.agreement.yaml", Root.bytes(Self.alder))
    try scratch.write(
      "concord.yaml",
      Array(
        """
        time-zone: America/Chicago
        calendar:
          2026-27: {starts: 2026-08-17, ends: 2027-05-28, closed: [2026-11-02..2026-11-06, 2027-01-05]}

        """.utf8))
    let (lines, _) = try await Self.calendar([file])
    #expect(
      lines.filter { $0.hasPrefix("EXDATE") } == [
        "EXDATE;TZID=America/Chicago:20261103T073000", "EXDATE;TZID=America/Chicago:20270105T073000",
      ])
    let next = try await Program.concord(["status", file, "--today", "2026-11-02", "--format", "csv"])
    #expect(next.output.contains(",2026-12-01,Principal and coach,"), "\(next.output)")
  }

  @Test func withoutATimeZoneTimesFloat() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.agreement.yaml", Root.bytes(Self.alder))
    try scratch.write("concord.yaml", Array("district: Here\n".utf8))
    let (lines, outcome) = try await Self.calendar([file])
    #expect(lines.contains("DTSTART:20260901T073000") && !lines.contains { $0.contains("TZID") })
    #expect(outcome.error.contains("there is no `time-zone` in concord.yaml"))
  }

  @Test func onePersonHasAllMeetingsAndTheirOwnPromises() async throws {
    let (all, _) = try await Self.calendar([Self.alder])
    let (own, _) = try await Self.calendar([Self.alder, "--for", "lindqvist"])
    func summaries(_ lines: [String]) -> [String] { lines.filter { $0.hasPrefix("SUMMARY") } }
    #expect(summaries(all).contains("SUMMARY:Alicia Muñoz: Post both dates in the staff room"))
    #expect(!summaries(own).contains { $0.contains("Alicia Muñoz") })
    #expect(summaries(own).contains("SUMMARY:Karin Lindqvist: Give the office a spending plan"))
    #expect(summaries(own).contains("SUMMARY:Fall priorities"))
    let uids = Set(all.filter { $0.hasPrefix("UID:") })
    #expect(own.filter { $0.hasPrefix("UID:") }.allSatisfy(uids.contains))
    let unknown = try await Program.concord(["calendar", Self.alder, "--for", "lindquist"])
    #expect(unknown.status == 2 && unknown.output == "" && unknown.error.contains("did you mean 'lindqvist'?"))
  }

  /// A folder gives the years that have not ended, and a file that was named is always there.
  @Test func theYearIsChosen() async throws {
    let folder = "samples/riverbend/alder-creek-literacy"
    func days(_ arguments: [String]) async throws -> Set<String> {
      Set(
        try await Self.calendar(arguments).lines.filter { $0.contains("T073000") }.map {
          String($0.suffix(15).prefix(4))
        })
    }
    #expect(try await days([folder]) == ["2026"])
    #expect(try await days([folder, "--year", "2025-26"]) != ["2026"])
    #expect(try await !days(["\(folder)/2024-25.agreement.yaml"]).isEmpty)
    let none = try await Program.concord(["calendar", folder, "--year", "2031-32"])
    #expect(none.status == 2 && none.output == "" && none.error.contains("there is no agreement for '2031-32'"))
    let wrong = try await Program.concord(["calendar", folder, "--year", "next"])
    #expect(wrong.status == 2 && wrong.error.contains("is not a school year"))
  }

  @Test func hostileTextsStayTexts() async throws {
    let scratch = try Scratch()
    let text = try Root.text(Self.alder).replacing(
      "what: Fall priorities",
      with: "what: \"END:VEVENT\\nBEGIN:VEVENT\\nSUMMARY: ☎ a; b, c\\\\d \(String(repeating: "é", count: 90))\"")
    let file = try scratch.write("a.agreement.yaml", Array(text.utf8))
    let outcome = try await Program.concord(["calendar", file, "--today", "2026-08-14"])
    let raw = outcome.output.split(separator: "\r\n")
    #expect(raw.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    let lines = Self.lines(outcome.output)
    #expect(
      lines.contains(
        "SUMMARY:END:VEVENT BEGIN:VEVENT SUMMARY: ☎ a\\; b\\, c\\\\d \(String(repeating: "é", count: 90))"))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == lines.count { $0 == "END:VEVENT" })
    // A CI service obeys some lines of a log, so there the text is shown escaped.
    let log = try scratch.write(
      "b.agreement.yaml", Array(text.replacing("☎ a", with: "##[error] ").utf8))
    let inCI = try await Program.concord(["calendar", log], environment: [Program.key("CI"): "true"])
    #expect(inCI.status == 0 && !inCI.output.contains("##[") && !inCI.output.contains("\r"))
  }

  @Test func aFileWithErrorsIsNotInIt() async throws {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", Root.bytes(Self.alder))
    try scratch.write("b.agreement.yaml", Array("format: 1\nid: b\nwhat: ever\n".utf8))
    let (lines, outcome) = try await Self.calendar([scratch.path])
    #expect(outcome.status == 2 && lines.contains("END:VCALENDAR"))
    #expect(outcome.error.contains("an agreement with errors is not in the calendar"))
  }
}
