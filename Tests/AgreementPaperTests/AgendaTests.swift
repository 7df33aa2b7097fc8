import Agreement
import AgreementPaper
import TestSupport
import Testing

@Suite struct AgendaTests {
  private static func agenda(_ start: Agenda.Clock) throws -> [Substring] {
    let agreement = try #require(AgreementReader.read(try Root.source(Root.otherSamples[0])).agreement)
    return PaperFormat.text.draw([Agenda(agreement, start: start).sheet], width: 100)
      .split(separator: "\n").map { $0.drop { $0 == " " } }
  }

  @Test(arguments: [
    ("1:30 pm", "1:30 pm", "2:30 pm", "1:40 pm"), ("13:30", "13:30", "14:30", "13:40"),
    ("09:05", "09:05", "10:05", "09:15"), ("9:05", "9:05", "10:05", "9:15"), ("23:55", "23:55", "0:55", "0:05"),
    ("11:55 PM", "11:55 pm", "12:55 am", "12:05 am"),
  ]) func timesAreSpelledLikeTheFirst(start: String, first: String, last: String, third: String) throws {
    let lines = try Self.agenda(try #require(Agenda.Clock(start)))
    #expect(lines.contains { $0.hasPrefix("\(first) to \(last), 60 minutes; ") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix(third) && $0.contains("Choose a note-taker") }, "\(lines)")
    #expect(lines.last?.hasPrefix(last) == true && lines.last?.hasSuffix("End") == true)
  }

  @Test func withoutAStartItCountsFromZero() throws {
    let lines = try Self.agenda(.zero)
    #expect(lines.contains { $0.hasPrefix("0:00 to 1:00, 60 minutes; ") })
    #expect(Agenda.Clock("half past one") == nil)
  }

  @Test func concernsComeFirstThenWhatIsNotSettled() throws {
    let lines = try Self.agenda(.zero)
    let start = try #require(lines.firstIndex { $0.contains("topics are not settled: less than a minute each") })
    #expect(lines[start].hasPrefix("16 of 35 topics"))
    #expect(lines[start + 1].hasPrefix("- Weekly planning (asked for by Grace Abernathy; has an answer)"))
    let states = lines[(start + 2)...].prefix { $0.hasPrefix("- ") }.map { $0.split(separator: "(").last ?? "" }
    #expect(states == states.sorted { order($0) < order($1) } && states.count == 16, "\(states)")
  }

  private func order(_ state: Substring) -> Int {
    ["no answer yet)", "last year’s answer)", "open)"].firstIndex(of: String(state)) ?? 9
  }

  @Test func aWorksheetTicksConcerns() throws {
    let agreement = try #require(AgreementReader.read(try Root.source(Root.otherSamples[0])).agreement)
    let own = PaperFormat.text.draw([Worksheet(agreement, for: 0).sheet], width: 100)
    #expect(own.contains("BEFORE WE TALK: GRACE ABERNATHY"))
    #expect(own.contains("[x] Weekly planning (weekly-planning)") && own.ranges(of: "[x]").count == 1)
    #expect(
      own.contains("Last year: Cycles of eight weeks") && own.contains("Open until October 1, 2026: The district"))
    #expect(own.contains("concerns: [weekly-planning]"))
    let blank = PaperFormat.text.draw([Worksheet(agreement, for: nil).sheet], width: 100)
    #expect(!blank.contains("[x]") && blank.contains("concerns: [first-topic, second-topic]"))
    #expect(own.ranges(of: "[ ]").count == blank.ranges(of: "[ ]").count - 1)
  }
}
