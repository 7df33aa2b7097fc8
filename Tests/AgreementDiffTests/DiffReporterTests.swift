import Agreement
import AgreementDiff
import AgreementReporting
import Diagnostics
import TestSupport
import Testing

/// All formats of `concord diff`.
@Suite struct DiffReporterTests {
  private static func sample(_ school: String, _ year: String) throws -> (SourceFile, Edition) {
    let source = try Root.source("samples/riverbend/\(school)/\(year).agreement.yaml")
    return (source, try #require(Edition(AgreementReader.read(source), withheld: .none)))
  }

  private static func report(
    _ format: DiffFormat, _ style: DiffStyle, _ pairs: [(old: (SourceFile, Edition), new: (SourceFile, Edition))]
  ) -> String {
    var reporter = format.diff(style)
    var district = DistrictSummary()
    var body = ""
    for pair in pairs {
      let diff = ReportedDiff(Comparison(pair.old.1, pair.new.1), old: pair.old.0, new: pair.new.0)
      district.add(diff)
      body += reporter.add(diff)
    }
    let (head, tail) = reporter.finish(district)
    return head + body + tail
  }

  /// The whole output on the samples; `RECORD_SNAPSHOTS=1` writes it anew, and then fails.
  @Test(arguments: [
    ("html", 80, "html"), ("json", 80, "json"), ("markdown", 80, "md"), ("text", 80, "txt"), ("text", 130, "wide.txt"),
  ])
  func theSamplesLookAsTheyDid(format: String, width: Int, suffix: String) async throws {
    for (old, new) in [("2024-25", "2025-26"), ("2025-26", "2026-27")] {
      let pairs = try ["alder-creek-literacy", "riverbend-high-science", "riverbend-math"].map {
        (old: try Self.sample($0, old), new: try Self.sample($0, new))
      }
      let style = DiffStyle(text: TextStyle(colored: false), width: width)
      let output = Self.report(try #require(DiffFormat.named(format)), style, pairs)
      let path = "Tests/Fixtures/diff/\(new).\(suffix)"
      if try await Program.run("printenv", ["RECORD_SNAPSHOTS"]).output == "1\n" {
        _ = try await Program.run("tee", [path], input: Array(output.utf8))
        Issue.record("recorded \(path)")
      }
      #expect(try Root.text(path) == output, "\(path)")
    }
  }

  private static let hostile =
    "</td><script>alert(1)</script> **bold** [a](http://b) @someone #12 ::error::x ##[error]y `c` \u{1B}[2J\u{202E} | ~~d~~ <img src=x>"

  private static func hostilePair() throws -> (old: (SourceFile, Edition), new: (SourceFile, Edition)) {
    func edition(_ does: String, _ norm: String) throws -> (SourceFile, Edition) {
      var generator = AgreementGenerator(seed: 1)
      generator.promises[0].does = does
      generator.norms[0] = norm
      var layout: SeededGenerator?
      let text = generator.text(&layout)
      let source = SourceFile(name: "a\u{1B}b\n::error::.agreement.yaml", bytes: Array(text.utf8))
      let reading = AgreementReader.read(source)
      return (source, try #require(Edition(reading, withheld: .none), "\(reading.diagnostics.map(\.message))"))
    }
    // An agreement itself cannot hold control characters; names of files can.
    let text = hostile.replacing("\u{1B}", with: "").replacing("\u{202E}", with: "")
    return (try edition("Share the notes", text), try edition("Share the notes \(text)", "Something else entirely"))
  }

  @Test(arguments: DiffFormat.all.map(\.name)) func nothingHostileGetsThrough(name: String) throws {
    let format = try #require(DiffFormat.named(name))
    let output = Self.report(
      format, DiffStyle(text: TextStyle(colored: false), showsAll: true), [try Self.hostilePair()])
    for scalar in output.unicodeScalars {
      #expect(
        scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n",
        "U+\(String(scalar.value, radix: 16)) in \(name)")
    }
    // In the middle of a line of JSON it is no command.
    #expect(name == "json" || !output.contains(" ::error::"))
    #expect(!output.contains("\n::error::") && !output.contains("##["))
    switch name {
    case "html":
      #expect(!output.contains("<script") && !output.contains("<img"))
      #expect(output.contains("&lt;script&gt;"))
    case "markdown":
      #expect(
        !output.contains("<script") && !output.contains("**bold**") && !output.contains("[a]")
          && !output.contains("@someone"))
      #expect(!output.contains("#12") && !output.contains("~~d~~") && !output.contains("`c`"))
    default: break
    }
  }

  /// A history shows the same texts, and the names of schools and people.
  @Test(arguments: DiffFormat.all.map(\.name)) func nothingHostileGetsThroughAHistory(name: String) throws {
    let pair = try Self.hostilePair()
    let history = History([pair.old.1, pair.new.1])
    let style = DiffStyle(text: TextStyle(colored: false), width: 60)
    var reporter = try #require(DiffFormat.named(name)).history(style)
    let body = reporter.add(history, history.threads)
    let (head, tail) = reporter.finish()
    let output = head + body + tail
    #expect(output.contains("Share the notes"))
    #expect(!output.contains("\n::error::") && !output.contains("##["))
    switch name {
    case "html": #expect(!output.contains("<script") && !output.contains("<img") && output.contains("&lt;script&gt;"))
    case "markdown":
      #expect(!output.contains("<script") && !output.contains("**bold**") && !output.contains("[a]"))
      #expect(!output.contains("@someone") && !output.contains("#12") && !output.contains("`c`"))
    default: break
    }
  }

  @Test func formatsAreSorted() { #expect(DiffFormat.all.map(\.name) == DiffFormat.all.map(\.name).sorted()) }

  @Test func everyClassIsListed() {
    let (text, markdown, json) = (ChangePages.list(.text), ChangePages.list(.markdown), ChangePages.list(.json))
    for kind in ChangeClass.all {
      #expect(text.contains("\n  \(kind.id) "))
      #expect(markdown.contains("\n| `\(kind.id)` |"))
      #expect(json.contains("\"id\": \"\(kind.id)\",\n"))
    }
  }

  @Test func colorOnlyAddsCodes() throws {
    let pair = (old: try Self.sample("riverbend-math", "2024-25"), new: try Self.sample("riverbend-math", "2025-26"))
    for width in [80, 140] {
      let plain = Self.report(.text, DiffStyle(text: TextStyle(colored: false), width: width, showsAll: true), [pair])
      let colored = Self.report(.text, DiffStyle(text: TextStyle(colored: true), width: width, showsAll: true), [pair])
      #expect(colored != plain)
      // Without colors, stars stand around what changed, and a line may break elsewhere.
      func words(_ text: String) -> [Substring] {
        let words = text.replacing("*", with: "").split { " |\n".contains($0) }
        return width < 110 ? words : words.sorted()
      }
      #expect(words(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")) == words(plain))
      for line in plain.split(separator: "\n") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  /// What a reader asks of the minutes: what was dropped, what weakened and why, who left, what is new.
  @Test func theMarkdownAnswersTheQuestions() throws {
    let style = DiffStyle(text: TextStyle(colored: false))
    let text = Self.report(
      .markdown, style,
      [(try Self.sample("alder-creek-literacy", "2024-25"), try Self.sample("alder-creek-literacy", "2025-26"))])
    #expect(
      text.contains(
        "- **commitment dropped**: Weekly planning\n  - was: Sit in on one planning block per grade level (Daniel Okafor, every month)\n"
      ))
    #expect(
      text.contains(
        "- **New**: Alicia Muñoz, who follows Daniel Okafor as principal\n- **Left**: Daniel Okafor (principal)\n"))
    let next = Self.report(
      .markdown, style,
      [(try Self.sample("alder-creek-literacy", "2025-26"), try Self.sample("alder-creek-literacy", "2026-27"))])
    #expect(next.contains("- **commitment weakened**: Impact timeline\n"))
    #expect(
      next.contains(
        "  - why: it now says \"try to\": only the attempt is promised\n  - why: less often: every week became every month\n"
      ))
    let first = try #require(next.firstRange(of: "### "))
    #expect(next[first.lowerBound...].hasPrefix("### Confidentiality, consent and evaluation"))
  }

  @Test func theDistrictComesFirstAndNamesOutliers() {
    var district = DistrictSummary()
    for school in 0..<7 {
      var before = AgreementGenerator(seed: UInt64(school))
      before.id = "school-\(school)"
      before.norms = []
      var after = before
      after.promises.removeAll { $0.topic == "work-records" }
      if school == 6 {
        after.promises = []
        after.topics.removeAll { $0.id != "campus-schedule" }
        after.told = [:]
      }
      guard let old = try? before.edition(), let new = try? after.edition() else { continue }
      let source = SourceFile(name: "x", bytes: Array(repeating: 0x61, count: 9000))
      var diff = ReportedDiff(Comparison(old, new), old: source, new: source)
      diff.keep(DiffFilter())
      district.add(diff)
    }
    #expect(district.compared == 7)
    #expect(district.outliers.count == 1)
    #expect(district.important.contains { $0.kind.id == "commitment-dropped" && $0.topic?.id == "work-records" })
  }
}
