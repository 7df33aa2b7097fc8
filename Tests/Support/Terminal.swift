package import Subprocess
internal import SystemPackage

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A terminal on which somebody has typed the answers before the questions come.
private final class Terminal: Sendable {
  private let ours: FileDescriptor
  /// Held open, so that what stands on the terminal outlives the programs.
  private let held: FileDescriptor

  init() throws {
    var (ours, its): (Int32, Int32) = (-1, -1)
    guard openpty(&ours, &its, nil, nil, nil) == 0 else { throw Errno(rawValue: errno) }
    for number in [ours, its] { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ours, F_SETFL, O_NONBLOCK)
    self.ours = FileDescriptor(rawValue: ours)
    held = FileDescriptor(rawValue: its)
  }

  deinit {
    try? ours.close()
    try? held.close()
  }

  /// One more handle on the program's side.
  func other() throws -> FileDescriptor {
    let copy = try held.duplicate()
    _ = fcntl(copy.rawValue, F_SETFD, FD_CLOEXEC)
    return copy
  }

  func type(_ text: String) throws { _ = try ours.writeAll(text.utf8) }

  /// What stands on it and was not read yet.
  private func new() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while let count = try? piece.withUnsafeMutableBytes({ try ours.read(into: $0) }), count > 0 {
      bytes += piece[..<count]
    }
    return bytes
  }

  /// Everything that stands on it while something runs, what was typed included. A terminal that nobody reads fills up and holds
  /// the programs.
  func screen<Result: Sendable>(while running: @escaping @Sendable () async throws -> Result) async throws -> (
    Result, String
  ) {
    let reader = Task {
      var bytes: [UInt8] = []
      while !Task.isCancelled {
        bytes += new()
        try? await Task.sleep(for: .milliseconds(2))
      }
      return bytes + new()
    }
    defer { reader.cancel() }
    let result = try await running()
    reader.cancel()
    return (result, String(decoding: await reader.value, as: UTF8.self).replacing("\r\n", with: "\n"))
  }
}

extension Program {
  /// Runs `concord` on a terminal; `error` is what stands there in the end. `\u{4}` in what is typed is the end of input.
  package static func concordOnTerminal(
    _ arguments: [String], typing text: String, environment: [Environment.Key: String?] = [:]
  ) async throws -> Outcome {
    try await onTerminal(concord, arguments, typing: text, environment: environment)
  }

  /// Runs a program on a terminal; `error` is what stands there in the end.
  package static func onTerminal(
    _ program: String, _ arguments: [String], typing text: String, environment: [Environment.Key: String?] = [:]
  ) async throws -> Outcome {
    let terminal = try Terminal()
    try terminal.type(text)
    let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
    let (result, screen) = try await terminal.screen {
      try await Subprocess.run(
        executable, arguments: Arguments(arguments),
        environment: .custom(own.merging(environment.compactMapValues { $0 }) { _, given in given }),
        input: .fileDescriptor(try terminal.other(), closeAfterSpawningProcess: true),
        output: .string(limit: 1 << 26),
        error: .fileDescriptor(try terminal.other(), closeAfterSpawningProcess: true))
    }
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let code): 128 + Int(code)
      }
    return Outcome(status: status, output: result.standardOutput, error: screen)
  }
}
