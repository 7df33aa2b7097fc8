import TestSupport
import Testing

/// concord beside a real git, set up with the lines of the README.
@Suite struct GitDriverTests {
  private struct Repository: ~Copyable {
    let scratch: Scratch
    let folder: String

    init() throws {
      scratch = try Scratch()
      folder = Program.concord.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }

    static func make() async throws -> Repository {
      let new = try Repository()
      try await new.git("git init -q . && git config user.name t && git config user.email t@example.org")
      for line in try new.setUp() { #expect(try await new.git(line).status == 0, "\(line)") }
      return new
    }

    /// The lines of the README.
    private func setUp() throws -> [String] {
      let lines = try Root.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let start = try #require(lines.firstIndex(of: "<!-- git set-up -->"))
      let found = lines[(start + 2)...].prefix { $0 != "```" }
      #expect(found.count == 2)
      return Array(found)
    }

    /// Runs a command line in the repository, with the user's own git configuration out of the way.
    @discardableResult
    func git(_ line: String) async throws -> Outcome {
      try await Program.run(
        "bash", ["-c", "PATH=\"$0:$PATH\"; cd \"$1\"; \(line)", folder, scratch.path],
        environment: [
          Program.key("GIT_CONFIG_GLOBAL"): "/dev/null", Program.key("GIT_CONFIG_SYSTEM"): "/dev/null",
          Program.key("GIT_PAGER"): "cat",
        ])
    }

    func commit(_ name: String, _ sample: String) async throws {
      try scratch.write(name, try Root.bytes("samples/riverbend/alder-creek-literacy/\(sample).agreement.yaml"))
      try await git("git add -A && git commit -qm '\(sample)'")
    }
  }

  @Test func gitSpeaksInMeaning() async throws {
    let repository = try await Repository.make()
    try await repository.commit("a.agreement.yaml", "2025-26")
    try await repository.commit("a.agreement.yaml", "2026-27")
    let diff = try await repository.git("git diff HEAD~1 HEAD")
    #expect(diff.status == 0)
    #expect(diff.output.hasPrefix("diff of meaning: a.agreement.yaml\n"))
    #expect(diff.output.contains("  commitment weakened: Impact timeline\n"))
    // Git runs no driver for these unless it is told to, and compares the lines of the text.
    for command in ["git log -p -1", "git show"] {
      let shown = try await repository.git(command)
      #expect(shown.output.contains("\n-confidentiality, shared: Teams, hours and topics\n"))
      #expect(shown.output.contains("\n+confidentiality, shared: Teams, hours, topics, the goal"))
    }
    let log = try await repository.git("git log -p -1 --ext-diff")
    #expect(log.output.contains("commitment weakened: "))
  }

  @Test func layoutAndModesAndComingAndGoing() async throws {
    let repository = try await Repository.make()
    try await repository.commit("a.agreement.yaml", "2025-26")
    let text = try Root.text(repository.scratch.path + "/a.agreement.yaml")
    try repository.scratch.write("a.agreement.yaml", ("# another comment\n" + text).utf8)
    let layout = try await repository.git("git diff")
    #expect(
      layout.output
        == "diff of meaning: a.agreement.yaml\nnothing changed in meaning: only layout, order, comments or short forms\n\n"
    )
    try await repository.git("git checkout -q . && chmod +x a.agreement.yaml")
    let mode = try await repository.git("git diff")
    #expect(mode.output == "diff of meaning: a.agreement.yaml\nold mode 100644\nnew mode 100755\n\n")
    try await repository.git(
      "git checkout -q . && cp a.agreement.yaml 'ä b.agreement.yaml' && git add -A && git rm -q --cached a.agreement.yaml"
    )
    let moved = try await repository.git("git diff --cached --no-renames")
    #expect(moved.status == 0)
    #expect(moved.output.contains("deleted agreement\n- agreement: alder-creek-literacy, 2025-26"))
    #expect(
      moved.output.contains(
        "diff of meaning: ä b.agreement.yaml\nnew agreement\n+ agreement: alder-creek-literacy, 2025-26"))
    let renamed = try await repository.git("git diff --cached -M")
    #expect(renamed.status == 0 && !renamed.error.contains("fatal"))
  }

  /// A file with errors gets the difference that git itself would show, and nothing breaks.
  @Test func aBrokenFileFallsBackToThePlainDifference() async throws {
    let repository = try await Repository.make()
    try await repository.commit("a.agreement.yaml", "2025-26")
    let text = try Root.text(repository.scratch.path + "/a.agreement.yaml")
    try repository.scratch.write("a.agreement.yaml", (text + "norms: [\n").utf8)
    try repository.scratch.write("b.agreement.yaml", "no agreement: at all\n".utf8)
    try await repository.git("git add -A")
    let ours = try await repository.git("git diff --cached")
    let plain = try await repository.git("git diff --cached --no-ext-diff --no-textconv")
    func lines(_ output: String) -> [Substring] { output.split(separator: "\n").filter { !$0.hasPrefix("index ") } }
    #expect(ours.status == 0 && ours.error == "")
    #expect(lines(ours.output) == lines(plain.output))
    let shown = try await repository.git("git commit -qm broken && git log -p -1")
    #expect(shown.status == 0 && shown.output.contains("+no agreement: at all"))
  }

  /// A text that changed after it was signed: which commit has the signed one, and what changed; and settings of a hostile
  /// repository run nothing.
  @Test func theSignedTextIsFoundInGit() async throws {
    let repository = try await Repository.make()
    try await repository.commit("a b.agreement.yaml", "2026-27")
    let commit = try await repository.git("git rev-parse --short HEAD").output.split(separator: "\n").first ?? ""
    let path = repository.scratch.path + "/a b.agreement.yaml"
    let text = try Root.text(path)
    let answer = try #require(text.firstMatch(of: /\n    change-communication: .*/))
    let changed = text.replacing(answer.0, with: "\n    change-communication: Perhaps the newsletter")
    try repository.scratch.write("a b.agreement.yaml", changed.utf8)
    try await repository.git("git commit -qam changed")
    try await repository.git(
      "git config log.showSignature true && git config gpg.program ./evil && git config core.fsmonitor ./evil && "
        + "printf '#!/bin/sh\ntouch ran\n' > evil && chmod +x evil")
    let arguments = ["lint", "--today", "2026-09-01", "--select", "signature-stale", "--format", "json"]
    for path in [path, repository.scratch.path] {
      let outcome = try await Program.concord(arguments + [path])
      #expect(outcome.output.contains("the signed text is that of commit \(commit)"), "\(outcome.output)")
      #expect(
        outcome.output.contains("(Communicating changes). Undo the change if nobody meant it; if it is meant, "),
        "\(outcome.output)")
    }
    #expect(try await Program.run("ls", ["-A", repository.scratch.path]).output.contains("\nran\n") == false)
  }

  /// What git has of the signed text tells what to do: put somebody back, or delete what is last year's.
  @Test func theSignedTextTellsWhatToDo() async throws {
    let repository = try await Repository.make()
    let whole = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let person = "  okafor:\n    name: Uche Okafor\n    role: assistant-principal\n"
    let text = whole.replacing("\nconversation:", with: person + "\nconversation:")
    let digest = Findings.digest(of: Array(text.utf8))
    let old = Findings.digest(of: Array(whole.utf8))
    try repository.scratch.write("a.agreement.yaml", text.replacing(old, with: digest).utf8)
    try await repository.git("git add -A && git commit -qm signed")
    func help(_ text: String, _ day: String) async throws -> String {
      try repository.scratch.write("a.agreement.yaml", text.replacing(old, with: digest).utf8)
      let outcome = try await Program.concord([
        "lint", "--today", day, "--select", "signature-stale", repository.scratch.path + "/a.agreement.yaml",
      ])
      return outcome.output
    }
    let gone = try await help(whole, "2026-11-22")
    #expect(gone.contains("Alicia Muñoz, Karin Lindqvist and Denise Brandt signed before Uche Okafor was taken out"))
    #expect(gone.contains("Put the lines of `okafor` back under `participants` as they were, and add `left:`"))
    let next = whole.replacing("2026-27", with: "2027-28").replacing("2026-08-17", with: "2027-08-16")
      .replacing("2027-05-28", with: "2028-05-26")
    let copied = try await help(next.replacing("signed: 2026", with: "signed: 2027"), "2027-08-20")
    #expect(copied.contains("signed the text of 2026-27, not this one"), "\(copied)")
    #expect(copied.contains("elete `signatures:` and everything under it"), "\(copied)")
  }

  /// A folder that looks like a repository and came with a pull request is none.
  @Test func aCommittedRepositoryIsNone() async throws {
    let repository = try await Repository.make()
    try await repository.git("mkdir -p in/objects in/refs && echo 'ref: refs/heads/main' > in/HEAD")
    try repository.scratch.write(
      "in/config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n[include]\n\tpath = /dev/stdin\n".utf8)
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    try repository.scratch.write(
      "in/x.agreement.yaml", text.replacing("change-communication: ", with: "change-communication: Perhaps ").utf8)
    let outcome = try await Program.run(
      "timeout", ["60", Program.concord, "lint", "--today", "2026-09-01", "--format", "short", repository.scratch.path])
    #expect(outcome.status == 1 && outcome.output.contains("[signature-stale]"))
  }

  @Test func revisionsAreSides() async throws {
    let repository = try await Repository.make()
    try await repository.git("mkdir agreements")
    try await repository.commit("agreements/a.agreement.yaml", "2025-26")
    try await repository.commit("agreements/a.agreement.yaml", "2026-27")
    // What a user has configured changes nothing.
    try await repository.git(
      "git config core.quotePath true && git config color.ui always && git config diff.noprefix true")
    for sides in [
      "HEAD~1:agreements/a.agreement.yaml agreements/a.agreement.yaml", "HEAD~1:agreements HEAD:agreements",
      "HEAD~1:agreements HEAD:", "HEAD~1: .",
    ] {
      let outcome = try await repository.git("concord diff \(sides) --exit-code")
      #expect(outcome.status == 1, "\(sides): \(outcome.error)")
      #expect(outcome.output.contains("commitment weakened: "))
    }
    let missing = try await repository.git("concord diff v1.2:agreements agreements")
    #expect(missing.status == 2)
    #expect(missing.error == "concord: v1.2:agreements: there is no such commit here\n")
    let nothing = try await repository.git("concord diff HEAD:none agreements")
    #expect(nothing.status == 2 && nothing.error.contains("there is no such file or folder in that revision"))
    let option = try await repository.git("concord diff -- --output=x:y agreements; test ! -e x")
    #expect(option.status == 0 && option.error.contains("is not a revision with a path"))
    let elsewhere = try await repository.git("cd / && concord diff HEAD:a b")
    #expect(elsewhere.status == 2)
  }
}
