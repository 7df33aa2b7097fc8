import TestSupport
import Testing

/// `lint --check-authors`, with real commits.
@Suite struct CheckAuthorsTests {
  private static let file = GitFolder.alder

  /// What the lines of the tests are made of.
  private static let words = """
    A=\(file)
    commit() { git add -A; GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=$1 git commit -qm "${2:-x}"; }
    sig() { grep -q ^signatures: $A || echo signatures: >> $A; printf '  %s:\\n    signed: 2026-08-13\\n    method: %s\\n' $1 $2 >> $A
      test -z "$3" || printf '    recorded-by: %s\\n' $3 >> $A; }
    merge() { GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=$1 git merge -q --no-edit "${@:2}"; }
    check() { concord lint --today 2026-09-10 --format short --check-authors --select signature-author --since "$@"; }

    """

  /// A district whose newest agreement nobody has signed, and which knows whose addresses are whose.
  private func district() async throws -> GitFolder {
    let folder = try await GitFolder.district()
    try folder.write(
      "concord.yaml",
      """
      authors:
        munoz: [munoz@d.org, 4711+munoz@users.noreply.github.com]
        lindqvist: [Lindqvist@d.org]
        brandt: [brandt@d.org]

      """)
    let outcome = try await folder.run(
      "sed -i '/^signatures:/,$d' \(Self.file) && git add -A && git commit -qm unsigned")
    #expect(outcome.status == 0, "\(outcome.error)")
    return folder
  }

  private func run(_ line: String, in folder: borrowing GitFolder) async throws -> Outcome {
    try await folder.run("true\n\(Self.words)\(line)")
  }

  /// The people whose signatures are reported, in file order.
  private func reported(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").compactMap { $0.firstMatch(of: /the signature of (.*?) came in commit/)?.1 }
      .map(String.init)
  }

  @Test(arguments: [
    // Everybody for themselves, also from the address that GitHub gives.
    ("sig munoz typed; commit 4711+munoz@users.noreply.github.com; sig lindqvist typed; commit lindqvist@D.org", []),
    ("sig munoz typed; sig lindqvist typed; commit lindqvist@d.org", ["Alicia Muñoz"]),
    // That she looks at it later changes nothing, and neither does a line that anybody can write.
    (
      "sig munoz typed; sig lindqvist typed; commit lindqvist@d.org $'x\\n\\nCo-authored-by: M <munoz@d.org>'; sed -i '1s/$/ # seen/' $A; commit munoz@d.org",
      ["Alicia Muñoz"]
    ),
    ("sig brandt paper munoz; commit munoz@d.org", []),
    ("sig brandt paper munoz; commit brandt@d.org", ["Denise Brandt"]),
    (
      "sig brandt paper munoz; commit munoz@d.org; sed -i 's/recorded-by: munoz/recorded-by: lindqvist/' $A; commit munoz@d.org",
      ["Denise Brandt"]
    ),
    // Files that move, or are copied, by anybody.
    ("sig munoz typed; commit munoz@d.org; git mv $A moved.agreement.yaml; commit bot@d.org", []),
    ("sig munoz typed; commit munoz@d.org; cp $A copy.agreement.yaml; commit bot@d.org", []),
    (
      "sig munoz typed; commit munoz@d.org; git mv $A moved.agreement.yaml; sed -i 's/2026-08-13/2026-08-14/' moved.agreement.yaml; commit bot@d.org",
      ["Alicia Muñoz"]
    ),
    // History that others write anew.
    (
      "sig munoz typed; commit munoz@d.org; git checkout -q main; touch x; commit x@d.org; git checkout -q branch; git rebase -q main",
      []
    ),
    ("sig munoz typed; commit munoz@d.org; git checkout -qb other main; git cherry-pick branch > /dev/null", []),
    (
      "sig munoz typed; commit munoz@d.org; git checkout -q main; touch x; commit x@d.org; git checkout -q branch; merge bot@d.org main",
      []
    ),
    (
      "git checkout -qb side; sig munoz typed; commit munoz@d.org; git checkout -q branch; sed -i '1s/$/ # b/' $A; commit bot@d.org; merge bot@d.org side",
      []
    ),
    // Slipped into a merge, which has nothing of its own otherwise.
    (
      "sig munoz typed; commit munoz@d.org; git checkout -q main; touch x; commit x@d.org; git checkout -q branch; git merge -q --no-commit main > /dev/null; sig lindqvist typed; commit munoz@d.org",
      ["Karin Lindqvist"]
    ),
    // Somebody took the signature back, and somebody else takes that back.
    (
      "sig munoz typed; commit munoz@d.org; echo '    withdrawn: 2026-09-01' >> $A; commit munoz@d.org; sed -i '/withdrawn/d' $A; commit lindqvist@d.org",
      ["Alicia Muñoz"]
    ),
    // What was signed before is not new, whoever puts it back.
    (
      "sig munoz typed; commit lindqvist@d.org; git branch -f main; sed -i '/^signatures:/,$d' $A; commit x@d.org; git checkout -q main -- $A; commit x@d.org",
      []
    ),
    // A squashed branch has one author.
    (
      "sig munoz typed; commit munoz@d.org; sig lindqvist typed; commit lindqvist@d.org; git reset -q --soft main; commit lindqvist@d.org",
      ["Alicia Muñoz"]
    ),
    // Nobody has committed it yet.
    ("sig munoz typed", []),
  ])
  func theAuthorIsThePersonWhoSigns(line: String, people: [String]) async throws {
    let folder = try await district()
    let outcome = try await run("git checkout -qb branch; \(line); check main", in: folder)
    #expect(reported(outcome) == people, "\(line): \(outcome.output)\(outcome.error)")
    #expect(outcome.status == (people.isEmpty ? 0 : 1), "\(line): \(outcome.output)\(outcome.error)")
    let without = try await run("concord lint --today 2026-09-10 --select signature-author --since main", in: folder)
    #expect(without.status == 0, "\(without.output)\(without.error)")
  }

  /// Only the `.mailmap` from where the branch began says who is who; the one of the change would make anybody anybody.
  @Test func theMapOfNamesIsThatOfTheBase() async throws {
    let folder = try await district()
    let mapped = "echo 'Alicia <munoz@d.org> <lindqvist@d.org>' > .mailmap"
    let change = try await run(
      "git checkout -qb branch; \(mapped); sig munoz typed; commit lindqvist@d.org; check main; check main branch:",
      in: folder)
    #expect(reported(change) == ["Alicia Muñoz", "Alicia Muñoz"], "\(change.output)\(change.error)")
    let base = try await run(
      "git checkout -q main; \(mapped); commit x@d.org; git checkout -q branch; git rebase -q main -X theirs; rm -f .mailmap; check main; check main --config-from main",
      in: folder)
    #expect(base.status == 0 && reported(base) == [], "\(base.output)\(base.error)")
    let policy = try await run("check main --config-from main~1", in: folder)
    #expect(reported(policy) == ["Alicia Muñoz"], "\(policy.output)\(policy.error)")
  }

  @Test func aChangeDoesNotListItsOwnAuthor() async throws {
    let folder = try await district()
    let outcome = try await run(
      "git checkout -qb branch; sed -i 's/munoz@d.org,/munoz@d.org, lindqvist@d.org,/' concord.yaml; sig munoz typed; commit lindqvist@d.org; check main && check main --config-from main",
      in: folder)
    #expect(outcome.status == 1 && reported(outcome) == ["Alicia Muñoz"], "\(outcome.output)\(outcome.error)")
  }

  /// A signature by SSH proves itself, if somebody could check it.
  @Test func aKeyMayCommitFromAnywhere() async throws {
    let folder = try await district()
    let outcome = try await run(
      """
      ssh-keygen -q -t ed25519 -N '' -C '' -f ../$(basename $PWD).key; k=../$(basename $PWD).key
      echo "munoz namespaces=\\"concord\\" $(cut -d ' ' -f 1,2 $k.pub)" > allowed_signers; cp concord.yaml plain.yaml
      echo 'signatures: {allowed-signers: allowed_signers}' >> concord.yaml; commit x@d.org; git checkout -qb branch
      concord sign $A --as munoz --method ssh --key $k --today 2026-09-10 --yes > /dev/null 2>&1; commit lindqvist@d.org; rm $k $k.pub
      check main; echo $?; mv plain.yaml concord.yaml; check main
      """, in: folder)
    #expect(
      outcome.output.hasPrefix("0\n") && outcome.status == 1 && reported(outcome) == ["Alicia Muñoz"],
      "\(outcome.output)\(outcome.error)")
  }

  @Test func whatCannotBeKnownIsSaid() async throws {
    let folder = try await district()
    let prepared = try await run(
      "git checkout -qb branch; sig munoz typed; commit munoz@d.org; git clone -q --depth 2 --no-single-branch -b branch file://$PWD clone",
      in: folder)
    #expect(prepared.status == 0, "\(prepared.error)")
    let shallow = try await run("cd clone; check origin/main", in: folder)
    let command = shallow.error.firstMatch(of: /fetch the rest with: (git fetch [^,;\n]*)/)?.1 ?? ""
    #expect(shallow.status == 2 && !command.isEmpty, "\(shallow.output)\(shallow.error)")
    let whole = try await run("cd clone; \(command) && check origin/main", in: folder)
    #expect(whole.status == 0 && !whole.error.contains("no agreement"), "\(whole.output)\(whole.error)")
    let action = try await run(
      "git clone -q --depth 2 --no-single-branch -b branch file://$PWD c2; cd c2; GITHUB_ACTIONS=true check origin/main",
      in: folder)
    #expect(action.error.contains("`fetch-depth: 0`"), "\(action.error)")
    let since = try await run("concord lint --check-authors", in: folder)
    #expect(since.status == 2 && since.error.contains("add --since origin/main"), "\(since.error)")
    let authors = try await run("rm concord.yaml; check main", in: folder)
    #expect(
      authors.status == 2 && authors.error.contains("list them under `authors:` in concord.yaml"), "\(authors.error)")
    let bad = try await run(
      "printf 'authors: {munoz: [\"Alicia <munoz@d.org>\"], lindqvist: }\\n' > concord.yaml; check main", in: folder)
    #expect(
      bad.status == 2 && bad.error.contains("is not an e-mail address")
        && bad.error.contains("no address is given for"),
      "\(bad.error)")
  }
}
