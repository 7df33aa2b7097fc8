internal import Diagnostics

extension Mistake {
  /// Lines that git leaves where two people changed the same place.
  static let conflictMarker = Mistake("conflict-marker") { failure, scene in
    let markers: [UInt8] = [0x3C, 0x3D, 0x3E]
    func marker(_ line: Int) -> UInt8? {
      let content = scene.lines.content(of: line, in: scene.bytes)
      guard content.count >= 7, let first = scene.bytes[content].first, markers.contains(first),
        scene.bytes[content].prefix(7).allSatisfy({ $0 == first })
      else { return nil }
      return first
    }
    let near = [failure.origin, failure.problemOffset].map { scene.lines.line(at: $0) }
    let range = max(0, (near.min() ?? 0) - 1)...min(scene.lines.starts.count - 1, (near.max() ?? 0) + 1)
    guard var first = range.first(where: { marker($0) != nil }) else { return nil }
    // The marker that was met may be the second or third of its group.
    var back = first
    while marker(first) != 0x3C, back > 0, first - back < 500 {
      back -= 1
      if marker(back) == 0x3C { first = back }
    }
    var edits: [Edit] = []
    var isTheirs = false
    for line in first..<scene.lines.starts.count {
      let mark = marker(line)
      if mark == 0x3D { isTheirs = true }
      if mark != nil || isTheirs { edits.append(Edit(insert: "#", at: scene.lines.starts[line])) }
      if mark == 0x3E || edits.count > 500 { break }
    }
    let shape = scene.shape(of: first)
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "git could not merge two versions of this place and left both, between `<<<<<<<` and `>>>>>>>`",
      help: "keep the version that is right, and delete the other one and the three marker lines", edits)
  }

  /// The fence of a code block, copied along from a web page or a chat.
  static let codeFence = Mistake("code-fence") { failure, scene in
    let shape = scene.shape(at: failure.problemOffset)
    guard scene.bytes[shape.start..<shape.content.upperBound].starts(with: [0x60, 0x60, 0x60]) else { return nil }
    var edits = [Edit(insert: "#", at: shape.content.lowerBound)]
    for line in (shape.line + 1)..<max(shape.line + 1, scene.lines.starts.count) {
      let other = scene.shape(of: line)
      guard scene.bytes[other.start..<other.content.upperBound].starts(with: [0x60, 0x60, 0x60]) else { continue }
      edits.append(Edit(insert: "#", at: other.content.lowerBound))
      break
    }
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "this line of backticks marks a code block on a web page; it is no part of an agreement",
      help: "delete the line, and the one with backticks that closes the block", edits)
  }
}
