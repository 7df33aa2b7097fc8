import TestSupport
import Testing

/// What a page shows of the program's output is what the program prints.
///
/// A comment `<!-- output: command -->` stands before the block. `RECORD_SNAPSHOTS=1` writes the blocks anew, and then fails.
@Suite struct PageTests {
  @Test(arguments: [
    "README.md", ".github/guides/during-the-year.md", ".github/guides/github-website.md",
    ".github/guides/next-august.md",
  ])
  func outputsAreTrue(page: String) async throws {
    let lines = try Root.text(page).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result: [String] = []
    var count = 0
    var index = 0
    while index < lines.count {
      result.append(lines[index])
      index += 1
      guard let command = Self.command(in: lines[index - 1]) else { continue }
      count += 1
      try #require(lines[index].hasPrefix("```"))
      let end = try #require(lines[index...].dropFirst().firstIndex { $0 == "```" })
      let shown = Array(lines[(index + 1)..<end])
      let printed = try await Self.output(of: command)
      result.append(lines[index])
      result += printed
      result.append("```")
      index = end + 1
      #expect(shown == printed, "\(page): \(command)")
    }
    #expect(count > 0)
    if try await Self.isRecording() {
      _ = try await Program.run("tee", [page], input: Array(result.joined(separator: "\n").utf8))
      Issue.record("recorded \(page)")
    }
  }

  private static func command(in line: String) -> String? {
    guard line.hasPrefix("<!-- output: "), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst("<!-- output: ".count).dropLast(" -->".count))
  }

  private static func output(of command: String) async throws -> [String] {
    let folder = Program.concord.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let outcome = try await Program.run("bash", ["-c", "PATH=\"$0:$PATH\"; " + command, folder])
    var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func isRecording() async throws -> Bool {
    try await Program.run("printenv", ["RECORD_SNAPSHOTS"]).output == "1\n"
  }
}
