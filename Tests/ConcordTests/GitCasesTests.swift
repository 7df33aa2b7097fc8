import TestSupport
import Testing

/// What git can say of a file, and what `lint --since` and `--staged` make of it.
@Suite struct GitCasesTests {
  private static let lint = GitFolder.lint
  private static let spoil = GitFolder.spoil
  private static let alder = GitFolder.alder
  private static let math = GitFolder.math

  @Test func aChangeOfTheModeIsNone() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "chmod +x \(Self.alder) && \(Self.lint) --since HEAD && git add -A && \(Self.lint) --staged")
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("no agreement changed since HEAD\n"), "\(outcome.error)")
    #expect(outcome.error.contains("no agreement changed for the next commit\n"), "\(outcome.error)")
  }

  @Test func aMovedFileIsADeletedAndANewOne() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git commit -qam broken && git mv \(Self.alder) moved.agreement.yaml && \(Self.lint) --since HEAD"
    )
    #expect(
      outcome.status == 1 && outcome.output.contains("moved.agreement.yaml:"), "\(outcome.output)\(outcome.error)")
    #expect(!outcome.output.contains(Self.alder))
    let staged = try await folder.run("\(Self.lint) --staged")
    #expect(staged.output == outcome.output, "\(staged.output)\(staged.error)")
  }

  @Test func aFileThatBecomesALinkIsTold() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "ln -sf ../\(Self.math) \(Self.alder) && \(Self.lint) --since HEAD; git add -A; \(Self.lint) --staged")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    let told = "concord: \(Self.alder): it is a link now, so what it was counts as deleted\n"
    #expect(outcome.error.ranges(of: told).count == 2, "\(outcome.error)")
  }

  @Test func repositoriesInsideAreToldAndNotEntered() async throws {
    let folder = try await GitFolder.district()
    let prepared = try await folder.run(
      """
      git init -q sub && \(Self.spoil.replacing("-i", with: "")) \(Self.math) > sub/s.agreement.yaml && (cd sub && git add . && git commit -qm s) \
      && git -c advice.addEmbeddedRepo=false add sub && git commit -qm sub
      """)
    #expect(prepared.status == 0, "\(prepared.error)")
    let added = try await folder.run("\(Self.lint) --since HEAD~1 && git rm -q --cached sub && \(Self.lint) --staged")
    #expect(added.status == 0 && added.output.isEmpty, "\(added.output)\(added.error)")
    #expect(
      added.error.contains("concord: sub: it is a repository of its own, so what changed in it was not checked\n"),
      "\(added.error)")
    // What was not added is not entered, either.
    let untracked = try await folder.run("git commit -qm out && \(Self.lint) --since HEAD")
    #expect(untracked.status == 0 && untracked.output.isEmpty, "\(untracked.output)\(untracked.error)")
    // A file in whose place another repository stands counts as deleted: a year is missing then.
    let replaced = try await folder.run(
      """
      mv sub \(Self.alder.replacing("2026", with: "x")) && f=alder-creek-literacy/2025-26.agreement.yaml && rm $f && mv \(Self.alder.replacing("2026", with: "x")) $f \
      && git -c advice.addEmbeddedRepo=false add $f && \(Self.lint) --staged --fail-on info
      """)
    #expect(
      replaced.status == 2 && replaced.output.contains("[year-gap]")
        && replaced.error.contains("2025-26.agreement.yaml: it is a repository of its own"),
      "\(replaced.output)\(replaced.error)")
  }

  /// The same answer, wherever the files and the repository are, and whatever HEAD is.
  @Test(arguments: [
    "git checkout -q --detach",
    "git clone -q --separate-git-dir sep.git . sep && cd sep && git branch -q main origin/main",
    "git worktree add -q tree HEAD 2> /dev/null && cd tree",
    "git sparse-checkout set --cone riverbend-math", "git sparse-checkout set --cone --sparse-index riverbend-math",
    "git update-index --index-version 4", "git update-index --split-index", "find . -name '*.yaml' -exec touch {} +",
    "git pack-refs --all && git gc -q", "cd riverbend-math",
  ])
  func everyLayoutGivesTheSameAnswer(line: String) async throws {
    let folder = try await GitFolder.district()
    let prepare = "git checkout -qb branch && \(Self.spoil) \(Self.alder) && git commit -qam broken"
    let outcome = try await folder.run("\(prepare) && \(line) && \(Self.lint) --since main")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    let found = Set(outcome.output.split(separator: "\n").compactMap { $0.split(separator: ":").first })
    #expect(found == [line.hasPrefix("cd") ? "../\(Self.alder)" : Self.alder[...]], "\(outcome.output)\(outcome.error)")
  }

  /// `git commit -a` hands its hook another index than the one in the folder.
  @Test func whatIsCommittedAtOnceIsChecked() async throws {
    let folder = try await GitFolder.district()
    try folder.write(
      ".git/hooks/pre-commit", "#!/bin/sh\nexec \"$CONCORD\" lint --today 2026-09-10 --format short --staged\n")
    let outcome = try await folder.run(
      "chmod +x .git/hooks/pre-commit && \(Self.spoil) \(Self.alder) && cd riverbend-math && git commit -qam all")
    #expect(outcome.status == 1 && outcome.error.contains("\(Self.alder):"), "\(outcome.output)\(outcome.error)")
    let good = try await folder.run("git checkout -q . && sed -i '1s/$/ # fine/' \(Self.math) && git commit -qam all")
    #expect(good.status == 0, "\(good.output)\(good.error)")
  }

  /// In a hook git says which repository is meant, and that holds for the folder of the hook alone.
  @Test func inTheHookOfAWorkTreeTheSignedTextIsFound() async throws {
    let folder = try await GitFolder.district()
    try folder.write(
      ".git/hooks/pre-commit",
      "#!/bin/sh\ntest -n \"$GIT_DIR\" || exit 3\nexec \"$CONCORD\" lint --today 2026-09-10 --staged --select signature-stale\n"
    )
    let outcome = try await folder.run(
      """
      chmod +x .git/hooks/pre-commit && git worktree add -q tree HEAD 2> /dev/null && cd tree \
      && sed -i 's/Facts first/CHANGED/' \(Self.alder) && git commit -qam changed
      """)
    #expect(outcome.status == 1 && outcome.error.contains("the signed text is that of commit "), "\(outcome.error)")
  }

  /// The text that was signed is found in a repository other than that of the current folder, too.
  @Test func theSignedTextIsFoundInOtherRepositories() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      sed -i 's/Facts first/CHANGED/' \(Self.alder) && git init -q other && cd other \
      && GIT_DIR=.git GIT_INDEX_FILE=.git/index "$CONCORD" lint --today 2026-09-10 --select signature-stale ../\(Self.alder)
      """)
    #expect(outcome.status == 1 && outcome.output.contains("the signed text is that of commit "), "\(outcome.output)")
  }

  /// git was told that a file does not change, so only a run over the folder sees that it did.
  @Test func whatGitIsToldNotToSeeItDoesNotSee() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "git update-index --assume-unchanged \(Self.alder) && \(Self.spoil) \(Self.alder) && \(Self.lint) --since HEAD && \(Self.lint) ."
    )
    #expect(
      outcome.status == 1 && outcome.error.hasPrefix("concord: no agreement changed since HEAD\n")
        && outcome.output.contains(Self.alder), "\(outcome.output)\(outcome.error)")
  }

  /// Names that are hardly names: each is looked at, and none is a pattern or an option.
  @Test(arguments: [
    #"$'a\nb'"#, #"$'b\xe4d'"#, #"' lead'"#, #"$'t\tb'"#, #"'[x]'"#, #"'--output=x'"#, #"'$(touch ran)'"#,
  ])
  func namesAreOnlyBytes(name: String) async throws {
    let folder = try await GitFolder.district()
    for (prepare, words) in [
      ("true", "--since HEAD"), ("git add -A", "--staged"), ("git commit -qm names", "--since HEAD~1 HEAD:"),
    ] {
      let outcome = try await folder.run(
        "n=\(name); echo 'format: 1' > \"./$n.agreement.yaml\" && \(prepare) && concord lint \(words) --format jsonl --select missing-key | grep -c '\"path\"'; test ! -e ran"
      )
      #expect(
        outcome.status == 0 && (Int(outcome.output.dropLast()) ?? 0) > 0, "\(words) \(outcome.output)\(outcome.error)")
    }
  }

  /// The longer ids that newer repositories count with.
  @Test func longerIDsAreIDs() async throws {
    let folder = try await GitFolder.district()
    let zeros = String(repeating: "0", count: 64)
    let outcome = try await folder.run(
      """
      rm -rf .git && git init -q --object-format=sha256 -b main . && git add -A && \(Self.lint) --staged && git commit -qm all \
      && \(Self.spoil) \(Self.alder) && \(Self.lint) --since $(git rev-parse HEAD) | cut -d: -f1 | sort -u \
      && \(Self.lint) --since \(zeros) | cut -d: -f1 | sort -u && git commit -qam b && \(Self.lint) HEAD: | cut -d: -f1,2 | sort -u
      """)
    #expect(outcome.output == "\(Self.alder)\n\(Self.alder)\nHEAD:\(Self.alder)\n", "\(outcome.output)\(outcome.error)")
  }
}
