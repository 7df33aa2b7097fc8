internal import Diagnostics

/// The most important results of a run, in the order in which they came.
///
/// Results that can no longer be among them are not even kept, so at most four times the final number wait: that many
/// for each level, and for those that comments allow.
struct RankedResults: Sendable {
  let most: Int
  /// The number of results that were added.
  private(set) var total = 0
  /// The rank of each waiting result, from 0 for the least important.
  private var ranks: [UInt8] = []
  private var counts = [0, 0, 0, 0]
  private let store: any ResultStore

  init(most: Int, in store: any ResultStore) {
    self.most = most
    self.store = store
  }

  /// Adds a result; one without a level is allowed by a comment and matters least.
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

  /// Hands over the results that are kept.
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
