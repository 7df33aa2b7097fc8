import AgreementReporting
import TestSupport
import Testing

/// Files and folders that are not what they seem, through the command.
@Suite struct HostileFileTests {
  private static let good = (try? Root.bytes(Root.riverbend[0])) ?? []
  /// The same with something to repair.
  private static let slip: String = String(decoding: good, as: UTF8.self).replacing(/school-year: (\d+)-/) {
    "school-year: \($0.1)/"
  }

  @Test func aFileThatMayNotBeReadIsSaidToBeSo() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("secret.agreement.yaml", Self.good)
    try scratch.write("open.agreement.yaml", Self.good)
    _ = try await Program.run("chmod", ["755", scratch.path])
    _ = try await Program.run("chmod", ["644", scratch.path + "/open.agreement.yaml"])
    _ = try await Program.run("chmod", ["000", file])
    // Permissions mean nothing to root.
    let isRoot = try await Program.run("id", ["-u"]).output == "0\n"
    let copy = scratch.path + "/concord"
    _ = try await Program.run("cp", [Program.concord, copy])
    _ = try await Program.run("chmod", ["755", copy])
    let outcome =
      isRoot
      ? try await Program.run(
        "setpriv",
        ["--reuid=65534", "--regid=65534", "--clear-groups", copy, "lint", scratch.path, "--today", "2024-09-10"])
      : try await Program.run(copy, ["lint", scratch.path, "--today", "2024-09-10"])
    #expect(outcome.status == 2)
    #expect(outcome.output == "1 agreement: nothing to report; 1 could not be checked\n")
    #expect(outcome.error == "concord: \(file): you are not allowed to read it\n")
  }

  @Test func namesAreShownEscaped() async throws {
    let scratch = try Scratch()
    let script = """
      cd "$0"
      for name in $'a\\nb::error::x' $'\\x1b[31mred' $'\\xff\\xfe' -rf --help 'x y' ::error:: $'\\xe2\\x80\\xae'; do
        echo 'format: 1' > "$name.agreement.yaml"
      done; set -- *; echo $#
      """
    #expect(try await Program.run("bash", ["-c", script, scratch.path]).output.hasSuffix("8\n"))
    for format in ReportFormat.all.map(\.name) {
      let outcome = try await Program.concord(["lint", scratch.path, "--format", format])
      #expect(outcome.status == 1)
      let wrong = (outcome.output + outcome.error).unicodeScalars.filter {
        $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value))
      }
      #expect(wrong.isEmpty, "\(format)")
      // GitHub's own format has a command in each line.
      guard format != "github" else { continue }
      for line in outcome.output.split(separator: "\n") { #expect(!line.drop { $0 == " " }.hasPrefix("::")) }
    }
    let named = try await Program.run("sh", ["-c", "cd \(scratch.path) && \(Self.concord) lint -- -rf.agreement.yaml"])
    #expect(named.output.hasPrefix("-rf.agreement.yaml:1:1: error"))
  }

  private static let concord = Program.concord.hasPrefix("/") ? Program.concord : "\"$OLDPWD\"/" + Program.concord

  @Test func aHundredThousandFilesInOneFolder() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("sh", ["-c", "cd \(scratch.path) && seq 100000 | sed 's/$/.txt/' | xargs touch"])
    for number in 0..<40 { try scratch.write("\(number).agreement.yaml", Self.good) }
    let outcome = try await Program.concord(["lint", "--ignore", "repository", scratch.path])
    #expect(outcome.output == "40 agreements: nothing to report\n")
  }

  @Test func aFileThatVanishesStopsNothing() async throws {
    let scratch = try Scratch()
    try scratch.write("here.agreement.yaml", Self.good)
    // A link whose target is gone is listed and cannot be read, as a file that somebody deleted in between.
    _ = try await Program.run("ln", ["-s", scratch.path + "/gone", scratch.path + "/gone.agreement.yaml"])
    let outcome = try await Program.concord(["lint", "--today", "2024-11-01", scratch.path])
    #expect(outcome.status == 2)
    #expect(outcome.output == "1 agreement: nothing to report; 1 could not be checked\n")
  }

  @Test func aFileThatGrowsIsCutAtTheLimit() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("log.agreement.yaml", Array("# x\n".utf8))
    let outcome = try await Program.run(
      "sh",
      [
        "-c",
        "(while :; do printf '%4096s\\n' '# x' >> \(file) || exit; done) & pid=$!; \(Program.concord) lint --max-size 1M \(file) | tail -1; kill $pid",
      ])
    #expect(outcome.output.hasPrefix("1 agreement: "))
  }

  @Test func sizesAreLimited() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("x.agreement.yaml", Self.good)
    let small = try await Program.concord(["lint", "--max-size", "1K", file])
    #expect(small.status == 1)
    #expect(small.output.contains("error[limit]"))
    for size in ["0", "-1", "5G", "x", "1T", "9999999999"] {
      #expect(try await Program.concord(["lint", "--max-size=\(size)", file]).status == 2, "\(size)")
    }
    #expect(try await Program.concord(["lint", "--max-size", "4G", file]).status == 0)
  }

  @Test func aReadOnlyFolderIsNoHindrance() async throws {
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", Self.good)
    _ = try await Program.run("chmod", ["555", scratch.path])
    #expect(try await Program.concord(["lint", scratch.path]).status == 0)
    _ = try await Program.run("chmod", ["755", scratch.path])
  }

  /// A pull request may hold a link to whatever CI can read or write.
  @Test func linksLeadNowhereElse() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/in/.git"])
    try scratch.write("secret", Array("token: abc\n".utf8))
    try scratch.write("outside.agreement.yaml", Self.slip.utf8)
    try scratch.write("in/real.agreement.yaml", Self.good)
    try scratch.write("in/.git/config", Array("token: abc\n".utf8))
    for (name, target) in [("a", "../secret"), ("b", "../outside.agreement.yaml"), ("c", ".git/config")] {
      _ = try await Program.run("ln", ["-s", target, scratch.path + "/in/\(name).agreement.yaml"])
    }
    _ = try await Program.run("ln", ["-s", "real.agreement.yaml", scratch.path + "/in/d.agreement.yaml"])
    let outcome = try await Program.concord(["lint", "--ignore", "repository", scratch.path + "/in", "--fix"])
    #expect(outcome.status == 2)
    #expect(outcome.output == "1 agreement: nothing to report; 3 could not be checked\n")
    #expect(outcome.error.split(separator: "\n").count { $0.contains("it is a link to something") } == 3)
    #expect(!(outcome.output + outcome.error).contains("token"))
    #expect(try Root.text(scratch.path + "/outside.agreement.yaml") == Self.slip)
  }

  @Test func namesGiveNoCommandsAtTheStartOfALine() async throws {
    let scratch = try Scratch()
    for name in ["::error file=x,line=1::a", "::stop-commands::t", "##[add-mask]e"] {
      try scratch.write("\(name).agreement.yaml", Array("format: 1\n".utf8))
    }
    for format in ["text", "short"] {
      let outcome = try await Program.run(
        "sh", ["-c", "cd '\(scratch.path)' && \(Program.absoluteConcord) lint --format \(format)"])
      #expect(outcome.status == 1)
      for line in (outcome.output + outcome.error).split(separator: "\n") {
        #expect(!line.drop { $0 == " " }.hasPrefix("::") && !line.contains("##["), "\(line)")
      }
    }
  }

  @Test func pathsOfThousandsOfFoldersEnd() async throws {
    let path = String(repeating: "a/", count: 10_000) + "x.agreement.yaml"
    let outcome = try await Program.concord(["lint", "-", "--stdin-filename", path])
    #expect(outcome.status == 2 && outcome.error.contains("too long"))
    #expect(try await Program.concord(["config", "show", path]).status == 2)
  }

  /// A limit on the size of files stops a repair and leaves nothing behind.
  @Test func aFileSizeLimitIsSaid() async throws {
    let scratch = try Scratch()
    let long = Self.slip + String(repeating: "# a comment that makes the file long\n", count: 3_000)
    let file = try scratch.write("x.agreement.yaml", Array(long.utf8))
    let outcome = try await Program.run("bash", ["-c", "ulimit -f 8; \(Program.absoluteConcord) lint --fix '\(file)'"])
    #expect(outcome.status == 2 && outcome.error.contains("x.agreement.yaml"))
    #expect(try Root.text(file) == long)
    #expect(try await Program.run("ls", ["-A", scratch.path]).output == "x.agreement.yaml\n")
  }

  /// Who repairs the file of somebody else leaves it theirs; only root can try.
  @Test func theOwnerStays() async throws {
    guard try await Program.run("id", ["-u"]).output == "0\n" else { return }
    let scratch = try Scratch()
    let file = try scratch.write(String(repeating: "é", count: 115) + ".agreement.yaml", Array(Self.slip.utf8))
    _ = try await Program.run("chown", ["1234:2345", file])
    _ = try await Program.run("chmod", ["640", file])
    _ = try await Program.concord(["lint", "--fix", file])
    #expect(try Root.text(file) == String(decoding: Self.good, as: UTF8.self))
    #expect(try await Program.run("stat", ["-c", "%u:%g %a", file]).output == "1234:2345 640\n")
  }

  @Test func wordsOfTheCommandLineAreShownEscaped() async throws {
    let wrong = "\u{1B}[31m\u{202E}x\n::error::x"
    for arguments in [
      ["lint", "--select", wrong], ["lint", "--today", wrong], ["lint", "--\(wrong)"], ["explain", wrong],
    ] {
      let outcome = try await Program.concord(arguments)
      #expect(outcome.status == 2)
      for scalar in outcome.error.unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x202E)
      }
    }
  }

  /// All that comments allow is counted, not only what is listed.
  @Test func allowedFindingsAreCounted() async throws {
    let text =
      "# concord: allow text-as-mapping -- labels\nformat: 1\nnorms:\n  agreed:\n"
      + String(repeating: "    - Harmon: strong\n", count: 300)
    let outcome = try await Program.concord(["lint", "-"], input: Array(text.utf8))
    #expect(outcome.output.contains("; 300 suppressed"))
  }

  #if os(Linux)
    @Test func aFullDiskIsNoSuccess() async throws {
      let outcome = try await Program.run("sh", ["-c", "\(Program.concord) lint samples/riverbend > /dev/full"])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("concord: cannot write the output: "))
      #expect(try await Program.run("sh", ["-c", "\(Program.concord) --version > /dev/full"]).status == 2)
    }
  #endif
}

/// Parts of an archive for several machines.
@Suite struct ShardTests {
  @Test func partsShareTheFilesAndKeepYearsTogether() async throws {
    func paths(_ arguments: [String]) async throws -> [String] {
      let outcome = try await Program.concord(
        [
          "lint", "schema/vectors", "samples", "--format", "short", "--today", "2026-09-01", "--select",
          "topic-unanswered",
        ]
          + arguments)
      return outcome.output.split(separator: "\n").map { String($0.split(separator: ":")[0]) }
    }
    let all = try await paths([])
    var seen: [String] = []
    var files = 0
    for part in 1...4 {
      let mine = try await paths(["--shard", "\(part)/4"])
      #expect(mine == (try await paths(["--shard", "\(part)/4", "--jobs", "1"])))
      seen += mine
      let json = try await Program.concord(["lint", "samples/riverbend", "--format", "jsonl", "--shard", "\(part)/4"])
      let count = json.output.firstMatch(of: /"files":([0-9]+)/).flatMap { Int($0.1) } ?? -1
      // All three years of a school are in one part.
      #expect(count % 3 == 0)
      files += count
    }
    #expect(seen.sorted() == all.sorted() && !all.isEmpty)
    #expect(files == 9)
    for wrong in ["0/4", "5/4", "x", "1/0", "1", "1/2/3"] {
      #expect(try await Program.concord(["lint", "samples", "--shard", wrong]).status == 2)
    }
  }

  @Test func jobsDoNotChangeTheOutput() async throws {
    let arguments = [
      "lint", "schema/vectors", "samples", "Tests/Fixtures/newcomer.agreement.yaml", "--today", "2026-09-01",
    ]
    let one = try await Program.concord(arguments + ["--jobs", "1"])
    for jobs in ["2", "7"] {
      let more = try await Program.concord(arguments + ["--jobs", jobs])
      #expect(more.output == one.output && more.status == one.status)
    }
  }
}
