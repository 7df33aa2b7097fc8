import Agreement
import AgreementEditing
import Diagnostics
import Testing
import TestSupport

/// Which words of a text are about a day or a year.
@Suite struct DatedWordsTests {
  @Test(arguments: [
    ("Before September 11 and on Oct. 3rd", ["September 11", "Oct. 3rd"]),
    ("The 3rd of May, 12 June", ["3rd of May", "12 June"]),
    ("May 3 teachers visit? We may 3 times", ["May 3"]),
    ("By 9/14, and 10/3/26; half is 1/2, most are 2/3", ["9/14", "10/3"]),
    ("Class of 2026, room 2035, $2026, 2,027 books, 20267", ["2026", "2035"]),
    (
      "This year as last year; this school year, next fall",
      ["This year", "last year", "this school year", "next fall"]
    ),
    ("In September 3:15 is the time, each August", []),
    ("Année 2026–27 à Kōnane", ["2026"]),
  ])
  func wordsAreFound(text: String, expected: [String]) throws {
    let bytes = Array(YearFile.with(access: "    classroom-access: '\(text)'\n    x-year: 2026\n").utf8)
    let found = DatedWords.all(in: YearFile.reading(bytes).document, near: 2027)
    #expect(found.map(\.text) == expected)
    for words in found { #expect(Array(words.text.utf8) == Array(bytes[words.range.indices])) }
  }

  @Test(arguments: [
    ("2026-08-17", 1, "2027-08-16"), ("2026-01-01", 1, "2027-01-07"), ("2027-05-28", 1, "2028-05-26"),
    ("2026-08-17", 3, "2029-08-20"), ("2028-02-29", 1, "2029-02-27"), ("2026-12-31", 2, "2028-12-28"),
  ])
  func daysKeepTheirWeekday(day: String, years: Int, expected: String) throws {
    let date = try #require(CalendarDate(day.utf8))
    let moved = try #require(MovedDays.sameWeekday(as: date, after: years))
    #expect(moved.description == expected)
    #expect((moved.dayNumber - date.dayNumber).isMultiple(of: 7))
  }
}
