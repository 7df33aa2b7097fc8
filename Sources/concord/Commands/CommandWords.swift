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

  /// The names in the values of an option: it can be repeated, and each value may have several, separated by commas.
  static func list(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }
  }

  /// Refuses a command that does not exist, and suggests the one that was probably meant.
  static func check(_ words: [String]) throws {
    var command: any ParsableCommand.Type = Concord.self
    for word in words {
      let commands = command.configuration.subcommands
      guard !word.hasPrefix("-"), !commands.isEmpty else { return }
      guard let next = commands.first(where: { name(of: $0) == word }) else {
        if word == "help" { return }
        throw UnknownName("command", word, (commands.map { name(of: $0) } + ["help"]).sorted()).error
      }
      command = next
    }
  }

  private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }
}
