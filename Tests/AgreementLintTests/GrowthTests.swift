import Agreement
import Diagnostics
import TestSupport
import Testing

/// Small files in which one line or one slip comes again and again: four times as much takes about four times as long.
///
/// The sizes lie below those at which the search for repairs gives up, for that is where a slow search shows.
@Suite struct GrowthTests {
  private static let pieces = [
    "a: ", "a a: ", "and a: ", "a, b: ", "agreed: ", "norms: ", "a-b: ", "3: 30 ", "a:b ", "- a: ", "- ", "? ",
    "\"a\" ", "'a' ", "[a] ", "[a: ", "{a: b} ", "a # ", "| ", "* ", "– ", "a, ", ": ",
  ]

  @Test(arguments: pieces)
  func oneLineOfTheSame(piece: String) {
    for lead in ["norms:\n  agreed: ", "norms:\n  agreed:\n    - ", "topics:\n  access:\n    classroom-access: "] {
      let growth = Growth.fourfold(of: 3_500 / piece.utf8.count) { count in
        let line = String(repeating: piece, count: count)
        Self.read("format: 1\nid: a-b\nschool-year: 2026-27\n\(lead)\(line)\nstatus: draft\n")
      }
      #expect(growth < 9, "\(lead)\(piece)")
    }
  }

  @Test(arguments: [
    "x-%: \"a\" b", "x-%: a: b", "x-%: a: b: c: d", "x-%: 'a", "x-%:a", "x-% a", "\tx-%: a", "x-%: [a", "x-%: - a",
    "  x-%: a", "– x-%: a",
  ])
  func manyLinesOfTheSame(line: String) {
    let growth = Growth.fourfold(of: 60) { count in
      let lines = (0..<count).map { line.replacing("%", with: "\($0)") + "\n" }.joined()
      Self.read("format: 1\nid: a-b\nschool-year: 2026-27\nnorms:\n  agreed: Talk\n\(lines)")
    }
    #expect(growth < 9)
  }

  private static func read(_ text: String) {
    let bytes = Array(text.utf8)
    let reading = AgreementReader.read(SourceFile(name: "x", bytes: bytes))
    for found in reading.diagnostics where Int(found.range.end) > bytes.count {
      Issue.record("\(found.message) lies beyond the file")
    }
  }
}
