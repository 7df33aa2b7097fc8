internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Keys of the format between ids that people choose, such as `code` in line with the ids of campuses.
struct KeysAmongIDs {
  /// The reported keys, which are not ids.
  var keys: Set<NodeID> = []
  /// The ids to which some of them belong.
  var owners: Set<NodeID> = []
}

extension Decoder {
  /// Reports, once per block of lines, keys that belong to the entry above them or under another key.
  mutating func reportKeysAmongIDs(_ node: NodeID, _ code: Int, in outer: NodeID?) -> KeysAmongIDs {
    var result = KeysAmongIDs()
    // The catalog and the settings have ids, too, and those may be words of the format.
    guard !document.isFlow(node), let outer, Self.takesIDs(document.bytes(of: outer)),
      let mapping = layout.shapes[code].table
    else { return result }
    let takesText = layout.codes[code].kind != .mapping
    for block in strayBlocks(node, mapping, takesText: takesText, in: outer) {
      result.keys.formUnion(block.entries.map(\.key))
      if let home = block.home {
        reportKeys(block.entries, under: home, in: outer)
      } else if let owner = block.owner {
        result.owners.insert(owner.key)
        reportKeys(block.entries, of: owner)
      }
    }
    return result
  }

  /// Consecutive lines that belong elsewhere: to an entry, or under another key.
  private struct StrayBlock {
    let home: String?
    let owner: (key: NodeID, value: NodeID)?
    var entries: [(key: NodeID, value: NodeID)]
  }

  private func strayBlocks(
    _ node: NodeID, _ mapping: MappingDescription, takesText: Bool, in outer: NodeID
  ) -> [StrayBlock] {
    var blocks: [StrayBlock] = []
    var isOpen = false
    var owner: (key: NodeID, value: NodeID)?
    for (key, value) in document.entries(of: node) where !document.bytes(of: key).isOwnKey {
      let word = document.bytes(of: key)
      let isLine = document.kind(of: value) != .mapping || child("name", of: value) == nil
      let isField = mapping.fields.contains { word.equals($0.key) }
      let home: String?
      if isField, isLine, let owner, document.isAbsent(owner.value) || hasLines(owner.value, without: key) {
        home = nil
      } else if !isField, !document.isAbsent(value), !takesText && isLine || document.kind(of: value) == .sequence,
        let found = KeyHomes.home(of: word), !document.bytes(of: outer).equals(found)
      {
        home = found
      } else {
        owner = (key, value)
        isOpen = false
        continue
      }
      if isOpen, let last = blocks.last, last.home == home {
        blocks[blocks.count - 1].entries.append((key, value))
      } else {
        blocks.append(StrayBlock(home: home, owner: owner, entries: [(key, value)]))
      }
      isOpen = true
    }
    return blocks
  }

  private static func takesIDs(_ word: Span<UInt8>) -> Bool {
    word.equals("participants") || word.equals("campuses") || word.equals("others") || word.equals("signatures")
  }

  /// Whether a value consists of lines, none of which has this key.
  private func hasLines(_ value: NodeID, without key: NodeID) -> Bool {
    guard document.kind(of: value) == .mapping, !document.isFlow(value) else { return false }
    let word = document.string(of: key)
    return !document.entries(of: value).contains { document.bytes(of: $0.key).equals(word) }
  }

  /// Reports lines of an entry that start as far to the left as its id.
  private mutating func reportKeys(_ entries: [(key: NodeID, value: NodeID)], of owner: (key: NodeID, value: NodeID)) {
    guard let first = entries.first, let last = entries.last else { return }
    let start = Int(document.range(of: first.key).start)
    let below = document.isAbsent(owner.value) ? nil : document.entries(of: owner.value).first { _ in true }?.key
    let column = indentation(of: owner.key).utf8.count
    let spaces = String(
      repeating: " ", count: max(1, (below.map { indentation(of: $0).utf8.count } ?? column + 2) - column))
    let end = max(Int(document.range(of: last.value).end), Int(document.range(of: last.key).end))
    let edits = lineStarts(from: start, to: end).map { Edit(insert: spaces, at: $0) }
    let word = document.string(of: first.key)
    let count = spaces.count == 1 ? "a space" : "\(spaces.count) spaces"
    report(
      .unknownKey, at: document.range(of: first.key),
      "`\(word)` belongs to `\(excerpt(owner.key))`, but starts just as far to the left",
      help: edits.count == 1
        ? "put \(count) before `\(word)`"
        : "put \(count) before each line from `\(word)` to the end of `\(document.string(of: last.key))`",
      fix: Fix(.unsafe, edits))
  }

  /// Reports lines that belong under another key, whose line is missing or became a comment.
  private mutating func reportKeys(
    _ entries: [(key: NodeID, value: NodeID)], under home: String, in outer: NodeID
  ) {
    guard let first = entries.first?.key else { return }
    let word = document.string(of: first)
    let start = lineStart(of: Int(document.range(of: first).start))
    let isThere = document.root.map { root in
      document.entries(of: root).contains { document.bytes(of: $0.key).equals(home) }
    }
    // A title with `#` before it, as in Markdown, is a comment here.
    let above = lineStart(of: max(start - 1, 0))
    let title = Self.bare(
      String(decoding: document.source.bytes[above..<start].filter { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self))
    let isTitle = title.hasPrefix("#") && title.drop { $0 == "#" || $0 == " " }.lowercased().hasPrefix(home)
    strayed.insert(word)
    misplaced.insert(home)
    let newline = usesCRLF ? "\r\n" : "\n"
    report(
      .unknownKey, at: document.range(of: first), "`\(word)` belongs under `\(home)`, not under `\(excerpt(outer))`",
      help: isThere == true
        ? "move it below `\(home):`, starting two spaces further right than `\(home)`"
        : isTitle
          ? "write `\(home):` at the left edge, in place of `\(title)` on the line above"
          : "write `\(home):` at the left edge, on a line of its own above it",
      fix: isThere == true
        ? nil
        : Fix(.unsafe, [Edit(SourceRange(isTitle ? above..<start : start..<start), with: "\(home):\(newline)".utf8)]))
  }

  /// The first byte of each line between two places, skipping blank lines.
  func lineStarts(from start: Int, to end: Int) -> [Int] {
    let bytes = document.source.bytes
    var result: [Int] = []
    var line = lineStart(of: start)
    while line < end {
      var next = line
      while next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D { next += 1 }
      if next > line { result.append(line) }
      while next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D { next += 1 }
      line = next
    }
    return result
  }
}
