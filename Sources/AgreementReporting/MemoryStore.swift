internal import Synchronization

/// Results that wait in memory, for reports on little.
final class MemoryStore: ResultStore {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }

  func forEach(_ body: (String) -> Void) { for line in lines.withLock({ $0 }) { body(line) } }
}
