#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage
internal import TextSupport

/// A git that runs beside this program, started without a shell, with its input and output on pipes.
///
/// `posix_spawn` and not an asynchronous process: an asynchronous `main` costs a millisecond of every run, also where there is no git.
public final class GitProcess {
  private let process: pid_t
  private let input: FileDescriptor
  private let output: FileDescriptor
  private var isInputOpen = true
  private var isRunning = true

  /// Starts git; what it says on its standard error goes nowhere, for callers know better what was meant.
  init(_ arguments: [String]) throws(FileFailure) {
    // What the user has configured must not change what is read.
    let fixed = [
      "git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "color.ui=false", "--no-pager",
      "--no-replace-objects",
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
      process = try Self.spawn(fixed + arguments, childInput, childOutput)
    } catch let error as Errno {
      throw FileFailure("git", error == .noSuchFileOrDirectory ? "it is not installed, or not on the PATH" : "\(error)")
    } catch {
      throw FileFailure("git", "it cannot be started")
    }
  }

  deinit { _ = finish() }

  private static func spawn(_ words: [String], _ input: FileDescriptor, _ output: FileDescriptor) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.rawValue, 0)
    posix_spawn_file_actions_adddup2(&actions, output.rawValue, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // Names that are not UTF-8 come as `RawText` has them.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in
      (RawText.bytes(word) + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { strdup($0) }
      }
    }
    var variables: [UnsafeMutablePointer<CChar>?] = environment().map { strdup($0) }
    arguments.append(nil)
    variables.append(nil)
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, "git", &actions, nil, arguments, variables)
    guard failure == 0 else { throw Errno(rawValue: failure) }
    return process
  }

  /// The environment, without what would make git speak another language, ask, or call other programs.
  private static func environment() -> [String] {
    let ours = ["GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"]
    let names = Set(ours.map { $0.prefix { $0 != "=" } })
    var result = ours
    var place = environ
    while let variable = place.pointee {
      let text = String(cString: variable)
      let name = text.prefix { $0 != "=" }
      let isForeign = name.hasPrefix("GIT_TRACE") || name == "GIT_EXTERNAL_DIFF" || name == "GIT_DIFF_OPTS"
      if !isForeign, !names.contains(name) { result.append(text) }
      place += 1
    }
    return result
  }

  /// Writes to its input.
  func write(_ text: String) throws { try input.writeAll(text.utf8) }

  /// Reads up to so many bytes; none at the end.
  func read(upTo count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = try output.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Says that nothing more comes.
  private func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    try? input.close()
  }

  /// Closes its input, and waits for its end; the exit status, or a negative number.
  func finish() -> Int {
    closeInput()
    guard isRunning else { return -1 }
    isRunning = false
    try? output.close()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? Int((status >> 8) & 0xFF) : -1
  }

  /// Runs git to its end: its exit status and what it printed.
  ///
  /// - Throws: `FileFailure` when there is no git.
  public static func run(_ arguments: [String]) throws(FileFailure) -> (status: Int, output: [UInt8]) {
    let process = try GitProcess(arguments)
    // Settings of a repository can make git read its input, and nothing would ever come.
    process.closeInput()
    do {
      var output: [UInt8] = []
      while true {
        let piece = try process.read(upTo: 1 << 16)
        if piece.isEmpty { break }
        output += piece
      }
      return (process.finish(), output)
    } catch {
      throw FileFailure("git", "it cannot be read")
    }
  }
}
