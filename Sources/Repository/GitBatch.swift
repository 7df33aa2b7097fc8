internal import SystemPackage

/// Reads git objects through one process, `git cat-file --batch`, which takes one name per line of its input and
/// answers each with a line "id type size", the bytes and a line feed.
final class GitBatch {
  private let process: GitProcess
  private var waiting: ArraySlice<UInt8> = []

  /// Starts the process, for the repository of the current folder or of another one.
  init(_ budget: GitBudget, in folder: FilePath? = nil) throws(FileFailure) {
    process = try GitProcess(["cat-file", "--batch"], budget, in: folder)
  }

  /// Reads an object; after a failure the position in the stream is unknown, so nothing more is read through it.
  ///
  /// - Throws: `FileFailure` if git does not have it, if it exceeds the limit in bytes, or if git was stopped.
  func read(_ object: String, name: String, limit: Int) throws(FileFailure) -> [UInt8] {
    do {
      try process.write(object + "\n")
      var head: [UInt8] = []
      while head.last != 0x0A, head.count < 1 << 14 { head += try take(1) }
      let words = head.dropLast().split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[1] == "blob", let count = Int(words[2]) else {
        throw FileFailure(FilePath(name), GitAdvice.withheld)
      }
      guard count <= limit else { throw FileFailure(FilePath(name), "it has more than \(limit) bytes") }
      let bytes = try take(count)
      _ = try take(1)
      return bytes
    } catch let failure as FileFailure {
      process.stop()
      throw failure.path == "git" ? FileFailure(FilePath(name), failure.reason) : failure
    } catch {
      process.stop()
      throw FileFailure(FilePath(name), GitAdvice.isPartial ? GitAdvice.withheld : "git stopped reading it")
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    while result.count < count {
      if waiting.isEmpty {
        waiting = try process.read(upTo: 1 << 16)[...]
        guard !waiting.isEmpty else { throw Errno.brokenPipe }
      }
      let piece = waiting.prefix(count - result.count)
      result += piece
      waiting = waiting.dropFirst(piece.count)
    }
    return result
  }
}
