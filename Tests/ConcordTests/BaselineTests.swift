import TestSupport
import Testing

/// Baselines, repairs and the summary of GitHub through the program, on real files.
@Suite struct BaselineTests {
  private static let text = """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft
    campuses: {b: Brookside}
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
    topics:
      access:
        classroom-access: As needed
        planning-days: Call Maya at 512-555-0142
    """

  private func folder() async throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", Self.text.utf8)
    return scratch
  }

  private func lint(_ scratch: borrowing Scratch, _ arguments: [String]) async throws -> Outcome {
    try await Program.concord(
      ["lint", "--today", "2026-08-01", "--fail-on", "info", scratch.path + "/a.agreement.yaml"] + arguments)
  }

  @Test func knownFindingsStaySilentWhereverTheyMove() async throws {
    let scratch = try await folder()
    let file = scratch.path + "/baseline.json"
    #expect((try await lint(scratch, ["--write-baseline", file])).status == 0)
    let known = try await lint(scratch, ["--baseline", file])
    #expect(known.status == 0)
    #expect(known.output.contains("nothing to report") && known.output.contains("known from the baseline"))
    // Lines above, other layout and other order bring nothing back; a new problem is found.
    let moved = Self.text.replacing("format: 1\n", with: "# one\n\n# two\nformat: 1\n")
      .replacing("As needed", with: "\n      As   needed")
    try scratch.write("a.agreement.yaml", moved.utf8)
    #expect((try await lint(scratch, ["--baseline", file])).status == 0)
    try scratch.write("a.agreement.yaml", (moved + "\n    weekly-planning: when possible\n").utf8)
    let new = try await lint(scratch, ["--baseline", file, "--format", "short"])
    #expect(new.status == 1)
    #expect(
      new.output.split(separator: "\n").map { $0.split(separator: " ").last } == [
        "[telling-unclear]", "[vague-answer]",
      ])
    // What is repaired is reported as gone, without a change of the exit status.
    try scratch.write("a.agreement.yaml", moved.replacing("As   needed", with: "Doors are open").utf8)
    let gone = try await lint(scratch, ["--baseline", file])
    #expect(gone.status == 0)
    #expect(gone.error.contains("1 entry of the baseline no longer matches"))
    #expect(gone.error.contains("brookside 2026-27 topics.access.classroom-access: vague-answer"))
  }

  /// Somebody may have typed anything into a baseline.
  @Test func whatIsPrivateInABaselineIsNotShown() async throws {
    let scratch = try await folder()
    try scratch.write(
      "baseline.json",
      """
      {"version": 1, "findings": [
      {"rule":"vague-answer","agreement":"brookside 2026-27","path":"topics.access.Call 512-555-0142","content":"2c74a98f9edc692e","level":"info","count":1}
      ]}

      """.utf8)
    let run = try await lint(scratch, ["--baseline", scratch.path + "/baseline.json"])
    #expect(run.error.contains("(not shown, because it may be private): vague-answer"))
    #expect(!(run.error + run.output).contains("512-555-0142"))
  }

  /// Private text is not in the file, not even as a number that could be guessed.
  @Test func baselinesHoldNoText() async throws {
    let scratch = try await folder()
    let file = scratch.path + "/baseline.json"
    _ = try await lint(scratch, ["--write-baseline", file])
    let first = String(decoding: try await Program.run("cat", [file]).output.utf8, as: UTF8.self)
    #expect(first.contains("personal-data"))
    #expect(!first.contains("555"))
    try scratch.write("a.agreement.yaml", Self.text.replacing("0142", with: "0199").utf8)
    _ = try await lint(scratch, ["--write-baseline", file])
    #expect(try await Program.run("cat", [file]).output == first)
  }

  /// What concord's own repairs do, or quotes that somebody puts around an answer, brings nothing back.
  @Test func quotesAndRepairsBringNothingBack() async throws {
    let scratch = try await folder()
    let file = scratch.path + "/baseline.json"
    let slips = Self.text.replacing("As needed", with: "as needed").replacing("2026-27", with: "2026/27")
    try scratch.write("a.agreement.yaml", slips.utf8)
    _ = try await lint(scratch, ["--write-baseline", file])
    for (from, to) in [
      ("as needed", "\"as needed\""), ("as needed", "{agreed: as needed}"), ("2026/27", "\"2026/27\""),
    ] {
      try scratch.write("a.agreement.yaml", slips.replacing(from, with: to).utf8)
      let outcome = try await lint(scratch, ["--baseline", file])
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(to): \(outcome.output)\(outcome.error)")
    }
    // Another text is another finding, also where it is reported at its key.
    let undated = Self.text.replacing(
      "As needed", with: "{agreed: Yes and no, commitments: [{owner: novak, does: Visit rooms}]}")
    try scratch.write("a.agreement.yaml", undated.utf8)
    _ = try await lint(scratch, ["--write-baseline", file])
    try scratch.write("a.agreement.yaml", undated.replacing("Visit rooms", with: "Write the log").utf8)
    #expect(try await lint(scratch, ["--baseline", file, "--format", "short"]).output.contains("[commitment-no-date]"))
  }

  /// A run that leaves agreements or rules out says nothing of what the baseline knows about them.
  @Test func aPartOfAnArchiveKeepsTheRestOfTheBaseline() async throws {
    let scratch = try await folder()
    try scratch.write("b.agreement.yaml", Self.text.replacing("id: brookside", with: "id: harmon").utf8)
    let file = scratch.path + "/baseline.json"
    let all = ["lint", "--today", "2026-08-01", scratch.path]
    _ = try await Program.concord(all + ["--write-baseline", file])
    #expect((try await lint(scratch, ["--baseline", file])).error.isEmpty)
    for part in [["--shard", "1/2"], ["--shard", "2/2"], ["--select", "vague-answer"], ["--ignore", "privacy"]] {
      let outcome = try await Program.concord(all + ["--baseline", file, "--format", "short"] + part)
      #expect(!outcome.error.contains("match nothing"), "\(part)")
    }
  }

  /// Whether a text is private does not depend on the rules of a run; and many that are alike are all known.
  @Test func otherRulesBringNothingBack() async throws {
    let scratch = try await folder()
    let file = scratch.path + "/baseline.json"
    let text =
      Self.text.replacing("As needed", with: "[Ask student Maya Lopez, who fails]") + "\nnorms:\n  agreed:\n"
      + String(repeating: "    - TBD\n", count: 1_200)
    try scratch.write("a.agreement.yaml", text.utf8)
    for (written, run) in [([], ["--ignore", "privacy"]), (["--ignore", "privacy"], ["--select", "structure"])] {
      #expect((try await lint(scratch, ["--write-baseline", file] + written)).status == 0)
      let outcome = try await lint(scratch, ["--baseline", file] + run)
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(run): \(outcome.output.suffix(300))\(outcome.error)")
    }
  }

  /// Keys that are no ids may be private, too.
  @Test func baselinesHoldNoPrivateKeys() async throws {
    let scratch = try await folder()
    let file = scratch.path + "/baseline.json"
    let text = Self.text + "\nx-notes:\n  student Maya Lopez: weak\nx-lopez@gmail.com: TBD\nstudent Noah Kim fails: x\n"
    try scratch.write("a.agreement.yaml", text.utf8)
    _ = try await lint(scratch, ["--write-baseline", file])
    let baseline = try Root.text(file)
    #expect(baseline.contains("student-data") && !baseline.lowercased().contains("lopez") && !baseline.contains("Kim"))
    try scratch.write("a.agreement.yaml", Self.text.utf8)
    let gone = try await lint(scratch, ["--baseline", file])
    #expect(gone.error.contains("anything") && !gone.error.contains("Lopez"))
  }

  @Test func aBrokenBaselineIsRefused() async throws {
    let scratch = try await folder()
    let file = try scratch.write("baseline.json", Array("{\"version\": 1, \"finding\": []}".utf8))
    let outcome = try await lint(scratch, ["--baseline", file])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("did you mean `findings`?"))
  }

  // MARK: - Repairs

  @Test func repairsKeepTheModeAndEverythingElse() async throws {
    let scratch = try await folder()
    let path = scratch.path + "/a.agreement.yaml"
    try scratch.write("a.agreement.yaml", Self.text.replacing("2026-27", with: "2026/27").utf8)
    _ = try await Program.run("chmod", ["640", path])
    let diff = try await lint(scratch, ["--diff"])
    #expect(diff.status == 1)
    #expect(diff.output.contains("-school-year: 2026/27\n+school-year: 2026-27\n"))
    #expect(try Root.text(path) != Self.text)
    let fixed = try await lint(scratch, ["--fix"])
    #expect(fixed.output.contains("1 fixed"))
    #expect(try Root.text(path) == Self.text)
    #expect(try await Program.run("stat", ["-c", "%a", path]).output == "640\n")
    #expect((try await lint(scratch, ["--diff"])).status == 0)
    #expect(try await Program.run("ls", ["-A", scratch.path]).output == "a.agreement.yaml\n")
  }

  /// Names with spaces, quotes and line feeds in them, for `patch` as well as for git.
  @Test(arguments: ["2026-27 (copy)", "a\"b", "a\nb", "é"])
  func diffsOfOddNamesCanBeApplied(name: String) async throws {
    let scratch = try Scratch()
    let path = "\(name).agreement.yaml"
    let before = Self.text.replacing("2026-27", with: "2026/27") + "\n"
    let run = "cd '\(scratch.path)' && \(Program.absoluteConcord) lint --today 2026-08-01 --diff > /dev/stdout | "
    for tool in ["patch -p1 -s", "git apply -"] {
      try scratch.write(path, before.utf8)
      let outcome = try await Program.run("sh", ["-c", run + tool])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try Root.text(scratch.path + "/" + path) == Self.text + "\n", "\(tool)")
    }
  }

  /// A context line of a diff is no command to the service that shows it.
  @Test func diffsGiveNoCommands() async throws {
    let scratch = try await folder()
    try scratch.write(
      "a.agreement.yaml", Array((Self.text + "\nx-a: |\n  ::error::x\nschool-year: 2026/27\n").utf8))
    let outcome = try await Program.concord(
      ["lint", "--diff", scratch.path], environment: [Program.key("GITHUB_ACTIONS"): "true"])
    for line in outcome.output.split(separator: "\n") { #expect(!line.drop { $0 == " " }.hasPrefix("::")) }
  }

  /// The diff is one that git applies.
  @Test func diffsCanBeApplied() async throws {
    let scratch = try await folder()
    // What may be private is not shown, so that a diff with such a line cannot be applied.
    let broken =
      Self.text.replacing("2026-27", with: "2026/27").replacing("As needed", with: "yes")
      .replacing("Call Maya at 512-555-0142", with: "Call the office") + "\n# end"
    for (name, text) in [("lf", broken + "\n"), ("crlf", broken.replacing("\n", with: "\r\n")), ("no-end", broken)] {
      try scratch.write("a.agreement.yaml", text.utf8)
      let diff = try await Program.run(
        "bash", ["-c", "cd \"$1\" && exec \"$0\" lint --diff a.agreement.yaml", Program.absoluteConcord, scratch.path])
      try scratch.write("patch", diff.output.utf8)
      let applied = try await Program.run("git", ["-C", scratch.path, "apply", "patch"])
      #expect(applied.status == 0, "\(name): \(applied.error)")
      let result = try Root.text(scratch.path + "/a.agreement.yaml")
      #expect(result == text.replacing("2026/27", with: "2026-27").replacing(": yes", with: ": \"yes\""), "\(name)")
    }
  }

  /// A folder that cannot be written and a full disk leave the file as it was.
  @Test func whatCannotBeWrittenStays() async throws {
    let scratch = try await folder()
    let text = Self.text.replacing("2026-27", with: "2026/27")
    try scratch.write("a.agreement.yaml", text.utf8)
    let limited = try await Program.run(
      "bash",
      [
        "-c", "ulimit -f 0; exec \"$0\" lint --fix --format short \"$1\"", Program.absoluteConcord,
        scratch.path + "/a.agreement.yaml",
      ])
    #expect(limited.status == 2 || limited.status > 128)
    #expect(try Root.text(scratch.path + "/a.agreement.yaml") == text)
    #expect((try await Program.concord(["lint", "--fix", "-"])).status == 2)
  }

  // MARK: - GitHub

  @Test func theSummaryOfARun() async throws {
    let scratch = try await folder()
    let whole = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let start = try #require(whole.firstRange(of: "\nsignatures:"))
    try scratch.write("b.agreement.yaml", whole[..<start.lowerBound].utf8)
    let path = try scratch.write("summary.md", Array("before\n".utf8))
    let outcome = try await Program.concord(
      ["lint", "--today", "2026-09-10", scratch.path],
      environment: [Program.key("GITHUB_ACTIONS"): "true", Program.key("GITHUB_STEP_SUMMARY"): path])
    #expect(outcome.output.contains("::error file="))
    let page = try Root.text(path)
    #expect(page.hasPrefix("before\n### concord\n\n2 agreements: "))
    #expect(page.contains("| error | \(scratch.path)/a.agreement.yaml:"))
    // Only the file without other errors has lines to paste, and it says where they go.
    #expect(page.contains("To paste:\n\n\(scratch.path)/b.agreement.yaml:2: nobody has signed yet"))
    #expect(page.contains("add at the end of the file:\n\n    signatures:\n      munoz:\n"))
    #expect(!page.contains("512-555"))
  }
}
