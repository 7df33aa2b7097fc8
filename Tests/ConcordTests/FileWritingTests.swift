import TestSupport
import Testing

/// What repairs and reports do to files that others have a hand in.
@Suite struct FileWritingTests {
  private static let slip = "format: 1\nid: a\nschool-year: SY27\n"

  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      [
        "-c", "cd \"$1\" && \(line)".replacing("concord lint", with: "\"$0\" lint"), Program.absoluteConcord,
        scratch.path,
      ]
    )
  }

  /// Somebody who has the file open for writing is not left with one that has no name anymore.
  @Test func whatIsOpenForWritingIsLeftAlone() async throws {
    guard try await Program.run("uname", []).output == "Linux\n" else { return }
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    let outcome = try await run(
      "exec 5>> x.agreement.yaml; concord lint --fix; echo '# more' >&5; cat x.*", in: scratch)
    #expect(outcome.output.hasSuffix(Self.slip + "# more\n") && outcome.error.contains("another program has it open"))
  }

  @Test(arguments: [
    ("ln x.agreement.yaml second", "it has more than one name"), ("chmod 444 x.agreement.yaml", "it is read-only"),
    ("mkdir d && mv x.agreement.yaml d && chmod 555 d", ""),
  ])
  func whatCannotBeKeptIsLeftAlone(line: String, reason: String) async throws {
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    let outcome = try await run(
      "\(line); concord lint --fix; chmod -R u+w .; find . -name '*.yaml' | xargs cat", in: scratch)
    if !reason.isEmpty {
      #expect(outcome.output.hasSuffix(Self.slip) && outcome.error.contains(reason), "\(outcome.error)")
    }
    #expect(try await run("find . -name '.*.concord' | wc -l", in: scratch).output == "0\n")
    let report = try await run(
      "rm -f second; touch r; \(line.replacing("x.agreement.yaml", with: "r")); concord lint --format json=r",
      in: scratch)
    if !reason.isEmpty { #expect(report.status == 2 && report.error.contains(reason), "\(report.error)") }
  }

  /// A run that is killed leaves a temporary file; a later one takes it away, unless it may still be in use.
  @Test func leftoversAreTakenAway() async throws {
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    // Names that a run gives its files, by their last digit; one that looks alike is somebody's own.
    let name = "t() { echo .concord-000000000000000$1.tmp; }; own=.concord-1.tmp"
    _ = try await run(
      """
      \(name); mkdir d l; for n in 1 2 3; do echo a > $(t $n); done; cp $(t 1) d; echo a > $own; echo a > precious
      ln -s ../precious l/$(t 4); ln precious d/$(t 5); mkfifo $(t 6)
      touch -d '1 hour ago' $(t 1) $(t 3) d/$(t 1) $own precious
      """, in: scratch)
    let outcome = try await run(
      "\(name); exec 5< $(t 3); flock -x 5; concord lint --fix .; concord lint . --format json=l/r", in: scratch)
    let left = "find . -name '.concord-*' | sed 's/000000000000000//' | sort | xargs"
    #expect(
      try await run(left, in: scratch).output
        == "./.concord-1.tmp ./.concord-2.tmp ./.concord-3.tmp ./.concord-6.tmp ./d/.concord-5.tmp ./l/.concord-4.tmp\n",
      "\(outcome.error)")
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    _ = try await run(
      "\(name); touch -d '1 hour ago' $(t 2) $(t 3); concord lint x.agreement.yaml --fix", in: scratch)
    #expect(
      try await run(left, in: scratch).output
        == "./.concord-1.tmp ./.concord-6.tmp ./d/.concord-5.tmp ./l/.concord-4.tmp\n")
  }

  /// A report that cannot be written leaves what was there, and says so.
  @Test func aReportIsWrittenAsAWholeOrNotAtAll() async throws {
    let scratch = try Scratch()
    let report = try scratch.write("out.json", Array("the old one".utf8))
    _ = try await Program.run("chmod", ["640", report])
    let missing = try await Program.concord([
      "lint", "samples/riverbend", "--format", "json=\(scratch.path)/no/out.json",
    ])
    #expect(missing.status == 2)
    #expect(missing.error.contains("there is no such folder"))
    let folder = try await Program.concord(["lint", "samples/riverbend", "--format", "json=\(scratch.path)"])
    #expect(folder.status == 2 && folder.error.contains("it is a folder, not a file"))
    // A limit on the size of files stands in for a full disk.
    let full = try await Program.run(
      "bash", ["-c", "trap '' XFSZ; ulimit -f 1; \(Program.concord) lint schema/vectors --format json=\(report)"])
    #expect(full.status == 2 && !full.error.isEmpty)
    #expect(try Root.text(report) == "the old one")
    #expect(try await Program.run("ls", ["-A", scratch.path]).output == "out.json\n")
    let outcome = try await Program.concord(["lint", "samples/riverbend", "--format", "json=\(report)"])
    #expect(outcome.status == 0)
    #expect(try Root.text(report).hasPrefix("{"))
    #expect(try await Program.run("sh", ["-c", "ls -l \(report) | cut -c1-10"]).output == "-rw-r-----\n")
  }
}
