import TestSupport
import Testing

/// What runs on other people's machines: the workflows, and what packs a release.
@Suite struct WorkflowTests {
  @Test func workflowsAreValidAndSafe() async throws {
    let files = [".github/workflows/ci.yml", ".github/workflows/release.yml"]
    let checked = try await Python.run(
      ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"] + files)
    #expect(checked.status == 0, "\(checked.output)\(checked.error)")
    let audited = try await Program.run(
      Program.absolute(".venv/bin/zizmor"), ["--persona=auditor", "--offline"] + files)
    #expect(
      audited.status == 0 && audited.output.contains("No findings to report"), "\(audited.output)\(audited.error)")
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
