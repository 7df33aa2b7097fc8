#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import CSystemCalls
  internal import Glibc
#elseif canImport(Musl)
  internal import CSystemCalls
  internal import Musl
#endif
internal import SystemPackage

/// Watches for other writers while a file is being replaced.
///
/// On Linux it is a lease, which is not granted while somebody has the file open for writing, and which makes anybody
/// who wants to open it wait until it ends. Only the owner of a file, or root, can get a lease, and not on every file
/// system; otherwise there is only a lock among runs of this program.
struct WriterWatch: ~Copyable {
  private let file: Int32
  private let isLeased: Bool

  /// How long somebody else may keep the file open, in hundredths of a second.
  private static let steps = 50

  /// Begins to watch an open file, until the watch ends or the file is closed.
  ///
  /// - Throws: `FileFailure` if somebody is writing to it.
  init(_ file: Int32, _ path: FilePath) throws(FileFailure) {
    (self.file, isLeased) = (file, try Self.begin(file, path))
  }

  private static func begin(_ file: Int32, _ path: FilePath) throws(FileFailure) -> Bool {
    var isHeld = false
    for step in 0... {
      isHeld = isHeld || Leftovers.hold(file) || errno != EWOULDBLOCK
      #if os(Linux)
        _ = ignoresSignals
        let isLeased = concord_take_lease(file) == 0
        let isBusy = !isLeased && errno == EAGAIN
      #else
        let (isLeased, isBusy) = (false, false)
      #endif
      if isHeld, !isBusy { return isLeased }
      guard step < steps else { break }
      usleep(10_000)
    }
    throw FileFailure(path, "another program has it open, so it was left alone; close it there and try again")
  }

  deinit {
    #if os(Linux)
      if isLeased { _ = fcntl(file, 1024, F_UNLCK) }
    #endif
    _ = flock(file, LOCK_UN)
  }

  /// Whether nobody has opened it for writing or is about to.
  var isQuiet: Bool {
    #if os(Linux)
      !isLeased || concord_holds_lease(file) != 0
    #else
      true
    #endif
  }

  #if os(Linux)
    /// The signal that a lease ends would end the program; the lease itself is checked instead.
    private static let ignoresSignals: Void = {
      signal(SIGIO, SIG_IGN)
      return
    }()
  #endif
}
