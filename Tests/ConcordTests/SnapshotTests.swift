import TestSupport
import Testing

/// `REV:path`, wherever a file may stand.
@Suite struct SnapshotTests {
  private static let lint = GitFolder.lint
  private static let spoil = GitFolder.spoil
  private static let alder = GitFolder.alder
  private static let math = GitFolder.math

  @Test func aCommitIsCheckedAndNotTheFolder() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git commit -qam broken && git checkout -q HEAD~1 -- . && \(Self.lint) . && \(Self.lint) main:"
    )
    #expect(outcome.status == 1 && outcome.output.hasPrefix("main:\(Self.alder):"), "\(outcome.output)\(outcome.error)")
    let below = try await folder.run(
      "\(Self.lint) main:riverbend-math main~1: && cd alder-creek-literacy && \(Self.lint) main:../riverbend-math && \(Self.lint) main:./2026-27.agreement.yaml"
    )
    #expect(below.status == 2 && below.error.contains("run it once for each"), "\(below.output)\(below.error)")
    let each = try await folder.run(
      "\(Self.lint) main:riverbend-math && cd alder-creek-literacy && \(Self.lint) main:../riverbend-math && \(Self.lint) main:./2026-27.agreement.yaml"
    )
    #expect(each.status == 1 && each.output.hasPrefix("main:\(Self.alder):"), "\(each.output)\(each.error)")
  }

  @Test func theIndexIsCheckedByPath() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git add -A && git checkout -q HEAD -- \(Self.math) && sed -i 's/^status: agred/status: agreed/' \(Self.alder) && \(Self.lint) . && \(Self.lint) :"
    )
    #expect(outcome.status == 1 && outcome.output.hasPrefix(":\(Self.alder):"), "\(outcome.output)\(outcome.error)")
    let since = try await folder.run("\(Self.lint) --since HEAD :riverbend-math; \(Self.lint) --since HEAD :")
    #expect(
      since.status == 1
        && since.error.contains("no agreement that is still there and was asked about changed since HEAD"),
      "\(since.output)\(since.error)")
  }

  @Test func whatATipChangedSinceACommitIsReported() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      git checkout -qb branch && sed -i 's/Facts first/Feelings first/' \(Self.alder) && git commit -qam mine && git checkout -q main \
      && \(Self.spoil) \(Self.math) && git commit -qam theirs && \(Self.lint) --since main branch:; concord diff --since main branch:
      """)
    #expect(
      outcome.output.hasPrefix("branch:\(Self.alder):") && outcome.output.contains("[signature-stale]")
        && !outcome.output.contains(Self.math) && outcome.output.contains("Feelings"),
      "\(outcome.output)\(outcome.error)")
    // Neighbors are those of the tip.
    let double = try await folder.run(
      "git checkout -q branch && git reset -q --hard main~1 && cp \(Self.alder) copy.agreement.yaml && git add -A && git commit -qm copy && git checkout -q main && \(Self.lint) --since main branch:"
    )
    #expect(double.status == 1 && double.output.contains("[duplicate-agreement]"), "\(double.output)\(double.error)")
  }

  @Test func settingsAreThoseOfTheRevision() async throws {
    let folder = try await GitFolder.district()
    try folder.write("concord.yaml", "exclude: ['**']\n")
    let outcome = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git add \(Self.alder) && git commit -qm broken && \(Self.lint) HEAD:; git add -A && git commit -qm settings && rm concord.yaml && \(Self.lint) HEAD:"
    )
    #expect(outcome.output.contains("HEAD:\(Self.alder)"))
    #expect(
      outcome.status == 2 && outcome.error.contains("6 agreements here are excluded by concord.yaml"),
      "\(outcome.error)")
  }

  @Test func aBareRepositoryIsChecked() async throws {
    let folder = try await GitFolder.district()
    let prepared = try await folder.run(
      "git checkout -qb branch && \(Self.spoil) \(Self.alder) && git commit -qam broken && git clone -q --bare . bare.git"
    )
    #expect(prepared.status == 0)
    let refused = try await folder.run("cd bare.git && \(Self.lint) branch:")
    #expect(refused.status == 2 && refused.error.contains("type GIT_DIR=. before the command"), "\(refused.error)")
    for words in ["branch:", "--since main branch:", "branch:alder-creek-literacy", "branch:\(Self.alder)"] {
      let outcome = try await folder.run("cd bare.git && export GIT_DIR=. && concord lint \(words) --format jsonl")
      #expect(
        outcome.status == 1 && outcome.output.contains("\"path\":\"branch:\(Self.alder)\""),
        "\(outcome.output)\(outcome.error)")
    }
    let folderless = try await folder.run("cd bare.git && export GIT_DIR=. && \(Self.lint) --since main")
    #expect(
      folderless.status == 2 && folderless.error.contains("or name a revision, as in HEAD:"), "\(folderless.error)")
    let report = try await folder.run("cd bare.git && GIT_DIR=. \"$CONCORD\" lint branch: --format gitlab")
    #expect(report.output.contains("\"\(Self.alder)\""), "\(report.output)")
  }

  @Test func oneRunLooksAtOnePlace() async throws {
    let folder = try await GitFolder.district()
    for (words, told) in [
      ("HEAD: .", "run it once for each"), ("HEAD: :", "run it once for each"), ("HEAD: -", "run it once for each"),
      ("HEAD: --fix", "what git holds is not repaired; leave out --fix"),
      ("HEAD: --diff", "what git holds is not repaired; leave out --diff"),
      ("HEAD: --staged", "--staged already says what to look at"), ("HEAD:../..", "it is outside this repository"),
      ("HEAD:nowhere", "there is no such agreement"), ("--output=x:y", "nknown option"),
      ("x:y", "x: there is no such commit here"),
      ("--staged ..", "it is outside this repository"),
    ] {
      let outcome = try await folder.run("concord lint \(words)")
      #expect(outcome.status == 2 && outcome.error.contains(told), "\(words): \(outcome.error)")
    }
    // A file of that name comes first.
    let file = try await folder.run("cp \(Self.alder) HEAD:x.agreement.yaml && \(Self.lint) HEAD:x.agreement.yaml")
    #expect(file.status == 0, "\(file.output)\(file.error)")
  }

  /// A baseline counts as it is where the agreements are.
  @Test func theBaselineComesFromTheSamePlace() async throws {
    let folder = try await GitFolder.district()
    let prepared = try await folder.run(
      "\(Self.spoil) \(Self.alder) && git add -A && \(Self.lint) --write-baseline known.json .")
    #expect(prepared.status == 0, "\(prepared.error)")
    let missing = try await folder.run("\(Self.lint) --staged --baseline known.json")
    #expect(
      missing.status == 2 && missing.error.contains("known.json: it is not in the next commit"), "\(missing.error)")
    let staged = try await folder.run("git add -A && rm known.json && \(Self.lint) --staged --baseline known.json")
    #expect(staged.status == 0, "\(staged.output)\(staged.error)")
    let committed = try await folder.run(
      "git commit -qm all && git rm -q --cached known.json && \(Self.lint) HEAD: --baseline known.json && cd riverbend-math && \(Self.lint) HEAD: --baseline ../known.json"
    )
    #expect(committed.status == 0, "\(committed.output)\(committed.error)")
  }

  /// Each command that reads agreements reads them from git, with the settings of that place.
  @Test(arguments: [
    "show FILE", "show FILE --digest", "print FILE --format text", "worksheet FILE --format text",
    "agenda FILE --format text",
    "status FILE --today 2026-09-10", "calendar FILE", "verify FILE --today 2026-09-10", "history PLACE",
    "diff FILE FILE --all",
    "status PLACE --today 2026-09-10", "verify PLACE --today 2026-09-10",
  ])
  func everyCommandReadsFromGit(words: String) async throws {
    let folder = try await GitFolder.district()
    try folder.write("concord.yaml", "district: Riverbend\ncatalog: {ask: [boundaries]}\n")
    let plain = words.replacing("FILE", with: Self.alder).replacing("PLACE", with: ".")
    let stored = words.replacing("FILE", with: "HEAD:\(Self.alder)").replacing("PLACE", with: "HEAD:")
    let outcome = try await folder.run(
      """
      git add -A && git commit -qm settings && concord \(plain) > ../$(basename $PWD)-1; git rm -rq . && concord \(stored) > ../$(basename $PWD)-2; s=$?
      sed 's/HEAD://g' ../$(basename $PWD)-2 | diff ../$(basename $PWD)-1 - && test -s ../$(basename $PWD)-1; t=$?; rm ../$(basename $PWD)-[12]; test $s$t = 00
      """)
    #expect(outcome.status == 0, "\(words): \(outcome.output)\(outcome.error)")
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let folder = try await GitFolder.district()
    for words in [
      "show HEAD:nowhere", "print :nowhere", "status HEAD:nowhere", "verify HEAD:nowhere", "history HEAD:nowhere",
    ] {
      let outcome = try await folder.run("concord \(words)")
      #expect(outcome.status == 2 && outcome.error.contains(":nowhere: "), "\(words): \(outcome.error)")
    }
  }

  /// Rules that go by the name of the file know the name behind the revision.
  @Test func theNameOfTheFileIsTheNameInTheRevision() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      "git mv \(Self.alder) 2030-31.agreement.yaml && git commit -qm moved && \(Self.lint) HEAD: --select misfiled; \(Self.lint) . --select misfiled | sed 's/^/HEAD:/'"
    )
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[0] == lines[1] && lines[0].contains("[misfiled]"), "\(outcome.output)\(outcome.error)")
  }

  /// A new year in a commit stands beside the year before, and all new years are looked up at once.
  @Test func newYearsAreComparedWithTheYearBefore() async throws {
    let folder = try await GitFolder.district()
    let outcome = try await folder.run(
      """
      for id in alder-creek-literacy riverbend-math; do sed -e 's/2026-27/2027-28/' -e 's/^starts: .*/starts: 2027-08-16/' -e 's/^ends: .*/ends: 2028-05-26/' \
        $id/2026-27.agreement.yaml > $id/2027-28.agreement.yaml; done
      concord diff --since HEAD --format json > ours; git add -A && git commit -qm new && concord diff --since HEAD~1 HEAD: --format json | sed 's/HEAD://g' | cmp - ours
      concord diff --since HEAD~1 | tr '\\n' ' ' | grep -o '2026-27 to 2027-28' | wc -l
      """)
    #expect(outcome.status == 0 && (Int(outcome.output.dropLast()) ?? 0) >= 2, "\(outcome.output)\(outcome.error)")
  }
}
