import TestSupport
import Testing

/// Links in a repository, under whatever name somebody asks for them, and while somebody changes them.
@Suite struct HostileLinkTests {
  private static let slip = "format: 1\nid: a\nschool-year: SY27\nfoo: 1\n"

  private func repository() async throws -> Scratch {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/repo/s", scratch.path + "/out"])
    _ = try await Program.run("git", ["init", "-q", scratch.path + "/repo"])
    try scratch.write("repo/s/x.agreement.yaml", Self.slip.utf8)
    try scratch.write("out/secret", "TOKEN: abcdef\n".utf8)
    try scratch.write("out/y.agreement.yaml", (Self.slip + "TOKEN: abcdef\n").utf8)
    return scratch
  }

  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      ["-c", "cd \"$1/repo\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path])
  }

  /// CI may hand over the names of changed files, so a name on the command line is no permission.
  @Test(arguments: [
    "ln -s ../../out/secret s/l.agreement.yaml; concord lint s/l.agreement.yaml",
    "ln -s ../../out/y.agreement.yaml s/l.agreement.yaml; concord lint --fix s/l.agreement.yaml",
    "ln -s ../../out/y.agreement.yaml s/l.agreement.yaml; concord lint --fix \"$PWD/s/l.agreement.yaml\"",
    "ln -s ../../out/y.agreement.yaml s/l.agreement.yaml; concord show s/l.agreement.yaml",
    "ln -s ../../out/y.agreement.yaml s/l.agreement.yaml; concord diff s/l.agreement.yaml s/x.agreement.yaml",
    "ln -s ../../out/y.agreement.yaml s/l.agreement.yaml; concord history s",
    "ln -s ../../out/y.agreement.yaml s/l.agreement.yaml; concord git-textconv s/l.agreement.yaml",
    "ln -s ../.git/config s/l.agreement.yaml; concord lint s/l.agreement.yaml",
    "ln -s /proc/self/environ s/l.agreement.yaml; concord lint s/l.agreement.yaml",
    "ln -s ../out l; concord lint --fix l", "ln -s ../out l; concord lint --fix l/y.agreement.yaml",
    "ln -s ../out l; concord lint --fix \"$PWD/l\"", "ln -s ../out l; concord diff s l",
    "ln -s ../out l; concord history l", "ln -s ../out l; concord show l/y.agreement.yaml",
    "ln -s ../out/secret o; GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=o concord lint s",
    "ln -s ../out l; GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=l/new concord lint s",
    "mkfifo o; GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=o concord lint s",
  ])
  func namesAreNoPermission(line: String) async throws {
    let scratch = try await repository()
    let before = try await run("cat ../out/*; ls -A ../out", in: scratch).output
    let outcome = try await run(
      "timeout 20 bash -c '\(line.replacing("concord ", with: "\"$0\" "))' \"$0\"", in: scratch)
    #expect(outcome.status == 2, "\(line): \(outcome.error)")
    #expect(!(outcome.output + outcome.error).contains("abcdef"), "\(line)")
    #expect(try await run("cat ../out/*; ls -A ../out", in: scratch).output == before, "\(line)")
  }

  /// What stays in the repository, and what a person's own links above it lead to, is as good as the file itself.
  @Test(arguments: [
    "ln -s x.agreement.yaml s/l.agreement.yaml; concord lint s/l.agreement.yaml --select nonstandard-year",
    "ln -s s l; concord lint l --select nonstandard-year", "ln -s s l; concord lint l/x.agreement.yaml --select syntax",
    "ln -s repo ../link; cd ../link; concord lint --select nonstandard-year --format json=r; test -s r",
    "ln -s repo ../link; cd ..; concord lint link --select nonstandard-year --format json=link/r; test -s link/r",
    "ln -s repo ../link; cd /; concord lint \"$OLDPWD/../link/s\" --select nonstandard-year",
    "concord lint /dev/stdin < s/x.agreement.yaml --select nonstandard-year",
  ])
  func otherLinksAreFollowed(line: String) async throws {
    let scratch = try await repository()
    let outcome = try await run(line, in: scratch)
    #expect(outcome.status < 2 && outcome.error == "", "\(line): \(outcome.error)")
  }

  /// The same where there is no repository: the folder in which the command runs counts.
  @Test(arguments: [
    "ln -s ../out l; concord lint s --format sarif=l/new", "ln -s ../out/secret c.yaml; concord lint s --config c.yaml",
    "ln -s ../out l; concord lint s --write-baseline l/new", "ln -s ../out/secret o; concord lint s --format json=o",
    "ln -s ../out/y.agreement.yaml s/l.agreement.yaml; concord lint --fix s/l.agreement.yaml",
    "ln -s ../out l; echo 'agreements: [l]' > concord.yaml; concord lint --fix",
    "ln -s ../out l; concord lint --fix l/y.agreement.yaml", "ln -s ../out/y.agreement.yaml s; concord lint --fix s",
  ])
  func anUnpackedArchiveIsNoBetter(line: String) async throws {
    let scratch = try await repository()
    let before = try await run("cat ../out/*; ls -A ../out", in: scratch).output
    let outcome = try await run("rm -rf .git; \(line)", in: scratch)
    #expect(outcome.status == 2, "\(line): \(outcome.error)")
    #expect(!(outcome.output + outcome.error).contains("abcdef"), "\(line)")
    #expect(try await run("cat ../out/*; ls -A ../out", in: scratch).output == before, "\(line)")
  }

  /// A pipe in place of a file is not waited for, not even to see whether it is there.
  @Test(arguments: ["concord diff a:b s", "concord diff s a:b", "concord history brookside", "concord show brookside"])
  func pipesAreNotWaitedFor(line: String) async throws {
    let scratch = try await repository()
    let outcome = try await run("mkfifo a:b brookside; timeout 20 \(line)", in: scratch)
    #expect(outcome.status == 2, "\(outcome.status) \(outcome.error)")
  }
}
