import Agreement
import Diagnostics
import TestSupport
import Testing
import TextSupport

/// The canonical form, against the published vectors.
@Suite struct CanonicalTests {
  private static func read(_ text: String) -> AgreementReading {
    AgreementReader.read(SourceFile(name: "test", bytes: Array(text.utf8)))
  }

  @Test func thereAreVectors() { #expect(Root.vectors.count >= 10) }

  @Test(arguments: Root.vectors)
  func vector(path: String) throws {
    let reading = AgreementReader.read(try Root.source(path))
    let name = path.prefix(path.count - ".agreement.yaml".count)
    #expect(try reading.canonicalForm == Root.bytes(name + ".canonical.json"))
    let file = path.split(separator: "/").last ?? ""
    let digest = try Root.text("schema/vectors/digests.txt").split(separator: "\n").first { $0.hasSuffix("  \(file)") }?
      .prefix(64)
    #expect(reading.digest?.description == digest.map(String.init))
  }

  @Test(arguments: Root.riverbend + [Root.otherSamples[1]])
  func samplesCarryTheirTrueDigests(path: String) throws {
    let reading = AgreementReader.read(try Root.source(path))
    let digest = try #require(reading.digest)
    let signatures = try #require(reading.agreement?.content.signatures.value)
    #expect(!signatures.isEmpty)
    for entry in signatures { #expect(entry.part.value?.digest.value == digest) }
  }

  @Test(arguments: [
    "format: 1\nid: A\n", "format: 1\nnorms: [a\n", "format: 2\n", "", "format: 1\n",
  ])
  func filesWithErrorsHaveNone(text: String) {
    #expect(Self.read(text).canonicalForm == nil)
    #expect(Self.read(text).digest == nil)
  }

  /// Texts of every length up to 40, each as it is and with one sign in it that has to be folded or escaped, at every place: they are
  /// copied eight bytes at a time where there is nothing to do.
  @Test(arguments: 0...40)
  func textsOfAllLengths(length: Int) throws {
    let plain = (0..<length).map { $0 % 6 == 5 ? UInt8(ascii: " ") : UInt8(ascii: "a") + UInt8($0 % 26) }
    var texts = [plain]
    for place in 0..<length {
      for sign in [" ", "\"", "\\", "~", "é", "\u{A0}", "\t"] {
        texts.append(Array(plain[..<place]) + Array(sign.utf8) + Array(plain[(place + 1)...]))
      }
    }
    for text in texts {
      let draft = Array(
        "format: 1\nid: a\nschool-year: 2026-27\nstarts: 2026-08-17\nends: 2027-05-28\nstatus: draft\ncampuses:\n  a: A\nparticipants:\n  b:\n    name: "
          .utf8)
      let name =
        [UInt8(ascii: "\"")] + text.flatMap { [0x22, 0x5C].contains($0) ? [0x5C, $0] : [$0] }
        + Array("\"\n    role: principal\n".utf8)
      let form = AgreementReader.read(SourceFile(name: "test", bytes: draft + name)).canonicalForm
      var folded: [UInt8] = []
      Folding.append(text.span, to: &folded)
      var expected: [UInt8] = []
      if !folded.isEmpty { JSONWriter.append(folded, to: &expected) }
      let found = try #require(form.map { String(decoding: $0, as: UTF8.self) } ?? (folded.isEmpty ? "" : nil))
      #expect(
        found.contains("\"name\":" + String(decoding: expected, as: UTF8.self)) || folded.isEmpty,
        "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func foldingKeepsWhatCounts() {
    func fold(_ text: String) -> String { Folding.fold(Array(text.utf8).span) }
    #expect(fold("  a \t b\r\n\u{A0} c ") == "a b c")
    #expect(fold("e\u{301}") == "\u{E9}")
    #expect(fold("“x” – y") == "“x” – y")
    #expect(fold("\u{2003}a\u{2003}") == "\u{2003}a\u{2003}")
    #expect(fold(" \u{A0} ") == "")
    #expect(fold("\u{A0}é\u{A0} \u{A0}ü\u{A0}") == "é ü")
    #expect(fold("ü u\u{308} ñ") == "ü ü ñ")
    #expect(fold("…\u{2000}\u{2126}") == "…\u{2002}\u{3A9}")
  }
}

/// The built-in catalog.
@Suite struct CatalogTests {
  @Test func catalogIsWhole() {
    let catalog = Catalog.builtIn
    #expect(catalog.topics.count == 34 + 8)
    #expect(catalog.sections.map(\.topics.count) == [2, 7, 4, 5, 7, 2, 4, 3, 8])
    #expect(catalog.sections.filter { !$0.isAsked }.map(\.id) == ["boundaries"])
    #expect(
      catalog.topics.prefix(34).map(\.source) == (1...34).map { "step 6, topic \($0)" },
      "each topic of the source, once")
    #expect(catalog.topics.dropFirst(34).allSatisfy { $0.source == "practice" })
    #expect(catalog.roles.count == 10)
    #expect(catalog.agenda.count == 9)
    #expect(catalog.agenda.compactMap(\.minutes).reduce(0, +) == 60)
    #expect(catalog.purposes.count == 3)
    #expect(Set(catalog.topics.map(\.id)).count == 34 + 8)
    #expect(catalog.topics.filter { $0.telling == .expected }.count == 7)
    #expect(
      catalog.topics.filter { $0.telling == .asked }.map(\.id) == [
        "participation-expectation", "weekly-planning", "classroom-access",
      ])
    #expect(catalog.topics.filter(\.isRequired).map(\.id) == ["declining-a-question", "urgent-concern"])
    #expect(catalog.sections.filter(\.isMultiCampusOnly).map(\.id) == ["multi-campus"])
    for topic in catalog.topics {
      #expect(topic.question.hasSuffix("?"))
      #expect(!topic.hint.isEmpty && !topic.example.isEmpty && !topic.source.isEmpty)
    }
  }

  @Test func topicsApplyToTheirSchoolYears() throws {
    let text = try Root.text("schema/topics.yaml")
    let grown = text.replacing(
      "        source: \"step 6, topic 2\"\n", with: "        since: 2027-28\n        source: \"step 6, topic 2\"\n")
    #expect(grown != text)
    let (catalog, found) = Catalog.read(SourceFile(name: "topics.yaml", bytes: Array(grown.utf8)))
    #expect(found == [])
    let topic = try #require(catalog?.topics[1])
    #expect(topic.since == SchoolYear("2027-28"))
    #expect(!topic.applies(to: SchoolYear("2026-27")))
    #expect(topic.applies(to: SchoolYear("2027-28")))
    #expect(Catalog.builtIn.topics[1].applies(to: SchoolYear("1999-00")))
  }

  @Test func catalogIsSmallEnoughToEmbed() throws {
    #expect(try Root.bytes("schema/topics.yaml").count <= 40_000)
  }

  /// Every example answer of the catalog is one that the linter would take.
  @Test func examplesAreAnswers() {
    for topic in Catalog.builtIn.topics {
      #expect(topic.example.split(separator: " ").count >= 2, "\(topic.id)")
    }
  }
}

@Suite struct DidYouMeanTests {
  @Test(arguments: [
    ("norm", "norms"), ("Norms", "norms"), ("particpants", "participants"), ("school_year", "school-year"),
    ("statsu", "status"),
  ])
  func near(word: String, meant: String) {
    #expect(DidYouMean.nearest(to: word, among: ["norms", "participants", "school-year", "status", "starts"]) == meant)
  }

  @Test func farOrTied() {
    #expect(DidYouMean.nearest(to: "mascot", among: ["norms", "status"]) == nil)
    #expect(DidYouMean.nearest(to: "cat", among: ["bat", "hat"]) == nil)
    #expect(DidYouMean.nearest(to: "", among: ["a"]) == nil)
  }
}
