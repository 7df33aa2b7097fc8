import TestSupport
import Testing

/// `make test` needs nothing but Swift and libyaml: whatever runs Python is in the target that it skips.
@Suite struct PeerFreeTests {
  private static let target = "PeerTests"

  @Test func onlyOneTargetRunsPython() async throws {
    let found = try await Program.run("grep", ["-rliE", "python|\\.venv", "Tests", "--include=*.swift"])
    let others = found.output.split(separator: "\n").filter { !$0.hasPrefix("Tests/\(Self.target)/") }
    #expect(others == ["Tests/ConcordTests/PeerFreeTests.swift"])
    #expect(found.output.contains("Tests/\(Self.target)/"))
  }

  /// The two commands share one pattern, so that every test belongs to exactly one of them.
  @Test func theTwoCommandsRunEveryTest() throws {
    let makefile = try Root.text("Makefile")
    #expect(makefile.contains("\nPEER_TESTS := '^\(Self.target)\\.'\n"))
    #expect(makefile.contains("\ntest: test-build\n\t$(call RUN_TESTS,--skip $(PEER_TESTS))\n"))
    #expect(makefile.contains("\ntest-peers: test-build .venv/peers\n\t$(call RUN_TESTS,--filter $(PEER_TESTS))\n"))
    #expect(makefile.contains("\ncheck: format-check foundation-check test test-peers reading-check\n"))
    #expect(try Root.text("Package.swift").contains(".testTarget(name: \"\(Self.target)\""))
  }
}
