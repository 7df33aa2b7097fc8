#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Work on many items on all cores, with the results in the order of the items.
public enum InOrder {
  /// The cores that this process may use.
  public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// So many items go to a core at a time: enough that handing them over costs nothing, few enough that all cores end together.
  private static let pieceSize = 16

  /// Does the work for each item, on `jobs` cores, and takes each result in the order of the items.
  ///
  /// The results that wait for an earlier one are bounded, however long that one takes.
  public static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result, take: (Result) -> Void
  ) async {
    guard jobs > 1, items.count > pieceSize else {
      for item in items { take(work(item)) }
      return
    }
    let pieces = stride(from: 0, to: items.count, by: pieceSize).map { $0..<min($0 + pieceSize, items.count) }
    await withTaskGroup(of: (Int, [Result]).self) { group in
      var next = 0
      func start() {
        guard next < pieces.count else { return }
        let (piece, range) = (next, pieces[next])
        next += 1
        group.addTask { (piece, range.map { work(items[$0]) }) }
      }
      for _ in 0..<jobs { start() }
      var waiting: [Int: [Result]] = [:]
      var due = 0
      while let (piece, results) = await group.next() {
        waiting[piece] = results
        while let ready = waiting.removeValue(forKey: due) {
          for result in ready { take(result) }
          due += 1
        }
        // As many run as there are jobs, unless too many results wait for one slow file.
        while next < pieces.count, next - due < 4 * jobs, next - due - waiting.count < jobs { start() }
      }
    }
  }
}
