internal import ArgumentParser
internal import TextSupport

/// The words of the command line.
enum CommandWords {
  /// The words after the program's name; file names that are not UTF-8 are in the form of `RawText`.
  static var typed: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { word in
        var bytes: [UInt8] = []
        var place = word
        while place.pointee != 0 {
          bytes.append(UInt8(bitPattern: place.pointee))
          place += 1
        }
        return RawText.text(bytes)
      }
    }
  }

  /// Refuses a command that does not exist, and suggests the one that was probably meant.
  static func check(_ words: [String]) throws {
    var command: any ParsableCommand.Type = Concord.self
    for word in words {
      let commands = command.configuration.subcommands
      guard !word.hasPrefix("-"), !commands.isEmpty else { return }
      guard let next = commands.first(where: { name(of: $0) == word }) else {
        if word == "help" { return }
        let known = commands.filter { $0.configuration.shouldDisplay }.map { name(of: $0) } + ["help"]
        throw UnknownName("command", word, known.sorted()).error
      }
      command = next
    }
  }

  private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }
}
