internal import ArgumentParser

/// How much of the computer a command uses.
struct ParallelOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many cores to use. By default, all of them.", valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes 1 or more") }
  }
}
