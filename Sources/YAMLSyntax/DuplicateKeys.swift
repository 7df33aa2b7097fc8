internal import Diagnostics

/// libyaml allows a key to appear twice in one mapping; this finds the second.
@safe
enum DuplicateKeys {
  /// Every repeated key, as the indices of the first key and of the later one.
  static func find(
    in nodes: [Node], mapping: Int, arena: [UInt8], bytes: UnsafeBufferPointer<UInt8>
  ) -> [(first: Int, second: Int)] {
    let end = nodes.count
    var duplicates: [(first: Int, second: Int)] = []
    var key = mapping + 1
    var count = 0
    // Few keys are compared pairwise, which needs no memory. Many keys go in a dictionary, so that time stays linear.
    var seen: [[UInt8]: Int] = [:]
    while key < end {
      let node = nodes[key]
      if node.kind == .scalar {
        if count < 16 {
          var earlier = mapping + 1
          while earlier < key {
            if unsafe areEqual(nodes[earlier], node, arena, bytes) {
              duplicates.append((earlier, key))
              break
            }
            earlier = Int(nodes[Int(nodes[earlier].next)].next)
          }
        } else {
          if seen.isEmpty {
            var earlier = mapping + 1
            while earlier < key {
              let name = unsafe text(nodes[earlier], arena, bytes)
              if nodes[earlier].kind == .scalar, seen[name] == nil { seen[name] = earlier }
              earlier = Int(nodes[Int(nodes[earlier].next)].next)
            }
          }
          let name = unsafe text(node, arena, bytes)
          if let first = seen[name] { duplicates.append((first, key)) } else { seen[name] = key }
        }
        count += 1
      }
      key = Int(nodes[Int(node.next)].next)
    }
    return duplicates
  }

  /// Whether two scalars have the same text.
  private static func areEqual(_ left: Node, _ right: Node, _ arena: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard left.kind == .scalar, left.textCount == right.textCount else { return false }
    return unsafe withText(of: left, arena, bytes) { leftText in
      unsafe withText(of: right, arena, bytes) { unsafe leftText.elementsEqual($0) }
    }
  }

  /// Lends the text of a scalar.
  static func withText<Result>(
    of node: Node, _ arena: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = Int(node.textStart)..<Int(node.textStart) + Int(node.textCount)
    if node.flags.contains(.textInArena) {
      return unsafe arena.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    return unsafe body(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// A copy of the text of a scalar.
  static func text(_ node: Node, _ arena: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    unsafe withText(of: node, arena, bytes) { unsafe Array($0) }
  }
}
