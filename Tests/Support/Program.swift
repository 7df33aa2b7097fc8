internal import Repository
package import Subprocess
internal import SystemPackage

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a program printed and how it ended.
package struct Outcome: Sendable {
  /// The exit status, or 128 and the number of the signal that ended it.
  package let status: Int
  /// Standard output.
  package let output: String
  /// Standard error.
  package let error: String
}

/// Programs that tests run.
package enum Program {
  /// The `concord` that was built beside these tests.
  package static let concord = built("concord")

  /// A program that was built beside these tests.
  package static func built(_ name: String) -> String {
    var path = FilePath(CommandLine.arguments[0])
    path.removeLastComponent()
    // On Linux the tests run inside the bundle itself, on macOS inside a helper of the toolchain.
    for folder in [path.string, ".build-tests/release", ".build/debug"]
    where (try? FileDescriptor.open(FilePath("\(folder)/\(name)"), .readOnly)) != nil {
      return "\(folder)/\(name)"
    }
    return ".build-tests/release/\(name)"
  }

  /// The same as an absolute path, for programs that change the folder.
  package static let absoluteConcord = absolute(concord)

  /// A path in the root of this repository as an absolute one.
  package static func absolute(_ path: String) -> String { WorkingFolder.path.pushing(FilePath(path)).string }

  /// Runs `concord`.
  package static func concord(
    _ arguments: [String], input: [UInt8] = [], environment: [Environment.Key: String?] = [:]
  ) async throws -> Outcome {
    try await run(concord, arguments, input: input, environment: environment)
  }

  /// What programs see of the environment of the tests: where things are, and nothing that changes what they print. A CI service, a
  /// terminal or a person's settings would.
  static let own: [Environment.Key: String] = {
    var own: [Environment.Key: String] = [:]
    for name in [
      "ASAN_OPTIONS", "DEVELOPER_DIR", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "LSAN_OPTIONS", "PATH",
      "RECORD_SNAPSHOTS", "SDKROOT",
      "TMPDIR", "TSAN_OPTIONS", "USER",
    ] {
      if let value = getenv(name) { own[key(name)] = String(cString: value) }
    }
    return own
  }()

  /// Bytes in a file without a name. If they came through a pipe, a program that ends before it has read them would end the tests with
  /// a signal.
  static func file(with bytes: [UInt8]) throws -> FileDescriptor {
    var name = Array("\(Scratch.parent)/concord-input.XXXXXX".utf8CString)
    let number = mkstemp(&name)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    unlink(name)
    let file = FileDescriptor(rawValue: number)
    try file.writeAll(bytes)
    _ = try file.seek(offset: 0, from: .start)
    return file
  }

  /// Runs a program with bytes on its standard input; what `environment` names is added to where things are.
  package static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [], environment: [Environment.Key: String?] = [:]
  ) async throws -> Outcome {
    let executable: Executable = path.contains("/") ? .path(FilePath(path)) : .name(path)
    let result = try await Subprocess.run(
      executable, arguments: Arguments(arguments),
      environment: .custom(own.merging(environment.compactMapValues { $0 }) { _, given in given }),
      input: .fileDescriptor(try file(with: input), closeAfterSpawningProcess: true),
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 24))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let code): 128 + Int(code)
      }
    return Outcome(status: status, output: result.standardOutput, error: result.standardError)
  }
}

extension Program {
  /// The name of an environment variable.
  package static func key(_ name: String) -> Environment.Key { Environment.Key(stringLiteral: name) }
}
