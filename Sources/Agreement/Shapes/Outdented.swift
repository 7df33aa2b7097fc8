internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The keys that one finding covers, and the keys under which they belong.
struct Outdented {
  var keys: Set<NodeID> = []
  var holders: Set<String> = []
}

extension Decoder {
  /// Reports, once per key without a value, lines that belong under it but start no further right.
  mutating func reportOutdented(_ unknown: Set<NodeID>, _ node: NodeID, _ mapping: MappingDescription) -> Outdented {
    var result = Outdented()
    guard !document.isFlow(node) else { return result }
    var holder: (key: NodeID, field: Field)?
    var found: [(key: NodeID, value: NodeID)] = []
    func tell(_ decoder: inout Decoder) {
      guard let holder, let first = found.first, let last = found.last else { return }
      result.keys.formUnion(found.map(\.key))
      result.holders.insert(holder.field.key)
      decoder.reportOutdented(first.key, to: last, of: holder.field.key)
    }
    for (key, value) in document.entries(of: node) {
      if unknown.contains(key) {
        if let holder, takes(key, value, holder.field.shape) {
          found.append((key, value))
          continue
        }
        // A line that belongs nowhere ends the block.
        tell(&self)
        (holder, found) = (nil, [])
        continue
      }
      let field = mapping.fields.first { document.bytes(of: key).equals($0.key) }
      // `purposes` is a separate key under `conversation`, and `due` may go in two places.
      tell(&self)
      found = []
      holder = document.isAbsent(value) ? field.map { (key, $0) } : nil
    }
    tell(&self)
    return result
  }

  /// Whether a key may be under a key that takes a shape.
  private func takes(_ key: NodeID, _ value: NodeID, _ shape: ShapeDescription) -> Bool {
    let word = document.bytes(of: key)
    switch shape {
    case .mapping(let table): return table.keys.index(of: word) != nil
    case .dictionary(let item, _, _):
      return Identifier.isValid(word)
        && (item.isMapping ? document.kind(of: value) == .mapping : !document.isAbsent(value))
    case .topics: return catalog.sectionKeys.index(of: word) != nil
    case .roles: return catalog.roleKeys.index(of: word) != nil
    default: return false
    }
  }

  private mutating func reportOutdented(_ first: NodeID, to last: (key: NodeID, value: NodeID), of holder: String) {
    let start = Int(document.range(of: first).start)
    let end = max(Int(document.range(of: last.value).end), Int(document.range(of: last.key).end))
    let edits = lineStarts(from: start, to: end).map { Edit(insert: "  ", at: $0) }
    let text = document.string(of: first)
    let isOneLine = edits.count == 1
    report(
      .unknownKey, at: document.range(of: first),
      "`\(text)` belongs under `\(holder)`, but starts just as far to the left",
      help: isOneLine
        ? "put two spaces before `\(text)`"
        : "put two spaces before each line from `\(text)` to the end of `\(document.string(of: last.key))`",
      fix: Fix(.unsafe, edits))
  }

  /// The offset of the first byte of the line that contains a byte.
  func lineStart(of offset: Int) -> Int {
    let bytes = document.source.bytes
    var start = offset
    while start > document.source.byteOrderMarkCount, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }
}
