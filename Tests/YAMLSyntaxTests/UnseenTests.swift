import Diagnostics
import Testing
import YAMLSyntax

/// What a reviewer does not see is not read silently: characters without a face, hidden line ends, and texts that are comments.
@Suite struct UnseenTests {
  private static let vocabulary = Vocabulary(keys: ["a", "b"], topLevelKeys: ["a"], containerKeys: ["b"])

  private func errors(_ text: String) -> [String] {
    SyntaxReader.read(SourceFile(name: "a", bytes: Array(text.utf8)), vocabulary: Self.vocabulary).diagnostics
      .filter { $0.rule != .hashCut }.map(\.message)
  }

  private func character(_ value: UInt32) throws -> Character { Character(try #require(Unicode.Scalar(value))) }

  /// One of each property, and neighbors of those that people know.
  @Test(
    arguments: [
      0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x202A,
      0x202E, 0x2060,
      0x2061, 0x2062, 0x2063, 0x2064, 0x2065, 0x2066, 0x206A, 0x206F, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF0,
      0xFFF9, 0xFFFB, 0xE000, 0xF0B7, 0xF8FF, 0x0378, 0x2FE0, 0xFDD0, 0xFFFF, 0x1BCA0, 0x1D173, 0x1FFFE, 0xE0001,
      0xE0041,
      0xE0100, 0xE01EF, 0xF0000, 0x10FFFD, 0x10FFFF,
    ] as [UInt32])
  func whatNobodySees(value: UInt32) throws {
    let name =
      "(U+" + String(repeating: "0", count: max(0, 4 - String(value, radix: 16).count))
      + String(value, radix: 16, uppercase: true) + ")"
    let character = try character(value)
    for text in [
      "a: Fac\(character)ts\n", "a: 1 # Fac\(character)ts\n", "a: |\n  Fac\(character)ts\n", "a: 'Fac\(character)'\n",
    ] {
      #expect(errors(text).contains { $0.contains(name) }, "\(text.debugDescription)")
    }
    let digits = String(value, radix: 16)
    let escape = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    #expect(errors("a: \"Fac\(escape)ts\"\n").contains { $0.contains(name) })
  }

  /// Names, sentences and emoji of everywhere.
  @Test(arguments: [
    "Zoë Nguyễn, Ó Séaghdha, Łukasz Ğ", "علی‌رضا می‌خواهم", "ශ්‍රී ලංකා", "क्‍ष क्‌ष नेपाली", "র‍্যাব", "辻󠄀 葛󠄀",
    "ᠮᠣᠩᠭᠣᠯ᠎ᠠ", "김서연", "ភាសាខ្មែរ", "ไทย", "မြန်မာ", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "ᏣᎳᎩ", "𞤀𞤣𞤤𞤢𞤥", "עִבְרִית",
    "👩‍🏫 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️‍🔥 🧑🏽‍⚕️ 🐈‍⬛", "1️⃣ #️⃣ ☎️ ✓️ ©️", "½ × € ™ “so” – … →",
  ])
  func whatEverybodySees(text: String) { #expect(errors("a: \(text)\n") == []) }

  /// A joiner or a variant counts only where it does something.
  @Test(arguments: [
    "x\u{200D}y", "学\u{200D}校", "1\u{200D}2", "é\u{FE0F}", "7\u{FE0F}2", "x\u{200C}y", "א\u{200D}b", "👩\u{200D}a",
    "é\u{E0100}",
  ])
  func joinersWithNothingToJoin(text: String) { #expect(errors("a: \(text)\n").count == 1) }

  @Test(arguments: [
    "a: 1 # no\r    b: 2\n", "a: 'x\ry'\n", "a: 1\nb: 2\r", "# x\r# y\na: 1\n",
    "a: |\n  x\r  y\n",
  ])
  func hiddenLineEnds(text: String) {
    #expect(errors(text).contains { $0.hasPrefix("there is an invisible line end here (U+000D)") })
  }

  @Test(arguments: [
    "a: 1\r\nb: 2\r\n", "a: 1\nb: 2\r\n", "a: 1\n\r\n", "a: 1\r\r\n", "a: 1\r\r\r\n# b\r\n", "\u{FEFF}a: 1\r\n",
  ])
  func otherLineEnds(text: String) { #expect(errors(text) == []) }

  @Test(arguments: [
    "a:\n  - |#Facts\n", "a:\n  - >#Facts\n", "a: |-#Facts\n", "a: |+#Facts\n  more\n", "a: |2#Facts\n  more\n",
    "a: \"x\"#Facts\n",
    "a: 'x'#Facts\n", "a: [x]#Facts\n", "a: {b: x}#Facts\n", "a: [x,#Facts\n  y]\n",
  ])
  func textsThatBecomeComments(text: String) {
    #expect(errors(text) == ["\"#Facts\" counts as a comment, so it is not part of the text before it"])
  }

  @Test(arguments: [
    "a: | # why\n  x\n", "a: x # why\n", "#why\na: x#y\n", "a: \"x\" #why\n", "a: |\n  #x\n", "a:\t#why\n  x\n",
  ])
  func commentsAndTexts(text: String) { #expect(errors(text) == []) }

  /// A comment after the sign of a text on lines of its own is a comment like others.
  @Test func commentsOfHeaders() {
    let text = "a: | # one\n  # text\nb: >- # two\n  text\n"
    let document = SyntaxReader.read(SourceFile(name: "a", bytes: Array(text.utf8)), vocabulary: Self.vocabulary)
    let comments = document.comments.map { String(decoding: document.source.bytes[$0.indices], as: UTF8.self) }
    #expect(comments == ["# one", "# two"])
  }
}
