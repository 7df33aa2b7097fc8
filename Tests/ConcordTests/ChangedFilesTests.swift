import TestSupport
import Testing

/// `lint --since` and `lint --staged`, with real repositories.
@Suite struct ChangedFilesTests {
  private static let sound = "Facts first, then feelings"

  /// A repository with two agreements of three years each, committed, without a finding.
  private func repository() async throws -> GitFolder {
    let folder = try await GitFolder.make()
    for id in ["alder-creek-literacy", "riverbend-math"] {
      for year in ["2024-25", "2025-26", "2026-27"] {
        try await folder.run("mkdir -p \(id)")
        try folder.write(
          "\(id)/\(year).agreement.yaml", Root.text("samples/riverbend/\(id)/\(year).agreement.yaml"))
      }
    }
    let commit = try await folder.run("git add -A && git commit -qm all")
    #expect(commit.status == 0, "\(commit.error)")
    return folder
  }

  private static let lint = "concord lint --today 2026-09-10 --format short"
  /// What makes an agreement wrong: its text is not the one that was signed.
  private static let spoil = "sed -i 's/^status: agreed/status: agred/'"
  private static let alder = "alder-creek-literacy/2026-27.agreement.yaml"
  private static let math = "riverbend-math/2026-27.agreement.yaml"

  // MARK: - The next commit

  @Test func whatIsStagedCountsAndNotTheFolder() async throws {
    let folder = try await repository()
    let broken = try await folder.run(
      "cp \(Self.alder) good && \(Self.spoil) \(Self.alder) && git add . && mv good \(Self.alder) && \(Self.lint) --staged"
    )
    #expect(broken.status == 1 && broken.output.contains("\(Self.alder):"), "\(broken.output)\(broken.error)")
    let repaired = try await folder.run(
      "git add . && \(Self.spoil) \(Self.alder) && \(Self.lint) --staged; echo $?; \(Self.lint) . | grep -c wrong-shape"
    )
    #expect(repaired.output == "0\n1\n", "\(repaired.output)\(repaired.error)")
  }

  @Test func aFileThatIsNamedIsAlwaysChecked() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git commit -qam broken && \(Self.lint) --staged -- \(Self.alder) \(Self.math)")
    #expect(outcome.status == 1 && outcome.output.contains("\(Self.alder):"), "\(outcome.output)\(outcome.error)")
    let all = try await folder.run("\(Self.lint) --staged")
    #expect(all.status == 0 && all.error.contains("no agreement changed for the next commit"), "\(all.error)")
  }

  @Test func theFirstCommitIsComparedWithNothing() async throws {
    let folder = try await GitFolder.make()
    try folder.write("a.agreement.yaml", "format: 1\n")
    let outcome = try await folder.run("git add -A && \(Self.lint) --staged")
    #expect(outcome.status == 1 && outcome.output.contains("a.agreement.yaml:1:1"), "\(outcome.output)\(outcome.error)")
  }

  @Test func whatIsNotInTheNextCommitIsSaid() async throws {
    let folder = try await repository()
    try folder.write("new.agreement.yaml", "format: 1\n")
    let untracked = try await folder.run("\(Self.lint) --staged new.agreement.yaml")
    #expect(untracked.status == 2 && untracked.error.contains("type: git add new.agreement.yaml"), "\(untracked.error)")
    // An intention to add is no content.
    let intended = try await folder.run("git add -N new.agreement.yaml && \(Self.lint) --staged")
    #expect(intended.status == 0 && intended.output.isEmpty, "\(intended.output)\(intended.error)")
  }

  @Test func aConflictHasToBeResolvedFirst() async throws {
    let folder = try await repository()
    let merge = """
      git checkout -qb other && sed -i '1s/.*/format: 1 # a/' \(Self.alder) && git commit -qam a && git checkout -q main \
      && sed -i '1s/.*/format: 1 # b/' \(Self.alder) && git commit -qam b; git merge -q other > /dev/null 2>&1;
      """
    let staged = try await folder.run("\(merge) \(Self.lint) --staged")
    #expect(staged.status == 2 && staged.error.contains("it is in conflict; resolve it"), "\(staged.error)")
    let since = try await folder.run("\(Self.lint) --since HEAD")
    #expect(since.status == 1 && since.output.contains(Self.alder), "\(since.output)\(since.error)")
  }

  @Test func anotherIndexIsObeyed() async throws {
    let folder = try await repository()
    // `git commit FILE` hands its hook an index with only that file in it.
    try folder.write(
      ".git/hooks/pre-commit", "#!/bin/sh\nexec \"$CONCORD\" lint --today 2026-09-10 --format short --staged\n")
    let outcome = try await folder.run(
      """
      chmod +x .git/hooks/pre-commit && \(Self.spoil) \(Self.alder) && sed -i '1s/$/ # fine/' \(Self.math) \
      && git add -A && git commit -qm one \(Self.math) && echo committed; git commit -qm two
      """)
    #expect(
      outcome.output.contains("committed") && outcome.error.contains("\(Self.alder):"),
      "\(outcome.output)\(outcome.error)")
    #expect(outcome.status == 1)
    let tree = try await folder.run(
      "git worktree add -q ../$(basename $PWD)-tree HEAD && cd ../$(basename $PWD)-tree && \(Self.spoil) \(Self.math) && git commit -qam three; s=$?; cd - && git worktree remove --force ../$(basename $PWD)-tree; exit $s"
    )
    #expect(tree.status == 1 && tree.error.contains("\(Self.math):"), "\(tree.output)\(tree.error)")
  }

  @Test func settingsAreThoseOfTheNextCommit() async throws {
    let folder = try await repository()
    try folder.write("concord.yaml", "exclude: ['**']\n")
    let outside = try await folder.run("\(Self.spoil) \(Self.alder) && git add \(Self.alder) && \(Self.lint) --staged")
    #expect(outside.status == 1, "\(outside.output)\(outside.error)")
    let inside = try await folder.run("git add -A && \(Self.lint) --staged")
    #expect(inside.status == 0 && inside.output.isEmpty, "\(inside.output)\(inside.error)")
    let link = try await folder.run("ln -sf /etc/passwd concord.yaml && git add -A && \(Self.lint) --staged")
    #expect(link.status == 2 && !link.error.contains("root"), "\(link.error)")
  }

  // MARK: - Since a commit

  @Test func onlyWhatTheBranchChangedIsReported() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && \(Self.spoil) \(Self.alder) && git commit -qam mine && git checkout -q main \
      && \(Self.spoil) \(Self.math) && git commit -qam theirs && git checkout -q branch \
      && sed -i 's/^status: agred/&/' \(Self.alder) && \(Self.lint) --since main
      """)
    #expect(outcome.status == 1 && outcome.output.contains(Self.alder) && !outcome.output.contains(Self.math))
    let below = try await folder.run("cd riverbend-math && \(Self.lint) --since main; \(Self.lint) --since main .")
    #expect(
      below.output.hasPrefix("../\(Self.alder):")
        && below.error.contains("no agreement that is still there and was asked about changed since main"),
      "\(below.output)\(below.error)")
    let new = try await folder.run(
      "echo 'format: 1' > new.agreement.yaml; echo 'old*' > .gitignore; echo 'format: 1' > old.agreement.yaml; concord lint --since HEAD --format jsonl | grep -o '\"path\":\"[a-z]*.agreement' | sort -u"
    )
    #expect(new.output == "\"path\":\"new.agreement\n", "\(new.output)\(new.error)")
  }

  @Test func aCopiedFolderHasNotChanged() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      "rm -rf copy && cp -r . /tmp/copy.$$ && cd /tmp/copy.$$ && touch */* && sed -i 's/$/\\r/' \(Self.math) && \(Self.lint) --since HEAD; s=$?; rm -rf /tmp/copy.$$; exit $s"
    )
    #expect(
      outcome.status == 0 && outcome.error.hasPrefix("concord: no agreement changed since HEAD\n"),
      "\(outcome.output)\(outcome.error)")
  }

  @Test func aNewBranchIsComparedWithNothing() async throws {
    let folder = try await repository()
    let zeros = String(repeating: "0", count: 40)
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder); \(Self.lint) --since \(zeros) | cut -d: -f1 | sort -u")
    #expect(outcome.output == "\(Self.alder)\n", "\(outcome.output)\(outcome.error)")
  }

  @Test func neighborsWithTheSameIDAreCompared() async throws {
    let folder = try await repository()
    let double = try await folder.run("cp \(Self.alder) copy.agreement.yaml && \(Self.lint) --since HEAD")
    #expect(double.status == 1 && double.output.contains("[duplicate-agreement]"), "\(double.output)\(double.error)")
    // What is wrong elsewhere is nobody's fault here.
    let other = try await folder.run(
      "rm copy.agreement.yaml && cp \(Self.math) b.agreement.yaml && git add -A && git commit -qm b && sed -i '1s/$/ # fine/' \(Self.alder) && \(Self.lint) --since HEAD"
    )
    #expect(other.status == 0 && !other.output.contains("duplicate"), "\(other.output)\(other.error)")
    let gone = try await folder.run(
      "git checkout -q . && git rm -q b.agreement.yaml alder-creek-literacy/2025-26.agreement.yaml && \(Self.lint) --since HEAD --fail-on info"
    )
    #expect(gone.status == 1 && gone.output.contains("[year-gap]"), "\(gone.output)\(gone.error)")
    let staged = try await folder.run("\(Self.lint) --staged --fail-on info")
    #expect(staged.output == gone.output, "\(staged.output)\(staged.error)")
  }

  @Test func changedSettingsPutAllTheyGovernIntoTheFocus() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git commit -qam broken && echo 'district: Riverbend' > concord.yaml && \(Self.lint) --since HEAD"
    )
    #expect(outcome.status == 1 && outcome.output.contains(Self.alder), "\(outcome.output)\(outcome.error)")
  }

  @Test func sparseCheckoutsAreChecked() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && \(Self.spoil) \(Self.alder) && git commit -qam mine \
      && git sparse-checkout set riverbend-math && test ! -e \(Self.alder) && \(Self.lint) --since main
      """)
    #expect(outcome.status == 1 && outcome.output.contains("\(Self.alder):"), "\(outcome.output)\(outcome.error)")
  }

  @Test(arguments: ["with space", "-x", "a\"b", "*", ":(top)x", "ä"])
  func namesAreOnlyNames(name: String) async throws {
    let folder = try await repository()
    try folder.write("\(name).agreement.yaml", "format: 1\n")
    for option in ["--since HEAD", "--staged"] {
      let outcome = try await folder.run("git add -A && concord lint \(option) --format jsonl | grep -c '\"path\"'")
      #expect((Int(outcome.output.dropLast()) ?? 0) > 0, "\(option) \(outcome.output)\(outcome.error)")
    }
  }

  // MARK: - What a change means

  @Test func aBranchIsComparedWithWhereItBegan() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && sed -i 's/Facts first/Feelings first/' \(Self.alder) && git commit -qam mine && git checkout -q main \
      && sed -i 's/Phones/Telephones/' \(Self.math) && git commit -qam theirs && git checkout -q branch && concord diff --since main --exit-code
      """)
    #expect(outcome.status == 1 && outcome.output.contains("Feelings") && !outcome.output.contains("Telephones"))
    let staged = try await folder.run(
      "concord diff --staged --exit-code && sed -i 's/Phones/Telephones/' \(Self.math) && concord diff --staged --exit-code && git add . && sed -i 's/Telephones/Radios/' \(Self.math) && concord diff --staged"
    )
    #expect(
      staged.output.contains("Telephones") && !staged.output.contains("Radios"), "\(staged.output)\(staged.error)")
    #expect(staged.error.hasPrefix("concord: no agreement changed for the next commit\n"))
    let elsewhere = try await folder.run("concord diff --since main riverbend-math --format json")
    #expect(elsewhere.output.contains("Radios") && !elsewhere.output.contains("Feelings"))
  }

  @Test func aNewYearIsComparedWithTheYearBefore() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      sed -e 's/2026-27/2027-28/' -e 's/^starts: .*/starts: 2027-08-16/' -e 's/^ends: .*/ends: 2028-05-26/' -e 's/Facts first/Feelings first/' \
        \(Self.alder) > alder-creek-literacy/2027-28.agreement.yaml && concord diff --since HEAD
      """)
    #expect(
      outcome.status == 0 && outcome.output.contains("2026-27\nto 2027-28")
        || outcome.output.contains("2026-27 to 2027-28"),
      "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("Feelings"), "\(outcome.output)")
  }

  // MARK: - What git says no to

  /// Every command that is printed is run, and then the same lint works.
  @Test(arguments: [
    ("--depth 1 --branch b", "main"), ("--depth 1 --branch b", "origin/main"), ("--depth 1 --branch b", "HEAD~1"),
    ("--depth 1 --no-single-branch --branch b", "origin/main"), ("--single-branch --branch b", "origin/main"),
    ("--depth 1 --branch b", "refs/remotes/origin/main"),
  ])
  func whatIsMissingCanBeFetched(clone: String, revision: String) async throws {
    let folder = try await repository()
    let prepared = try await folder.run(
      "git checkout -qb b && sed -i '1s/$/ # b/' \(Self.alder) && git commit -qam b && git clone -q \(clone) file://$PWD clone"
    )
    #expect(prepared.status == 0, "\(prepared.error)")
    let first = try await folder.run("cd clone && \(Self.lint) --since \(revision)")
    #expect(first.status == 2, "\(first.output)\(first.error)")
    let command = first.error.firstMatch(of: /fetch it with: (git fetch [^,;\n]*)/)?.1 ?? ""
    #expect(!command.isEmpty, "\(first.error)")
    let named = first.error.firstMatch(of: /name it as (\S+)/)?.1 ?? Substring(revision)
    let second = try await folder.run("cd clone && \(command) && \(Self.lint) --since \(named)")
    #expect(
      second.status == 0 && !second.error.contains("no agreement changed"),
      "\(command): \(second.output)\(second.error)")
  }

  @Test func whatCannotBeComparedEndsTheRun() async throws {
    let folder = try await repository()
    for (line, words) in [
      ("\(Self.lint) --since=-x", "this cannot be the name of a revision"),
      ("\(Self.lint) --since nowhere", "there is no such commit here"),
      (
        "git checkout -q --orphan o && git commit -qm o && \(Self.lint) --since main",
        "it and HEAD have no common commit"
      ),
      ("rm -rf .git && \(Self.lint) --since main", "not a git repository"),
      ("PATH=/nowhere && \(Self.lint) --since main", "git: it is not installed"),
    ] {
      let outcome = try await folder.run(line)
      #expect(outcome.status == 2 && outcome.error.contains(words), "\(line): \(outcome.error)")
    }
    let options = try await folder.run("concord lint --staged --fix; concord lint --staged -")
    #expect(options.error.contains("leave out --fix") && options.error.contains("standard input is in no commit"))
  }

  /// Settings of a repository name programs; git itself runs them, and concord does not.
  @Test func noProgramOfTheRepositoryRuns() async throws {
    let folder = try await repository()
    try folder.write("mark.sh", "#!/bin/sh\necho $0 >> \"\(folder.path)/ran\"\ncat\n")
    _ = try await folder.run(
      """
      chmod +x mark.sh; m=$PWD/mark.sh; for k in core.fsmonitor diff.external core.pager pager.grep core.editor core.sshCommand \
      diff.x.textconv diff.x.command filter.x.clean filter.x.process core.alternateRefsCommand credential.helper uploadpack.packObjectsHook; \
      do git config $k "$m"; done; git config filter.x.required true; printf '*.yaml diff=x filter=x\\n' > .git/info/attributes; \
      mkdir -p .git/hooks; cp mark.sh .git/hooks/post-index-change; cp mark.sh .git/hooks/pre-commit; touch */*
      """)
    for option in ["--since HEAD", "--staged", "--since HEAD --staged"] {
      let outcome = try await folder.run("\(Self.lint) \(option); test ! -e ran")
      #expect(outcome.status == 0, "\(option): \(outcome.output)\(outcome.error)")
    }
    let proof = try await folder.run("git status > /dev/null 2>&1; test -e ran")
    #expect(proof.status == 0)
  }
}
