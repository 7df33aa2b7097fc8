import TestSupport
import Testing

/// Every promise of the security page names a test that keeps it, and that test exists.
@Suite struct SecurityPageTests {
  @Test func everyTestThatIsNamedExists() async throws {
    let page = try Root.text(".github/SECURITY.md")
    let names = page.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { $0.element }
      .filter { $0.split(separator: "/").first?.hasSuffix("Tests") == true }
    #expect(names.count > 30)
    for name in names {
      let parts = name.split(separator: "/")
      let suite = try #require(parts.first)
      let found = try await Program.run(
        "grep", ["-rlE", "struct \(suite)\\b", "Tests"])
      let path = try #require(found.output.split(separator: "\n").first, "no suite \(suite)")
      guard parts.count > 1 else { continue }
      let test = try await Program.run("grep", ["-cE", "func \(parts[1])\\(", String(path)])
      #expect(test.output != "0\n", "no test \(name)")
    }
  }

  /// What is promised has a test: each line of a promise is followed by one before the next begins.
  @Test func everyPromiseNamesOne() throws {
    let page = try Root.text(".github/SECURITY.md")
    let start = try #require(page.firstRange(of: "## What concord promises\n"))
    let end = try #require(page.firstRange(of: "## What concord does not promise"))
    for promise in page[start.upperBound..<end.lowerBound].split(separator: "\n- ").dropFirst() {
      #expect(promise.contains("Tests"), "no test for: \(promise)")
    }
  }
}
