internal import Synchronization

/// Results kept in memory, for small reports.
final class MemoryStore: ResultStore {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }

  func forEach(_ body: (String) -> Void) { for line in lines.withLock({ $0 }) { body(line) } }
}
