import AgreementReporting
import TestSupport
import Testing

/// Rules across the repository through the program.
@Suite struct RepositoryRuleTests {
  private static func agreement(_ id: String, _ year: Int, status: String = "draft") -> String {
    """
    format: 1
    id: \(id)
    school-year: \(year)-\(year % 100 + 1)
    starts: \(year)-08-17
    ends: \(year + 1)-05-28
    status: \(status)
    campuses: {b: Brookside}
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}
    """
  }

  private func repository() async throws -> Scratch {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/brookside", scratch.path + "/harmon"])
    try scratch.write("brookside/2024-25.agreement.yaml", Self.agreement("brookside", 2024).utf8)
    try scratch.write("brookside/2026-27.agreement.yaml", Self.agreement("brookside", 2026).utf8)
    try scratch.write("harmon/2026-27.agreement.yaml", Self.agreement("harmon", 2025).utf8)
    return scratch
  }

  private func rules(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) }
  }

  @Test func aFolderIsLookedAtAsAWhole() async throws {
    let scratch = try await repository()
    let arguments = ["lint", "--today", "2026-08-01", "--format", "short", "--select", "repository"]
    let whole = try await Program.concord(arguments + [scratch.path])
    #expect(rules(whole) == ["[year-gap]", "[misfiled]"])
    // Of files that somebody named nothing is known about their neighbors, and a part of an archive is not the whole.
    let named = try await Program.concord(
      arguments + [
        scratch.path + "/brookside/2024-25.agreement.yaml", scratch.path + "/brookside/2026-27.agreement.yaml",
      ])
    #expect(rules(named) == [])
    for part in 1...3 {
      #expect(rules(try await Program.concord(arguments + ["--shard", "\(part)/3", scratch.path])) == [])
    }
  }

  @Test func agreementsThatShareTwoCoachesClashOnce() async throws {
    let scratch = try Scratch()
    for id in ["harmon", "brookside"] {
      let rest = """

          diaz: {name: Ana Diaz, role: instructional-coach}
        meetings:
          schedule:
            - {what: Check-in, every: week, weekday: tuesday, at: "16:00", minutes: 30}

        """
      try scratch.write("\(id).agreement.yaml", (Self.agreement(id, 2026) + rest).utf8)
    }
    let outcome = try await Program.concord([
      "lint", "--today", "2026-08-01", "--format", "short", "--select", "campus-clash", scratch.path,
    ])
    #expect(rules(outcome) == ["[campus-clash]"], "\(outcome.output)\(outcome.error)")
  }

  @Test func commentsAllowThem() async throws {
    let scratch = try await repository()
    let arguments = ["lint", "--today", "2026-08-01", "--format", "short", "--select", "repository,structure"]
    let allowed = Self.agreement("brookside", 2026).replacing(
      "school-year:", with: "# concord: allow year-gap -- no coach in 2025-26\nschool-year:")
    try scratch.write("brookside/2026-27.agreement.yaml", allowed.utf8)
    let outcome = try await Program.concord(arguments + [scratch.path])
    #expect(rules(outcome) == ["[misfiled]"])
    #expect(outcome.error.contains("1 suppressed"))
    // Once the year is there the comment is too much; a safe repair removes it.
    try scratch.write("brookside/2025-26.agreement.yaml", Self.agreement("brookside", 2025).utf8)
    let unused = try await Program.concord(arguments + [scratch.path])
    #expect(rules(unused) == ["[unused-suppression]", "[misfiled]"])
  }

  /// A comment that nothing needs is taken out by `--fix`, also where only the other years tell so.
  @Test func idleCommentsAreTakenOut() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", [scratch.path + "/brookside"])
    let path = "brookside/2026-27.agreement.yaml"
    let later = Self.agreement("brookside", 2026)
    try scratch.write("brookside/2025-26.agreement.yaml", Self.agreement("brookside", 2025).utf8)
    try scratch.write(path, ("# concord: allow year-gap -- a pause\n" + later).utf8)
    let arguments = ["lint", "--today", "2026-08-01", scratch.path]
    let diff = try await Program.concord(arguments + ["--diff"])
    #expect(diff.output.contains("-# concord: allow year-gap -- a pause\n"))
    let fixed = try await Program.concord(arguments + ["--fix", "--format", "short"])
    #expect(!fixed.output.contains("[unused-suppression]") && fixed.error.contains("1 fixed"))
    #expect(try Root.text(scratch.path + "/" + path) == later)
  }

  /// Two rules in one comment: what is said to be repaired is, and the rest is still reported.
  @Test func oneRepairOfACommentIsOne() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", [scratch.path + "/brookside"])
    try scratch.write("brookside/2025-26.agreement.yaml", Self.agreement("brookside", 2025).utf8)
    try scratch.write(
      "brookside/2026-27.agreement.yaml",
      ("# concord: allow year-gap, misfiled -- why\n" + Self.agreement("brookside", 2026)).utf8)
    let arguments = ["lint", "--today", "2026-08-01", "--format", "short", "--fix", scratch.path]
    for (fixed, left) in [(1, 1), (1, 0)] {
      let outcome = try await Program.concord(arguments)
      #expect(outcome.error.contains("\(fixed) fixed"))
      #expect(rules(outcome).count { $0 == "[unused-suppression]" } == left)
    }
  }

  /// What a privacy rule keeps back in a file, the rules across the repository keep back as well.
  @Test func privateLinesStayPrivate() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", [scratch.path + "/brookside"])
    let text = Self.agreement("brookside", 2026)
    try scratch.write("brookside/2026-27.agreement.yaml", text.utf8)
    try scratch.write(
      "brookside/copy.agreement.yaml", text.replacing("id: brookside", with: "id: brookside # Call 555-201-7788").utf8)
    for format in ReportFormat.all.map(\.name) {
      let outcome = try await Program.concord(["lint", "--today", "2026-08-01", "--format", format, scratch.path])
      #expect(
        outcome.output.contains("duplicate-agreement") && !outcome.output.contains("555-201-7788"), "\(outcome.output)")
    }
  }

  /// Of a year that is over, or of one that is looked at alone, nobody asks whether a comment is still needed.
  @Test func commentsOfYearsThatAreOverStay() async throws {
    let scratch = try await repository()
    let text = "# concord: allow misfiled -- it has always been there\n"
    try scratch.write("harmon/2026-27.agreement.yaml", (text + Self.agreement("harmon", 2026)).utf8)
    try scratch.write("brookside/2026-27.agreement.yaml", (text + Self.agreement("brookside", 2026)).utf8)
    func idle(_ day: String) async throws -> Int {
      let outcome = try await Program.concord(["lint", "--today", day, "--format", "short", scratch.path])
      return rules(outcome).count { $0 == "[unused-suppression]" }
    }
    #expect(try await idle("2026-09-01") == 1)
    #expect(try await idle("2028-09-01") == 0)
  }

  /// Names that are not UTF-8 look alike where they are shown, and are still two files.
  @Test func namesThatAreNotUTF8() async throws {
    let scratch = try Scratch()
    let script = #"for name in $'\xff' $'\xfe'; do printf %s "$1" > "$0/$name.agreement.yaml"; done"#
    _ = try await Program.run("bash", ["-c", script, scratch.path, Self.agreement("brookside", 2026)])
    let outcome = try await Program.concord(
      ["lint", "--today", "2026-08-01", "--format", "short", "--select", "repository", scratch.path])
    #expect(rules(outcome) == ["[duplicate-agreement]"] && !outcome.error.contains("changed"))
  }

  /// A note in another file has its line and its path in every format.
  @Test func notesInOtherFiles() async throws {
    let scratch = try await repository()
    try scratch.write("brookside/copy.agreement.yaml", Self.agreement("brookside", 2026).utf8)
    let arguments = ["lint", "--today", "2026-08-01", "--select", "duplicate-agreement", scratch.path]
    let text = try await Program.concord(arguments)
    #expect(text.output.contains("copy.agreement.yaml:2:5: error[duplicate-agreement]"))
    #expect(text.output.contains("  > \(scratch.path)/brookside/2026-27.agreement.yaml:2\n"))
    let json = try await Program.concord(arguments + ["--format", "json"])
    #expect(
      json.output.contains("\"message\":\"it is here\",\"path\":\"\(scratch.path)/brookside/2026-27.agreement.yaml\""))
    let sarif = try await Program.concord(arguments + ["--format", "sarif"])
    #expect(sarif.output.contains("brookside/2026-27.agreement.yaml"))
    #expect(text.status == 1)
  }
}
