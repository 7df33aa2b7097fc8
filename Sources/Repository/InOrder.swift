#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Dispatch
internal import Synchronization

/// Processes many items on all cores, with the results in the order of the items.
///
/// It uses Dispatch instead of a task group, because an asynchronous `main` costs a third of the start-up, even for a
/// run on one file.
package enum InOrder {
  /// The number of cores that this process may use.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The number of items that a core takes at a time: enough that handing them over costs nothing, and few enough that
  /// all cores finish together.
  private static let pieceSize = 16

  /// What the cores share.
  private struct Progress<Result> {
    /// The index of the piece to take next.
    var next = 0
    /// The index of the piece whose results are handed over next.
    var due = 0
    /// The results that wait for an earlier piece.
    var waiting: [Int: [Result]] = [:]
    /// Whether one of the cores is handing results over; the others leave theirs to it.
    var isHandingOver = false

    /// The results that are due; nil if they are not there yet, which ends the handing over.
    mutating func takeDue() -> [Result]? {
      guard let ready = waiting.removeValue(forKey: due) else {
        isHandingOver = false
        return nil
      }
      due += 1
      return ready
    }
  }

  /// Lets one thread at a time into the caller's closure.
  private struct Taker<Result>: @unchecked Sendable {
    let take: (Result) -> Void
  }

  /// Does the work for each item, on all cores or at most on `jobs` of them, and takes each result in the order of the
  /// items, one at a time.
  ///
  /// The number of results that wait for an earlier one is limited, however long that one takes.
  package static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int?, work: @Sendable (Item) -> Result, take: (Result) -> Void
  ) {
    let jobs = items.count > pieceSize ? min(jobs ?? .max, cores) : 1
    guard jobs > 1 else {
      for item in items { take(work(item)) }
      return
    }
    let pieces = (items.count + pieceSize - 1) / pieceSize
    let progress = Mutex(Progress<Result>())
    let places = DispatchSemaphore(value: 4 * jobs)
    // The check that the closure does not escape would put the length of this file's path into the program, and two folders would not
    // give the same bytes.
    #sourceLocation(file:"HandingOver.swift",line:68)
    withoutActuallyEscaping(take) { take in
      let taker = Taker(take: take)
      DispatchQueue.concurrentPerform(iterations: min(jobs, pieces)) { _ in
        while true {
          // A slot is free again once its results were taken, and the piece that is due always has one.
          places.wait()
          let piece = progress.withLock { progress in
            defer { progress.next += 1 }
            return progress.next
          }
          guard piece < pieces else {
            places.signal()
            return
          }
          let range = piece * pieceSize..<min((piece + 1) * pieceSize, items.count)
          let results = range.map { work(items[$0]) }
          // Nobody waits for the lock while results are taken, because writing a report takes as long as making it.
          let isMyTurn = progress.withLock { progress in
            progress.waiting[piece] = results
            defer { progress.isHandingOver = true }
            return !progress.isHandingOver
          }
          while isMyTurn, let ready = progress.withLock({ $0.takeDue() }) {
            for result in ready { taker.take(result) }
            places.signal()
          }
        }
      }
    }
    #sourceLocation()
  }
}
