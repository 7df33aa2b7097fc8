#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import SystemPackage

/// Reads whole regular files, and nothing else.
package enum FileReader {
  /// Reads a file.
  ///
  /// A link is followed only if it leads to an agreement in the same repository; see `TrustedPath`. A named pipe, a
  /// device or a folder is refused without waiting for it. A file that grows while it is read is cut one byte above the
  /// limit, so that the caller sees that it is too large.
  ///
  /// - Throws: `FileFailure` if there is no such file or it cannot be read.
  package static func read(_ path: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    if StreamPath.isOne(path) { return try readAnywhere(path, limit: limit) }
    return try read(TrustedPath.open(path, O_RDONLY | O_NONBLOCK, links: .inside), of: path, limit: limit)
  }

  /// Reads a file that a search found, from its resolved path; no link that was added since is followed.
  ///
  /// - Throws: `FileFailure` if there is no such file or it cannot be read.
  package static func read(_ path: FilePath, at real: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    if StreamPath.isOne(path) { return try readAnywhere(path, limit: limit) }
    do {
      return try read(TrustedPath.open(real, O_RDONLY | O_NONBLOCK, links: .none), of: path, limit: limit)
    } catch {
      throw FileFailure(path, error.reason)
    }
  }

  /// Reads a file that belongs to the system, following any links.
  static func readAnywhere(_ path: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    } catch {
      throw FileFailure(path, error as? Errno ?? .ioError)
    }
    return try read(file, of: path, limit: limit)
  }

  /// Reads an open file, and closes it.
  static func read(_ file: FileDescriptor, of path: FilePath, limit: Int) throws(FileFailure) -> [UInt8] {
    do {
      return try file.closeAfter {
        let status = try file.stat()
        guard status.type == .regular else { throw FileFailure(path, FileFailure.kind(of: status.type)) }
        return try read(file, expected: Int(status.size), limit: limit)
      }
    } catch let failure as FileFailure {
      throw failure
    } catch let error as Errno {
      throw FileFailure(path, error)
    } catch {
      throw FileFailure(path, "it cannot be read")
    }
  }

  /// Reads all of standard input, up to one byte more than a limit.
  ///
  /// - Throws: `FileFailure` if it cannot be read.
  package static func readStandardInput(limit: Int) throws(FileFailure) -> [UInt8] {
    do {
      return try read(.standardInput, expected: nil, limit: limit)
    } catch let error as Errno {
      throw FileFailure("-", error)
    } catch {
      throw FileFailure("-", "it cannot be read")
    }
  }

  /// The contents of an open file, whatever its current position.
  static func contents(of file: Int32, limit: Int) throws(Errno) -> [UInt8] {
    do {
      let file = FileDescriptor(rawValue: file)
      try file.seek(offset: 0, from: .start)
      return try read(file, expected: Int(try file.stat().size), limit: limit)
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  private static func read(_ file: FileDescriptor, expected: Int?, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let most = limit + 1
    var capacity = max(1, min((expected ?? 1 << 16) + 1, most))
    while bytes.count < most {
      let room = min(capacity, most - bytes.count)
      let start = bytes.count
      var count = 0
      let piece = unsafe try [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        filled = unsafe try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        count = filled
      }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if count == 0 || bytes.count == start { break }
      // A file of the expected size has been read to its end; one more call would only confirm that.
      if bytes.count == expected, count < room { break }
      capacity = 1 << 16
    }
    return bytes
  }
}

/// A file that the run could not process.
package struct FileFailure: Error, Sendable {
  /// The file.
  package let path: FilePath
  /// Why, in plain words.
  package let reason: String

  /// Makes a failure.
  package init(_ path: FilePath, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  init(_ path: FilePath, _ error: Errno) {
    switch error {
    case .noSuchFileOrDirectory: self.init(path, Self.missing)
    case .permissionDenied: self.init(path, "you are not allowed to read it")
    case .tooManySymbolicLinkLevels: self.init(path, "its links lead in a circle")
    case .isDirectory: self.init(path, Self.kind(of: .directory))
    case .fileNameTooLong: self.init(path, "the name is too long")
    case .notDirectory: self.init(path, "a part of the path is a file, not a folder")
    default: self.init(path, error.description.lowercased())
    }
  }

  /// The reason for a missing file.
  private static let missing = "there is no such file or folder"

  /// Whether the file is missing.
  var isMissing: Bool { reason == Self.missing }

  static func kind(of type: FileType) -> String {
    switch type {
    case .directory: "it is a folder, not a file"
    case .fifo: "it is a named pipe, not a file"
    case .characterSpecial, .blockSpecial: "it is a device, not a file"
    case .socket: "it is a socket, not a file"
    default: "it is not a regular file"
    }
  }
}
