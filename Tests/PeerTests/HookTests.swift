import TestSupport
import Testing

/// The hooks, with the programs that run them on people's machines.
@Suite struct HookTests {
  /// pre-commit and prek refuse what is broken in the commit, whatever the folder holds, and let the repair through; with the hook that
  /// is published here, with the README's recipe, and with a wheel.
  @Test func brokenCommitsAreRefused() async throws {
    let scratch = try Scratch()
    let outcome = try await Python.run(["Tests/Peers/hooks.py", Program.concord, scratch.path + "/hooks"])
    #expect(outcome.status == 0 && outcome.output == "ok 30\n", "\(outcome.output)\(outcome.error)")
  }

  @Test func theManifestIsValid() async throws {
    let outcome = try await Python.run(["-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }
}
