import TestSupport
import Testing

/// What runs on other people's machines: the workflows, and what packs a release.
@Suite struct WorkflowTests {
  /// The GitHub Action on real repositories: what each event checks, what inputs and names cannot do, what a pull request brings along
  /// to be let through, and where the program comes from.
  @Test(arguments: ["attacks", "download", "events", "inputs", "names"])
  func theActionHolds(part: String) async throws { try await run("action.py", part) }

  /// The README's files for GitHub and GitLab work as they stand, and linters find nothing in them, the action and our own workflows.
  @Test(arguments: ["github", "gitlab", "knows", "linters", "website"])
  func theRecipesWork(part: String) async throws { try await run("recipes.py", part) }

  private func run(_ script: String, _ part: String) async throws {
    let scratch = try Scratch()
    let outcome = try await Python.run(["Tests/Peers/\(script)", Program.concord, scratch.path, part])
    #expect(outcome.status == 0 && outcome.output == "ok \(part)\n", "\(outcome.output)\(outcome.error)")
  }

  /// The same program gives the same archive and the same wheel, whenever and wherever they are made.
  @Test func whatIsPackedTwiceIsTheSame() async throws {
    let scratch = try Scratch()
    let script = """
      set -euo pipefail; cd "$1"; mkdir -p a/bin b/bin; cp "$2" a/bin/concord; sleep 1.1; cp "$2" b/bin/concord; touch -d 2001-01-01 b/bin/concord
      for name in a b; do echo notices > $name/NOTICES; "$0" "$3" archive $name --system x86_64-linux --out out-$name > /dev/null
      "$0" "$3" wheel $name/bin/concord --notices $name/NOTICES --system x86_64-linux --out out-$name > /dev/null; done
      diff -r out-a out-b; ls out-a; tar -tvzf out-a/*.tar.gz | cut -c1-26,27-200; cd out-a; sha256sum *.tar.gz > sums
      sed 's/x86_64-linux/aarch64-linux/; p; s/aarch64-linux/arm64-macos/' sums > more; cat more >> sums; "$0" "$3" pin sums | cut -c1-12 | head -2
      sed -i.old 2d sums; ! "$0" "$3" pin sums 2> /dev/null
      """
    let outcome = try await Program.run(
      "bash",
      ["-c", script, try Python.path(), scratch.path, Program.absoluteConcord, Program.absolute(".github/package.py")])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("-rwxr-xr-x 0/0"), "\(outcome.output)")
    #expect(outcome.output.contains("1970-01-01"), "\(outcome.output)")
    #expect(outcome.output.contains("py3-none-manylinux_2_17_x86_64.musllinux_1_1_x86_64.whl"), "\(outcome.output)")
  }
}
