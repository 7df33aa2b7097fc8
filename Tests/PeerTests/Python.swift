import TestSupport

/// The Python that `make test-peers` sets up, with the programs that the tests of this target compare concord with.
enum Python {
  /// The absolute path of the interpreter. Without the peers every test fails: it would have nothing to compare with.
  static func path() throws -> String {
    guard (try? Root.bytes(".venv/peers")) != nil else { throw Missing() }
    return Program.absolute(".venv/bin/python")
  }

  static func run(_ arguments: [String]) async throws -> Outcome { try await Program.run(path(), arguments) }

  private struct Missing: Error, CustomStringConvertible {
    let description = "the peers are not installed; run `make test-peers`"
  }
}
