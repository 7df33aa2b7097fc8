import AgreementEditing
import TestSupport
import Testing

/// Sheets as spreadsheets and forms save them.
@Suite struct SheetTests {
  private static func cells(_ text: String) throws -> [[String]] { try Sheet(Array(text.utf8)).rows.map(\.cells) }

  @Test(arguments: [
    ("topic,answer\na,b\n", [["topic", "answer"], ["a", "b"]]),
    ("topic;answer\r\n\"a; b\";\"1,5\"\r\n", [["topic", "answer"], ["a; b", "1,5"]]),
    ("topic\tanswer\ra\tb, c; d", [["topic", "answer"], ["a", "b, c; d"]]),
    ("topic,answer\n\"a \"\"b\"\"\",\"one\r\ntwo\"\n", [["topic", "answer"], ["a \"b\"", "one\ntwo"]]),
    ("\u{FEFF}topic,answer\n,\n\n a , b \n", [["topic", "answer"], ["a", "b"]]),
    ("\"topic, or question\",answer\na,b\n", [["topic, or question", "answer"], ["a", "b"]]),
    ("topic\nonly one\n", [["topic"], ["only one"]]),
    ("a,\"b\"c,d\n", [["a", "bc", "d"]]),
    ("a,b,", [["a", "b", ""]]), ("", []),
  ])
  func cellsAreRead(text: String, rows: [[String]]) throws { #expect(try Self.cells(text) == rows) }

  @Test func linesAreThoseOfTheFile() throws {
    let sheet = try Sheet(Array("topic,answer\n\n\"a\nb\",c\nd,e\n".utf8))
    #expect(sheet.rows.map(\.line) == [1, 3, 5])
  }

  @Test func otherEncodings() throws {
    let windows: [UInt8] =
      Array("topic,answer\na,Se".utf8) + [0xF1] + Array("ora".utf8) + [0x92] + Array("s class ".utf8) + [0x96, 0x0A]
    #expect(try Sheet(windows).rows[1].cells == ["a", "Señora’s class –"])
    let text = "topic\tanswer\r\nä\t“b”\r\n"
    for isBigEndian in [false, true] {
      var bytes: [UInt8] = []
      for unit in [0xFEFF] + Array(text.utf16) {
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        bytes += isBigEndian ? pair : pair.reversed()
      }
      #expect(try Sheet(bytes).rows.map(\.cells) == [["topic", "answer"], ["ä", "“b”"]])
    }
  }

  @Test func whatIsNoSheetIsRefused() throws {
    #expect(throws: Sheet.Unreadable(reason: "line 2: a quotation mark opens a cell, and none closes it")) {
      try Sheet(Array("topic,answer\na,\"b\nc\n".utf8))
    }
    #expect(throws: Sheet.Unreadable.self) { try Sheet([0x50, 0x4B, 3, 4, 0, 0, 0, 0]) }
    #expect(throws: Sheet.Unreadable.self) { try Sheet(Array(String(repeating: "a,b\n", count: 10_001).utf8)) }
  }

  /// Whatever bytes there are, each cell that was quoted by the rules comes back.
  @Test func whatIsWrittenComesBack() throws {
    var chance = SeededGenerator(seed: 7)
    let pieces = ["a", "é", "\"", ",", ";", "\t", "\n", " ", "“", "#", "- ", "x y"]
    for round in 0..<300 {
      let separator = [",", ";", "\t"][round % 3]
      let rows = (0..<Int.random(in: 1...5, using: &chance)).map { _ in
        (0..<3).map { _ in
          "x"
            + (0..<Int.random(in: 0...6, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }
            .joined() + "x"
        }
      }
      let text = ([["topic", "answer", "due"]] + rows).map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator)
      }.joined(separator: "\r\n")
      #expect(try Sheet(Array(text.utf8)).rows.dropFirst().map(\.cells) == rows)
    }
  }
}
