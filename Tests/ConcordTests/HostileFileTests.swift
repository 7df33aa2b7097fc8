import TestSupport
import Testing

/// Files and folders that are not what they seem, through the command.
@Suite struct HostileFileTests {
  private static let good = (try? Root.bytes(Root.riverbend[0])) ?? []

  @Test func aFileThatMayNotBeReadIsSaidToBeSo() async throws {
    let scratch = try await Scratch()
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
        "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", copy, "lint", scratch.path])
      : try await Program.run(copy, ["lint", scratch.path])
    #expect(outcome.status == 2)
    #expect(outcome.output == "1 agreement: nothing to report\n")
    #expect(outcome.error == "concord: \(file): you are not allowed to read it\n")
    try await scratch.remove()
  }

  @Test func namesAreShownEscaped() async throws {
    let scratch = try await Scratch()
    // Names that a shell script or Swift's own file calls would not make.
    let script = """
      import os, sys
      for name in [b'a\\nb::error::x', b'\\x1b[31mred', b'\\xff\\xfe', b'-rf', b'--help', b'x y', b'::error::', b'\\xe2\\x80\\xae']:
          open(os.path.join(sys.argv[1].encode(), name + b'.agreement.yaml'), 'w').write('format: 1\\n')
      """
    _ = try await Program.run("python3", ["-c", script, scratch.path])
    for format in ["text", "short", "json", "jsonl"] {
      let outcome = try await Program.concord(["lint", scratch.path, "--format", format])
      #expect(outcome.status == 1)
      for scalar in (outcome.output + outcome.error).unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      }
      for line in outcome.output.split(separator: "\n") { #expect(!line.drop { $0 == " " }.hasPrefix("::")) }
    }
    let named = try await Program.run("sh", ["-c", "cd \(scratch.path) && \(Self.concord) lint -- -rf.agreement.yaml"])
    #expect(named.output.hasPrefix("-rf.agreement.yaml:1:1: error"))
    try await scratch.remove()
  }

  private static let concord = Program.concord.hasPrefix("/") ? Program.concord : "\"$OLDPWD\"/" + Program.concord

  @Test func aHundredThousandFilesInOneFolder() async throws {
    let scratch = try await Scratch()
    _ = try await Program.run("sh", ["-c", "cd \(scratch.path) && seq 100000 | sed 's/$/.txt/' | xargs touch"])
    for number in 0..<40 { try scratch.write("\(number).agreement.yaml", Self.good) }
    let outcome = try await Program.concord(["lint", "--ignore", "repository", scratch.path])
    #expect(outcome.output == "40 agreements: nothing to report\n")
    try await scratch.remove()
  }

  @Test func aFileThatVanishesStopsNothing() async throws {
    let scratch = try await Scratch()
    try scratch.write("here.agreement.yaml", Self.good)
    // A link whose target is gone is listed and cannot be read, as a file that somebody deleted in between.
    _ = try await Program.run("ln", ["-s", scratch.path + "/gone", scratch.path + "/gone.agreement.yaml"])
    let outcome = try await Program.concord(["lint", scratch.path])
    #expect(outcome.status == 2)
    #expect(outcome.output == "1 agreement: nothing to report\n")
    try await scratch.remove()
  }

  @Test func aFileThatGrowsIsCutAtTheLimit() async throws {
    let scratch = try await Scratch()
    let file = try scratch.write("log.agreement.yaml", Array("# x\n".utf8))
    let outcome = try await Program.run(
      "sh",
      [
        "-c",
        "(while :; do printf '%4096s\\n' '# x' >> \(file) || exit; done) & pid=$!; \(Program.concord) lint --max-size 1M \(file) | tail -1; kill $pid",
      ])
    #expect(outcome.output.hasPrefix("1 agreement: "))
    try await scratch.remove()
  }

  @Test func sizesAreLimited() async throws {
    let scratch = try await Scratch()
    let file = try scratch.write("x.agreement.yaml", Self.good)
    let small = try await Program.concord(["lint", "--max-size", "1K", file])
    #expect(small.status == 1)
    #expect(small.output.contains("error[limit]"))
    for size in ["0", "-1", "5G", "x", "1T", "9999999999"] {
      #expect(try await Program.concord(["lint", "--max-size=\(size)", file]).status == 2, "\(size)")
    }
    #expect(try await Program.concord(["lint", "--max-size", "4G", file]).status == 0)
    try await scratch.remove()
  }

  @Test func aReadOnlyFolderIsNoHindrance() async throws {
    let scratch = try await Scratch()
    try scratch.write("x.agreement.yaml", Self.good)
    _ = try await Program.run("chmod", ["555", scratch.path])
    #expect(try await Program.concord(["lint", scratch.path]).status == 0)
    _ = try await Program.run("chmod", ["755", scratch.path])
    try await scratch.remove()
  }

  #if os(Linux)
    @Test func aFullDiskIsNoSuccess() async throws {
      let outcome = try await Program.run("sh", ["-c", "\(Program.concord) lint samples/riverbend > /dev/full"])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("concord: cannot write the output: "))
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
