import Agreement
import AgreementLint
import TestSupport
import Testing

/// What is taken out of a sample is missed once, in its place, beside the signatures that the change voids.
@Suite struct RemovalTests {
  static let today = "2027-01-15"

  /// A sample of the school year that `today` lies in.
  static let current = Root.riverbend.filter { $0.contains("2026-27") }

  @Test(arguments: Root.riverbend)
  func samplesAreClean(path: String) throws {
    let bytes = try Root.bytes(path)
    for day in ["2026-08-14", "2026-11-22", "2027-01-15", "2027-08-01", "2030-01-01"] {
      #expect(Findings.lines(bytes, today: day) == [])
    }
  }

  @Test(arguments: current)
  func eachTopicIsMissed(path: String) throws {
    let text = try Root.text(path)
    let catalog = Catalog.builtIn
    var count = 0
    for topic in catalog.topics {
      let section = catalog.sections[topic.section].id
      guard let removed = Self.removing(key: topic.id, indent: 4, under: "  \(section):", from: text) else { continue }
      count += 1
      let line = try #require(Self.line(of: "  \(section):", in: removed))
      try expect(removed, ["\(line):3 topic-unanswered: `\(topic.id)` has no answer"])
    }
    #expect(count == (path.contains("math") ? 34 : 31))
  }

  @Test(arguments: current)
  func eachSectionIsMissed(path: String) throws {
    let text = try Root.text(path)
    for section in Catalog.builtIn.sections {
      guard let removed = Self.removing(key: section.id, indent: 2, under: "topics:", from: text) else { continue }
      let line = try #require(Self.line(of: "topics:", in: removed))
      let found = Findings.lines(Array(removed.utf8), today: Self.today)
      #expect(found.count == 2)
      #expect(found.first?.hasPrefix("\(line):1 topic-unanswered: the section `\(section.id)` is missing") == true)
    }
  }

  @Test(arguments: current)
  func normsAndMeetingsAreMissed(path: String) throws {
    let text = try Root.text(path)
    let format = try #require(Self.line(of: "format: 1", in: text))
    for (key, rule, message) in [
      ("norms", "norms-missing", "there are no norms"), ("meetings", "meetings-missing", "no meetings are planned"),
    ] {
      let removed = try #require(Self.removing(key: key, indent: 0, under: nil, from: text))
      try expect(removed, ["\(format):1 \(rule): \(message)"])
    }
  }

  @Test(arguments: current)
  func eachSignatureIsMissed(path: String) throws {
    let text = try Root.text(path)
    let agreement = try #require(AgreementReader.read(try Root.source(path)).agreement)
    var count = 0
    for entry in agreement.participants {
      guard let removed = Self.removing(key: entry.id, indent: 2, under: "signatures:", from: text) else { continue }
      count += 1
      let line = try #require(Self.line(of: "signatures:", in: removed))
      let found = Findings.lines(Array(removed.utf8), today: Self.today)
      #expect(found.count == 1)
      let name = try #require(entry.part.value?.name.value.map { agreement.folded($0) })
      #expect(found.first?.hasPrefix("\(line):1 signature-missing: \(name) (") == true)
    }
    #expect(count == agreement.participants.count { $0.part.value?.isParty ?? false })
  }

  /// What was removed, and one finding for all the signatures that the change voids.
  private func expect(_ text: String, _ missing: [String]) throws {
    let found = Findings.lines(Array(text.utf8), today: Self.today)
    let stale = found.filter { $0.contains(" signature-stale: the text changed after ") }
    #expect(stale.count == 1)
    #expect(found.filter { !stale.contains($0) } == missing)
  }

  /// The text without a key and the lines that belong to it.
  static func removing(key: String, indent: Int, under parent: String?, from text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let spaces = String(repeating: " ", count: indent)
    let first = parent.map { parent in lines.lastIndex { $0 == parent } } ?? 0
    guard let first, let start = lines[first...].firstIndex(where: { $0.hasPrefix("\(spaces)\(key):") }) else {
      return nil
    }
    var end = start + 1
    while end < lines.count, lines[end].isEmpty || lines[end].prefix(while: { $0 == " " }).count > indent { end += 1 }
    lines.removeSubrange(start..<end)
    return lines.joined(separator: "\n")
  }

  static func line(of text: String, in whole: String) -> Int? {
    whole.split(separator: "\n", omittingEmptySubsequences: false).lastIndex { $0 == text }.map { $0 + 1 }
  }
}
