import AgreementReporting
import TestSupport
import Testing

/// Reports that other tools act on: what could not be checked is not clean, and a file is a file, whatever was typed.
@Suite struct TrustedReportTests {
  private static let slip = "format: 1\nid: a\nschool-year: 2026-27\nfoo: 1\n"

  private func repository(_ files: [String: String], isGit: Bool = true) async throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      _ = try await Program.run("mkdir", ["-p", scratch.path + "/" + folder])
      try scratch.write(name, text.utf8)
    }
    if isGit { _ = try await Program.run("git", ["init", "-q", scratch.path]) }
    return scratch
  }

  private func run(_ line: String, in scratch: borrowing Scratch, _ environment: [String: String] = [:]) async throws
    -> Outcome
  {
    try await Program.run(
      "bash",
      ["-c", "cd \"$1\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path],
      environment: Dictionary(
        uniqueKeysWithValues: (["CI_PROJECT_DIR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"]).map {
          (Program.key($0), environment[$0])
        }))
  }

  // MARK: - Runs that could not look

  @Test(arguments: [
    "concord lint no-such-folder", "concord lint d --select no-such-rule", "concord lint bad",
    "concord lint d --baseline none.json",
    "concord lint d --today tomorrow",
  ])
  func aRunThatCouldNotLookIsNotClean(line: String) async throws {
    let scratch = try await repository([
      "d/x.agreement.yaml": Self.slip, "bad/concord.yaml": "rules: [", "bad/x.agreement.yaml": Self.slip,
    ])
    let outcome = try await run(
      line + " --format sarif=o.sarif --format json=o.json --format junit=o.xml --format gitlab=g.json --format text",
      in: scratch)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    let sarif = try Root.text(scratch.path + "/o.sarif")
    #expect(sarif.contains("\"executionSuccessful\":false") && sarif.contains("\"toolExecutionNotifications\":[{"))
    // Nothing was looked at, so there are no results, not even none: an empty list closes alerts.
    #expect(sarif.contains("\"results\":null"))
    let json = try Root.text(scratch.path + "/o.json")
    #expect(json.contains("\"errors\": [{\"path\":"))
    let junit = try Root.text(scratch.path + "/o.xml")
    #expect(junit.contains("<error message=") && !junit.contains("name=\"not checked\" tests=\"0\""))
    #expect(try await Program.run("ls", [scratch.path]).output.contains("g.json") == false)
    #expect(outcome.error.contains("there is no gitlab report"))
  }

  @Test func oneFileThatCannotBeReadIsTold() async throws {
    let scratch = try await repository(["d/x.agreement.yaml": Self.slip])
    _ = try await Program.run("ln", ["-s", "gone", scratch.path + "/d/y.agreement.yaml"])
    let outcome = try await run(
      "concord lint d --format sarif=o.sarif --format github", in: scratch,
      ["GITHUB_STEP_SUMMARY": scratch.path + "/summary.md"])
    #expect(outcome.status == 2)
    let sarif = try Root.text(scratch.path + "/o.sarif")
    #expect(sarif.contains("\"executionSuccessful\":false") && sarif.contains("\"ruleId\":\"unknown-key\""))
    #expect(sarif.contains("d/y.agreement.yaml: there is no such file or folder"))
    #expect(outcome.output.contains("::error title=not checked::d/y.agreement.yaml: there is no such file or folder\n"))
    #expect(try Root.text(scratch.path + "/summary.md").contains("**Not everything could be checked:**"))
    let clean = try await run("concord lint d/x.agreement.yaml --format sarif", in: scratch)
    #expect(clean.output.contains("\"executionSuccessful\":true"))
  }

  // MARK: - One file, many spellings

  private static let spellings = [
    "concord lint d", "concord lint ./d", "concord lint \"$PWD/d\"", "concord lint d/../d/x.agreement.yaml",
    "cd d && concord lint",
    "cd d && concord lint .", "cd d && concord lint ../d", "concord lint to-d", "concord lint link.agreement.yaml",
    "cd / && concord lint \"$OLDPWD/d\"",
  ]

  @Test(arguments: [true, false])
  func pathsAndFingerprintsDoNotDependOnTheSpelling(isGit: Bool) async throws {
    let scratch = try await repository(["d/x.agreement.yaml": Self.slip], isGit: isGit)
    _ = try await Program.run("ln", ["-s", "d", scratch.path + "/to-d"])
    _ = try await Program.run("ln", ["-s", "d/x.agreement.yaml", scratch.path + "/link.agreement.yaml"])
    let hints = isGit ? [:] : ["CI_PROJECT_DIR": scratch.path, "GITHUB_WORKSPACE": "/nowhere"]
    var outputs: [String: Set<String>] = [:]
    for line in Self.spellings {
      for format in ReportFormat.all.filter(\.isForCI).map(\.name) {
        let outcome = try await run("\(line) --today 2026-09-01 --format \(format)", in: scratch, hints)
        #expect(outcome.status == 1, "\(line): \(outcome.error)")
        #expect(
          outcome.output.contains("d/x.agreement.yaml") && !outcome.output.contains(scratch.path), "\(line), \(format)")
        outputs[format, default: []].insert(outcome.output)
      }
    }
    for (format, found) in outputs { #expect(found.count == 1, "\(format)") }
  }

  /// What a run prints that names no format has a name of its own, so that others can stand beside it.
  @Test func theUsualFormatHasAName() async throws {
    let scratch = try await repository(["d/x.agreement.yaml": Self.slip])
    for environment in [[:], ["GITHUB_ACTIONS": "true"]] as [[String: String]] {
      let usual = try await run("concord lint d", in: scratch, environment)
      #expect(usual.output.contains("\n::error file=d/x.agreement.yaml,") == !environment.isEmpty)
      for words in ["--format auto", "--format sarif=out.sarif --format auto"] {
        let named = try await run("concord lint d \(words)", in: scratch, environment)
        #expect(named.output == usual.output && named.status == usual.status, "\(words): \(named.error)")
      }
    }
    #expect(try Root.text(scratch.path + "/out.sarif").contains("\"partialFingerprints\":{\"concord/v1\":\""))
    for (words, reason) in [
      ("--format auto --format text", "only one report can go to standard output"),
      ("--format auto=out.txt", "--format auto goes to standard output"), ("--format auti", "did you mean 'auto'?"),
    ] {
      let outcome = try await run("concord lint d \(words)", in: scratch)
      #expect(outcome.status == 2 && outcome.error.contains(reason), "\(words): \(outcome.error)")
    }
  }

  /// A folder that a CI service names counts only where it holds the file and there is no repository.
  @Test func aRepositoryComesBeforeWhatAServiceNames() async throws {
    let scratch = try await repository(["in/d/x.agreement.yaml": Self.slip], isGit: false)
    _ = try await Program.run("git", ["init", "-q", scratch.path + "/in"])
    let outcome = try await run(
      "concord lint in --format github", in: scratch,
      ["CI_PROJECT_DIR": scratch.path, "GITHUB_WORKSPACE": scratch.path])
    #expect(outcome.output.contains("file=d/x.agreement.yaml,"))
  }

  @Test func oneFileIsCheckedOnce() async throws {
    let scratch = try await repository(["d/x.agreement.yaml": Self.slip.replacing("foo: 1\n", with: "")])
    _ = try await Program.run("ln", ["-s", "x.agreement.yaml", scratch.path + "/d/current.agreement.yaml"])
    for paths in ["d", "d ./d", "d \"$PWD/d\"", "d d/x.agreement.yaml d/current.agreement.yaml"] {
      let outcome = try await run("concord lint \(paths) --select repository --format short", in: scratch)
      #expect(outcome.error.hasPrefix("1 agreement: "), "\(paths): \(outcome.error)")
      #expect(!outcome.output.contains("duplicate-agreement"))
    }
  }

  /// What has no id is known in a baseline by its path, however that is typed.
  @Test func aBaselineFitsEverySpelling() async throws {
    let scratch = try await repository(["d/x.agreement.yaml": "format: 1\nfoo: 1\n"])
    _ = try await run("concord lint d --write-baseline known.json", in: scratch)
    for line in ["concord lint ./d", "cd d && concord lint", "concord lint \"$PWD/d\""] {
      let file = line.hasPrefix("cd") ? "../known.json" : "known.json"
      #expect(try await run("\(line) --baseline \(file)", in: scratch).status == 0, "\(line)")
    }
  }

  @Test func exclusionsHoldForStandardInput() async throws {
    let scratch = try await repository(["old/x.agreement.yaml": Self.slip, "concord.yaml": "exclude: [old]\n"])
    let path = try await run("concord lint old/x.agreement.yaml", in: scratch)
    let stream = try await run(
      "concord lint - --stdin-filename old/x.agreement.yaml < old/x.agreement.yaml", in: scratch)
    #expect(path.status == 2 && stream.status == 2)
    #expect(stream.output == path.output && stream.error == path.error)
    // Without a name there is nothing that a pattern could fit.
    try scratch.write("concord.yaml", "exclude: ['*']\n".utf8)
    #expect(try await run("concord lint - < old/x.agreement.yaml", in: scratch).status == 1)
  }
}
