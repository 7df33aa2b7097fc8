import TestSupport
import Testing

/// The life of a pull request: next year's draft, its answers and its signatures on branches of their own, and what CI says each time.
@Suite struct PullRequestTests {
  private static let path = "alder-creek-literacy/2027-28.agreement.yaml"

  /// What everybody types; `said NAME` begins a part of what is printed.
  private static let script = """
    set -euo pipefail
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
    export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.org
    export PATH="${CONCORD%/*}:$PATH"
    F=\(path)
    said() { echo "== $1"; }
    ci() { concord lint --since main --config-from main --format github --today "$1" 2>&1 || echo "status $?"; }

    # This year's agreement is signed, and git merges agreements by what they say.
    git init -q -b main
    mkdir alder-creek-literacy && cp "$SAMPLE" alder-creek-literacy/
    echo 'district: Riverbend Area Schools' > concord.yaml
    concord init . --git-drivers 2> /dev/null
    git add -A && git commit -qm 'This year'

    # A branch adds next year's draft, and the year begins.
    git switch -qc next
    concord renew alder-creek-literacy/2026-27.agreement.yaml 2> /dev/null
    git add -A && git commit -qm 'A draft for next year'
    said draft
    ci 2027-08-20
    said lines
    grep -n 'carried:' $F

    # They agree.
    sed -i.old -e 's/^  date:$/  date: 2027-08-05/' -e 's/^  facilitator:$/  facilitator: munoz/' \\
      -e 's/^  note-taker:$/  note-taker: brandt/' -e 's/^  reviewed:$/  reviewed: 2027-08-05/' $F && rm $F.old
    concord agree $F $({ concord agree $F < /dev/null 2>&1 || true; } | sed -n 's/^  \\([a-z-]*\\): last year.*/\\1/p') --final 2> /dev/null
    git commit -qam 'We agree'

    # One answer changes on a branch, and two people sign on another.
    git switch -qc answers && sed -i.old 's/By invitation. The coach asks a day ahead./Doors are open all day./' $F && rm $F.old
    git commit -qam 'Doors are open'
    git switch -qc signatures next
    concord sign $F --as munoz --yes --today 2027-08-10 2> /dev/null
    concord sign $F --as brandt --yes --today 2027-08-10 2> /dev/null
    git commit -qam 'Two have signed'
    said merge
    git merge --no-edit answers 2>&1
    said stale
    ci 2027-08-11

    # So the text is amended, and each signs on a branch of their own.
    concord amend $F --today 2027-08-11 > /dev/null && git commit -qam 'Amended'
    for id in munoz lindqvist brandt; do
      git switch -qc $id signatures && concord sign $F --as $id --yes --today 2027-08-12 2> /dev/null && git commit -qam "$id"
    done
    git switch -q signatures
    git merge -q --no-edit munoz 2>&1

    # The change weakens the policy that judges it.
    echo 'rules: {signatures: off}' >> concord.yaml && git commit -qam 'Fewer rules'
    said own
    concord lint --since main --today 2027-08-20 2>&1
    said base
    ci 2027-08-20
    git merge -q --no-edit lindqvist > /dev/null && git merge -q --no-edit brandt > /dev/null
    said all
    ci 2027-08-20
    said verify
    concord verify $F --today 2027-08-20
    said comment
    concord diff --since main --format markdown
    """

  /// What was printed after each name.
  private func parts() async throws -> [String: String] {
    let scratch = try Scratch()
    let outcome = try await Program.run(
      "bash", ["-c", "cd \"$0\" && \(Self.script)", scratch.path],
      environment: [
        Program.key("CONCORD"): Program.absoluteConcord,
        Program.key("SAMPLE"): Program.absolute("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"),
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    return Dictionary(
      outcome.output.split(separator: "== ").map { part in
        let lines = part.split(separator: "\n", maxSplits: 1)
        return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
      }
    ) { _, last in last }
  }

  @Test func aPullRequestLives() async throws {
    let parts = try await parts()
    func part(_ name: String) -> String { parts[name] ?? "nothing" }

    // Each answer that waits is an annotation at its line, and nothing else of the district is told.
    let marked = part("draft").split(separator: "\n").filter { $0.contains("title=topic-carried") }.compactMap {
      $0.split(separator: "line=").dropFirst().first.map { String($0.prefix { $0.isNumber }) }
    }
    let lines = part("lines").split(separator: "\n").map { String($0.prefix { $0.isNumber }) }
    #expect(marked == lines && lines.count == 31, "\(part("draft"))")
    #expect(part("draft").contains("::error file=\(Self.path),") && part("draft").hasSuffix("status 1\n"))
    #expect(!part("draft").contains("2026-27.agreement.yaml,"))

    // Answers and signatures are joined, and whose signature fell is told by git's own output and by CI.
    #expect(
      part("merge").contains("the signatures of brandt and munoz are about another text than the merged one")
        && part("merge").contains("\n  concord amend \(Self.path)\n"), "\(part("merge"))")
    #expect(!part("merge").contains("CONFLICT"))
    #expect(
      part("stale").contains("title=signature-stale") && part("stale").hasSuffix("status 1\n"), "\(part("stale"))")

    // The weaker policy of the change does not count.
    #expect(part("own").contains("nothing to report"), "\(part("own"))")
    #expect(part("base").contains("title=signature-missing") && part("base").hasSuffix("status 1\n"), "\(part("base"))")
    #expect(part("base").contains("this change edits concord.yaml, which counts once merged"))

    // Three signatures from three branches.
    #expect(!part("all").contains("::error") && !part("all").contains("status"), "\(part("all"))")
    #expect(part("verify").contains("3 of 3 signed"), "\(part("verify"))")
    #expect(
      part("comment").contains("Doors are open all day") && part("comment").contains("2027-28"), "\(part("comment"))")
  }
}
