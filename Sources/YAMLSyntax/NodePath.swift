internal import Diagnostics

/// One step on the way from the root of a document to a place: an entry of a mapping or an item of a list.
package enum PathStep: Sendable {
  /// An entry, by its key.
  case entry(key: NodeID)
  /// An item of a list.
  case item(NodeID)

  /// The node that begins it: the key, or the item.
  package var node: NodeID {
    switch self {
    case .entry(let key): key
    case .item(let item): item
    }
  }
}

extension Document {
  /// Calls `body` once for each of some sorted byte offsets, with its index and the path of the place, from the
  /// outermost to the innermost.
  ///
  /// The tree is walked once, however many places there are.
  package func forEachPath(of offsets: [Int], _ body: (Int, [PathStep]) -> Void) {
    var next = 0
    var path: [PathStep] = []
    func take(until end: Int) {
      while next < offsets.count, offsets[next] < end {
        body(next, path)
        next += 1
      }
    }
    func hold(_ holder: PathStep, _ first: SourceRange, _ value: NodeID) {
      let start = Int(first.start)
      let end = max(Int(range(of: value).end), Int(first.end), start + 1)
      take(until: start)
      guard next < offsets.count, offsets[next] < end else { return }
      path.append(holder)
      visit(value)
      take(until: end)
      path.removeLast()
    }
    func visit(_ node: NodeID) {
      var children = children(of: node)
      switch kind(of: node) {
      case .scalar: break
      case .sequence:
        while next < offsets.count, let item = nextItem(&children) { hold(.item(item), range(of: item), item) }
      case .mapping:
        while next < offsets.count, let (key, value) = nextEntry(&children) {
          hold(.entry(key: key), range(of: key), value)
        }
      }
    }
    if let root { visit(root) }
    take(until: .max)
  }
}
