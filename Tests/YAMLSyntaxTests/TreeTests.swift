import Diagnostics
import Testing

@testable import YAMLSyntax

/// The tree: every key and value knows its place, whatever stands around it.
@Suite struct TreeTests {
  private static let vocabulary = Vocabulary(
    keys: ["agreed", "owner", "does"], topLevelKeys: ["norms", "topics"], containerKeys: ["topics"])

  private static func read(_ text: String, limits: Limits = .standard) -> Document {
    read(Array(text.utf8), limits: limits)
  }

  private static func read(_ bytes: [UInt8], limits: Limits = .standard) -> Document {
    SyntaxReader.read(SourceFile(name: "test", bytes: bytes), vocabulary: vocabulary, limits: limits)
  }

  /// Each node of a document as its text in the source.
  private static func slices(_ document: Document) -> [String] {
    document.ids.map { String(decoding: document.source.bytes[document.range(of: $0).indices], as: UTF8.self) }
  }

  @Test func rangesAreThoseOfTheSource() {
    let document = Self.read("a: one\nb:\n  - two\n  - \"three\"\nc: {d: é, e: [x]}\n")
    #expect(document.diagnostics.isEmpty)
    #expect(
      Self.slices(document) == [
        "a: one\nb:\n  - two\n  - \"three\"\nc: {d: é, e: [x]}", "a", "one", "b", "- two\n  - \"three\"", "two",
        "\"three\"", "c",
        "{d: é, e: [x]}", "d", "é", "e", "[x]", "x",
      ])
  }

  @Test(arguments: ["", "# Grüße\n", "\u{FEFF}"])
  func rangesHoldAfterMultiByteText(prefix: String) {
    let document = Self.read(prefix + "名: 👩‍🏫 teacher\nb: Muñoz – “x”\nc: 1\n")
    #expect(Self.slices(document).dropFirst() == ["名", "👩‍🏫 teacher", "b", "Muñoz – “x”", "c", "1"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndingsKeepThePlaces(ending: String) {
    let text = "norms:\n  agreed: a\ntopics: >-\n  one\n  two\n\nx-é: z\n".replacing("\n", with: ending)
    let document = Self.read(text)
    let keys = document.root.map { document.entries(of: $0).map { document.string(of: $0.key) } }
    #expect(keys == ["norms", "topics", "x-é"])
    #expect(Self.slices(document).last == "z")
    let folded = document.root.flatMap { root in
      document.entries(of: root).first { document.string(of: $0.key) == "topics" }
    }
    #expect(folded.map { document.string(of: $0.value) } == "one two")
  }

  @Test func textsAreWhatYAMLSays() throws {
    let document = Self.read(
      """
      a: plain
      b: 'it''s'
      c: "tab\\tend"
      d: |
        one
        two

      e: >-
        folded
        text
      f: several
        lines
      """)
    let root = try #require(document.root)
    let texts = document.entries(of: root).map { document.string(of: $0.value) }
    #expect(texts == ["plain", "it's", "tab\tend", "one\ntwo\n", "folded text", "several lines"])
    #expect(Self.slices(document).contains("|\n  one\n  two"))
  }

  @Test func emptyValuesAreEmptyRanges() throws {
    let document = Self.read("a:\nb: \"\"\nc: []\n")
    let root = try #require(document.root)
    let entries = Array(document.entries(of: root))
    #expect(document.isAbsent(entries[0].value))
    #expect(document.range(of: entries[0].value) == SourceRange(2..<2))
    #expect(!document.isAbsent(entries[1].value))
    #expect(document.isEmptyText(entries[1].value))
  }

  @Test func commentsAreFound() {
    let document = Self.read("# one\na: b # two\nc: \"# not\"\nd: |\n  # nor this\ne: x#y\n# three")
    #expect(
      document.comments.map { String(decoding: document.source.bytes[$0.indices], as: UTF8.self) } == [
        "# one", "# two", "# three",
      ])
  }

  @Test func duplicatesNameTheFirst() {
    let document = Self.read("a: 1\nb: 2\na: 3\n")
    #expect(document.diagnostics.map(\.rule) == [.duplicateKey])
    #expect(document.diagnostics.first?.range == SourceRange(10..<11))
    #expect(document.diagnostics.first?.notes.first?.range == SourceRange(0..<1))
  }

  @Test func manyKeysAreComparedInLinearTime() {
    let text = (0..<5000).map { "k\($0): x\n" }.joined() + "k17: again\n"
    let document = Self.read(text)
    #expect(document.diagnostics.map(\.message) == ["`k17` appears a second time"])
  }

  @Test func nestingIsLimited() {
    let document = Self.read(String(repeating: "[", count: 64_000))
    #expect(document.diagnostics.map(\.rule) == [.limit])
    #expect(!document.isComplete)
  }

  @Test func directivesAreRefusedBeforeLibyaml() {
    let document = Self.read(String(repeating: "%TAG ! tag:x,2000:\n", count: 100_000) + "---\na: b\n")
    #expect(document.diagnostics.map(\.rule) == [.yamlFeature])
  }

  @Test func otherLimits() {
    #expect(Self.read("a: bcdef\n", limits: Limits(scalarBytes: 4)).diagnostics.map(\.rule) == [.limit])
    #expect(Self.read("a: b\nc: d\n", limits: Limits(nodes: 3)).diagnostics.map(\.rule) == [.limit])
    #expect(Self.read("a: b\nc: d\n", limits: Limits(bytes: 5)).diagnostics.map(\.rule) == [.limit])
  }

  @Test func nothingTraps() {
    let inputs: [[UInt8]] = [
      [], [0], [0xFF], [0xEF, 0xBB, 0xBF], [0x0D], Array("\t".utf8), Array("---".utf8), Array("--- |".utf8),
      Array("\"".utf8),
      Array("? ".utf8), Array("- - -".utf8), Array("&a".utf8), Array("*a: *b".utf8), Array("{".utf8), Array("}".utf8),
      Array("%".utf8),
      Array("<<: *a".utf8), Array("!!".utf8), Array("#".utf8), Array("a: b: c: d".utf8), [0xC3], [0xC3, 0x28],
      Array("'".utf8),
    ]
    for input in inputs {
      let document = Self.read(input)
      for range in document.ids.map({ document.range(of: $0) }) {
        #expect(Int(range.end) <= input.count && range.start <= range.end)
      }
      for found in document.diagnostics { #expect(Int(found.range.end) <= input.count) }
    }
  }

  /// After a repair, ranges still lie in the file itself.
  @Test func repairedFilesKeepTheirPlaces() throws {
    let text = "norms:\n  agreed: One: two\ntopics:\n\towner: x\n\tdoes: y\nx-z: last\n"
    let document = Self.read(text)
    #expect(document.diagnostics.count == 2)
    let root = try #require(document.root)
    let last = try #require(document.entries(of: root).map { $0 }.last)
    #expect(document.string(of: last.key) == "x-z")
    #expect(document.range(of: last.value) == SourceRange(text.utf8.count - 5..<text.utf8.count - 1))
  }
}

@Suite struct OffsetMapTests {
  @Test func editsMapBack() {
    var map = OffsetMap(sourceStart: 3)
    // "abcdef" -> "abXYef": two bytes replaced by two.
    map.replace([Edit(SourceRange(2..<4), with: Array(repeating: 0, count: 2))])
    #expect((0...6).map { map.source($0) } == [3, 4, 5, 5, 7, 8, 9])
    // Two bytes inserted at the start.
    map.replace([Edit(SourceRange(0..<0), with: Array(repeating: 0, count: 2))])
    #expect(map.source(0) == 3)
    #expect(map.source(2) == 3)
    #expect(map.source(3) == 4)
    #expect(map.source(8) == 9)
    // A byte taken away.
    map.replace([Edit(SourceRange(2..<3), with: Array(repeating: 0, count: 0))])
    #expect(map.source(2) == 4)
  }
}

@Suite struct CharacterCursorTests {
  @Test func charactersBecomeBytes() {
    let text = "aé名👩b – Muñoz, ASCII text that is longer than eight bytes, é at the end é"
    let bytes = Array(text.utf8)
    var expected: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      expected.append(offset)
      offset += String(scalar).utf8.count
    }
    expected.append(offset)
    bytes.withUnsafeBufferPointer { buffer in
      var forward = CharacterCursor(isASCII: false)
      #expect(expected.indices.map { forward.byteOffset($0, in: buffer) } == expected)
      var jumping = CharacterCursor(isASCII: false)
      for character in [0, 30, 5, 60, 2, expected.count - 1] {
        #expect(jumping.byteOffset(character, in: buffer) == expected[character])
      }
    }
  }
}
