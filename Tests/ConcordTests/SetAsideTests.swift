import AgreementReporting
import TestSupport
import Testing

/// What `concord.yaml` keeps out of a run is counted in every report, so that none looks cleaner than it is.
@Suite struct SetAsideTests {
  private func district(_ settings: String) async throws -> Scratch {
    let scratch = try Scratch()
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    _ = try await Program.run("mkdir", [scratch.path + "/old"])
    try scratch.write("a.agreement.yaml", text.utf8)
    try scratch.write("old/b.agreement.yaml", text.replacing("alder-creek-literacy", with: "b").utf8)
    try scratch.write("concord.yaml", (settings + "\n").utf8)
    return scratch
  }

  private static let settings = """
    exclude: ["old/**"]
    rules: {signature-stale: off, vague-answer: info, commitment-no-date: warning}
    overrides: [{paths: ["**"], rules: {role-count: off}}]
    """
  private static let words = "2 rules off, 1 rule lowered and 1 file excluded by concord.yaml"

  @Test(arguments: ReportFormat.all.map(\.name))
  func everyReportSaysIt(format: String) async throws {
    let scratch = try await district(Self.settings)
    let outcome = try await Program.concord(["lint", scratch.path, "--today", "2026-09-10", "--format", format])
    #expect(outcome.status == 0)
    // Editors and GitLab read a list of findings and nothing else.
    if ["short", "gitlab"].contains(format) {
      #expect(outcome.error.contains(Self.words), "\(outcome.error)")
    } else {
      let counts = "\"rulesOff\":2,\"rulesLowered\":1,\"filesExcluded\":1"
      #expect(outcome.output.contains(Self.words) || outcome.output.contains(counts), "\(outcome.output)")
    }
  }

  @Test func thePageOfTheRunSaysIt() async throws {
    let scratch = try await district(Self.settings)
    let page = scratch.path + "/page.md"
    _ = try await Program.concord(
      ["lint", scratch.path, "--today", "2026-09-10"],
      environment: [Program.key("GITHUB_ACTIONS"): "true", Program.key("GITHUB_STEP_SUMMARY"): page])
    let text = try await Program.run("cat", [page]).output
    #expect(text.contains(Self.words), "\(text)")
  }

  /// A rule that finds less because of another setting is lowered, too.
  @Test(arguments: [
    "required-parties: [teacher]", "thresholds: {most-roles: 40}", "thresholds: {stale-years: 30}",
    "thresholds: {review-gap-weeks: 50}",
    "catalog: {sections: {engagement: {topics: {initial-caseload: {until: 2020-21}}}}}",
    "catalog: {sections: {engagement: {topics: {initial-caseload: {since: 2060-61}}}}}",
  ])
  func whatFindsLessIsLowered(settings: String) async throws {
    let scratch = try await district(settings)
    let outcome = try await Program.concord(["lint", scratch.path + "/a.agreement.yaml", "--today", "2026-09-10"])
    #expect(outcome.output.contains("1 rule lowered by concord.yaml"), "\(outcome.output)")
    try scratch.write(
      "concord.yaml", Array("required-parties: [principal, instructional-coach, teacher]\n".utf8))
    let stricter = try await Program.concord(["lint", scratch.path + "/a.agreement.yaml", "--today", "2026-09-10"])
    #expect(!stricter.output.contains("lowered"), "\(stricter.output)")
  }

  /// A folder that `agreements` does not name is left out as much as one that `exclude` does.
  @Test func foldersThatAreNotNamedCount() async throws {
    let scratch = try await district("agreements: [old]")
    let concord = Program.absoluteConcord
    let outcome = try await Program.run(
      "sh", ["-c", "cd \(scratch.path) && \(concord) lint --today 2026-09-10"])
    #expect(outcome.output.contains("1 file excluded by concord.yaml"), "\(outcome.output)\(outcome.error)")
    let all = try await Program.concord(["lint", scratch.path, "--today", "2026-09-10"])
    #expect(!all.output.contains("excluded"), "\(all.output)")
  }

  /// Settings that only raise a level, or say what is so anyway, set nothing aside.
  @Test func whatIsRaisedIsNotSetAside() async throws {
    let scratch = try await district("rules: {role-count: error, vague-answer: warning}")
    let outcome = try await Program.concord(["lint", scratch.path, "--today", "2026-09-10"])
    #expect(!outcome.output.contains("concord.yaml"), "\(outcome.output)")
  }

  /// A run that looked at nothing is not clean.
  @Test func allExcluded() async throws {
    let scratch = try await district("exclude: [\"**\"]")
    let all = try await Program.concord(["lint", scratch.path])
    #expect(all.status == 2)
    #expect(all.error.contains("all 2 agreements here are excluded by concord.yaml"), "\(all.error)")
    let one = try await Program.concord(["lint", scratch.path + "/a.agreement.yaml", "--format", "json"])
    #expect(one.status == 2)
    #expect(one.output.contains("the only agreement here is excluded by concord.yaml"), "\(one.output)")
    let typed = try await Program.concord(
      ["lint", "-", "--stdin-filename", scratch.path + "/c.agreement.yaml"], input: Array("format: 1\n".utf8))
    #expect(typed.status == 2, "\(typed.output)")
    #expect(try await Program.concord(["lint", scratch.path, "--allow-empty"]).status == 0)
  }
}
