import Diagnostics
import Testing
import YAMLSyntax

/// Files of a few lines, each line a scrap with a mark at one of its ends: whatever stands next to what, reading ends and every
/// place lies in the file.
@Suite struct SmallDocumentTests {
  private static let scraps = [
    "", "'", "\"", "'a", "a'", "\"a", "a\"", "''", "a: '", "a: \"", "a: 'b'c'", "- '", "-'", "- \"a", "[", "]", "{",
    "}", "a: [",
    "a: {b", "a: }", "#", "a #1", "*", "* a", "&", "!", "|", "> a", "?", ":", "a:", "a:b", "a = b", "-", "- - a", "--",
    "---",
    "...", "\t", "\ta: b", "\\", "\"\\", "\"\\q\"", "%", "@", "`", "```", "<<<<<<<", ">>>>>>>", "1. a", "1 a", "•",
    "• a", "–",
    "  a: b", "   b", "====", "é", "\u{A0}a",
  ]
  private static let vocabulary = Vocabulary(keys: ["a", "b"], topLevelKeys: ["a"], containerKeys: ["b"])

  /// Those that open or close something, which are tried three at a time.
  private static let marks = [
    "'", "\"", "'a", "a'", "\"a", "a: '", "a: \"", "- '", "[", "]", "{", "}", "a: [", "a: {b", "- - a", "\ta: b",
    "\"\\", "#", "-",
    "",
  ]

  @Test(arguments: scraps)
  func everyPlaceLiesInside(first: String) {
    for second in Self.scraps {
      for end in ["", "\n"] { check("a: 1\n\(first)\n\(second)\(end)") }
    }
    guard Self.marks.contains(first) else { return }
    for second in Self.marks {
      for third in Self.marks { check("a: 1\n\(first)\n\(second)\n\(third)") }
    }
  }

  private func check(_ text: String) {
    let bytes = Array(text.utf8)
    let read = SyntaxReader.read(SourceFile(name: "a", bytes: bytes), vocabulary: Self.vocabulary)
    let isInside = read.diagnostics.allSatisfy { found in
      ([found.range] + found.notes.map(\.range) + (found.fix?.edits.map(\.range) ?? [])).allSatisfy {
        $0.start <= $0.end && Int($0.end) <= bytes.count
      }
    }
    #expect(isInside, "\(text.debugDescription)")
  }
}
