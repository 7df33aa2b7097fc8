internal import Diagnostics

/// Where the results of a report wait until its end: in memory here, in a file where there may be many.
public protocol ResultStore: AnyObject, Sendable {
  /// Adds a result: a line without its line feed.
  func add(_ line: String)
  /// Hands over all results once, in their order.
  func forEach(_ body: (String) -> Void)
}

/// The most important results of a run, in the order in which they came.
///
/// What can no longer be among them is not even kept, so that at most four times as many wait as there are in the end: those of each level,
/// and those that comments allow.
struct RankedResults: Sendable {
  /// So many are kept.
  let most: Int
  /// How many there were.
  private(set) var total = 0
  /// The rank of each result that waits, from 0 for those that matter least.
  private var ranks: [UInt8] = []
  private var counts = [0, 0, 0, 0]
  private let store: any ResultStore

  init(most: Int, in store: any ResultStore) {
    self.most = most
    self.store = store
  }

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
    guard counts[rank...].reduce(0, +) < most else { return }
    counts[rank] += 1
    ranks.append(UInt8(rank))
    store.add(text)
  }

  /// Hands over those that are kept.
  func forEach(_ body: (String) -> Void) {
    var left = [0, 0, 0, 0]
    var room = most
    for rank in left.indices.reversed() {
      left[rank] = min(counts[rank], room)
      room -= left[rank]
    }
    var place = 0
    store.forEach { text in
      let rank = Int(ranks[place])
      place += 1
      guard left[rank] > 0 else { return }
      left[rank] -= 1
      body(text)
    }
  }
}
