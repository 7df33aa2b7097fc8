import TestSupport
import Testing

/// 3,000 merges, of which `MergePropertyTests` has the first 500, and some of them through a real git.
@Suite struct ManyMergesTests {
  @Test(arguments: 0..<30) func everythingHolds(part: Int) throws {
    #expect(try MergeProperties.tally(part * 100..<part * 100 + 100).violations == [])
  }

  /// Git gets from the program what the program gives by itself: in a merge either way, a rebase and a cherry-pick.
  @Test(arguments: 0..<8) func gitGivesTheSame(part: Int) async throws {
    let folder = try await GitFolder.make()
    var count = 0
    for seed in part * 10..<part * 10 + 10 {
      guard let triple = try MergeTriple(seed: UInt64(seed)) else { continue }
      for (name, bytes) in [("base", triple.base), ("ours", triple.ours), ("theirs", triple.theirs)] {
        try folder.write(name, String(decoding: bytes, as: UTF8.self))
      }
      count += 1
      let outcome = try await folder.run(Self.script)
      #expect(outcome.output == "", "seed \(seed): \(outcome.output)\(outcome.error)")
    }
    #expect(count > 4)
  }

  private static let script = """
    export PATH="$(dirname "$CONCORD"):$PATH"; rm -rf r; git init -q -b base r; cd r
    concord init --git-drivers 2> /dev/null; git config core.autocrlf false
    put() { cp "../$1" a.agreement.yaml; git add -A; git commit -qm "$1"; }
    put base; git checkout -q -b theirs; put theirs; git checkout -q -b ours base; put ours
    expect() { cp ../base ../o; cp "../$1" ../a; concord git-merge-driver ../o ../a "../$2" 7 a.agreement.yaml 2> /dev/null; status=$?; }
    same() { test "$1" -eq "$status" || echo "$2: status $1, not $status"; cmp a.agreement.yaml ../a || echo "$2"; }
    expect ours theirs
    git checkout -q -B x ours; git merge -q --no-edit theirs > /dev/null 2>&1; same $? merge; git reset -q --hard
    git checkout -q -B x ours; git cherry-pick --keep-redundant-commits theirs > /dev/null 2>&1; same $? cherry-pick; git cherry-pick --quit; git reset -q --hard
    expect theirs ours
    git checkout -q -B x theirs; git merge -q --no-edit ours > /dev/null 2>&1; same $? "merge the other way"; git reset -q --hard
    git checkout -q -B x ours; git rebase -q theirs > /dev/null 2>&1; same $? rebase
    """
}
