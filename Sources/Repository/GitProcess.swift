#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import CSystemCalls
  internal import Glibc
#elseif canImport(Musl)
  internal import CSystemCalls
  internal import Musl
#endif
internal import SystemPackage
internal import TextSupport

/// A git process that runs alongside this program, started without a shell, with its input and output on pipes.
final class GitProcess {
  private let process: pid_t
  private let input: FileDescriptor
  private let output: FileDescriptor
  private let budget: GitBudget
  private var isInputOpen = true
  private var isRunning = true

  /// The most memory that git may request, in bytes; a small object can claim to be large, or be a small change to a
  /// large one.
  private static let mostMemory: UInt64 = 1 << 30
  /// How long git may take to end after its output was read, in milliseconds.
  private static let patience = 500

  /// Starts git, in the folder of this program or for another repository in the folder of a file; its standard error is discarded,
  /// because callers know better what was meant, unless it joins the output.
  init(
    _ arguments: [String], _ budget: GitBudget, in folder: FilePath? = nil, joinsErrors: Bool = false
  ) throws(FileFailure) {
    self.budget = budget
    if let reason = budget.reason { throw FileFailure("git", reason) }
    // The user's configuration must not change what is read, and large files go through git piece by piece.
    let fixed = [
      "git", "-c", "core.bigFileThreshold=1m", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c",
      "core.hooksPath=/dev/null", "-c", "core.commitGraph=false", "-c", "submodule.recurse=false", "-c",
      "safe.bareRepository=explicit", "-c", "color.ui=false", "--no-pager", "--no-replace-objects",
    ]
    do {
      let (childInput, ourOutput) = try FileDescriptor.pipe()
      let (ourInput, childOutput) = try FileDescriptor.pipe()
      for end in [childInput, ourOutput, ourInput, childOutput] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
      input = ourOutput
      output = ourInput
      defer {
        try? childInput.close()
        try? childOutput.close()
      }
      let nowhere = unsafe try FileDescriptor.open("/dev/null", .writeOnly, options: .closeOnExec)
      defer { try? nowhere.close() }
      process = try ChildProcess.start(
        "git", fixed + arguments, Self.environment(forOther: folder != nil),
        [(childInput, 0), (childOutput, 1), (joinsErrors ? childOutput : nowhere, 2)], in: folder)
      #if os(Linux)
        _ = concord_limit_memory(process, Self.mostMemory)
      #endif
    } catch let error as Errno {
      throw FileFailure("git", error == .noSuchFileOrDirectory ? "it is not installed, or not on the PATH" : "\(error)")
    } catch {
      throw FileFailure("git", "it cannot be started")
    }
  }

  deinit { _ = finish() }

  /// What git hands down to its hooks: which repository and which index are meant, which says nothing of other repositories.
  private static let handedDown: Set<Substring> = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_WORK_TREE",
  ]

  /// The environment, without anything that would make git use another language, prompt, or call other programs.
  private static func environment(forOther: Bool) -> [String] {
    ChildProcess.environment(setting: [
      "GIT_ALLOW_PROTOCOL=none", "GIT_GRAFT_FILE=/dev/null", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0",
      "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
    ]) { name in
      name.hasPrefix("GIT_TRACE") || name.hasPrefix("GIT_") && name.hasSuffix("_PATHSPECS")
        || ["GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_SHALLOW_FILE"].contains(name)
        || forOther && handedDown.contains(name)
    }
  }

  /// Writes to its standard input.
  func write(_ text: String) throws { try input.writeAll(RawText.bytes(text)) }

  /// Reads up to `count` bytes; empty at the end.
  ///
  /// - Throws: `FileFailure` if git kept the run waiting for too long; it is stopped then.
  func read(upTo count: Int) throws -> [UInt8] {
    guard budget.waits(for: output.rawValue) else {
      stop()
      throw FileFailure("git", budget.reason ?? "it was stopped")
    }
    return unsafe try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe try output.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Closes its standard input.
  func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    try? input.close()
  }

  /// Closes its standard input and waits a short time for its end; returns the exit status, or a negative number.
  func finish() -> Int { end(within: Self.patience) }

  /// Stops the process.
  func stop() {
    if isRunning { kill(process, SIGKILL) }
    _ = end(within: Self.patience)
  }

  private func end(within patience: Int) -> Int {
    closeInput()
    guard isRunning else { return -1 }
    isRunning = false
    try? output.close()
    let start = GitBudget.now
    var isStopped = false
    var pause: UInt32 = 50
    while true {
      var status: Int32 = 0
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process { return status & 0x7F == 0 ? Int((status >> 8) & 0xFF) : -1 }
      if ended < 0, errno != EINTR { return -1 }
      let waited = GitBudget.now - start
      // A process that hangs in the system itself, as on a lost disk, ends when it can; nobody waits for it.
      if waited > 2 * patience { return -1 }
      if waited > patience, !isStopped {
        kill(process, SIGKILL)
        isStopped = true
      }
      usleep(pause)
      pause = min(2 * pause, 10_000)
    }
  }

  /// Runs git to its end, with an input that fits into a pipe; returns its exit status and its output, which is never long.
  ///
  /// - Throws: `FileFailure` if there is no git, or it kept the run waiting for too long.
  static func run(
    _ arguments: [String], _ budget: GitBudget, in folder: FilePath? = nil, input: String = "",
    joinsErrors: Bool = false
  ) throws(FileFailure) -> (status: Int, output: [UInt8]) {
    let process = try GitProcess(arguments, budget, in: folder, joinsErrors: joinsErrors)
    do {
      if !input.isEmpty { try process.write(input) }
      // A repository's settings can make git read its input, and nothing would ever come.
      process.closeInput()
      var output: [UInt8] = []
      while output.count < 1 << 20 {
        let piece = try process.read(upTo: 1 << 16)
        if piece.isEmpty { return (process.finish(), output) }
        output += piece
      }
      process.stop()
      throw FileFailure("git", "it has too much to say")
    } catch {
      throw error as? FileFailure ?? FileFailure("git", "it cannot be read")
    }
  }
}
