import TestSupport
import Testing

/// `lint --config-from`: what a pull request brings in place of the settings does not count.
@Suite struct ConfigFromTests {
  private static let file = "alder-creek-literacy/2026-27.agreement.yaml"
  /// A change of a text that people signed, which the settings of the branch `main` do not allow.
  private static let change = "sed -i.old 's/Facts first/Feelings first/' \(file) && rm \(file).old"
  private static let lint = "concord lint --today 2026-09-10 --format short"

  /// A repository with three years of an agreement and settings, and a branch with a change of what was signed.
  private func repository(_ settings: String = "district: Riverbend\n") async throws -> GitFolder {
    let folder = try await GitFolder.make()
    try await folder.run("mkdir alder-creek-literacy")
    for year in ["2024-25", "2025-26", "2026-27"] {
      let name = "alder-creek-literacy/\(year).agreement.yaml"
      try folder.write(name, Root.text("samples/riverbend/\(name)"))
    }
    try folder.write("concord.yaml", settings)
    try folder.write("strict.yaml", "district: Riverbend\n")
    let made = try await folder.run("git add -A && git commit -qm main && git checkout -qb change && \(Self.change)")
    #expect(made.status == 0, "\(made.error)")
    return folder
  }

  /// Each attack works as long as the settings are those of the pull request, and does not with those of its target.
  @Test(arguments: [
    ("echo 'rules: {signatures: off}' > concord.yaml", "", "concord.yaml"),
    ("echo \"exclude: ['**']\" > concord.yaml", "--allow-empty", "concord.yaml"),
    ("echo 'rules: {signatures: off}' > alder-creek-literacy/concord.yaml", "", "alder-creek-literacy/concord.yaml"),
    ("echo 'rules: {signatures: off}' > strict.yaml", "--config strict.yaml", "strict.yaml"),
    ("echo 'rules: {signatures: off}' > new.yaml", "--config new.yaml", "new.yaml, so the built-in settings count"),
    ("concord lint --write-baseline known.json . > new", "--baseline known.json", "known.json, so no finding is known"),
  ])
  func whatTheRequestBringsDoesNotCount(attack: String, options: String, named: String) async throws {
    let folder = try await repository()
    let attacked = try await folder.run("\(attack); git add -A && git commit -qm attack; \(Self.lint) \(options)")
    #expect(attacked.status == 0, "\(attacked.output)\(attacked.error)")
    for since in ["", "--since main"] {
      let outcome = try await folder.run("\(Self.lint) \(options) \(since) --config-from main")
      #expect(outcome.status == 1 && outcome.output.contains("[signature-stale]"), "\(outcome.error)\(outcome.output)")
      #expect(outcome.error.contains(since.isEmpty ? "3 agreements: " : "1 agreement: "), "\(outcome.error)")
      #expect(outcome.error.contains(named), "\(outcome.error)")
      // A file that the target does not have is not edited, but new.
      let edits = !options.contains("new.yaml") && !options.contains("known.json")
      #expect(outcome.error.contains("settings from main; this change edits ") == edits, "\(outcome.error)")
    }
  }

  /// Settings that cannot be read are found before they count.
  @Test(arguments: [
    ("echo 'rules: [' > concord.yaml", "concord.yaml:1:8: error[yaml-syntax]"),
    ("echo 'time-zone: America/Nowhere' > deep/concord.yaml", "deep/concord.yaml:1:12: error["),
    ("echo 'signatures: {allowed-signers: none}' > concord.yaml", "`none` cannot be read"),
    ("mv concord.yaml x.yaml && ln -s x.yaml concord.yaml", "concord: concord.yaml: it is a link"),
  ])
  func settingsWithErrorsDoNotGoIn(edit: String, words: String) async throws {
    let folder = try await repository()
    let edited = try await folder.run("git checkout -q .; mkdir deep; \(edit); git add -A; git commit -qm edit")
    #expect(edited.status == 0)
    for line in ["lint", "lint --since main", "lint --staged --since main", "verify"] {
      let outcome = try await folder.run("concord \(line) --today 2026-09-10 --config-from main")
      #expect(outcome.status == 2 && outcome.error.contains(words), "\(line): \(outcome.output)\(outcome.error)")
    }
    // Without the file there are the built-in settings.
    let gone = try await folder.run("rm -rf concord.yaml deep; \(Self.lint) --config-from main")
    #expect(gone.status == 0 && gone.error.contains("this change edits concord.yaml, which counts once merged"))
  }

  /// A baseline counts as it is in the target, where it knows what it knows, and no more.
  @Test func theBaselineIsThatOfTheTarget() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      git checkout -q main
      concord lint --today 2026-09-10 --write-baseline known.json . > /dev/null; git add -A; git commit -qm known
      git checkout -qB change; \(Self.lint) --baseline known.json --config-from main; echo $?
      sed -i.old 's/Feelings first/Money first/' \(Self.file); rm \(Self.file).old
      concord lint --today 2026-09-10 --write-baseline known.json . > /dev/null
      \(Self.lint) --baseline known.json > /dev/null; echo $?; \(Self.lint) --baseline known.json --config-from main > /dev/null; echo $?
      """)
    #expect(outcome.output == "0\n0\n1\n", "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.contains("this change edits known.json, which counts once merged"), "\(outcome.error)")
  }

  /// A catalog that no longer asks for a topic, and an agreement without it.
  @Test func topicsAreThoseOfTheTarget() async throws {
    let folder = try await repository()
    let lint = "\(Self.lint) --select topic-unanswered --fail-on warning"
    let outcome = try await folder.run(
      """
      git checkout -q . && sed -i.old '/^    classroom-access:/,/^    [a-z-]*:/{/^    classroom-access:/d;/^     /d;}' \(Self.file)
      echo 'catalog: {sections: {access: {topics: {classroom-access: {until: 2025-26}}}}}' > concord.yaml
      \(lint); echo $?; \(lint) --config-from main > /dev/null; echo $?
      """)
    #expect(outcome.output == "0\n1\n", "\(outcome.output)\(outcome.error)")
  }

  /// A branch from before a rule does not escape the rule.
  @Test func settingsAreThoseOfNow() async throws {
    let folder = try await repository("rules: {signatures: off}\n")
    let outcome = try await folder.run(
      """
      git commit -qam change; git checkout -q main; echo 'district: Riverbend' > concord.yaml; git commit -qam strict; git checkout -q change
      \(Self.lint) --since main; echo $?; \(Self.lint) --since main --config-from main > /dev/null; echo $?
      """)
    #expect(outcome.output == "0\n1\n", "\(outcome.output)\(outcome.error)")
    // The change itself edits no settings.
    #expect(!outcome.error.contains("this change edits"), "\(outcome.error)")
  }

  /// Agreements that went into another repository cannot be checked, which is not the same as being fine.
  @Test func aRepositoryInPlaceOfAFolderIsNotClean() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      id=$(git rev-parse HEAD); git rm -rqf alder-creek-literacy; mkdir -p alder-creek-literacy
      git update-index --add --cacheinfo 160000,$id,alder-creek-literacy; git commit -qm submodule
      \(Self.lint) --since main --config-from main; echo $?
      git init -q alder-creek-literacy; git show main:\(Self.file) > \(Self.file); \(Self.lint) --since main --config-from main; echo $?
      \(Self.lint) --config-from main; echo $?
      """)
    #expect(outcome.output == "2\n2\n2\n", "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.contains("it is a repository of its own, so what changed in it was not checked"))
    // One that has nothing to do with agreements stops nobody.
    let other = try await folder.run(
      "git checkout -qf main; rm -rf alder-creek-literacy/.git; git checkout -q .; git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),site; mkdir site; \(Self.lint) --since main"
    )
    #expect(other.status == 0 && other.error.contains("concord: site: it is a repository"), "\(other.error)")
  }

  /// Nor can one that became a link to something else, which a run over everything does not follow either.
  @Test func aLinkInPlaceOfAnAgreementIsNotClean() async throws {
    let folder = try await repository()
    let outcome = try await folder.run(
      """
      mv \(Self.file) x.txt; ln -s ../x.txt \(Self.file); git add -A; git commit -qm link
      for options in '' '--since main' '--since main --config-from main' '--staged --since main'; do \(Self.lint) $options > /dev/null; echo $?; done
      """)
    #expect(outcome.output == "2\n2\n2\n2\n", "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.split(separator: "it is a link to something that is not an agreement").count == 5)
  }

  /// In the target, too, settings are files.
  @Test func settingsThatAreNoFilesEndTheRun() async throws {
    for kind in ["120000", "160000"] {
      let folder = try await repository()
      let outcome = try await folder.run(
        """
        git checkout -qf main; git update-index --cacheinfo \(kind),$(test \(kind) = 160000 && git rev-parse HEAD || git rev-parse :strict.yaml),concord.yaml
        git commit -qm other; git checkout -q change 2> /dev/null; echo 'rules: {}' > concord.yaml; \(Self.lint) --config-from main; echo $?
        \(Self.lint) --config-from main --config ../strict.yaml; echo $?
        """)
      #expect(outcome.output == "2\n2\n", "\(outcome.output)\(outcome.error)")
      #expect(outcome.error.contains("which is not followed") && outcome.error.contains("so it is not in main either"))
    }
  }

  /// What the settings leave out is not passed over in silence.
  @Test func excludedChangesAreCounted() async throws {
    let folder = try await repository("exclude: [alder-creek-literacy/2024-25*, '*/2026-27*']\n")
    let outcome = try await folder.run(
      "echo '# x' >> alder-creek-literacy/2024-25.agreement.yaml; \(Self.lint) --since main")
    #expect(outcome.status == 0)
    #expect(
      outcome.error.contains("concord: 2 changed agreements are excluded by concord.yaml, and not checked\n"),
      "\(outcome.error)")
    let from = try await folder.run("git checkout -q \(Self.file); \(Self.lint) --since main --config-from main")
    #expect(
      from.error.contains("concord: 1 changed agreement is excluded by concord.yaml in main, and not checked\n"),
      "\(from.error)")
    // Nor is what moves to where nobody looks.
    let moved = try await folder.run(
      """
      git checkout -qf main; echo 'agreements: [alder-creek-literacy]' > concord.yaml; git commit -qam folders; mkdir other .hidden
      git mv \(Self.file) other/; cp other/* .hidden/; git add -A; \(Self.lint) --since main; \(Self.lint) --staged
      """)
    #expect(moved.output.split(separator: "[agreement-missing]\n").count == 2, "\(moved.output)\(moved.error)")
    for words in [
      "1 changed agreement is excluded by concord.yaml, and not checked\n",
      "1 changed agreement is in a hidden folder, and not checked\n",
    ] { #expect(moved.error.split(separator: words).count == 3, "\(moved.error)") }
  }
}
