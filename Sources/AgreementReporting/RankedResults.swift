internal import Diagnostics

/// The most important results of a run, in the order in which they came; at most twice as many wait as are kept in the end.
struct RankedResults {
  /// So many are kept.
  let most: Int
  /// How many there were.
  private(set) var total = 0
  private var waiting: [(rank: Int, text: String)] = []

  init(most: Int) { self.most = most }

  /// Adds a result; without a level it is one that a comment allows, which matters least.
  mutating func add(_ text: String, _ level: Level?) {
    let rank =
      switch level {
      case .error: 3
      case .warning: 2
      case .info: 1
      case nil: 0
      }
    total += 1
    waiting.append((rank, text))
    if waiting.count >= 2 * most { waiting = kept }
  }

  /// The texts of those that are kept.
  var best: [String] { kept.map(\.text) }

  private var kept: [(rank: Int, text: String)] {
    guard waiting.count > most else { return waiting }
    let places = waiting.indices.sorted { left, right in
      (waiting[right].rank, left) < (waiting[left].rank, right)
    }
    return places.prefix(most).sorted().map { waiting[$0] }
  }
}
