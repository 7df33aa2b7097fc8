import Agreement
import AgreementLint
import AgreementReporting
import Diagnostics
import TestSupport
import Testing

/// Whatever is done to a file, it is read to the end: no trap, true places, the same result twice.
@Suite struct MutationTests {
  private static let files =
    Root.riverbend.prefix(4) + Root.vectors + ["Tests/Fixtures/newcomer.agreement.yaml", "schema/topics.yaml"]

  private static let tokens = [
    ":", ": ", "- ", "-", "\"", "'", "[", "]", "{", "}", "#", " #1", "\t", "\n", "\r", "  ", "|", ">", "&a", "*a", "!t",
    "%", "@", "`", "?", "? ",
    "---\n", "...\n", "<<: ", "\u{0}", "\u{FEFF}", "\u{A0}", "\u{202E}", "é", "👩‍🏫", "• ", "– ", "1. ", "<<<<<<< x\n",
    "=======\n", ">>>>>>> y\n",
    "\\", "\\q", "null", "~", "2026-02-30", "format: 2\n", "x-a: b\n", "\u{2028}", "\u{85}", ",", "topics:\n",
    "norms:\n",
  ]

  @Test(arguments: 0..<8)
  func nothingTraps(part: Int) throws {
    var generator = SeededGenerator(seed: UInt64(part) &+ 1)
    let sources = try Self.files.map { try Root.bytes($0) }
    let today = try #require(CalendarDate("2026-11-22".utf8))
    let linter = Linter(today: today)
    for round in 0..<250 {
      var bytes = sources[Int.random(in: 0..<sources.count, using: &generator)]
      if bytes.count > 1500, round % 3 > 0 {
        bytes = Array(bytes.prefix(Int.random(in: 200...1500, using: &generator)))
      }
      for _ in 0..<Int.random(in: 1...6, using: &generator) { Self.mutate(&bytes, &generator) }
      let source = SourceFile(name: "mutant", bytes: bytes)
      let reading = AgreementReader.read(source)
      let findings = linter.lint(reading)
      for finding in findings {
        for range in [finding.diagnostic.range] + finding.diagnostic.notes.map(\.range) {
          let isInside = Int(range.end) <= bytes.count && range.start <= range.end
          try #require(isInside, "\(finding.diagnostic) in \(String(decoding: bytes, as: UTF8.self))")
          #expect(
            Self.isBoundary(Int(range.start), in: bytes) && Self.isBoundary(Int(range.end), in: bytes),
            "\(finding.diagnostic)")
        }
        #expect(finding.diagnostic.help?.isEmpty == false, "\(finding.diagnostic)")
      }
      #expect(reading.isSound == (reading.canonicalForm != nil))
      #expect(!reading.diagnostics.isEmpty || reading.isSound)
      let again = linter.lint(AgreementReader.read(source))
      #expect(again.map(\.diagnostic) == findings.map(\.diagnostic))
      for format in ReportFormat.all {
        var reporter = format.make(TextStyle(colored: false))
        _ = reporter.file(ReportedFile(source, findings))
      }
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: place)
    case 2, 3: bytes.insert(contentsOf: tokens.randomElement(using: &generator).map { Array($0.utf8) } ?? [], at: place)
    case 4:
      let end = min(bytes.count, place + Int.random(in: 1...80, using: &generator))
      bytes.removeSubrange(place..<end)
    case 5:
      let end = min(bytes.count, place + Int.random(in: 1...120, using: &generator))
      let target = Int.random(in: 0...bytes.count, using: &generator)
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: target)
    default:
      // A line that moves to the left or to the right.
      guard let line = bytes[place...].firstIndex(of: 0x0A) else { return }
      if Bool.random(using: &generator) {
        bytes.insert(contentsOf: Array(repeating: 0x20, count: Int.random(in: 1...3, using: &generator)), at: line + 1)
      } else if line + 1 < bytes.count, bytes[line + 1] == 0x20 {
        bytes.remove(at: line + 1)
      }
    }
  }

  /// Whether an offset does not split a character; in bytes that are no UTF-8 every offset counts.
  private static func isBoundary(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return true }
    return String(validating: bytes, as: UTF8.self) == nil
  }
}
