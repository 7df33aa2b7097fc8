import TestSupport
import Testing

/// Real merges of a real git with `concord git-merge-driver`.
@Suite struct GitMergeTests {
  /// A repository with an agreement on three branches: `base`, and `ours` and `theirs`, which change neighboring lines.
  private struct Branches: ~Copyable, Sendable {
    static let text = """
      format: 1
      id: b
      school-year: 2026-27
      starts: 2026-08-17
      ends: 2027-05-28
      status: agreed
      campuses:
        b: B School
      participants:
        whitfield:
          name: Marcus Whitfield
          role: principal
        novak:
          name: Jill Novak
          role: instructional-coach
        tran:
          name: Linh Tran
          role: assistant-principal
      norms:
        agreed:
          - Start and end on time
          - Ask before you conclude
      topics:
        access:
          classroom-access: Doors are open
          weekly-planning: Tuesdays

      """
    static let ours = ("Doors are open", "By invitation")
    static let theirs = ("Tuesdays", "Mondays")
    static let merged = text.replacing(ours.0, with: ours.1).replacing(theirs.0, with: theirs.1)

    let folder: GitFolder

    static func make(_ file: String = "a.agreement.yaml", settings: String = "concord init --git-drivers") async throws
      -> Branches
    {
      let new = Branches(folder: try await GitFolder.make())
      try new.folder.write("file", file)
      try new.folder.write("base.txt", text)
      try new.folder.write("ours.txt", text.replacing(ours.0, with: ours.1))
      try new.folder.write("theirs.txt", text.replacing(theirs.0, with: theirs.1))
      #expect(try await new.run(settings).status == 0)
      try await new.run(
        """
        mkdir -p "$(dirname "$F")"; printf '*.txt\\nfile\\n' > .git/info/exclude
        put base; git add -A; git commit -qm base; git branch base
        git checkout -q -b theirs; put theirs; git commit -qam theirs
        git checkout -q -b ours base; put ours; git commit -qam ours
        """)
      return new
    }

    private init(folder: consuming GitFolder) { self.folder = folder }

    /// Runs lines; `$F` is the agreement, `put NAME` writes a text to it, and git finds concord.
    @discardableResult
    func run(_ lines: String) async throws -> Outcome {
      try await folder.run(
        "export PATH=\"$(dirname \"$CONCORD\"):$PATH\"; F=\"$(cat file)\"; put() { cat \"$1.txt\" > \"$F\"; }\n\(lines)"
      )
    }

    func file() async throws -> String { try await run("cat \"$F\"").output }
  }

  /// The lines of the README are all it takes.
  @Test func theRecipeOfTheReadme() async throws {
    let page = try Root.text("README.md")
    let start = try #require(page.firstRange(of: "<!-- git merging -->\n```sh\n")).upperBound
    let recipe = String(page[start..<(try #require(page[start...].firstRange(of: "```")).lowerBound)])
    #expect(recipe.contains("concord init"))
    let branches = try await Branches.make(settings: recipe)
    #expect(try await branches.run("git merge -q --no-edit theirs").status == 0)
    #expect(try await branches.file() == Branches.merged)
  }

  /// Everything in git that merges files.
  @Test(arguments: [
    "git merge -q --no-edit theirs", "git rebase -q theirs", "git cherry-pick theirs",
    "git checkout -q theirs && git cherry-pick ours",
    "git checkout -q base && put ours && git stash -q && git checkout -q theirs && git stash pop -q",
    "git checkout -q base && put ours && git checkout -q -m theirs",
    "git format-patch -q -1 theirs && git am -q -3 0001-theirs.patch",
    "git merge-tree --write-tree ours theirs > tree && git checkout -q $(head -1 tree) -- . ",
  ])
  func everyMergeCallsIt(command: String) async throws {
    let branches = try await Branches.make()
    let outcome = try await branches.run(command)
    #expect(outcome.status == 0, "\(outcome.error)\(outcome.output)")
    #expect(try await branches.file() == Branches.merged)
    // Lines alone are a conflict.
    let plain = try await Branches.make(settings: "true")
    #expect(try await plain.run("git merge -q --no-edit theirs").status == 1)
  }

  @Test func conflictsAreMarkedAndTold() async throws {
    let branches = try await Branches.make()
    let outcome = try await branches.run(
      "git checkout -q -b more base; sed -i.bak 's/Doors are open/Knock first/' \"$F\"; git commit -qam more; git -c merge.conflictStyle=zdiff3 merge ours; git status --short -uno; git ls-files -u | wc -l | tr -d ' '"
    )
    #expect(
      outcome.error.contains(
        "concord: a.agreement.yaml: conflict at `topics.access.classroom-access`: both sides changed it\n"))
    #expect(outcome.output.hasSuffix("UU a.agreement.yaml\n3\n"))
    #expect(
      try await branches.file()
        == Branches.text.replacing(
          "    classroom-access: Doors are open\n",
          with: """
            <<<<<<< ours
                classroom-access: Knock first
            ||||||| base
                classroom-access: Doors are open
            =======
                classroom-access: By invitation
            >>>>>>> theirs

            """))
  }

  /// Names are only shown. Git passes them through a shell, in quotes.
  @Test(arguments: [
    "it's a.agreement.yaml", "-x.agreement.yaml", "a\n::error::b.agreement.yaml",
    "$(touch ran) `touch ran`.agreement.yaml",
    "d/\"q\" \u{1B}[2J.agreement.yaml", "ä/ö.agreement.yaml",
  ])
  func names(file: String) async throws {
    let branches = try await Branches.make(file)
    let outcome = try await branches.run(
      "git merge -q --no-edit theirs > /dev/null; echo $?; ls ran; git checkout -q -B x base; sed -i.bak 's/Doors are open/Knock/' -- \"$F\"; git commit -qam x; git merge --no-edit ours > /dev/null; echo $?"
    )
    #expect(outcome.output == "0\n1\n")
    #expect(outcome.error.contains(".agreement.yaml: conflict at `topics.access.classroom-access`"))
    #expect(!outcome.error.contains("\u{1B}[2J") && !outcome.error.contains("\n::error::"))
  }

  /// Without the program, or if it breaks down, git's own merge runs, and no side is lost.
  @Test(arguments: [
    "", "printf '#!/bin/sh\\nkill -ABRT $$\\n' > bin/concord", "printf '#!/bin/sh\\nexit 139\\n' > bin/concord",
    "printf '#!/bin/sh\\nexit 2\\n' > bin/concord",
  ])
  func aMissingProgramLosesNothing(script: String) async throws {
    let branches = try await Branches.make()
    let outcome = try await branches.run(
      """
      mkdir bin; \(script.isEmpty ? "true" : script); chmod -f +x bin/concord; git checkout -q -b more base
      sed -i.bak 's/Doors are open/Knock first/' "$F"; git commit -qam more
      PATH="$PWD/bin:$(dirname "$(command -v git)"):/usr/bin:/bin" git merge --no-edit ours; echo $?
      """)
    #expect(outcome.output.hasSuffix("\n1\n"), "\(outcome.output)\(outcome.error)")
    let text = try await branches.file()
    #expect(
      text.contains(
        "<<<<<<< ours\n    classroom-access: Knock first\n=======\n    classroom-access: By invitation\n>>>>>>> theirs\n"
      ))
  }

  /// A version that cannot be read is merged line by line, and the program says why.
  @Test func versionsWithErrors() async throws {
    let branches = try await Branches.make()
    let outcome = try await branches.run(
      "git checkout -q -b broken base; printf 'focus: [\\n' >> \"$F\"; git commit -qam broken; git merge -q --no-edit ours > /dev/null; echo $?"
    )
    #expect(outcome.output == "0\n")
    #expect(
      outcome.error
        == "concord: a.agreement.yaml: our version has an error in line 27 [yaml-syntax]; git merges it line by line\n")
    #expect(try await branches.file() == Branches.text.replacing(Branches.ours.0, with: Branches.ours.1) + "focus: [\n")
  }

  /// Two branches that were merged crosswise have no single common version.
  @Test func crissCross() async throws {
    let branches = try await Branches.make()
    let outcome = try await branches.run(
      """
      merge() { git merge -q --no-edit "$1" > /dev/null; }
      git branch first ours; merge theirs; git checkout -q theirs; merge first
      sed -i.bak 's/Start and end/Begin and end/' "$F"; git commit -qam one
      git checkout -q ours; sed -i.bak 's/you conclude/anyone concludes/' "$F"; git commit -qam two
      test "$(git merge-base --all ours theirs | wc -l)" -eq 2; merge theirs; echo $?
      """)
    #expect(outcome.output == "0\n", "\(outcome.error)")
    #expect(
      try await branches.file()
        == Branches.merged.replacing("Start and end", with: "Begin and end").replacing(
          "you conclude", with: "anyone concludes"))
  }

  /// Both branches add the file.
  @Test func bothAdd() async throws {
    let branches = try await Branches.make()
    let outcome = try await branches.run(
      """
      git checkout -q -b one base; cp base.txt b.agreement.yaml; git add -A; git commit -qm one
      git checkout -q -b two base; sed 's/weekly-planning: .*/planning-days: Fridays/' base.txt > b.agreement.yaml; git add -A; git commit -qm two
      git merge -q --no-edit one > /dev/null; echo $?; tail -4 b.agreement.yaml
      """)
    #expect(
      outcome.output
        == "0\n  access:\n    classroom-access: Doors are open\n    weekly-planning: Tuesdays\n    planning-days: Fridays\n",
      "\(outcome.error)")
  }

  /// Three people sign on three branches; all signatures come together, in every way, and hold.
  @Test func threePeopleSign() async throws {
    let branches = try await Branches.make()
    let sample = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let start = try #require(sample.firstRange(of: "\nsignatures:\n")).lowerBound
    try branches.folder.write("sample.txt", String(sample[..<start]))
    let signing = ["munoz", "lindqvist", "brandt"].map {
      "git checkout -q -b \($0) base; concord sign \"$F\" --as \($0) --method typed --date 2026-08-13 --yes 2> /dev/null; git commit -qam \($0)"
    }.joined(separator: "\n")
    let check = "concord lint \"$F\" --today 2026-09-01 > out; echo $?; grep -c 'signed: 2026-08-13' \"$F\""
    let outcome = try await branches.run(
      """
      git checkout -q base; put sample; git commit -qam sample
      \(signing)
      git checkout -q -b merged base; for b in munoz lindqvist brandt; do git merge -q --no-edit $b > /dev/null; done; \(check)
      git checkout -q -b rebased brandt; git rebase -q munoz; git rebase -q lindqvist; \(check)
      git checkout -q --detach munoz; git cherry-pick lindqvist brandt > /dev/null; \(check)
      """)
    #expect(outcome.output == "0\n3\n0\n3\n0\n3\n", "\(outcome.error)")
    // The text changes on another branch: those who signed have signed another text.
    let told = try await branches.run(
      """
      git checkout -q -b answer base; sed -i.bak 's/By invitation/Doors are open/' "$F"; git commit -qam answer
      git merge -q --no-edit merged > /dev/null; echo $?
      """)
    #expect(told.output == "0\n")
    #expect(
      told.error == """
        concord: a.agreement.yaml: the signatures of brandt, lindqvist and munoz are about another text than the merged one; once the \
        text is right, this says who signs it again:
          concord amend a.agreement.yaml

        """)
  }

  /// What is not one of git's files is left alone.
  @Test func otherFiles() async throws {
    let folder = try await GitFolder.make()
    try folder.write("o", Branches.text)
    try folder.write("a", Branches.text.replacing(Branches.ours.0, with: Branches.ours.1))
    try folder.write("b", Branches.text.replacing(Branches.theirs.0, with: Branches.theirs.1))
    let outcome = try await folder.run(
      """
      ln -s a l; mkfifo p; head -c 17000000 /dev/zero | tr '\\0' '#' > large; cp a kept
      for words in "o l b 7 x" "o a l 7 x" "o a p 7 x" "o a none 7 x" "o a . 7 x" "o a large 7 x" "o a b 0 x" "o a b seven x" "o a b 7"; do
      concord git-merge-driver $words 2>> errors; echo $?; cmp a kept; done
      chmod -w a; concord git-merge-driver o a b 7 x 2>> errors; echo $?; cmp a kept; ls
      """)
    #expect(
      outcome.output == String(repeating: "2\n", count: 10) + "a\nb\nerrors\nkept\nl\nlarge\no\np\n",
      "\(outcome.output)")
  }
}
