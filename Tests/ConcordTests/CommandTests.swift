import AgreementLint
import TestSupport
import Testing

/// The command as people run it.
@Suite struct CommandTests {
  @Test func samplesAreClean() async throws {
    let outcome = try await Program.concord(["lint", "samples/riverbend"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "9 agreements: nothing to report; 3 suppressed\n")
    #expect(outcome.error == "")
    let others = try await Program.concord(["lint", "samples/fox-prairie", "--today", "2026-09-10"])
    #expect(others.status == 0)
    #expect(others.output == "1 agreement: nothing to report\n")
  }

  @Test func samplesAreCleanWithoutConfiguration() async throws {
    let scratch = try Scratch()
    for path in Root.riverbend {
      try scratch.write(path.split(separator: "/").suffix(2).joined(separator: "_"), try Root.bytes(path))
    }
    let outcome = try await Program.concord(["lint", scratch.path])
    #expect(outcome.output == "9 agreements: nothing to report; 3 suppressed\n")
  }

  @Test func draftHasOnlyWarningsBeforeTheYear() async throws {
    let before = try await Program.concord(["lint", "samples/draft", "--today", "2026-08-10", "--format", "short"])
    #expect(before.status == 0)
    #expect(before.output.split(separator: "\n").allSatisfy { $0.contains(": warning: ") })
    #expect(before.error.hasPrefix("1 agreement: "))
    let after = try await Program.concord(["lint", "samples/draft", "--today", "2026-09-01", "--format", "short"])
    #expect(after.status == 1)
    let strict = try await Program.concord(["lint", "samples/draft", "--today", "2026-08-10", "--fail-on", "warning"])
    #expect(strict.status == 1)
    let never = try await Program.concord(["lint", "samples/draft", "--today", "2026-09-01", "--fail-on", "never"])
    #expect(never.status == 0)
  }

  @Test func oneMissingFileDoesNotStopTheOthers() async throws {
    let outcome = try await Program.concord([
      "lint", "no/such.agreement.yaml", "samples/riverbend/alder-creek-literacy",
    ])
    #expect(outcome.status == 2)
    #expect(outcome.error == "concord: no/such.agreement.yaml: there is no such file or folder\n")
    #expect(outcome.output == "3 agreements: nothing to report; 1 suppressed; 1 could not be checked\n")
  }

  @Test func whatIsNoFileIsRefusedWithoutWaiting() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("mkfifo", [scratch.path + "/pipe.agreement.yaml"])
    _ = try await Program.run("mkdir", [scratch.path + "/folder.agreement.yaml"])
    _ = try await Program.run("ln", ["-s", "nowhere", scratch.path + "/broken.agreement.yaml"])
    _ = try await Program.run("ln", ["-s", "loop.agreement.yaml", scratch.path + "/loop.agreement.yaml"])
    try scratch.write("good.agreement.yaml", try Root.bytes(Root.riverbend[0]))
    let outcome = try await Program.concord(["lint", "--today", "2024-11-01", scratch.path])
    #expect(outcome.status == 2)
    #expect(outcome.output == "1 agreement: nothing to report; 3 could not be checked\n")
    let reasons = outcome.error.split(separator: "\n").map { $0.split(separator: ": ").last.map(String.init) ?? "" }
    #expect(
      reasons.sorted() == [
        "it is a named pipe, not a file", "its links lead in a circle", "there is no such file or folder",
      ])
    let device = try await Program.concord(["lint", "/dev/zero"])
    #expect(device.status == 2)
    #expect(device.error == "concord: /dev/zero: it is a device, not a file\n")
  }

  @Test func standardInputHasAName() async throws {
    let outcome = try await Program.concord(
      ["lint", "-", "--stdin-filename", "x.agreement.yaml", "--format", "short"], input: Array("format: 2\n".utf8))
    #expect(outcome.status == 1)
    #expect(
      outcome.output
        == "x.agreement.yaml:1:9: error: this file has format 2, and this concord knows format 1 [unsupported-format]\n"
    )
    #expect(outcome.error == "1 agreement: 1 error\n")
  }

  @Test(arguments: [
    ["lint", "--fromat", "text"], ["lint", "--format", "xml"], ["lint", "--today", "tomorrow"],
    ["lint", "--select", "topic-unaswered"], ["lint", "--select", ""], ["lint", "--select", ", ,"],
    ["lint", "--color", "blue"], ["explain", "no-rule"], ["topics", "no-topic"], ["schema", "none"], ["show"],
    ["nonsense"],
  ])
  func wrongCommandLinesEndWithTwo(arguments: [String]) async throws {
    let outcome = try await Program.concord(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("Error: "))
    #expect(outcome.output == "")
  }

  @Test func nearMissesAreSuggested() async throws {
    #expect(
      try await Program.concord(["explain", "topic-unaswered"]).error.contains("did you mean 'topic-unanswered'?"))
    #expect(
      try await Program.concord(["topics", "clasroom-access"]).error.contains("did you mean 'classroom-access'?"))
  }

  @Test func noAgreementIsAnError() async throws {
    let scratch = try Scratch()
    let outcome = try await Program.concord(["lint", scratch.path])
    #expect(outcome.status == 2)
    #expect(try await Program.concord(["lint", scratch.path, "--allow-empty"]).status == 0)
  }

  @Test func selectAndIgnore() async throws {
    let all = ["lint", "samples/draft", "--today", "2026-08-10", "--format", "short"]
    let selected = try await Program.concord(all + ["--select", "topic-unanswered,signatures"])
    #expect(
      selected.output.split(separator: "\n").allSatisfy {
        $0.hasSuffix("[topic-unanswered]") || $0.hasSuffix("[signature-missing]")
      })
    #expect(selected.output.contains("[signature-missing]"))
    let ignored = try await Program.concord(all + ["--ignore", "completeness"])
    #expect(ignored.output.split(separator: "\n").map { $0.suffix(19) } == ["[signature-missing]"])
  }

  /// Names of files alone are not parsed, and mean what the defaults say.
  @Test func theShortWayAndTheLongWayAgree() async throws {
    let short = try await Program.concord(["lint", "samples/draft", "samples/riverbend"])
    let long = try await Program.concord([
      "lint", "samples/draft", "samples/riverbend", "--suppressions", "--color", "auto", "--fail-on", "error",
      "--max-size", "16M",
    ])
    #expect(short.output == long.output && short.error == long.error && short.status == long.status)
    let open = try await Program.concord(["lint", "samples/draft", "samples/riverbend", "--no-suppressions"])
    #expect(!open.output.hasSuffix(" suppressed\n") && short.output.hasSuffix("; 3 suppressed\n"))
  }

  @Test func versionAndCompletions() async throws {
    let version = try await Program.concord(["--version"]).output
    #expect(version.wholeMatch(of: /\d+\.\d+\.\d+ \(libyaml 0\.\d+\.\d+\)\n/) != nil, "\(version)")
    for shell in ["bash", "zsh", "fish"] {
      #expect(try await Program.concord(["--generate-completion-script", shell]).output.contains("concord"))
    }
  }

  @Test func rulesAndPages() async throws {
    #expect(try await Program.concord(["rules", "--format", "markdown"]).output == Root.text("schema/rules.md"))
    #expect(try await Program.concord(["changes", "--format", "markdown"]).output == Root.text("schema/changes.md"))
    #expect(try await Program.concord(["schema", "topics"]).output == Root.text("schema/topics.yaml"))
    #expect(try await Program.concord(["explain", "norms-missing"]).output.contains("there are no norms"))
    #expect(try await Program.concord(["topics"]).output.split(separator: "\n").count { $0.hasPrefix("  ") } == 34 + 8)
    #expect(try await Program.concord(["topics", "access"]).output.contains("access / classroom-access"))
  }

  @Test func colorFollowsTheOptionThenTheEnvironment() async throws {
    let arguments = ["lint", "samples/draft", "--today", "2026-08-10"]
    func isColored(_ more: [String], _ environment: [String: String]) async throws -> Bool {
      let keys = Dictionary(uniqueKeysWithValues: environment.map { (Program.key($0.key), Optional($0.value)) })
      return try await Program.concord(arguments + more, environment: keys).output.contains("\u{1B}[")
    }
    #expect(try await isColored([], [:]) == false)
    #expect(try await isColored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try await isColored([], ["FORCE_COLOR": "1"]))
    #expect(try await isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]) == false)
    #expect(try await isColored(["--color", "never"], ["FORCE_COLOR": "1"]) == false)
  }

  @Test func aClosedPipeEndsSilently() async throws {
    let outcome = try await Program.run(
      "bash", ["-o", "pipefail", "-c", "\"$0\" schema agreement | head -c 1", Program.concord])
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
  }

  @Test func showPrintsTheDigestOfTheCanonicalForm() async throws {
    for path in [Root.riverbend[0], "samples/draft/juniper-hill-humanities/2026-27.agreement.yaml"] {
      let digest = try await Program.concord(["show", path, "--digest"])
      let sum = try await Program.run(
        "bash",
        [
          "-c", "\"$0\" show \"$1\" --format canonical | { sha256sum 2>/dev/null || shasum -a 256; }", Program.concord,
          path,
        ])
      #expect(sum.output.prefix(64) == digest.output.prefix(64))
      #expect(digest.output.count == 65)
    }
    let broken = try await Program.concord(["show", "Tests/Fixtures/newcomer.agreement.yaml", "--digest"])
    #expect(broken.status == 2)
    #expect(broken.output == "")
    #expect(broken.error.contains("has no canonical form"))
  }
}

/// A pipe delivers its bytes in pieces; nothing may be cut.
@Suite struct StandardInputTests {
  @Test(arguments: [65_535, 65_536, 65_537, 131_072, 200_000])
  func everythingIsRead(count: Int) async throws {
    let head = "format: 1\nx-text: "
    let text = head + String(repeating: "a", count: count - head.utf8.count - 1) + "\n"
    let scratch = try Scratch()
    let path = try scratch.write("a.agreement.yaml", (text + "norms: [\n").utf8)
    let fromFile = try await Program.concord(["lint", path, "--format", "short", "--select", "syntax"])
    let fromPipe = try await Program.run(
      "bash",
      [
        "-c", "cat \"$1\" | \"$0\" lint - --stdin-filename \"$1\" --format short --select syntax", Program.concord,
        path,
      ])
    #expect(fromPipe.output == fromFile.output)
    #expect(fromFile.output.contains(":3:8: error: "))
  }
}
