internal import Synchronization

/// Where the results of a report wait until its end: in memory here, or in a file if there may be many.
package protocol ResultStore: AnyObject, Sendable {
  /// Adds a result: a line without its line feed.
  func add(_ line: String)
  /// Hands over all results once, in order.
  func forEach(_ body: (String) -> Void)
}

/// Results kept in memory, for small reports.
final class MemoryStore: ResultStore {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }

  func forEach(_ body: (String) -> Void) { for line in lines.withLock({ $0 }) { body(line) } }
}
