import Agreement
import AgreementEditing
import Diagnostics
import TestSupport
import Testing

/// Free text is written as people would write it, and always reads back the same.
@Suite struct FreeTextTests {
  /// A text, and how it is written on a line and between braces.
  private static let cases: [(text: String, block: String, flow: String)] = [
    ("Alicia Muñoz", "Alicia Muñoz", "Alicia Muñoz"),
    ("Linh Tran, Ed.D.", "Linh Tran, Ed.D.", #""Linh Tran, Ed.D.""#),
    ("K-5 literacy coordinator", "K-5 literacy coordinator", "K-5 literacy coordinator"),
    ("$2,500 for release time", "$2,500 for release time", #""$2,500 for release time""#),
    ("Teams: as a team", #""Teams: as a team""#, #""Teams: as a team""#),
    ("Our #1 priority", #""Our #1 priority""#, #""Our #1 priority""#),
    (
      "Any room # unless the principal says no", #""Any room # unless the principal says no""#,
      #""Any room # unless the principal says no""#
    ),
    ("yes", #""yes""#, #""yes""#),
    ("No", #""No""#, #""No""#),
    ("15:30", #""15:30""#, #""15:30""#),
    ("0412", #""0412""#, #""0412""#),
    ("2026-08-13", #""2026-08-13""#, #""2026-08-13""#),
    (#""not mine to tell", she says"#, ##""\"not mine to tell\", she says""##, ##""\"not mine to tell\", she says""##),
    (#"Coach says "not mine to tell""#, #"Coach says "not mine to tell""#, #"Coach says "not mine to tell""#),
    ("'quoted'", #""'quoted'""#, #""'quoted'""#),
    ("- a dash", #""- a dash""#, #""- a dash""#),
    ("* a star", #""* a star""#, #""* a star""#),
    ("& more", #""& more""#, #""& more""#),
    ("! now", #""! now""#, #""! now""#),
    ("? why", #""? why""#, #""? why""#),
    ("@home", #""@home""#, #""@home""#),
    ("`code`", #""`code`""#, #""`code`""#),
    ("| pipe", #""| pipe""#, #""| pipe""#),
    ("> folded", #""> folded""#, #""> folded""#),
    ("{braces}", #""{braces}""#, #""{braces}""#),
    ("[brackets] first", #""[brackets] first""#, #""[brackets] first""#),
    ("later [brackets]", "later [brackets]", #""later [brackets]""#),
    ("%TAG", #""%TAG""#, #""%TAG""#),
    (" spaces ", #"" spaces ""#, #"" spaces ""#),
    ("two\nlines", #""two\nlines""#, #""two\nlines""#),
    ("a\ttab", #""a\ttab""#, #""a\ttab""#),
    (#"a \ backslash"#, #"a \ backslash"#, #"a \ backslash"#),
    ("ends with a colon:", #""ends with a colon:""#, #""ends with a colon:""#),
    ("http://example.org/a#b", "http://example.org/a#b", "http://example.org/a#b"),
    ("---", "---", "---"),
    ("Nguyễn Thị Hương", "Nguyễn Thị Hương", "Nguyễn Thị Hương"),
    ("陳美玲", "陳美玲", "陳美玲"),
  ]

  @Test(arguments: cases.indices) func isWrittenAsPeopleWould(index: Int) throws {
    let (text, block, flow) = Self.cases[index]
    #expect(try FreeText.scalar(text, in: .block) == block)
    #expect(try FreeText.scalar(text, in: .flow) == flow)
  }

  @Test(arguments: ["\u{0}", "a\u{1B}[31mred", "a\u{202E}b", "zero\u{200B}width"])
  func whatNoFileCanContainIsRefused(text: String) {
    for place in [FreeText.Place.block, .flow] {
      #expect(throws: FreeText.Unwritable.self) { try FreeText.scalar(text, in: place) }
    }
  }

  /// Any text, made of pieces that mean something to YAML.
  @Test func alwaysReadsBackTheSame() throws {
    let pieces = [
      "a", "word", " ", "  ", ":", ": ", "#", " #", "-", "- ", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!",
      "|", ">", "%", "@",
      "`", "\n", "\t", "?", "...", "---", "é", "e\u{301}", "é", "0", "1", "~", "null", "yes", "=", "<<", "\u{A0}", "\r",
      "—", "😀", "topics:",
    ]
    var generator = SeededGenerator(seed: 16)
    for _ in 0..<500 {
      let text = (0..<(1 + Int.random(in: 0..<7, using: &generator))).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      for place in [FreeText.Place.block, .flow] {
        guard let scalar = try? FreeText.scalar(text, in: place) else { continue }
        #expect(try Self.read(scalar, place) == Array(text.utf8), "\(scalar.debugDescription)")
      }
    }
  }

  private static func read(_ scalar: String, _ place: FreeText.Place) throws -> [UInt8] {
    let head = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let name = "    name: Alicia Muñoz\n    role: principal\n"
    let new =
      switch place {
      case .block: head.replacing(name, with: "    name: \(scalar)\n    role: principal\n")
      case .flow:
        head.replacing(
          "  munoz:\n\(name)    concerns: [classroom-access, principal-priorities]\n",
          with: "  munoz: {name: \(scalar), role: principal}\n")
      }
    let reading = AgreementReader.read(SourceFile(name: "", bytes: Array(new.utf8)))
    let agreement = try #require(reading.agreement)
    let text = try #require(agreement.participants.first?.part.value?.name.value)
    return Array(agreement.string(text).utf8)
  }
}
