import ArgumentParser
import TestSupport
import Testing

@testable import concord

/// What holds for every command, those within another one included. The words of those for git are all git's, so they know no option.
@Suite struct CommandWalkTests {
  private static func walk(_ command: any ParsableCommand.Type, _ words: [String]) -> [[String]] {
    [words]
      + command.configuration.subcommands.filter { !$0._commandName.hasPrefix("git-") }.flatMap {
        walk($0, words + [$0._commandName])
      }
  }

  private static let commands = walk(Concord.self, [])

  @Test func commandsAreSorted() {
    let names = Concord.configuration.subcommands.map { $0._commandName }
    #expect(names == names.sorted() && names.count > 5)
  }

  @Test(arguments: commands) func eachHasHelpAndRefusesWhatItDoesNotKnow(words: [String]) async throws {
    let help = try await Program.concord(words + ["--help"])
    #expect(help.status == 0 && help.error == "")
    #expect(help.output.contains("USAGE: " + (["concord"] + words).joined(separator: " ")), "\(help.output)")
    #expect(help.output.hasPrefix("OVERVIEW: "), "\(words) does not say what it does")
    let wrong = try await Program.concord(words + ["--no-such-option"])
    #expect(wrong.status == 2 && wrong.output == "" && wrong.error.hasPrefix("Error: "), "\(wrong.error)")
  }
}
