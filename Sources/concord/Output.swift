#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import Diagnostics
internal import Repository
internal import Synchronization
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// Where a command writes, and how it ends.
enum Output {
  /// Makes writing to a closed pipe, or beyond the file size limit, fail instead of killing the program.
  static func ignoreSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The state of standard output.
  private struct State {
    /// Whether nothing more is written, because nobody reads it or it cannot be written.
    var isClosed = false
    /// Whether something was lost that somebody wanted.
    var isBroken = false
    /// What the run could not do, for the reports.
    var problems: [FileFailure] = []
    /// How many more there were.
    var untoldProblems = 0
  }

  private static let state = Mutex(State())

  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes to standard output.
  ///
  /// A reader who has seen enough closes the pipe. That ends only the printing, so that files are still written and the
  /// exit status is still the verdict.
  static func write(_ bytes: [UInt8]) {
    let failure: Errno? = state.withLock { state in
      guard !state.isClosed else { return nil }
      do {
        try FileDescriptor.standardOutput.writeAll(bytes)
        return nil
      } catch {
        state.isClosed = true
        let failure = error as? Errno ?? .ioError
        if failure == .brokenPipe { return nil }
        state.isBroken = true
        return failure
      }
    }
    if let failure { error("concord: cannot write the output: \(failure)\n") }
  }

  /// Writes a diff to standard output, byte for byte, unless a person sees it, perhaps through git's pager, or a CI
  /// service does.
  static func write(diff: [UInt8]) {
    write(isWatched || environment("GIT_PAGER_IN_USE") != nil ? TerminalText.escapeLines(diff) : diff)
  }

  /// Writes a file for another program to standard output, byte for byte, unless a person or a CI service sees it; lines
  /// may end with CR LF.
  static func write(file: String) {
    write(isWatched ? TerminalText.escapeLines(Array(file.replacing("\r\n", with: "\n").utf8)) : Array(file.utf8))
  }

  /// Whether standard output is a terminal, or the log of a CI service.
  private static var isWatched: Bool {
    isTerminal || isInCI && (try? FileDescriptor.standardOutput.stat())?.type != .regular
  }

  /// Whether a CI service runs this, so that the output is most likely its log. Not all of them set `CI`.
  static var isInCI: Bool {
    [
      "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "BUILDKITE", "CI", "CIRCLECI", "CODEBUILD_BUILD_ID", "DRONE",
      "GITEA_ACTIONS",
      "GITHUB_ACTIONS", "GITLAB_CI", "GO_PIPELINE_NAME", "HUDSON_URL", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD",
      "TRAVIS",
      "bamboo_buildKey",
    ].contains { environment($0) != nil }
  }

  /// Writes to standard error; if that fails, nothing can be said.
  static func error(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }

  /// Reports on standard error which file could not be processed, and why; reports include it, too.
  static func error(_ failure: FileFailure) {
    error(line(for: failure))
    note(failure)
  }

  /// Keeps for the reports a failure that was described in other words: a run that could not check something is not
  /// clean.
  static func note(_ failure: FileFailure) {
    state.withLock { state in
      if state.problems.count < RunFailure.mostTold {
        state.problems.append(failure)
      } else {
        state.untoldProblems += 1
      }
    }
  }

  static var problems: (told: [FileFailure], untold: Int) { state.withLock { ($0.problems, $0.untoldProblems) } }

  /// A line that says which file could not be processed, and why.
  static func line(for failure: FileFailure) -> String {
    "concord: \(TerminalText.escape(failure.path.string)): \(failure.reason)\n"
  }

  /// Findings as `lint` shows them, for standard error.
  static func text(of findings: [Finding], in source: SourceFile) -> String {
    var reporter = ReportFormat.text.make(TextStyle(colored: false))
    return reporter.file(ReportedFile(source, findings))
  }

  /// The errors that keep a file from having a meaning, as `lint` shows them.
  static func errors(in reading: AgreementReading) -> String {
    // Nothing about the text and the structure of a file depends on the day.
    let linter = Linter(
      rules: Rule.all.filter { $0.category == .syntax || $0.category == .structure }, today: .distantPast)
    return text(of: linter.lint(reading).filter { $0.level == .error }, in: reading.document.source)
  }

  /// Ends the program, with 2 if the output could not be written.
  static func exit(_ code: Int32) -> Never {
    let code = state.withLock { $0.isBroken } ? 2 : code
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Glibc)
      Glibc.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #endif
  }

  /// The value of an environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The columns of the terminal: from `COLUMNS`, or else from the terminal, or else 80.
  static var width: Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns >= 40 { return columns }
    var size = winsize()
    guard isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return Int(size.ws_col)
  }

  static var isTerminal: Bool { isatty(1) == 1 }
}
