import TestSupport
import Testing

/// What is printed, beside programs that others wrote.
@Suite struct PaperTests {
  /// Chromium prints each page in Letter and in A4, Poppler finds each text in the PDF, and axe finds nothing that keeps
  /// somebody from reading a page.
  @Test func pagesCanBePrintedAndRead() async throws {
    let scratch = try Scratch()
    let outcome = try await Python.run(["Tests/Peers/pages.py", Program.concord, scratch.path])
    #expect(outcome.status == 0 && outcome.output.hasPrefix("ok "), "\(outcome.output)\(outcome.error)")
  }

  /// In seven time zones and without one, `icalendar` finds no error in a calendar, its meetings take place when the
  /// agreement says, and a second export takes the place of the first.
  @Test func calendarsSayWhatTheAgreementSays() async throws {
    let scratch = try Scratch()
    let outcome = try await Python.run(["Tests/Peers/calendars.py", Program.concord, scratch.path])
    #expect(outcome.status == 0 && outcome.output.hasPrefix("ok "), "\(outcome.output)\(outcome.error)")
  }
}
