import TestSupport
import Testing

/// `lint --since` and `lint --staged`, with real repositories.
@Suite struct ChangedFilesTests {
  // MARK: - The next commit

  @Test func whatIsStagedCountsAndNotTheFolder() async throws {
    let folder = try await GitFolder.district()
    let broken = try await folder.run(
      "cp \(GitFolder.alder) good && \(GitFolder.spoil) \(GitFolder.alder) && git add . && mv good \(GitFolder.alder) && \(GitFolder.lint) --staged"
    )
    #expect(broken.status == 1 && broken.output.contains("\(GitFolder.alder):"), "\(broken.output)\(broken.error)")
    let repaired = try await folder.run(
      "git add . && \(GitFolder.spoil) \(GitFolder.alder) && \(GitFolder.lint) --staged; echo $?; \(GitFolder.lint) . | grep -c wrong-shape"
    )
    #expect(repaired.output == "0\n1\n", "\(repaired.output)\(repaired.error)")
  }

  @Test func aFileThatIsNamedIsAlwaysChecked() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "\(GitFolder.spoil) \(GitFolder.alder) && git commit -qam broken && \(GitFolder.lint) --staged -- \(GitFolder.alder) \(GitFolder.math)"
    )
    #expect(outcome.status == 1 && outcome.output.contains("\(GitFolder.alder):"), "\(outcome.output)\(outcome.error)")
    let all = try await folder.run("\(GitFolder.lint) --staged")
    #expect(all.status == 0 && all.error.contains("no agreement changed for the next commit"), "\(all.error)")
  }

  @Test func theFirstCommitIsComparedWithNothing() async throws {
    let folder = try await GitFolder.make()
    try folder.write("a.agreement.yaml", "format: 1\n")
    let outcome = try await folder.run("git add -A && \(GitFolder.lint) --staged")
    #expect(outcome.status == 1 && outcome.output.contains("a.agreement.yaml:1:1"), "\(outcome.output)\(outcome.error)")
  }

  @Test func whatIsNotInTheNextCommitIsSaid() async throws {
    let folder = try await GitFolder.district()
    try folder.write("new.agreement.yaml", "format: 1\n")
    let untracked = try await folder.run("\(GitFolder.lint) --staged new.agreement.yaml")
    #expect(untracked.status == 2 && untracked.error.contains("type: git add new.agreement.yaml"), "\(untracked.error)")
    // An intention to add is no content.
    let intended = try await folder.run("git add -N new.agreement.yaml && \(GitFolder.lint) --staged")
    #expect(intended.status == 0 && intended.output.isEmpty, "\(intended.output)\(intended.error)")
  }

  @Test func aConflictHasToBeResolvedFirst() async throws {
    let folder = try await GitFolder.district()
    let merge = """
      git checkout -qb other && sed -i '1s/.*/format: 1 # a/' \(GitFolder.alder) && git commit -qam a && git checkout -q main \
      && sed -i '1s/.*/format: 1 # b/' \(GitFolder.alder) && git commit -qam b; git merge -q other > /dev/null 2>&1;
      """
    let staged = try await folder.run("\(merge) \(GitFolder.lint) --staged")
    #expect(staged.status == 2 && staged.error.contains("it is in conflict; resolve it"), "\(staged.error)")
    let since = try await folder.run("\(GitFolder.lint) --since HEAD")
    #expect(since.status == 1 && since.output.contains(GitFolder.alder), "\(since.output)\(since.error)")
  }

  @Test func anotherIndexIsObeyed() async throws {
    let folder = try await GitFolder.district()
    // `git commit FILE` hands its hook an index with only that file in it.
    try folder.write(
      ".git/hooks/pre-commit", "#!/bin/sh\nexec \"$CONCORD\" lint --today 2026-09-10 --format short --staged\n")
    let outcome = try await folder.run(
      """
      chmod +x .git/hooks/pre-commit && \(GitFolder.spoil) \(GitFolder.alder) && sed -i '1s/$/ # fine/' \(GitFolder.math) \
      && git add -A && git commit -qm one \(GitFolder.math) && echo committed; git commit -qm two
      """)
    #expect(
      outcome.output.contains("committed") && outcome.error.contains("\(GitFolder.alder):"),
      "\(outcome.output)\(outcome.error)")
    #expect(outcome.status == 1)
    let tree = try await folder.run(
      "git worktree add -q ../$(basename $PWD)-tree HEAD && cd ../$(basename $PWD)-tree && \(GitFolder.spoil) \(GitFolder.math) && git commit -qam three; s=$?; cd - && git worktree remove --force ../$(basename $PWD)-tree; exit $s"
    )
    #expect(tree.status == 1 && tree.error.contains("\(GitFolder.math):"), "\(tree.output)\(tree.error)")
  }

  @Test func settingsAreThoseOfTheNextCommit() async throws {
    let folder = try await GitFolder.district()
    try folder.write("concord.yaml", "exclude: ['**']\n")
    let outside = try await folder.run(
      "\(GitFolder.spoil) \(GitFolder.alder) && git add \(GitFolder.alder) && \(GitFolder.lint) --staged")
    #expect(outside.status == 1, "\(outside.output)\(outside.error)")
    let inside = try await folder.run("git add -A && \(GitFolder.lint) --staged")
    #expect(inside.status == 0 && inside.output.isEmpty, "\(inside.output)\(inside.error)")
    let link = try await folder.run("ln -sf /etc/passwd concord.yaml && git add -A && \(GitFolder.lint) --staged")
    #expect(link.status == 2 && !link.error.contains("root"), "\(link.error)")
  }

  // MARK: - Since a commit

  @Test func onlyWhatTheBranchChangedIsReported() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && \(GitFolder.spoil) \(GitFolder.alder) && git commit -qam mine && git checkout -q main \
      && \(GitFolder.spoil) \(GitFolder.math) && git commit -qam theirs && git checkout -q branch \
      && sed -i 's/^status: agred/&/' \(GitFolder.alder) && \(GitFolder.lint) --since main
      """)
    #expect(outcome.status == 1 && outcome.output.contains(GitFolder.alder) && !outcome.output.contains(GitFolder.math))
    let below = try await folder.run(
      "cd riverbend-math && \(GitFolder.lint) --since main; \(GitFolder.lint) --since main .")
    #expect(
      below.output.hasPrefix("../\(GitFolder.alder):")
        && below.error.contains("no agreement that is still there and was asked about changed since main"),
      "\(below.output)\(below.error)")
    let new = try await folder.run(
      "echo 'format: 1' > new.agreement.yaml; echo 'old*' > .gitignore; echo 'format: 1' > old.agreement.yaml; concord lint --since HEAD --format jsonl | grep -o '\"path\":\"[a-z]*.agreement' | sort -u"
    )
    #expect(new.output == "\"path\":\"new.agreement\n", "\(new.output)\(new.error)")
  }

  @Test func aCopiedFolderHasNotChanged() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "rm -rf copy && cp -r . /tmp/copy.$$ && cd /tmp/copy.$$ && touch */* && sed -i 's/$/\\r/' \(GitFolder.math) && \(GitFolder.lint) --since HEAD; s=$?; rm -rf /tmp/copy.$$; exit $s"
    )
    #expect(
      outcome.status == 0 && outcome.error.hasPrefix("concord: no agreement changed since HEAD\n"),
      "\(outcome.output)\(outcome.error)")
  }

  @Test func aNewBranchIsComparedWithNothing() async throws {
    let folder = try await GitFolder.district()
    let zeros = String(repeating: "0", count: 40)
    let outcome = try await folder.run(
      "\(GitFolder.spoil) \(GitFolder.alder); \(GitFolder.lint) --since \(zeros) | cut -d: -f1 | sort -u")
    #expect(outcome.output == "\(GitFolder.alder)\n", "\(outcome.output)\(outcome.error)")
  }

  @Test func neighborsWithTheSameIDAreCompared() async throws {
    let folder = try await GitFolder.district()
    let double = try await folder.run("cp \(GitFolder.alder) copy.agreement.yaml && \(GitFolder.lint) --since HEAD")
    #expect(double.status == 1 && double.output.contains("[duplicate-agreement]"), "\(double.output)\(double.error)")
    // What is wrong elsewhere is nobody's fault here.
    let other = try await folder.run(
      "rm copy.agreement.yaml && cp \(GitFolder.math) b.agreement.yaml && git add -A && git commit -qm b && sed -i '1s/$/ # fine/' \(GitFolder.alder) && \(GitFolder.lint) --since HEAD"
    )
    #expect(other.status == 0 && !other.output.contains("duplicate"), "\(other.output)\(other.error)")
    let gone = try await folder.run(
      "git checkout -q . && git rm -q b.agreement.yaml alder-creek-literacy/2025-26.agreement.yaml && \(GitFolder.lint) --since HEAD --fail-on info"
    )
    #expect(gone.status == 1 && gone.output.contains("[year-gap]"), "\(gone.output)\(gone.error)")
    let staged = try await folder.run("\(GitFolder.lint) --staged --fail-on info")
    #expect(staged.output == gone.output, "\(staged.output)\(staged.error)")
  }

  @Test func changedSettingsPutAllTheyGovernIntoTheFocus() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "\(GitFolder.spoil) \(GitFolder.alder) && git commit -qam broken && echo 'district: Riverbend' > concord.yaml && \(GitFolder.lint) --since HEAD"
    )
    #expect(outcome.status == 1 && outcome.output.contains(GitFolder.alder), "\(outcome.output)\(outcome.error)")
  }

  @Test func sparseCheckoutsAreChecked() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && \(GitFolder.spoil) \(GitFolder.alder) && git commit -qam mine \
      && git sparse-checkout set riverbend-math && test ! -e \(GitFolder.alder) && \(GitFolder.lint) --since main
      """)
    #expect(outcome.status == 1 && outcome.output.contains("\(GitFolder.alder):"), "\(outcome.output)\(outcome.error)")
  }

  @Test(arguments: ["with space", "-x", "a\"b", "*", ":(top)x", "ä"])
  func namesAreOnlyNames(name: String) async throws {
    let folder = try await GitFolder.district()
    try folder.write("\(name).agreement.yaml", "format: 1\n")
    for option in ["--since HEAD", "--staged"] {
      let outcome = try await folder.run("git add -A && concord lint \(option) --format jsonl | grep -c '\"path\"'")
      #expect((Int(outcome.output.dropLast()) ?? 0) > 0, "\(option) \(outcome.output)\(outcome.error)")
    }
  }

  // MARK: - What a change means

  @Test func aBranchIsComparedWithWhereItBegan() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && sed -i 's/Facts first/Feelings first/' \(GitFolder.alder) && git commit -qam mine && git checkout -q main \
      && sed -i 's/Phones/Telephones/' \(GitFolder.math) && git commit -qam theirs && git checkout -q branch && concord diff --since main --exit-code
      """)
    #expect(outcome.status == 1 && outcome.output.contains("Feelings") && !outcome.output.contains("Telephones"))
    let staged = try await folder.run(
      "concord diff --staged --exit-code && sed -i 's/Phones/Telephones/' \(GitFolder.math) && concord diff --staged --exit-code && git add . && sed -i 's/Telephones/Radios/' \(GitFolder.math) && concord diff --staged"
    )
    #expect(
      staged.output.contains("Telephones") && !staged.output.contains("Radios"), "\(staged.output)\(staged.error)")
    #expect(staged.error.hasPrefix("concord: no agreement changed for the next commit\n"))
    let elsewhere = try await folder.run("concord diff --since main riverbend-math --format json")
    #expect(elsewhere.output.contains("Radios") && !elsewhere.output.contains("Feelings"))
  }

  @Test func aNewYearIsComparedWithTheYearBefore() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      sed -e 's/2026-27/2027-28/' -e 's/^starts: .*/starts: 2027-08-16/' -e 's/^ends: .*/ends: 2028-05-26/' -e 's/Facts first/Feelings first/' \
        \(GitFolder.alder) > alder-creek-literacy/2027-28.agreement.yaml && concord diff --since HEAD
      """)
    #expect(
      outcome.status == 0 && outcome.output.contains("2026-27\nto 2027-28")
        || outcome.output.contains("2026-27 to 2027-28"),
      "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("Feelings"), "\(outcome.output)")
  }
}
