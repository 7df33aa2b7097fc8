import TestSupport
import Testing

/// Names of files that are not UTF-8, as old archives have them.
@Suite struct FileNameTests {
  private func run(_ script: String) async throws -> Outcome {
    let scratch = try Scratch()
    try scratch.write("old", try Root.bytes("samples/riverbend/alder-creek-literacy/2025-26.agreement.yaml"))
    try scratch.write("new", try Root.bytes("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"))
    return try await Program.run(
      "bash", ["-c", "cd \"$1\"; N=$'b\\xe4d.agreement.yaml'; \(script)", Program.absoluteConcord, scratch.path],
      environment: [
        Program.key("GIT_CONFIG_GLOBAL"): "/dev/null", Program.key("GIT_CONFIG_SYSTEM"): "/dev/null",
        Program.key("GIT_PAGER"): "cat",
      ])
  }

  /// Some file systems, that of macOS among them, take no such names.
  private func canHoldThem() async throws -> Bool {
    try await run("cp old \"$N\"").status == 0
  }

  @Test func theyAreNamedFoundAndReported() async throws {
    guard try await canHoldThem() else { return }
    let outcome = try await run(
      """
      git init -q .; echo 'foo: 1' >> old; cp old "$N"
      "$0" lint "$N" --select unknown-key --format sarif | grep -o '"uri":"[^"]*"' | sort -u
      "$0" lint . --select unknown-key --format sarif | grep -o '"uri":"[^"]*"' | sort -u
      "$0" lint . --select unknown-key --format junit | grep -o 'classname="[^"]*"' | sort -u
      "$0" show "$N" 2>&1 | grep -c ": error\\["
      cp new "$N"; "$0" show --digest "$N" | wc -c; "$0" diff old new --exit-code > /dev/null 2>&1
      cp old o; sed -i '/^foo/d' o; "$0" diff o "$N" --exit-code > /dev/null; echo $?
      "$0" lint . --select syntax --format sarif=$'r\\xe4.sarif' > /dev/null; ls $'r\\xe4.sarif' | wc -l
      """)
    #expect(
      outcome.output.split(separator: "\n") == [
        "\"uri\":\"b%E4d.agreement.yaml\"", "\"uri\":\"b%E4d.agreement.yaml\"", "classname=\"b\\xE4d.agreement.yaml\"",
        "1",
        "65", "1", "1",
      ], "\(outcome.output) \(outcome.error)")
  }

  @Test func gitShowsTheirMeaning() async throws {
    guard try await canHoldThem() else { return }
    let outcome = try await run(
      """
      git init -q .; git config user.name a; git config user.email a@example.org
      echo '*.agreement.yaml diff=concord' > .gitattributes
      git config diff.concord.command "$0 git-diff-driver"; git config diff.concord.textconv "$0 git-textconv"
      cp old "$N"; git add -A; git commit -qm 1; cp new "$N"
      git diff; git diff --no-ext-diff; git commit -qam 2
      "$0" diff "HEAD~1:$N" "$N" --exit-code > /dev/null; echo "revision $?"
      echo 'foo: [' >> "$N"; git diff
      """)
    #expect(outcome.output.contains("commitment weakened: "))
    #expect(outcome.output.contains("\n-confidentiality, shared: Teams, hours and topics\n"))
    #expect(outcome.output.contains("\nrevision 1\n"))
    #expect(outcome.output.contains("\n+++ \"b/b\\344d.agreement.yaml\"\n"), "\(outcome.output.suffix(600))")
    #expect(!outcome.error.contains("fatal"))
  }

  /// One broken line is a change of one line, for `git log` as for a merge, and what can be read is compared as ever.
  @Test(arguments: ["  foo: [", "norms: [", "\tx", "id: again", "what: is: this", "no key at all"])
  func oneBrokenLineIsOneChange(line: String) async throws {
    let outcome = try await run(
      """
      git init -q .; git config user.name a; git config user.email a@example.org
      echo '*.agreement.yaml diff=concord' > .gitattributes; git config diff.concord.textconv "$0 git-textconv"
      cp old a.agreement.yaml; git add -A; git commit -qm 1; printf '%s\\n' '\(line)' >> a.agreement.yaml; git commit -qam 2
      git log -p -1 --format= -- a.agreement.yaml | grep '^[-+]' | grep -v '^+++\\|^---'
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count <= 4, "\(outcome.output)")
    #expect(lines.contains { $0.hasPrefix("+not read: ") }, "\(outcome.output)")
  }

  /// The same for a line in the middle, with what belongs to it below.
  @Test(arguments: [
    ("topics:", "topics: ["), ("participants:", "participants: x"), ("school-year:", "school-year: soon"),
    ("id:", "id: A B"),
    ("norms:", "norms: 'x"), ("status:", "statsu: draft [:"), ("  agreed:", "  agreed: {"),
  ])
  func oneBrokenLineInTheMiddleIsAFewChanges(key: String, line: String) async throws {
    let outcome = try await run(
      """
      git init -q .; git config user.name a; git config user.email a@example.org
      echo '*.agreement.yaml diff=concord' > .gitattributes; git config diff.concord.textconv "$0 git-textconv"
      cp old a.agreement.yaml; git add -A; git commit -qm 1; sed -i "0,/^\(key).*/s//\(line)/" a.agreement.yaml; git commit -qam 2
      git log -p -1 --format= -- a.agreement.yaml | grep '^[-+]' | grep -v '^+++\\|^---'
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect((1...10).contains(lines.count), "\(line): \(outcome.output)")
    #expect(lines.contains { $0.hasPrefix("+not read: ") }, "\(outcome.output)")
  }
}
