import TestSupport
import Testing

/// A new school year through the program: files that are not there yet, or have the wrong name.
@Suite struct YearTests {
  private static func agreement(_ id: String, _ year: Int) -> String {
    """
    format: 1
    id: \(id)
    school-year: \(year)-\(year % 100 + 1)
    starts: \(year)-08-17
    ends: \(year + 1)-05-28
    status: agreed
    campuses: {b: Brookside}
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}

    """
  }

  private func repository(_ files: [String: String]) async throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      if let slash = name.lastIndex(of: "/") {
        _ = try await Program.run("mkdir", ["-p", scratch.path + "/" + name[..<slash]])
      }
      try scratch.write(name, text.utf8)
    }
    return scratch
  }

  private func lint(_ scratch: borrowing Scratch, _ day: String, _ rules: String = "repository") async throws
    -> [String]
  {
    let outcome = try await Program.concord([
      "lint", "--today", day, "--format", "short", "--select", rules, scratch.path,
    ])
    return outcome.output.replacing(scratch.path + "/", with: "").split(separator: "\n").map(String.init).filter {
      $0.contains("[agreement-missing]") || $0.contains("[misnamed-file]") || $0.contains("[year-gap]")
    }
  }

  @Test func aYearThatNobodyWrote() async throws {
    let scratch = try await repository([
      "brookside/2025-26.agreement.yaml": Self.agreement("brookside", 2025),
      "harmon/2024-25.agreement.yaml": Self.agreement("harmon", 2024),
      "harmon/2025-26.agreement.yaml": Self.agreement("harmon", 2025),
      "harmon/2026-27.agreement.yaml": Self.agreement("harmon", 2026),
    ])
    // In summer nothing is missing yet.
    #expect(try await lint(scratch, "2026-07-15") == [])
    #expect(
      try await lint(scratch, "2026-09-01") == [
        "brookside/2025-26.agreement.yaml:3:14: warning: `brookside` has no agreement for 2026-27, and that school year has begun [agreement-missing]"
      ])
    #expect(try await lint(scratch, "2029-09-01").count == 2)
    // The comment that the help proposes ends it.
    let ended = Self.agreement("brookside", 2025).replacing(
      "school-year:", with: "# concord: allow agreement-missing -- it ended\nschool-year:")
    try scratch.write("brookside/2025-26.agreement.yaml", ended.utf8)
    #expect(try await lint(scratch, "2026-09-01") == [])
  }

  @Test(arguments: [
    ("2026-27-agreement.yaml", "2026-27.agreement.yaml"), ("2026-27.agreement.yaml.txt", "2026-27.agreement.yaml"),
    ("2026-27.Agreement.yaml", "2026-27.agreement.yaml"), ("2026-27.agreement.YML", "2026-27.agreement.yaml"),
    ("2026-27. agreement.yaml", "2026-27.agreement.yaml"), ("2026-27 agreement.yaml", "2026-27.agreement.yaml"),
    ("2026-27_agreement.yml", "2026-27.agreement.yaml"), ("agreement-2026-27.yaml", "2026-27.agreement.yaml"),
    ("agreement.yaml", "2026-27.agreement.yaml"), ("2026-27.agreements.yaml", "2026-27.agreement.yaml"),
    ("2026-27.yaml", "2026-27.agreement.yaml"), ("2026-27.agreement", "2026-27.agreement.yaml"),
    ("brookside.yaml", "brookside.agreement.yaml"), ("2026-27.agreement.yaml.bak", "2026-27.agreement.yaml"),
    ("2026-27.agreement.yaml~", "2026-27.agreement.yaml"), ("2026-27.agreement.yml.orig", "2026-27.agreement.yaml"),
  ])
  func namesThatAreNotRead(name: String, meant: String) async throws {
    let scratch = try await repository([
      "brookside/2025-26.agreement.yaml": Self.agreement("brookside", 2025),
      "brookside/\(name)": Self.agreement("brookside", 2026),
    ])
    // The year is there, under a name that is not read: that is one finding, and not two.
    #expect(
      try await lint(scratch, "2026-09-01") == [
        "brookside/\(name):2:5: warning: `\(name)` is not read, because its name does not end in `.agreement.yaml` [misnamed-file]"
      ])
    let text = try await Program.concord([
      "lint", "--today", "2026-09-01", "--select", "misnamed-file", scratch.path,
    ])
    #expect(text.output.contains("help: rename the file to `\(meant)`\n"))
    _ = try await Program.run(
      "mv", [scratch.path + "/brookside/" + name, scratch.path + "/brookside/" + meant])
    #expect(try await lint(scratch, "2026-09-01") == [])
  }

  @Test(arguments: [
    "agreement-2026-27.md", "2026-27.agreement.yaml~", ".2026-27-agreement.yaml", "user-agreement.yaml",
    "2026-27.agreement.yaml.orig", "calendar-2026-27.yaml", "agreements.csv", "2026-27.agreement.json",
  ])
  func namesOfOtherThings(name: String) async throws {
    let scratch = try await repository([
      "brookside/2026-27.agreement.yaml": Self.agreement("brookside", 2026),
      "brookside/\(name)": "title: Something else\ndays: [1, 2]\n",
    ])
    #expect(try await lint(scratch, "2026-09-01") == [])
  }

  @Test func yearsThatNobodyWroteCannotBeCompared() async throws {
    let outcome = try await Program.concord(["diff", "2026-27", "2027-28", "samples/riverbend"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error == "concord: none for 2027-28 yet; the newest agreements here are for 2026-27\n")
    let old = try await Program.concord(["diff", "1999-00", "2026-27", "samples/riverbend"])
    #expect(old.status == 2)
    #expect(old.error == "concord: none for 1999-00; there are agreements for 2024-25, 2025-26 and 2026-27\n")
    let both = try await Program.concord(["diff", "2061-62", "2062-63", "samples/riverbend"])
    #expect(
      both.status == 2 && both.error.contains("none for 2061-62 yet") && both.error.contains("none for 2062-63 yet"))
  }

  /// A draft's warnings become errors when the year begins, and then a baseline does not hide them.
  @Test func aBaselineKnowsTheLevel() async throws {
    let scratch = try await repository([
      "a.agreement.yaml": Self.agreement("brookside", 2026).replacing("status: agreed", with: "status: draft")
    ])
    let file = scratch.path + "/known.json"
    func run(_ day: String, _ arguments: [String]) async throws -> Outcome {
      try await Program.concord(
        ["lint", "--today", day, "--select", "norms-missing", scratch.path + "/a.agreement.yaml"] + arguments)
    }
    _ = try await run("2026-08-01", ["--write-baseline", file])
    #expect(try Root.text(file).contains("\"level\":\"warning\""))
    #expect(try await run("2026-08-01", ["--baseline", file]).output.contains("known from the baseline"))
    let risen = try await run("2026-09-01", ["--baseline", file])
    #expect(risen.status == 1 && risen.output.contains("error[norms-missing]") && risen.error.isEmpty)
    // The other way round nothing is new.
    _ = try await run("2026-09-01", ["--write-baseline", file])
    #expect(try await run("2026-08-01", ["--baseline", file, "--fail-on", "info"]).status == 0)
  }
}
