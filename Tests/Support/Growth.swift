#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How the work of something grows with the size of what it is given.
public enum Growth {
  /// How many times as long it takes for four times as much: about 4 where work is linear, and 16 where it grows with the square.
  ///
  /// Only the processor's time for this thread counts, so other tests and programs do not. What seems slow is measured again, and the
  /// best figure counts.
  public static func fourfold(of count: Int, _ work: (Int) -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<3 where best > 6 {
      let small = seconds { work(count) }
      let large = seconds { work(4 * count) }
      // What is over in no time says nothing.
      best = min(best, large / max(small, 0.005))
    }
    return best
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = now
    work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
