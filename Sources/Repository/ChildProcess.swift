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

/// A program that is started without a shell and runs to its end, within a limit of time and of what it may say.
struct ChildProcess {
  /// How it ended.
  struct Outcome {
    /// The exit status, or a negative number if a signal ended it.
    let status: Int
    let output: [UInt8]
    /// Standard error; empty if it went where that of this program goes.
    let errors: [UInt8]
  }

  /// Why there is no outcome.
  enum Failure: Error {
    /// There is no such program on the PATH, or it cannot be started.
    case notFound
    /// It took too long, or said too much, and was stopped.
    case stopped(String)
  }

  let program: String
  let arguments: [String]
  /// The environment, as `NAME=value`.
  let environment: [String]
  /// The most milliseconds from its start to its end.
  let patience: Int
  /// The most bytes of its output and of its errors.
  let mostBytes: Int

  /// Runs it.
  func run(reading input: FileDescriptor, showsErrors: Bool = false) throws(Failure) -> Outcome {
    guard let output = Self.pipe(), let errors = Self.pipe() else { throw .stopped("there are too many open files") }
    defer {
      try? output.ours.close()
      try? errors.ours.close()
    }
    let process: pid_t
    do {
      var redirections = [(from: input, to: Int32(0)), (from: output.its, to: 1)]
      if !showsErrors { redirections.append((from: errors.its, to: 2)) }
      process = try Self.start(program, [program] + arguments, environment, redirections)
    } catch {
      try? output.its.close()
      try? errors.its.close()
      throw .notFound
    }
    try? output.its.close()
    try? errors.its.close()
    let deadline = GitBudget.now + patience
    do {
      let said = try read([output.ours, errors.ours], until: deadline)
      return Outcome(status: try Self.end(of: process, by: deadline), output: said[0], errors: said[1])
    } catch {
      kill(process, SIGKILL)
      _ = try? Self.end(of: process, by: GitBudget.now + 500)
      throw error
    }
  }

  /// Two ends of a pipe that no other program gets.
  private static func pipe() -> (ours: FileDescriptor, its: FileDescriptor)? {
    guard let (ours, its) = try? FileDescriptor.pipe() else { return nil }
    for end in [ours, its] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
    return (ours, its)
  }

  /// What comes from some files until all are closed.
  private func read(_ files: [FileDescriptor], until deadline: Int) throws(Failure) -> [[UInt8]] {
    var result = files.map { _ in [UInt8]() }
    var waiting = files.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
    while waiting.contains(where: { $0.fd >= 0 }) {
      let rest = deadline - GitBudget.now
      guard rest > 0 else { throw .stopped("it did not answer within \(patience / 1_000) seconds") }
      let found = unsafe poll(&waiting, nfds_t(waiting.count), Int32(min(rest, 60_000)))
      if found < 0, errno != EINTR { throw .stopped("it cannot be read") }
      guard found > 0 else { continue }
      for place in files.indices where waiting[place].fd >= 0 && waiting[place].revents != 0 {
        let piece = unsafe try? [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, filled in
          filled = unsafe try files[place].read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard let piece, !piece.isEmpty else {
          waiting[place].fd = -1
          continue
        }
        result[place] += piece
        if result[place].count > mostBytes { throw .stopped("it has too much to say") }
      }
    }
    return result
  }

  private static func end(of process: pid_t, by deadline: Int) throws(Failure) -> Int {
    var pause: UInt32 = 50
    while true {
      var status: Int32 = 0
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process { return status & 0x7F == 0 ? Int((status >> 8) & 0xFF) : -1 }
      if ended < 0, errno != EINTR { return -1 }
      if GitBudget.now > deadline { throw .stopped("it does not end") }
      usleep(pause)
      pause = min(2 * pause, 10_000)
    }
  }

  /// Starts a program with some of this program's open files as its standard input, output and error, in the folder of this program
  /// or in another one.
  ///
  /// It uses `posix_spawn` instead of an asynchronous process, because an asynchronous `main` costs every run a
  /// millisecond.
  static func start(
    _ program: String, _ words: [String], _ environment: [String], _ redirections: [(from: FileDescriptor, to: Int32)],
    in folder: FilePath? = nil
  ) throws(Errno) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in redirections { unsafe posix_spawn_file_actions_adddup2(&actions, from.rawValue, to) }
    if let folder {
      let failure = unsafe folder.withPlatformString { name in
        #if os(Linux)
          unsafe concord_add_folder(&actions, name)
        #else
          unsafe posix_spawn_file_actions_addchdir_np(&actions, name)
        #endif
      }
      guard failure == 0 else { throw Errno(rawValue: failure) }
    }
    // Names that are not UTF-8 come in the form of `RawText`.
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { word in
      unsafe (RawText.bytes(word) + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.flatMap { unsafe strdup($0) }
      }
    }
    var variables: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    unsafe variables.append(nil)
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawnp(&process, program, &actions, nil, arguments, variables)
    guard failure == 0 else { throw Errno(rawValue: failure) }
    return process
  }

  /// This program's environment with some variables set, and without those that a test picks out.
  static func environment(
    setting ours: [String], without isForeign: (Substring) -> Bool = { _ in false }
  ) -> [String] {
    let names = Set(ours.map { $0.prefix { $0 != "=" } })
    var result = ours
    var place = unsafe environ
    while let variable = unsafe place.pointee {
      let text = unsafe String(cString: variable)
      let name = text.prefix { $0 != "=" }
      if !isForeign(name), !names.contains(name) { result.append(text) }
      unsafe place += 1
    }
    return result
  }
}
