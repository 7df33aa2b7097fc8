import TestSupport
import Testing

/// Repositories that are made to hold up whoever looks into them.
@Suite struct HostileGitTests {
  /// A repository with a commit and, in the working tree, a text that changed after it was signed.
  private func repository() async throws -> Scratch {
    let scratch = try Scratch()
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    for name in ["a", "b", "c"] {
      try scratch.write("\(name).agreement.yaml", text.replacing("id: alder-creek", with: "id: \(name)").utf8)
    }
    _ = try await run(
      "git init -q . && git add -A && git commit -qm all && sed -i 's/Facts first/CHANGED/' *.yaml", in: scratch)
    return scratch
  }

  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      ["-c", "cd \"$1\" && \(line)".replacing("concord ", with: "\"$0\" "), Program.absoluteConcord, scratch.path],
      environment: [
        Program.key("GIT_CONFIG_GLOBAL"): "/dev/null", Program.key("GIT_CONFIG_SYSTEM"): "/dev/null",
        Program.key("GIT_AUTHOR_NAME"): "t", Program.key("GIT_AUTHOR_EMAIL"): "t@example.org",
        Program.key("GIT_COMMITTER_NAME"): "t", Program.key("GIT_COMMITTER_EMAIL"): "t@example.org",
      ])
  }

  /// A link in a revision hides nothing: it leads to an agreement that is compared anyway, or ends the run.
  @Test(arguments: [
    ("ln -s ../elsewhere/a.agreement.yaml s/a.agreement.yaml", 2), ("ln -s /etc/passwd s/l.agreement.yaml", 2),
    ("mv elsewhere/a.agreement.yaml s/b.agreement.yaml; ln -s ./x/../b.agreement.yaml s/a.agreement.yaml", 0),
    ("ln -s l.agreement.yaml s/l.agreement.yaml", 2),
  ])
  func linksOfARevisionAreNotLeftOut(line: String, status: Int) async throws {
    let scratch = try await repository()
    let outcome = try await run(
      """
      git checkout -q . && mkdir s elsewhere && git mv a.agreement.yaml s && git commit -qm s \
      && mv s/a.agreement.yaml elsewhere && (\(line)) && git add -A && git commit -qm link && concord diff HEAD~1:s HEAD:s
      """, in: scratch)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.error)")
    #expect(
      outcome.error.contains("it is a link to something that is not an agreement in this folder") == (status == 2))
  }

  /// Named pipes where git looks for files: it waits for them, and nobody waits for git.
  @Test(arguments: [
    "rm .git/HEAD; mkfifo .git/HEAD", "mkfifo f; git config include.path \"$PWD/f\"",
    "rm .git/config; mkfifo .git/config",
    "rm -f .git/refs/heads/*; mkfifo .git/packed-refs",
    "mkdir -p .git/objects/info; mkfifo .git/objects/info/alternates",
    "mkfifo .git/commondir",
    "rm -rf .git/refs/heads; mkdir .git/refs/heads; mkfifo .git/refs/heads/master .git/refs/heads/main",
  ])
  func gitIsNotWaitedForLong(line: String) async throws {
    let scratch = try await repository()
    let outcome = try await run(
      "\(line); timeout 40 concord lint . --today 2026-09-10 --select signatures", in: scratch)
    #expect(outcome.status == 1 && outcome.output.contains("[signature-stale]"), "\(outcome.status) \(outcome.error)")
    #expect(outcome.error.contains("git took more than 3 seconds in all, so it was stopped"), "\(outcome.error)")
    let diff = try await run("timeout 40 concord diff HEAD:a.agreement.yaml a.agreement.yaml", in: scratch)
    #expect(diff.status == 2 && diff.error.contains("git did not answer within 10 seconds"), "\(diff.error)")
    // None of its processes is left behind; on Linux those can be found.
    let left = try await run(
      "for p in /proc/[0-9]*; do readlink $p/cwd; done 2> /dev/null | grep -c \"^$PWD\\$\"", in: scratch)
    #expect(["2\n", "3\n", "0\n"].contains(left.output), "\(left.output)")
  }

  /// A few hundred bytes can say that they are a hundred million files.
  @Test(arguments: ["100644 blob $b\\tx$n.agreement.yaml", "100644 blob $b\\t$n.txt"])
  func treesThatGrowAreLeft(leaf: String) async throws {
    let scratch = try await repository()
    let outcome = try await run(
      """
      b=$(git rev-parse HEAD:a.agreement.yaml); for n in 0 1 2 3 4 5 6 7 8 9; do printf "\(leaf)\\n"; done > t
      for level in 1 2 3 4 5 6 7 8; do t=$(git mktree < t)
        for n in 0 1 2 3 4 5 6 7 8 9; do printf "040000 tree $t\\t$n\\n"; done > t; done
      c=$(git commit-tree -m bomb $(git mktree < t)); ulimit -v 4000000; timeout 120 concord diff $c: .
      """, in: scratch)
    #expect(
      outcome.status == 2 && outcome.error.contains("so it was not searched"), "\(outcome.status) \(outcome.error)")
  }

  @Test func foldersThatLieDeepAreLeft() async throws {
    let scratch = try await repository()
    let outcome = try await run(
      """
      t=$(git rev-parse HEAD^{tree}); for n in $(seq 100); do t=$(printf "040000 tree $t\\td\\n" | git mktree); done
      concord diff $(git commit-tree -m deep $t): .
      """, in: scratch)
    #expect(outcome.status == 2 && outcome.error.contains("too deep"), "\(outcome.error)")
  }

  /// An object that is larger than a file may be is not read, however small it was packed.
  @Test func largeObjectsAreNotRead() async throws {
    let scratch = try await repository()
    let outcome = try await run(
      """
      id=$(head -c 300000000 /dev/zero | git hash-object -w --stdin)
      t=$(printf "100644 blob $id\\tx.agreement.yaml\\n" | git mktree); ulimit -v 4000000
      timeout 60 concord diff $(git commit-tree -m large $t): .
      """, in: scratch)
    #expect(outcome.status == 2 && outcome.error.contains("bytes"), "\(outcome.error)")
  }

  /// The driver of git runs no filter and no other program that the settings of a repository name.
  @Test func theDriverRunsNothing() async throws {
    let scratch = try await repository()
    let outcome = try await run(
      """
      printf '#!/bin/sh\\ntouch ran\\ncat' > evil; chmod +x evil; echo '* filter=evil diff=evil' > .gitattributes
      for key in filter.evil.clean filter.evil.smudge filter.evil.process diff.evil.command diff.evil.textconv; do
        git config $key "$PWD/evil"; done
      git show HEAD:a.agreement.yaml > old; echo 'norms: [' >> a.agreement.yaml
      concord git-diff-driver a.agreement.yaml old 1234567890 100644 a.agreement.yaml 0000000000 100644
      test ! -e ran
      """, in: scratch)
    #expect(outcome.status == 0 && outcome.output.contains("\n+norms: [\n"))
    #expect(outcome.output.hasPrefix("diff --git a/a.agreement.yaml b/a.agreement.yaml\n--- a/a.agreement.yaml\n"))
  }

  /// The plain difference is the one that git would show.
  @Test(arguments: [
    "echo 'norms: [' >> x", "sed -i 1d x; echo 'x: [' >> x", "printf 'x: [' >> x", "printf 'x: [' > x",
    "printf 'x: [\\r\\n' >> x",
    "sed -i '3s/$/ [/; 40s/./- &/; 60d' x; echo 'x: [' >> x", "printf '\\0' >> x", "chmod +x x; echo 'x: [' >> x",
    "rm x", "mv x 'y z'; echo 'x: [' >> 'y z'", "{ echo 'x: ['; cat x; } > y; mv y x", ": > x",
    "printf '\\303\\244: [\\n' >> x",
    "seq 30 >> x; echo 'x: [' >> x; git add .; git commit -qm n; sed -i '/^5$/d; s/^21$/& a/' x",
  ])
  func thePlainDifferenceIsThatOfGit(line: String) async throws {
    let scratch = try await repository()
    let outcome = try await run(
      """
      mkdir d; cd d; git init -q .; cp ../a.agreement.yaml x; echo 'foo: [' >> x; git add -A; git commit -qm 1; \(line)
      git add -A; echo '* diff=concord' > .git/info/attributes; git config diff.concord.command "$0 git-diff-driver"
      git diff --cached --no-ext-diff > ../plain; git diff --cached > ../ours; diff ../plain ../ours
      """, in: scratch)
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.output)")
  }

  /// What a terminal or git's pager shows is escaped; what `git apply` reads is not.
  @Test func thePlainDifferenceIsSafeToLookAt() async throws {
    let scratch = try await repository()
    let line =
      "printf 'x: [\\033[2J\\n' > old; printf 'x: [\\033[31m\\n' > new; concord git-diff-driver f old 12 100644 new 34 100644"
    let piped = try await run(line, in: scratch)
    #expect(piped.output.contains("\n-x: [\u{1B}[2J\n+x: [\u{1B}[31m\n"))
    let paged = try await run("export GIT_PAGER_IN_USE=true; \(line)", in: scratch)
    #expect(!paged.output.contains("\u{1B}") && paged.output.contains("\n-x: ["))
  }

  /// What git shows of a file that is no agreement gives no command either.
  @Test func theTextToCompareIsSafeToLookAt() async throws {
    let scratch = try await repository()
    let outcome = try await run(
      "printf 'format: 1\\nid: a\\nfoo: \\033[2J\\n::error::x\\n' > f; concord git-textconv f", in: scratch)
    #expect(outcome.status == 0 && outcome.output.contains("\nnot read: foo\n") && !outcome.output.contains("\u{1B}"))
    #expect(!outcome.output.contains("\n::error"))
  }
}
