#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Synchronization

/// How long git may keep a run waiting, over all its processes.
///
/// A repository may be anybody's: neither a named pipe in place of one of git's files nor a history of a million
/// commits may hold up somebody who looks at a file in it.
package final class GitBudget: Sendable {
  /// For what a run can do without.
  package static let lookups = GitBudget(seconds: 3, silence: 3)
  /// For what a run was asked to do.
  static let revisions = GitBudget(seconds: 120, silence: 10)

  /// The time waited so far, in milliseconds, and the reason why waiting ended.
  private struct State {
    var waited = 0
    var reason: String?
  }

  private let total: Int
  private let silence: Int
  private let state = Mutex(State())

  private init(seconds: Int, silence: Int) {
    total = seconds * 1_000
    self.silence = silence * 1_000
  }

  /// Why git was stopped; nil if it was not. After that nothing more is asked of it.
  package var reason: String? { state.withLock { $0.reason } }

  /// Waits until there is something to read, at most for the time that is left; returns whether there is.
  func waits(for file: Int32) -> Bool {
    let left = state.withLock { $0.reason == nil ? max(0, total - $0.waited) : 0 }
    let start = Self.now
    var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    var found: Int32 = 0
    repeat {
      let rest = min(left, silence) - (Self.now - start)
      guard rest > 0 else { break }
      found = unsafe poll(&ready, 1, Int32(rest))
    } while found < 0 && errno == EINTR
    let waited = Self.now - start
    return state.withLock { state in
      state.waited += waited
      guard found == 0, state.reason == nil else { return state.reason == nil }
      state.reason =
        state.waited >= total
        ? "git took more than \(total / 1_000) seconds in all, so it was stopped"
        : "git did not answer within \(silence / 1_000) seconds, so it was stopped"
      return false
    }
  }

  /// Milliseconds on a monotonic clock.
  static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }
}
