internal import Synchronization
internal import SystemPackage
internal import TextSupport

/// A file of a git repository, not read yet.
public struct GitObject: Sendable {
  private let id: String
  /// The name to show: `HEAD~1:agreements/brookside/2026-27.agreement.yaml`.
  public let name: String

  /// The name may be typed, see `RawText`.
  init(id: String, name: String) {
    self.id = id
    self.name = RawText.shown(name)
  }

  /// All objects are read through one process, whichever thread asks.
  private static let batch = Mutex<Batch?>(nil)

  /// Its bytes.
  ///
  /// - Throws: `FileFailure` when git does not have them, or they are more than the limit and one byte.
  public func read(limit: Int) throws(FileFailure) -> [UInt8] {
    let result = Self.batch.withLock { batch -> Result<[UInt8], FileFailure> in
      do throws(FileFailure) {
        let running: Batch
        if let batch { running = batch } else { running = try Batch() }
        // After a failure nobody knows where the stream stands.
        batch = nil
        let bytes = try running.read(id, name: name, limit: limit)
        batch = running
        return .success(bytes)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// `git cat-file --batch`: an id on each line of its input, and for each a line "id type size", the bytes and a line feed.
  private final class Batch {
    private let process: GitProcess
    private var waiting: ArraySlice<UInt8> = []

    init() throws(FileFailure) { process = try GitProcess(["cat-file", "--batch"]) }

    func read(_ id: String, name: String, limit: Int) throws(FileFailure) -> [UInt8] {
      do {
        try process.write(id + "\n")
        var head: [UInt8] = []
        while head.last != 0x0A { head += try take(1) }
        let words = head.dropLast().split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 3, let count = Int(words[2]) else {
          throw FileFailure(FilePath(name), "git does not have it; a shallow or partial clone lacks some files")
        }
        guard count <= limit else { throw FileFailure(FilePath(name), "it has more than \(limit) bytes") }
        let bytes = try take(count)
        _ = try take(1)
        return bytes
      } catch let failure as FileFailure {
        throw failure
      } catch {
        throw FileFailure(FilePath(name), "git stopped reading it")
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
}
