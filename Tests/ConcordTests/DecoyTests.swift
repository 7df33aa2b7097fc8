import TestSupport
import Testing

/// An agreement is known by what it says and not by a line that looks like it, so that nothing is compared with a decoy.
@Suite struct DecoyTests {
  private static let folder = "samples/riverbend/alder-creek-literacy"
  private static let flags = ["--fail-on", "commitment-dropped,commitment-weakened"]

  private func district() async throws -> Scratch {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", [scratch.path + "/aaa", scratch.path + "/alder"])
    for year in ["2025-26", "2026-27"] {
      try scratch.write("alder/\(year).agreement.yaml", try Root.bytes("\(Self.folder)/\(year).agreement.yaml"))
    }
    return scratch
  }

  /// Last year's text under this year's date, so that nothing would seem to have been dropped.
  private static func copy(id: String) throws -> String {
    try Root.text("\(folder)/2025-26.agreement.yaml").replacing("2025-26", with: "2026-27")
      .replacing("\nstarts: 2025-08-18", with: "\nstarts: 2026-08-17").replacing(
        "\nends: 2026-05-29", with: "\nends: 2027-05-28"
      )
      .replacing("\nid: alder-creek-literacy", with: "\nid: \(id)")
  }

  private static let decoys = [
    "x-note: \"\nid: alder-creek-literacy\nschool-year: 2026-27\n\"\n",
    "x-note: '\nid: alder-creek-literacy\nschool-year: 2026-27\n'\n",
    "# id: alder-creek-literacy\n", "x-note: {\nid: alder-creek-literacy, school-year: 2026-27}\n",
    "x-note: |\n  a\n  id: alder-creek-literacy\n  school-year: 2026-27\n", "x-id: alder-creek-literacy\n",
    "\"x-note\": id\n? x-more\n: alder-creek-literacy\n",
  ]

  @Test(arguments: decoys)
  func aDecoyStandsForNothing(decoy: String) async throws {
    let scratch = try await district()
    try scratch.write("aaa/2026-27.agreement.yaml", (decoy + (try Self.copy(id: "aaa"))).utf8)
    let outcome = try await Program.concord(["diff", "2025-26", "2026-27", scratch.path] + Self.flags)
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    let history = try await Program.concord(["history", "alder-creek-literacy", scratch.path, "--format", "json"])
    #expect(history.status == 0, "\(history.error)")
    let clean = try await district()
    let alone = try await Program.concord(["history", "alder-creek-literacy", clean.path, "--format", "json"])
    #expect(history.output.replacing(scratch.path, with: "") == alone.output.replacing(clean.path, with: ""))
  }

  /// A file that nobody can tell the id of may be the agreement that is asked for, so nothing is said to be unchanged beside it.
  @Test(arguments: [
    ("\nid: alder", "\nid: \"alder"), ("\nschool-year: 2026-27", "\nschool-year: 2026-28"),
    ("format: 1", "---\na: b\n---\nformat: 1"),
  ])
  func whatCannotBeReadIsNotLeftOut(old: String, new: String) async throws {
    let scratch = try await district()
    let text = try Root.text(scratch.path + "/alder/2026-27.agreement.yaml")
    _ = try await Program.run("mkdir", [scratch.path + "/new"])
    try scratch.write("new/decoy.agreement.yaml", text.utf8)
    let broken = text.replacing("Facts first", with: "Facts last").replacing(old, with: new, maxReplacements: 1)
    try scratch.write("new/2026-27.agreement.yaml", broken.utf8)
    let file = scratch.path + "/alder/2026-27.agreement.yaml"
    for sides in [[file, scratch.path + "/new"], [scratch.path + "/new", file]] {
      let outcome = try await Program.concord(["diff"] + sides)
      #expect(outcome.status == 2 && outcome.error.contains("new/2026-27.agreement.yaml"), "\(outcome.error)")
    }
  }

  /// Two files of one agreement and year end the run, however the second one spells them.
  @Test(arguments: [
    "id: alder-creek-literacy", "\"id\": alder-creek-literacy", "id: \"alder-creek-literacy\"",
    "id:\n  alder-creek-literacy",
    "? id\n: alder-creek-literacy", "id: \"alder\\x2dcreek-literacy\"",
  ])
  func twoOfOneYearAreNoChoice(line: String) async throws {
    let scratch = try await district()
    let text = try Self.copy(id: "aaa").replacing("\nid: aaa", with: "\n\(line)")
    try scratch.write("aaa/2026-27.agreement.yaml", text.utf8)
    for command in [
      ["diff", "2025-26", "2026-27", scratch.path] + Self.flags, ["history", scratch.path],
      ["history", "alder-creek-literacy", scratch.path],
    ] {
      let outcome = try await Program.concord(command)
      #expect(outcome.status == 2, "\(outcome.output)\(outcome.error)")
      #expect(outcome.error.contains("more than one file is `alder-creek-literacy for 2026-27`"), "\(outcome.error)")
    }
  }

  /// A file whose id nobody can read may be a year of any agreement.
  @Test func aFileThatCannotBeReadIsTold() async throws {
    let scratch = try await district()
    try scratch.write("aaa/2026-27.agreement.yaml", ("x-a: [\n" + (try Self.copy(id: "aaa"))).utf8)
    for command in [["diff", "2025-26", "2026-27", scratch.path], ["history", "alder-creek-literacy", scratch.path]] {
      let outcome = try await Program.concord(command)
      #expect(outcome.status == 2, "\(outcome.output)")
    }
  }

  /// What is not on the first page of a file goes on below it.
  @Test func aYearThatGoesOnBelowTheFirstPage() async throws {
    let scratch = try await district()
    let head = "format: 1\nid: aaa\n"
    let filler = String(repeating: "# more\n", count: (4_095 - head.utf8.count - 60) / 7)
    let rest = 4_095 - head.utf8.count - filler.utf8.count - "school-year: 2026\n".utf8.count
    let text =
      head + filler + "#" + String(repeating: "-", count: rest - 2) + "\nschool-year: 2026\n  /27\n"
      + (try Self.copy(id: "aaa")).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("school-year:") && !$0.hasPrefix("id:") && !$0.hasPrefix("format:") }.joined(
        separator: "\n")
    try scratch.write("aaa/2026-27.agreement.yaml", text.utf8)
    let outcome = try await Program.concord(["diff", "2026-27", "2026", scratch.path])
    #expect(outcome.error.contains("none for 2026"), "\(outcome.output)\(outcome.error)")
  }
}
