internal import Synchronization
internal import SystemPackage
internal import TextSupport

/// A file in a git repository, not read yet.
package struct GitObject: Sendable {
  private let id: String
  /// The name to show: `HEAD~1:agreements/brookside/2026-27.agreement.yaml`.
  package let name: String

  /// The name may be typed; see `RawText`.
  init(id: String, name: String) {
    self.id = id
    self.name = RawText.shown(name)
  }

  /// One process reads all objects, whichever thread asks.
  private static let batch = Mutex<GitBatch?>(nil)

  /// Its bytes.
  ///
  /// - Throws: `FileFailure` if git does not have them, or if they exceed the limit by more than one byte.
  package func read(limit: Int) throws(FileFailure) -> [UInt8] {
    let result = Self.batch.withLock { batch -> Result<[UInt8], FileFailure> in
      do throws(FileFailure) {
        let running: GitBatch
        if let batch { running = batch } else { running = try GitBatch(.revisions) }
        // After a failure the position in the stream is unknown.
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
}
