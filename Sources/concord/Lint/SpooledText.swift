internal import AgreementReporting
internal import Repository
internal import Synchronization
internal import SystemPackage

/// Output that waits for the end of a run without taking memory: the text of a report, or its results.
final class SpooledText: ResultStore {
  /// A spool, and what went wrong with it.
  private final class State {
    var spool: Spool? = Spool()
    var failure: Errno?
  }

  private let state = Mutex(State())

  /// Why something could not be kept; nil if nothing went wrong.
  var failure: Errno? { state.withLock { $0.failure } }

  func append(_ text: String) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do throws(Errno) { try state.spool?.add(text) } catch { state.failure = error }
    }
  }

  func add(_ line: String) { append(line + "\n") }

  func forEach(_ body: (String) -> Void) {
    var rest: [UInt8] = []
    drain { piece in
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
        body(String(decoding: rest[start..<end], as: UTF8.self))
        start = end + 1
      }
      rest.removeFirst(start)
    }
  }

  /// Hands over everything once, in pieces and in order; `path` is its destination.
  func drain(of path: FilePath?, _ take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) {
    var refusal: FileFailure?
    drain { piece in
      guard refusal == nil else { return }
      do throws(FileFailure) { try take(piece) } catch { refusal = error }
    }
    if let refusal { throw refusal }
    if let failure {
      throw FileFailure(path ?? "<stdout>", "the report cannot be kept in a temporary file: \(failure)")
    }
  }

  private func drain(_ take: ([UInt8]) -> Void) {
    state.withLock { state in
      guard let spool = state.spool.take() else { return }
      do throws(Errno) { try spool.drain(take) } catch { state.failure = error }
    }
  }
}
