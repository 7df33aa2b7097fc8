#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage

/// Time in seconds.
enum Stopwatch {
  /// Wall-clock time.
  static var wall: Double { now(CLOCK_MONOTONIC) }

  /// The CPU time of this process.
  static var cpu: Double { now(CLOCK_PROCESS_CPUTIME_ID) }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// A program that ran, and its cost.
struct Run {
  /// Wall-clock time, in seconds.
  var wall: Double
  /// CPU time, in seconds.
  var cpu: Double
  /// Peak memory, in KiB.
  var peak: Int
  /// The exit status, or the negative number of a signal.
  var status: Int32

  /// Runs a program, discards its output, and waits for it.
  init(_ program: String, _ arguments: [String]) throws { try self.init(started: Started(program, arguments)) }

  /// Waits for a program that was started.
  init(started: Started) throws {
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(started.process, &status, 0, &usage) == started.process else { throw BenchFailure("wait4 failed") }
    wall = Stopwatch.wall - started.start
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + 1e-6 * Double(time.tv_usec) }
    cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    #if canImport(Darwin)
      peak = usage.ru_maxrss / 1024
    #else
      peak = usage.ru_maxrss
    #endif
    self.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}

/// A running program. swift-subprocess does not report resource usage, so this uses `posix_spawn`.
struct Started {
  let process: pid_t
  let start: Double

  /// Starts a program and discards its output.
  init(_ program: String, _ arguments: [String]) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    start = Stopwatch.wall
    let failure = posix_spawnp(&process, program, &actions, nil, words, environ)
    guard failure == 0 else { throw BenchFailure("cannot run \(program): error \(failure)") }
    self.process = process
  }
}

/// Why the benchmark cannot continue.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension FilePath {
  /// Makes a folder.
  func createDirectory() throws {
    try withPlatformString { path in
      guard mkdir(path, 0o755) == 0 else { throw Errno(rawValue: errno) }
    }
  }
}
