import Agreement
import AgreementLint
import AgreementReporting
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// Files that nobody writes in good faith: refused or read to the end, in bounded time and memory.
@Suite struct HostileTextTests {
  private static let agreement = Array(
    "format: 1\nid: brookside\nnorms:\n  agreed:\n    - Señora Muñoz\n    - \"two\"\n".utf8)

  private static func rules(_ bytes: [UInt8], limits: Limits = .standard) -> [String] {
    AgreementReader.read(SourceFile(name: "x", bytes: bytes), limits: limits).diagnostics.map(\.rule.rawValue)
  }

  private static func encoding(_ bytes: [UInt8]) -> [Diagnostic] {
    AgreementReader.read(SourceFile(name: "x", bytes: bytes)).diagnostics.filter { $0.rule.rawValue == "encoding" }
  }

  @Test func aNULIsFoundAtEachPosition() {
    for place in 0...Self.agreement.count where place == Self.agreement.count || Self.agreement[place] & 0xC0 != 0x80 {
      var bytes = Self.agreement
      bytes.insert(0, at: place)
      let found = Self.encoding(bytes)
      #expect(found.count == 1 && Int(found[0].range.start) == place, "at \(place)")
      #expect(Invariants.violations(in: bytes) == [])
    }
  }

  @Test(
    arguments: [[0xFF], [0xC3], [0xE2, 0x82], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]]
      as [[UInt8]])
  func invalidUTF8IsFoundAtEachPosition(_ wrong: [UInt8]) {
    for place in 0...Self.agreement.count {
      var bytes = Self.agreement
      bytes.insert(contentsOf: wrong, at: place)
      // In the middle of a character the rest of it may make the inserted bytes whole.
      guard String(validating: bytes, as: UTF8.self) == nil else { continue }
      #expect(!Self.encoding(bytes).isEmpty, "\(wrong) at \(place)")
      #expect(Invariants.violations(in: bytes) == [])
    }
  }

  @Test(arguments: [true, false], [2, 4])
  func wideEncodingsAreNamed(isBigEndian: Bool, width: Int) {
    func wide(_ text: String) -> [UInt8] {
      text.unicodeScalars.flatMap { scalar -> [UInt8] in
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
        return isBigEndian ? bytes.reversed() : bytes
      }
    }
    for mark in ["\u{FEFF}", ""] {
      let found = AgreementReader.read(SourceFile(name: "x", bytes: wide(mark + "format: 1\nid: brookside\n")))
        .diagnostics
      #expect(found.map(\.rule.rawValue) == ["encoding"])
      #expect(found[0].message.contains("UTF-\(8 * width)"), "\(found[0].message)")
    }
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() throws {
    let bytes = try Root.bytes(Root.riverbend[0])
    let plain = AgreementReader.read(SourceFile(name: "x", bytes: bytes))
    let marked = AgreementReader.read(SourceFile(name: "x", bytes: [0xEF, 0xBB, 0xBF] + bytes))
    #expect(marked.digest == plain.digest && plain.digest != nil)
  }

  @Test(arguments: ["", " ", "\n", "# only\n# comments\n", "---\n", "...\n", "\u{FEFF}", "\u{FEFF}# x\n", "\r\n\r\n"])
  func filesWithoutContentAreSaidToBeEmpty(text: String) {
    let bytes = Array(text.utf8)
    #expect(!Self.rules(bytes).isEmpty)
    #expect(Invariants.violations(in: bytes) == [])
  }

  /// Words, and parts of words where a person would not put them: no rule about words may take its places for granted.
  @Test(arguments: 0..<8) func fragmentsOfWordsAreReadToTheEnd(seed: UInt64) throws {
    let fragments = [
      "'s", "\u{2019}s", "n't", "'", "-", "--", "\u{2014}", "/", "(", ")", ":", ";", ",", ".", "...", "?", "$", "%",
      "@", "+", "1", "2026", "3A", "K-5", "4:30", "Ms.", "Dr", "Bo", "X.", "a", "I", "it", "the", "to", "one", "no",
      "not", "if", "as",
      "when", "some", "all", "only", "each", "every", "may", "need", "possible", "needed", "weekly", "often", "student",
      "girl", "IEP", "grade", "coach", "principal", "teacher", "evaluation", "see", "handbook", "call", "school",
      "lunch", "duty", "covers", "subs", "or", "and", "of", "in", "at", "by",
    ]
    var random = SeededGenerator(seed: seed)
    let linter = Linter(today: try #require(CalendarDate("2026-09-01".utf8)), withholdsHeuristics: true)
    let topics =
      Catalog.builtIn.sections.first { $0.id == "access" }.map { $0.topics.map { Catalog.builtIn.topics[$0].id } } ?? []
    #expect(topics.count > 3)
    for _ in 0..<500 {
      var text = "format: 1\nparticipants:\n  bo: {name: Bo Brown, role: instructional-coach}\ntopics:\n  access:\n"
      for topic in topics {
        var answer = ""
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          answer += fragments.randomElement(using: &random) ?? ""
          if Int.random(in: 0..<4, using: &random) > 0 { answer += " " }
        }
        text += "    \(topic): \"\(answer)\"\n"
      }
      let reading = AgreementReader.read(SourceFile(name: "x", bytes: Array(text.utf8)))
      let found = linter.lint(reading)
      _ = linter.withheldTexts(in: reading, found: found)
      #expect(found.allSatisfy { Int($0.diagnostic.range.end) <= text.utf8.count })
    }
  }

  /// Sizes at which anything worse than linear would take hours.
  @Test(arguments: [
    ("spaces", " ", 16 << 20), ("one line", "x", 16 << 20), ("short lines", "x\n", 1_000_000),
    ("comments", "#\n", 1_000_000),
    ("brackets", "[", 64_000), ("braces", "{", 64_000), ("directives", "%TAG !a! tag:x\n", 100_000),
    ("dashes", "- ", 200_000),
    ("keys on one line", "a: ", 100_000), ("open quotes", "a: \"x\n", 3_000), ("aliases", "- *a\n", 50_000),
    ("anchors", "- &a x\n", 50_000), ("documents", "---\na: b\n", 50_000), ("tabs", "\t", 1 << 20),
    ("returns", "\r", 1 << 20),
    ("merge keys", "<<: *a\n", 20_000), ("doubled keys", "a: b\n", 100_000), ("nulls", "\u{0}", 1 << 20),
  ])
  func largeFilesEnd(name: String, unit: String, count: Int) {
    let bytes = Array(String(repeating: unit, count: count).utf8)
    let reading = AgreementReader.read(SourceFile(name: name, bytes: bytes))
    #expect(!reading.isSound && !reading.diagnostics.isEmpty)
    for found in reading.diagnostics { #expect(Int(found.range.end) <= bytes.count) }
  }

  /// More of the kind, each of which once took a time like the square of its size, or worse.
  @Test(arguments: [
    "dashes without a space", "dashes in brackets", "en dashes", "directives of a later document",
    "directives behind a control character", "characters of no width", "wide spaces", "wide spaces in front", "marks",
    "marks by escapes", "marks of two marks", "merge keys in a list", "merge keys in a mapping",
    "merge keys in brackets",
  ])
  func slowOnesEnd(name: String) {
    func many(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }
    func same(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let tags = many(100_000) { "%TAG !a\($0)! tag:x\n" }
    let text =
      switch name {
      case "dashes without a space": many(6_000) { "-k\($0): v\n" }
      case "dashes in brackets": "x-a: [\n\(same("-a,\n", 20_000))]\n"
      case "en dashes": "x-a: [\n\(same("–a,\n", 20_000))]\n"
      case "directives of a later document": "a: 1\n...\n\(tags)---\nb: 1\n"
      case "directives behind a control character": "\u{C}\n\(tags)---\nb: 1\n"
      case "characters of no width": "format: 1\nid: \(same("\u{200B}", 300_000))\n"
      case "wide spaces": "format: 1\nid: \(same("a\u{A0}", 300_000))\n"
      case "wide spaces in front": "format: 1\n\(same("\u{A0}", 300_000))id: a\n"
      case "marks": "focus: {challenges: a\(same("\u{301}\u{316}", 200_000))}\n"
      case "marks by escapes": "focus: {challenges: \"a\(same("\\u0301\\u0316", 50_000))\"}\n"
      case "marks of two marks": "norms: {agreed: \"a\(same("\u{F73}", 100_000)) student Maya Lopez fails\"}\n"
      case "merge keys in a list": "x-a:\n\(same("- <<: 1\n", 50_000))"
      case "merge keys in a mapping": "x-a:\n\(same("  <<: 1\n", 50_000))"
      default: "x-a: [\(same("{<<: 1}, ", 50_000))]\n"
      }
    let reading = AgreementReader.read(SourceFile(name: name, bytes: Array(text.utf8)))
    #expect(!reading.isSound && !reading.diagnostics.isEmpty)
    #expect(reading.diagnostics.count < 1_000)
  }

  /// A repair may have thousands of edits on one line.
  @Test func manyEditsOnOneLineArePlaced() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let text = "format: 1\nx-a: \"\(String(repeating: "é\\q", count: 20_000))\"\n"
    let source = SourceFile(name: "x", bytes: Array(text.utf8))
    let file = ReportedFile(source, Linter(today: today).lint(AgreementReader.read(source)))
    let edits = file.findings.flatMap(\.edits)
    let lines = LineIndex(source.bytes)
    #expect(edits.count >= 20_000)
    for edit in edits.prefix(300) {
      #expect(edit.start == LineColumn(edit.start.offset, in: source.bytes, lines: lines))
    }
  }

  /// Texts full of the words that the privacy rules look for: one finding for each rule and text, however many words there are,
  /// also in comments and behind lists of nothing.
  @Test func wordsAreFoundOnceInEachText() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let line = "student Maya, pupil Noah, call 555-201-7788 or 555-201-7789, a@gmail.com b@gmail.com"
    let text =
      "format: 1\nx-a: [" + String(repeating: "[], ", count: 300) + "]\nnorms:\n  agreed:\n"
      + String(repeating: "    - \(line)\n", count: 100) + String(repeating: "# \(line)\n", count: 100)
    let source = SourceFile(name: "x", bytes: Array(text.utf8))
    let rules = Rule.all.filter { $0.category == .privacy }
    let found = Linter(rules: rules, today: today).lint(AgreementReader.read(source)).map(\.diagnostic.rule.rawValue)
    #expect(found.count { $0 == "student-data" } == 200)
    #expect(found.count { $0 == "personal-data" } == 200)
    #expect(found.count == 400)
  }

  /// Many campuses, principals and placeholders beside findings of other rules, each of which once made the others slow.
  @Test func manyOfAKindAreEachLookedAtOnce() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    var text = "format: 1\ncampuses:\n" + (0..<400).map { "  c\($0): School\n" }.joined() + "participants:\n"
    text += "  k: {name: A, role: instructional-coach}\n"
    text += (0..<400).map { "  p\($0): {name: A, role: principal, campuses: [c0]}\n" }.joined()
    text += "meetings:\n  schedule:\n" + String(repeating: "    - {what: TBD, date: TBD}\n", count: 400)
    let source = SourceFile(name: "x", bytes: Array(text.utf8))
    let found = Linter(today: today).lint(AgreementReader.read(source)).map(\.diagnostic.rule.rawValue)
    #expect(found.count { $0 == "campus-uncovered" } == 399)
    #expect(found.count { $0 == "placeholder" } == 400)
    #expect(found.count { $0 == "invalid-date" } == 400)
  }

  @Test func aliasBombsAreRefusedBeforeTheyGrow() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    let found = Self.rules(Array(text.utf8))
    #expect(found.contains("yaml-feature") && found.count <= 400)
  }

  @Test func limitsAreSaidOnce() {
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(Self.rules(Array("format: 1\nnorms: \(deep)\n".utf8)).filter { $0 == "limit" } == ["limit"])
    let fits = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(!Self.rules(Array("format: 1\nx-a: \(fits)\n".utf8)).contains("limit"))
    let long = "format: 1\nx-a: \(String(repeating: "x", count: 1 << 20))y\n"
    #expect(Self.rules(Array(long.utf8)).filter { $0 == "limit" } == ["limit"])
    #expect(Self.rules(Array("format: 1\n".utf8), limits: Limits(bytes: 9)) == ["limit"])
    #expect(
      Self.rules(Array("format: 1\nx-a: [a, b, c]\n".utf8), limits: Limits(nodes: 5)).filter { $0 == "limit" } == [
        "limit"
      ])
  }

  @Test func atMostTwoHundredFindingsAreShownAndTheOthersCounted() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let text = "format: 1\n" + (0..<500).map { "k\($0): v\n" }.joined()
    let source = SourceFile(name: "x", bytes: Array(text.utf8))
    let findings = Linter(today: today).lint(AgreementReader.read(source))
    let file = ReportedFile(source, findings)
    #expect(file.findings.count == ReportedFile.mostFindings)
    #expect(file.omitted == findings.count - 200)
    var summary = ReportSummary()
    summary.add(file)
    #expect(summary.errors + summary.warnings + summary.infos == findings.count)
    #expect(summary.text.hasSuffix("; \(file.omitted) not shown"))
    // What is worst is shown first of all.
    let mixed = (0..<300).map { place in
      Finding(
        diagnostic: Diagnostic(.yamlSyntax, at: SourceRange(place..<place), "m", help: "h"),
        level: place == 299 ? .error : .info)
    }
    #expect(ReportedFile(source, mixed).findings.last?.level == .error)
  }
}

/// Text of a file can never speak to the terminal, to a CI runner or to another program in concord's name.
@Suite struct InjectionTests {
  static let hostile = [
    "\u{1B}[2J\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{202E}txt.exe", "\u{2066}x\u{2069}", "::error::gotcha",
    "::set-output name=a::b",
    "##[error]x", "]]>", "<script>alert(1)</script>", "%0A::error::x", "a\u{2028}::error::x", "&amp;", "\\u001b[31m",
    "`x`", "x ##[add-mask]e", "##vso[task.setvariable variable=a]b", "x ::error::gotcha",
  ]

  /// Each text as an answer, a name, a key, an id and a file name.
  @Test(arguments: hostile, ReportFormat.all.map(\.name))
  func nothingGetsThrough(text: String, format: String) throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let format = try #require(ReportFormat.named(format))
    let quoted = "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    let file = """
      format: 1
      id: \(quoted)
      \(quoted): x
      \(text): x
      participants:
        \(quoted): {name: \(quoted), role: principal}
        ok: {name: \(quoted), role: instructional-coach, campuses: [\(quoted)]}
      topics:
        access:
          classroom-access: {agreed: \(quoted), commitments: [{owner: \(quoted), does: \(quoted), due: \(quoted)}]}
          \(quoted): x
      \(text)

      """
    var reporter = format.make(TextStyle(colored: false))
    var summary = ReportSummary()
    let source = SourceFile(name: "\(text)/x.agreement.yaml", bytes: Array(file.utf8))
    let reported = ReportedFile(source, Linter(today: today).lint(AgreementReader.read(source)))
    summary.add(reported)
    let output = reporter.file(reported) + reporter.finish(summary)
    let wrong = output.unicodeScalars.filter { scalar in
      scalar != "\n" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
        || ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}").contains(scalar)
        || scalar == "\u{2028}"
    }
    #expect(wrong.map { String($0.value, radix: 16) } == [])
    for line in output.split(separator: "\n") {
      // A runner takes a line for a command even after spaces; in its own format each line is one, of concord's making.
      let start = line.drop { $0 == " " }
      if format.name == "github" {
        #expect(
          line.wholeMatch(of: /::(error|warning|notice) file=[^:,]*,line=[0-9]+,[^:]*title=[a-z-]+::[^\r\n]*/) != nil
        )
        continue
      }
      #expect(!start.hasPrefix("::") && !line.contains("##[") && !line.contains("##vso["), "\(line)")
    }
  }
}

/// What a privacy rule keeps back is in no report, whoever else speaks of the same line.
@Suite struct DiscretionTests {
  private static let texts = [
    "format: 1\nfocus:\n  challenges:\n    - Harmon: student Maya Lopez fails reading\n",
    "format: 1\nstudent Maya Lopez fails: x\n",
    "format: 1\nnorms:\n  agreed:\n    - student Maya Lopez #fails\n",
    "format: 1\ntopics:\n  access:\n    classroom-access: [call student Maya Lopez, now]\n",
    "format: 1\ntopics:\n  access:\n    classroom-access: student Maya Lopez fails and cannot read yet\n"
      + "    planning-days: student Maya Lopez fails and cannot read yet\n",
    "# concord: allow student-data -- student Maya Lopez is fictional\nformat: 1\n",
    "format: 1\nx-notes:\n  student Maya Lopez: weak\n",
    "format: 1\nparticipants:\n  tran: {name: \"student Maya Lopez fails\", role: principal}\n",
    "format: 1\nnorms:\n  agreed:\n    - \"student Maya Lopez\": \"y\\nstudent Maya Lopez\"\n",
  ]

  @Test(arguments: texts, ReportFormat.all.map(\.name))
  func noReportSaysIt(text: String, format: String) throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let format = try #require(ReportFormat.named(format))
    let source = SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8))
    let findings = Linter(today: today, withholdsHeuristics: format.isForCI).lint(AgreementReader.read(source))
    #expect(findings.contains { $0.diagnostic.rule.rawValue == "student-data" }, "\(text)")
    var reporter = format.make(TextStyle(colored: false))
    let output = reporter.file(ReportedFile(source, findings)) + reporter.finish(ReportSummary())
    #expect(!output.contains("Lopez"), "\(output)")
    // It is still said that something is wrong.
    let own = findings.filter { $0.diagnostic.rule.rawValue == "student-data" }
    #expect(output.contains("student-data") || own.allSatisfy { $0.suppression != nil })
  }

  /// An id that is unknown after a misspelled key is told with the key, and again at the next place where it stands.
  @Test func anUnknownIDAfterAMisspelledKeyIsReadToTheEnd() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let text =
      "format: 1\nparticipants: {lee: {name: Ann Lee, role: principal}}\nconversation: {notetaker: zebra}\ndrafting: {owner: zebra}\nmeetings: {invitations: zebra}\n"
    #expect(Invariants.violations(in: Array(text.utf8)) == [])
    let findings = Linter(today: today).lint(AgreementReader.read(SourceFile(name: "x", bytes: Array(text.utf8))))
    let told = findings.map(\.diagnostic).filter { "\($0.message) \($0.help ?? "")".contains("zebra") }
    #expect(findings.contains { $0.diagnostic.rule.rawValue == "unknown-key" })
    #expect(told.map(\.rule.rawValue) == ["unknown-reference"], "\(told)")
  }

  /// What stands on other lines is shown as ever.
  @Test func otherLinesAreShown() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let text = "format: 1\nfocus:\n  challenges:\n    - Harmon: strong\n    - student Maya Lopez fails\n"
    let source = SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8))
    let file = ReportedFile(source, Linter(today: today).lint(AgreementReader.read(source)))
    let slip = try #require(file.findings.first { $0.rule.rawValue == "text-as-mapping" })
    #expect(slip.excerpt?.line == "    - Harmon: strong" && slip.fix != nil && slip.message.contains("Harmon: strong"))
  }

  /// A rule that judges words repeats none of them where everybody reads the output.
  @Test func rulesOfWordsQuoteNothingInCI() throws {
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let text = "format: 1\ntopics:\n  access:\n    classroom-access: Mr. Bell is a worry #1 of ours\n"
    let source = SourceFile(name: "x.agreement.yaml", bytes: Array(text.utf8))
    for isForCI in [false, true] {
      let findings = Linter(today: today, withholdsHeuristics: isForCI).lint(AgreementReader.read(source))
      let found = try #require(ReportedFile(source, findings).findings.first { $0.rule.rawValue == "hash-cut" })
      #expect((found.message + (found.help ?? "")).contains("Bell") != isForCI)
      #expect((found.fix == nil) == isForCI && (found.excerpt == nil) == isForCI)
    }
  }
}
