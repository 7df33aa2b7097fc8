import TestSupport
import Testing

/// What concord says when git lacks something, refuses, or is not the git it should be.
@Suite struct GitRefusalTests {
  /// Every command that is printed is run, and then the same lint works.
  @Test(arguments: [
    ("--depth 1 --branch b", "--since main"), ("--depth 1 --branch b", "--since origin/main"),
    ("--depth 1 --branch b", "--since HEAD~1"), ("--depth 1 --branch b", "--since HEAD^1"),
    ("--depth 1 --branch b", "--since $first"), ("--depth 1 --no-single-branch --branch b", "--since origin/main"),
    ("--single-branch --branch b", "--since origin/main"), ("--single-branch --branch b", "--since $main"),
    ("--depth 1 --branch b", "--since refs/remotes/origin/main"),
    ("--filter=blob:none --no-checkout --branch b", "HEAD:"), ("--filter=tree:0 --no-checkout --branch b", "HEAD:"),
    ("--filter=tree:0 --no-checkout --branch b", "--since origin/main HEAD:"),
    ("--depth 1 --branch b", "--since origin/main HEAD:"),
  ])
  func whatIsMissingCanBeFetched(clone: String, words: String) async throws {
    let folder = try await GitFolder.district()
    let prepared = try await folder.run(
      """
      git config uploadpack.allowFilter true && git config uploadpack.allowAnySHA1InWant true \
      && git checkout -qb b && sed -i '1s/$/ # b/' \(GitFolder.alder) && git commit -qam b \
      && git checkout -q main && sed -i '1s/$/ # m/' \(GitFolder.math) && git commit -qam m \
      && git clone -q \(clone) file://$PWD clone
      """)
    #expect(prepared.status == 0, "\(prepared.error)")
    let enter = "first=$(git rev-parse main~1); main=$(git rev-parse main); cd clone"
    let first = try await folder.run("\(enter) && \(GitFolder.lint) \(words)")
    #expect(first.status == 2, "\(first.output)\(first.error)")
    let command = first.error.firstMatch(of: /fetch it with: (git fetch [^,;\n]*)/)?.1 ?? ""
    #expect(!command.isEmpty, "\(first.error)")
    let named = first.error.firstMatch(of: /name it as (\S+)/)?.1
    let again = named.map { words.replacing("main", with: $0, maxReplacements: 1) } ?? words
    let second = try await folder.run("\(enter) && \(command) && \(GitFolder.lint) \(again)")
    #expect(
      second.status == 0 && !second.error.contains("no agreement"), "\(command): \(second.output)\(second.error)")
  }

  /// A clone without the texts of old commits still knows what changed.
  @Test func aCloneWithoutTextsKnowsWhatChanged() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      git config uploadpack.allowFilter true && git checkout -qb b && \(GitFolder.spoil) \(GitFolder.alder) && git commit -qam b \
      && git clone -q --filter=blob:none --branch b file://$PWD clone && cd clone && \(GitFolder.lint) --since origin/main
      """)
    #expect(outcome.status == 1 && outcome.output.contains("\(GitFolder.alder):"), "\(outcome.output)\(outcome.error)")
  }

  @Test func whatCannotBeComparedEndsTheRun() async throws {
    let folder = try await GitFolder.district()
    for (line, words) in [
      ("\(GitFolder.lint) --since=-x", "this cannot be the name of a revision"),
      ("\(GitFolder.lint) --since $'main\\nx'", "this cannot be the name of a revision"),
      // No command helps where there is no remote.
      ("\(GitFolder.lint) --since nowhere", "nowhere: there is no such commit here\n"),
      ("concord diff v1.2:agreements .", "v1.2:agreements: there is no such commit here\n"),
      ("\(GitFolder.lint) v1.2:agreements", "v1.2: there is no such commit here\n"),
      (
        "git checkout -q --orphan o && git commit -qm o && \(GitFolder.lint) --since main",
        "it and HEAD have no common commit"
      ),
      ("git config core.repositoryformatversion 1; git config extensions.zzz 1; \(GitFolder.lint) --staged", "zzz"),
      ("sed -i /zzz/d .git/config; echo '[broken' >> .git/config; \(GitFolder.lint) --staged", "bad config line"),
      ("sed -i '$d' .git/config; head -c 20 .git/index > i; mv i .git/index; \(GitFolder.lint) --staged", "`git fsck`"),
      ("rm -rf .git && \(GitFolder.lint) --since main", "not a git repository"),
      (
        "\(GitFolder.lint) main:x",
        "main:x: there is no such file, and git cannot be asked for it: not a git repository"
      ),
      ("concord diff main:x .", "main:x: there is no such file, and git cannot be asked for it: not a git repository"),
    ] {
      let outcome = try await folder.run(line)
      #expect(outcome.status == 2 && outcome.error.contains(words), "\(line): \(outcome.error)")
    }
    let options = try await folder.run("concord lint --staged --fix; concord lint --staged -")
    #expect(options.error.contains("leave out --fix") && options.error.contains("standard input is in no commit"))
    let baseline = try await folder.run("concord lint --since main --write-baseline known.json; test ! -e known.json")
    #expect(
      baseline.status == 0
        && baseline.error.contains("--write-baseline writes the findings of all agreements; leave out --since"))
  }

  /// A folder that belongs to somebody else: git's own command is passed on.
  @Test func aFolderOfOthersIsNotTrusted() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run("GIT_TEST_ASSUME_DIFFERENT_OWNER=1 \"$CONCORD\" lint --since HEAD")
    #expect(
      outcome.status == 2 && outcome.error.contains("dubious ownership")
        && outcome.error.contains("type: git config --global --add safe.directory"), "\(outcome.error)")
  }

  /// A git that is missing, too old, something else, or hangs.
  @Test(arguments: [
    ("", "it is not installed, or not on the PATH"),
    ("echo git version 2.25.1", "version 2.25 is too old; install git 2.34 or newer"),
    ("echo hello", "does not say which version of git it is"), ("exit 1", "does not say which version of git it is"),
    ("exec sleep 60", "git did not answer within 10 seconds"),
  ])
  func aGitThatIsNoneIsTold(script: String, words: String) async throws {
    let folder = try await GitFolder.district()
    if !script.isEmpty {
      try folder.write("git", "#!/bin/sh\nPATH=/usr/bin:/bin\n\(script)\n")
      _ = try await folder.run("mkdir bin && mv git bin && chmod +x bin/git")
    }
    for arguments in ["lint --since HEAD", "lint HEAD:", "diff HEAD: ."] {
      let outcome = try await folder.run("PATH=$PWD/bin \"$CONCORD\" \(arguments)")
      #expect(outcome.status == 2 && outcome.error.contains(words), "\(arguments): \(outcome.error)")
      if script.hasPrefix("exec") { break }
    }
    // Without git, everything else goes on.
    let lint = try await folder.run("PATH=$PWD/bin \"$CONCORD\" lint --today 2026-09-10 .")
    #expect(lint.status == 0, "\(lint.output)\(lint.error)")
  }

  /// Every key of git's settings that runs a program, in a repository and its submodule: git runs them, and concord does not.
  @Test func noProgramOfTheRepositoryRuns() async throws {
    let folder = try await GitFolder.district()
    try folder.write(
      "mark.sh", "#!/bin/sh\necho \"$0 $*\" >> \"\(folder.path)/ran\"\ncat > /dev/null 2>&1 < /dev/null\nexit 0\n")
    let prepared = try await folder.run(
      """
      chmod +x mark.sh; m=$PWD/mark.sh; git init -q lib; cp \(GitFolder.math) lib/s.agreement.yaml
      (cd lib && git add -A && git commit -qm s); git submodule --quiet add file://$PWD/lib sub && git commit -qm sub
      sed -i '1s/$/ # b/' \(GitFolder.alder) && git commit -qam b
      sed -i '1s/$/ # c/' \(GitFolder.alder) && git add \(GitFolder.alder) && sed -i '1s/$/ # d/' \(GitFolder.alder)
      printf '*.agreement.yaml filter=x diff=x merge=x working-tree-encoding=UTF-8\\n' > .git/info/attributes
      mkdir hooks; for h in pre-commit post-index-change post-checkout reference-transaction fsmonitor-watchman pre-auto-gc; do cp mark.sh hooks/$h; done
      conf() { git config "$@"; git -C sub config "$@"; }
      for k in core.fsmonitor core.sshCommand core.gitProxy core.editor core.pager core.askPass core.alternateRefsCommand diff.external \
        diff.x.command diff.x.textconv filter.x.clean filter.x.smudge filter.x.process merge.x.driver gpg.program gpg.ssh.program \
        gpg.ssh.defaultKeyCommand credential.helper uploadpack.packObjectsHook interactive.diffFilter sequence.editor pager.log pager.diff \
        pager.diff-index pager.rev-list pager.cat-file pager.grep trailer.x.command; do conf $k "$m $k"; done
      conf core.hooksPath $PWD/hooks; conf filter.x.required true; conf log.showSignature true; conf core.untrackedCache true
      conf diff.renames copies; conf diff.relative true; conf diff.noprefix true; conf diff.ignoreSubmodules all; conf core.quotePath true
      conf core.abbrev 4; conf color.ui always; conf i18n.logOutputEncoding UTF-16; conf log.date relative; conf format.pretty '%n%n%n'
      conf core.splitIndex true; conf status.showUntrackedFiles no; conf alias.diff-index "!$m alias"; conf alias.ls-files "!$m alias"
      conf trace2.eventTarget $PWD/ran; conf trace2.normalTarget $PWD/ran; touch */*; rm -f ran
      """)
    #expect(prepared.status == 0, "\(prepared.error)")
    for words in [
      "--since HEAD~1", "--staged", "--since HEAD~1 --staged", "HEAD:", ":", "--since HEAD~1 HEAD:",
      "--config-from HEAD alder-creek-literacy",
    ] {
      let outcome = try await folder.run("\(GitFolder.lint) \(words); s=$?; cat ran 2> /dev/null; exit $s")
      #expect(outcome.output.isEmpty, "\(words): \(outcome.output)\(outcome.error)")
      #expect(outcome.status == 0 && !outcome.error.contains("no agreement changed"), "\(words): \(outcome.error)")
    }
    let diff = try await folder.run(
      "concord diff --since HEAD~1 > /dev/null; concord diff HEAD~1: HEAD: > /dev/null; concord git-textconv \(GitFolder.alder) > /dev/null; concord verify HEAD: > /dev/null; concord history HEAD: > /dev/null; cat ran 2> /dev/null"
    )
    #expect(diff.output.isEmpty, "\(diff.output)")
    // What changed after it was signed is explained by the history, whatever the settings say of its form.
    let stale = try await folder.run(
      "sed -i 's/Facts first/CHANGED/' \(GitFolder.alder) && concord lint --today 2026-09-10 --format json --select signature-stale .; cat ran 2> /dev/null"
    )
    #expect(
      stale.output.contains("the signed text is that of commit ") && !stale.output.contains("mark.sh"),
      "\(stale.output)")
    let proof = try await folder.run("git status > /dev/null 2>&1; grep -c mark.sh ran")
    #expect((Int(proof.output.dropLast()) ?? 0) > 0, "\(proof.output)\(proof.error)")
  }

  /// An address that is a program: what a partial clone lacks is not fetched from it.
  @Test func noAddressIsCalled() async throws {
    let folder = try await GitFolder.district()
    try folder.write("mark.sh", "#!/bin/sh\necho ran >> \"\(folder.path)/ran\"\n")
    let outcome = try await folder.run(
      """
      chmod +x mark.sh; git config uploadpack.allowFilter true; git clone -q --filter=blob:none --no-checkout file://$PWD clone; cd clone
      git config protocol.ext.allow always; git config remote.origin.url "ext::$PWD/../mark.sh %S foo"; concord lint HEAD:; s=$?
      concord diff HEAD: HEAD:; git config core.sshCommand $PWD/../mark.sh; git config remote.origin.url ssh://x/y; concord lint HEAD:
      test ! -e ../ran && test $s = 2 && unset GIT_ALLOW_PROTOCOL && ! git cat-file blob HEAD:\(GitFolder.alder) && test -e ../ran
      """)
    #expect(outcome.status == 0 && outcome.error.contains("git fetch --refetch --no-filter origin"), "\(outcome.error)")
  }
}
