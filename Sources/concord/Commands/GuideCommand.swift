internal import ArgumentParser

/// `concord guide`.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: "Go through the conversation step by step, and type the answers.",
    discussion: """
      It follows the nine steps of the conversation with their minutes, and asks for what the file does not say yet: each open topic \
      with its question, a hint, and what last year's agreement says. Every line you type is saved at once, and nothing else in the \
      file changes. Stop whenever you like; the same command goes on from there. Without a terminal, it lists what is open.

      `concord guide brookside-math/2026-27.agreement.yaml`

      Exit status: 0 if it went to the end or was stopped. 1 if something is open and nobody can be asked, or the text is signed. \
      2 if concord could not do its job.
      """)

  @Argument(help: "The agreement.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  func run() throws {
    var run = try GuideRun(file)
    try run()
  }
}
