import Agreement
import Testing
import TextSupport

@testable import Agreement

@Suite struct ValueTests {
  /// A megabyte of signs that each could begin a command takes no longer than one of letters.
  @Test func manySignsAreEscapedAtOnce() {
    let signs = String(repeating: "#", count: 1 << 20)
    #expect(TerminalText.escape(signs) == signs)
    #expect(TerminalText.escape("####[x ##VSO[y a::b ::c") == "##\\u{23}#[x \\u{23}#VSO[y a::b \\u{3A}:c")
  }

  @Test(arguments: [
    ("2026-08-17", true), ("2026-02-30", false), ("2028-02-29", true), ("2026-02-29", false), ("2000-02-29", true),
    ("1900-02-29", false), ("2026-13-01", false), ("2026-8-17", false), ("26-08-17", false), ("2026-08-17 ", false),
    ("", false),
    ("0000-01-01", false), ("２026-08-17", false),
  ])
  func dates(text: String, isDate: Bool) {
    #expect((CalendarDate(text.utf8) != nil) == isDate)
    if isDate { #expect(CalendarDate(text.utf8)?.description == text) }
  }

  @Test(arguments: [
    ("2026-27", "2026-27", true), ("2026", "2026", true), ("2026-2027", "2026-27", false),
    ("2026–27", "2026-27", false),
    ("26-27", "2026-27", false), ("SY27", "2026-27", false), ("sy 2027", "2026-27", false),
    ("2026/27", "2026-27", false), ("SY26-27", "2026-27", false), ("SY2026-27", "2026-27", false),
    ("sy 2026-2027", "2026-27", false), ("2026 - 27", "2026-27", false), ("2026—27", "2026-27", false),
    ("26 / 27", "2026-27", false),
    ("1999-00", "1999-00", true), ("2009-10", "2009-10", true),
  ])
  func schoolYears(text: String, standard: String, isStandard: Bool) throws {
    let (year, wasStandard) = try #require(SchoolYear.read(text))
    #expect(year.description == standard)
    #expect(wasStandard == isStandard)
  }

  @Test(arguments: [
    "2026-28", "2026-26", "27", "20262", "next", "", "2026-", "-27", "2026-27-28", "SY", "SY1", "26-2027", "SY26-28",
    "2026 27", "SY2026-", "2026 -", "SYSY27", "2026--27", "2026 -- 27",
  ])
  func noSchoolYears(text: String) {
    #expect(SchoolYear.read(text) == nil)
  }

  @Test(arguments: [
    ("15:30", "15:30"), ("7:05", "07:05"), ("3:30 pm", "15:30"), ("3:30PM", "15:30"), ("12:00 am", "00:00"),
    ("12:15 pm", "12:15"),
    ("00:00", "00:00"), ("23:59", "23:59"),
  ])
  func times(text: String, standard: String) {
    #expect(TimeOfDay(text)?.description == standard)
  }

  @Test(arguments: ["24:00", "3:60", "15:30 pm", "0:30 am", "3 pm", "3.30", "", ":30", "003:30", "3:30  pm"])
  func noTimes(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test(arguments: ["a", "river-bend", "k8", "a-1-b", "yesterday", "nothing"])
  func ids(text: String) {
    #expect(Identifier.isValid(text))
  }

  @Test(arguments: ["", "A", "-a", "a-", "a--b", "a_b", "1a", "x-a", "y", "no", "null", "true", "é", "a b"])
  func noIDs(text: String) {
    #expect(!Identifier.isValid(text))
  }

  @Test(arguments: [
    "yes", "No", "on", "~", "null", "12", "0412", "1_000", "0x1F", "0b11", "0o17", "1.5", ".5", "1e3", "-3", "+4",
    ".inf", ".NaN", "15:30",
    "1:30:00", "2026-08-17", "2026-8-7", "2026-08-17T10:00:00Z", "=", "y",
  ])
  func retyped(text: String) {
    #expect(Retyping.type(of: text) != nil)
  }

  @Test(arguments: [
    "Yes, all", "3 teams", "3:30 pm", "2026-27", "60%", "1.2.3", "$600", "nope", "12-14", "0x", "e3", "-", "1:75",
    "K-5", "3-5",
  ])
  func notRetyped(text: String) {
    #expect(Retyping.type(of: text) == nil)
  }

  @Test(arguments: [
    ("8/17/2026", "2026-08-17"), ("2026/8/17", "2026-08-17"), ("August 17, 2026", "2026-08-17"),
    ("17 Aug 2026", "2026-08-17"),
    ("Aug. 17 2026", "2026-08-17"), ("8/17/26", "2026-08-17"), ("17/8/2026", "2026-08-17"),
  ])
  func guessedDates(text: String, date: String) {
    #expect(DateGuess.date(in: text)?.description == date)
  }

  @Test func noGuess() {
    #expect(DateGuess.date(in: "17/13/2026") == nil)
    #expect(DateGuess.date(in: "soon") == nil)
  }
}
