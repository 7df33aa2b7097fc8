import TestSupport
import Testing

/// What a repository names is read and written where its name says, and nowhere else: a pull request can hold links.
@Suite struct NamedFileTests {
  private static let slip = "format: 1\nid: a\nschool-year: SY27\nfoo: 1\n"

  private func repository() async throws -> Scratch {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/repo/s", scratch.path + "/out"])
    _ = try await Program.run("git", ["init", "-q", scratch.path + "/repo"])
    try scratch.write("repo/s/x.agreement.yaml", Self.slip.utf8)
    try scratch.write("out/secret", "TOKEN: abcdef\n".utf8)
    try scratch.write("out/y.agreement.yaml", Self.slip.utf8)
    return scratch
  }

  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      ["-c", "cd \"$1/repo\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path])
  }

  @Test(arguments: [
    "ln -s ../out/secret concord.yaml; concord lint", "ln -s /proc/self/environ concord.yaml; concord lint s",
    "ln -s ../out/secret s/concord.yaml; concord lint s/x.agreement.yaml",
    "ln -s ../out/secret b.json; concord lint --baseline b.json",
    "ln -s ../out/secret c.yaml; concord lint --config c.yaml", "ln -s ../out l; concord lint --baseline l/secret",
    "ln -s ../out l; concord lint --config \"$PWD/l/secret\"", "ln -s ../out/secret concord.yaml; concord topics",
    "ln -s ../out/secret concord.yaml; concord config show", "ln -s ../out/secret concord.yaml; concord diff s s",
    "mkfifo concord.yaml; concord lint", "ln -s /dev/zero concord.yaml; concord lint",
  ])
  func settingsAndBaselinesAreNotReadThroughLinks(line: String) async throws {
    let scratch = try await repository()
    let outcome = try await run(line, in: scratch)
    #expect(outcome.status == 2, "\(line): \(outcome.error)")
    #expect(!(outcome.output + outcome.error).contains("abcdef") && !outcome.error.contains("PATH="))
  }

  @Test(arguments: [
    "ln -s ../out/secret o; concord lint s --format sarif=o", "ln -s ../out l; concord lint s --format sarif=l/secret",
    "ln -s ../out l; concord lint s --format json=l/new", "ln -s ../out/secret o; concord lint s --write-baseline o",
    "ln -s ../out l; concord lint s --write-baseline \"$PWD/l/new\"",
    "ln -s ../out/new o; concord lint s --format junit=o",
    "mkfifo o; concord lint s --format sarif=o",
  ])
  func nothingIsWrittenThroughLinks(line: String) async throws {
    let scratch = try await repository()
    let outcome = try await run(line, in: scratch)
    #expect(outcome.status == 2, "\(line): \(outcome.error)")
    #expect(try Root.text(scratch.path + "/out/secret") == "TOKEN: abcdef\n")
    #expect(try await Program.run("ls", ["-A", scratch.path + "/out"]).output == "secret\ny.agreement.yaml\n")
    #expect(try await Program.run("ls", ["-A", scratch.path + "/repo"]).output.contains(".concord") == false)
  }

  /// What the person at the keyboard hands over is open already, and a file elsewhere is that person's own.
  @Test func whatAPersonNamesIsWritten() async throws {
    let scratch = try await repository()
    let stream = try await run(
      "concord lint s --format sarif=>(cat > ../out/piped) --format json=/dev/stdout; sleep 0.3", in: scratch)
    #expect(stream.output.contains("\"findings\""), "\(stream.error)")
    #expect(try Root.text(scratch.path + "/out/piped").hasSuffix("]}]}\n"))
    #expect(
      try await run("concord lint s --format sarif=../out/new --format gitlab=/dev/null", in: scratch).status == 1)
    #expect(try Root.text(scratch.path + "/out/new").hasSuffix("]}]}\n"))
  }

  @Test(arguments: ["s/mine.agreement.yaml", "concord.yaml"])
  func noReportIsWrittenOverAnAgreementOrSettings(name: String) async throws {
    let scratch = try await repository()
    let outcome = try await run("echo '# mine' > \(name); concord lint s --format json=\(name)", in: scratch)
    #expect(outcome.status == 2 && outcome.error.contains("an agreement or settings belong there"), "\(outcome.error)")
    #expect(try Root.text(scratch.path + "/repo/\(name)") == "# mine\n")
  }

  @Test func onlyABaselineIsReplacedByOne() async throws {
    let scratch = try await repository()
    let refused = try await run("concord lint s --write-baseline s/x.agreement.yaml", in: scratch)
    #expect(refused.status == 2 && refused.error.contains("it is not a baseline, so it was not replaced"))
    #expect(try Root.text(scratch.path + "/repo/s/x.agreement.yaml") == Self.slip)
    #expect(
      try await run(
        "touch b.json; concord lint s --write-baseline b.json && concord lint s --write-baseline b.json", in: scratch
      ).status == 0)
  }

  @Test(arguments: [
    ("../out", "is outside the folder of this file"), ("/tmp", "is outside the folder of this file"),
    ("l", "is a link"),
    ("s/../../out", "is outside the folder of this file"), ("l/deep", "there is no folder"),
    ("none", "there is no folder"),
  ])
  func foldersOfTheSettingsStayInside(folder: String, message: String) async throws {
    let scratch = try await repository()
    _ = try await Program.run("ln", ["-s", "../out", scratch.path + "/repo/l"])
    try scratch.write("repo/concord.yaml", "agreements: [\(folder)]\n".utf8)
    let outcome = try await run("concord lint --fix", in: scratch)
    #expect(outcome.status == 2)
    #expect(
      outcome.error.contains("concord.yaml:1:14: error[unknown-reference] ") && outcome.error.contains(message),
      "\(outcome.error)")
    #expect(try Root.text(scratch.path + "/out/y.agreement.yaml") == Self.slip)
  }
}
