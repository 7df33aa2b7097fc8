internal import CLibYAML
internal import Diagnostics

/// Builds the flat tree from libyaml's events.
@safe
struct Composer {
  private(set) var nodes: [Node] = []
  private(set) var arena: [UInt8] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Scalars that may contain a slip that YAML accepts.
  private(set) var suspects: [Int] = []
  private(set) var failure: Failure?
  /// Whether a limit stopped the reading.
  private(set) var isRefused = false

  private struct Container {
    var node: Int
    let isMapping: Bool
    var children = 0
    /// Where the last child ends.
    var end: UInt32
    /// Whether a key is not text, or is a merge key.
    var hasOddKey = false
  }

  private let limits: Limits
  private var featureCount = 0
  private var stack: [Container] = []
  private var cursor: CharacterCursor

  init(limits: Limits, isASCII: Bool, byteCount: Int) {
    self.limits = limits
    cursor = CharacterCursor(isASCII: isASCII)
    nodes.reserveCapacity(byteCount / 20 + 16)
    stack.reserveCapacity(16)
  }

  /// Reads all events; afterward every container is closed, and those in which reading stopped are marked as truncated.
  mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    var reader = unsafe EventReader(bytes)
    reading: while true {
      guard reader.advance() else {
        var failure = reader.failure
        if !failure.isReader {
          failure.problemOffset = unsafe cursor.byteOffset(failure.problemOffset, in: bytes)
          failure.contextOffset = failure.contextOffset.map { unsafe cursor.byteOffset($0, in: bytes) }
        }
        self.failure = failure
        break
      }
      let event = unsafe reader.current
      switch unsafe event.pointee.type {
      case YAML_SCALAR_EVENT:
        unsafe addScalar(event, bytes)
      case YAML_MAPPING_START_EVENT:
        unsafe open(
          .mapping, event, bytes, anchor: event.pointee.data.mapping_start.anchor,
          tag: event.pointee.data.mapping_start.tag,
          isFlow: event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
      case YAML_SEQUENCE_START_EVENT:
        unsafe open(
          .sequence, event, bytes, anchor: event.pointee.data.sequence_start.anchor,
          tag: event.pointee.data.sequence_start.tag,
          isFlow: event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        unsafe close(at: event.pointee.end_mark.index, bytes)
      case YAML_ALIAS_EVENT:
        unsafe addAlias(event, bytes)
      case YAML_DOCUMENT_START_EVENT:
        if !nodes.isEmpty {
          let start = unsafe range(event, bytes)
          secondDocument = start.start
          break reading
        }
      case YAML_STREAM_END_EVENT, YAML_NO_EVENT:
        break reading
      default:
        break
      }
      if isRefused { break }
    }
    closeAll()
  }

  /// Where a second document begins, if one does.
  private(set) var secondDocument: UInt32?

  private mutating func range(_ event: UnsafeMutablePointer<yaml_event_t>, _ bytes: UnsafeBufferPointer<UInt8>) -> (
    start: UInt32, end: UInt32
  ) {
    let start = unsafe cursor.byteOffset(event.pointee.start_mark.index, in: bytes)
    let end = unsafe cursor.byteOffset(event.pointee.end_mark.index, in: bytes)
    return (UInt32(start), UInt32(max(start, end)))
  }

  private mutating func append(_ node: Node) {
    var node = node
    if !stack.isEmpty { noteChild(&node) }
    nodes.append(node)
    if nodes.count > limits.nodes {
      refuse(at: node.start, "more than \(limits.nodes) keys and values")
    }
  }

  private mutating func noteChild(_ child: inout Node) {
    let top = stack.count - 1
    if stack[top].isMapping, stack[top].children & 1 == 0 {
      child.flags.insert(.key)
      if child.kind != .scalar || child.textCount == 2 && child.style == .plain { stack[top].hasOddKey = true }
    }
    stack[top].children += 1
    if child.kind == .scalar { stack[top].end = max(stack[top].end, child.end) }
  }

  private mutating func refuse(at offset: UInt32, _ what: String) {
    guard !isRefused else { return }
    isRefused = true
    diagnostics.append(
      Diagnostic(
        .limit, at: SourceRange(start: offset, end: offset), "the file has \(what), far beyond any agreement",
        help: "split it, or check whether something was pasted into it by mistake"))
  }

  // MARK: - Scalars

  private mutating func addScalar(_ event: UnsafeMutablePointer<yaml_event_t>, _ bytes: UnsafeBufferPointer<UInt8>) {
    let scalar = unsafe event.pointee.data.scalar
    var (start, end) = unsafe range(event, bytes)
    let count = unsafe scalar.length
    let style = unsafe Self.style(scalar.style)
    var node = Node(start: start, end: end, next: UInt32(nodes.count + 1), kind: .scalar, style: style)

    let skip: UInt32 = style == .plain ? 0 : 1
    if unsafe scalar.anchor != nil || scalar.tag != nil {
      unsafe addMarked(&node, count: count, isAnchor: scalar.anchor != nil, bytes)
      append(node)
      return
    }
    if style == .literal || style == .folded {
      // libyaml counts the blank lines after a block scalar as part of it.
      while end > start, unsafe Self.isBlank(bytes[Int(end) - 1]) { end -= 1 }
      node.end = end
    }
    node.textCount = UInt32(count)
    if Int(end - start) == count + 2 * Int(skip),
      unsafe count == 0 || Self.areEqual(scalar.value, bytes, Int(start + skip), count)
    {
      node.textStart = start + skip
    } else {
      node.textStart = UInt32(arena.count)
      node.flags.insert(.textInArena)
      unsafe arena.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: count))
      if style == .doubleQuoted { checkEscapes(&node) }
    }
    if count > limits.scalarBytes {
      refuse(at: start, "a text of more than \(limits.scalarBytes) bytes")
    }
    if style == .plain, count > 0 {
      if unsafe node.flags.contains(.textInArena) || SilentSlip.mayBegin(at: Int(start), count: count, in: bytes) {
        suspects.append(nodes.count)
      }
    }
    if count == 0, style == .literal || style == .folded { suspects.append(nodes.count) }
    append(node)
  }

  private static func areEqual(
    _ text: UnsafeMutablePointer<yaml_char_t>, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ count: Int
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return unsafe memcmp(text, base + offset, count) == 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private static func style(_ style: yaml_scalar_style_t) -> ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// A scalar with an anchor or a tag: its text is taken as written, including the indicator, because that is what was
  /// meant.
  private mutating func addMarked(_ node: inout Node, count: Int, isAnchor: Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
    var end = Int(node.end)
    var tokenEnd = Int(node.start)
    while tokenEnd < bytes.count, unsafe !Self.isBlank(bytes[tokenEnd]) { tokenEnd += 1 }
    end = max(end, tokenEnd)
    while end > Int(node.start), unsafe Self.isBlank(bytes[end - 1]) { end -= 1 }
    node.end = UInt32(end)
    node.textStart = node.start
    node.textCount = UInt32(end) - node.start
    unsafe report(isAnchor ? .anchor : .tag, at: SourceRange(start: node.start, end: UInt32(tokenEnd)), bytes)
  }

  private mutating func checkEscapes(_ node: inout Node) {
    let text = Array(arena[Int(node.textStart)...])
    var previous: UInt32 = 0
    var index = 0
    var marks = 0
    while index < text.count {
      guard let (scalar, count) = UTF8Decoding.scalar(in: text, at: index) else { return }
      let isControl = scalar < 0x80 && ByteCheck.isControl(UInt8(scalar))
      marks = CombiningMarks.isMark(scalar) ? marks + 1 : 0
      let trouble =
        TroublesomeCharacter(scalar, after: previous, before: UTF8Decoding.next(in: text, at: index + count))
        ?? CombiningMarks.trouble(marks)
      if isControl || trouble != nil {
        diagnostics.append(
          Diagnostic(
            .encoding, at: SourceRange(start: node.start, end: node.end),
            "this text writes, with a backslash, a character that does not belong in an agreement: \(trouble?.message ?? "a control character")",
            help: "delete that code from the text"))
        // The rest may have thousands more of them, and the file has an error anyway.
        arena.removeLast(text.count - index)
        node.textCount = UInt32(index)
        return
      }
      previous = scalar
      index += count
    }
  }

  // MARK: - Features that agreements do not use

  private mutating func addAlias(_ event: UnsafeMutablePointer<yaml_event_t>, _ bytes: UnsafeBufferPointer<UInt8>) {
    let (start, end) = unsafe range(event, bytes)
    var node = Node(start: start, end: end, next: UInt32(nodes.count + 1), kind: .scalar)
    node.textStart = start
    node.textCount = end - start
    // Most files with one of these have many; each is a separate place, up to the number that is shown.
    unsafe report(.alias, at: SourceRange(start: start, end: end), bytes)
    append(node)
  }

  private mutating func report(_ feature: Feature, at range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    let word = unsafe String(decoding: bytes[range.indices].prefix(40), as: UTF8.self)
    diagnostics.append(feature.diagnostic(word, at: range))
    countFeature()
  }

  private mutating func countFeature() {
    featureCount += 1
    // Nobody typed this many by hand, and nobody reads on.
    if featureCount >= 200 { isRefused = true }
  }

  // MARK: - Containers

  private mutating func open(
    _ kind: Node.Kind, _ event: UnsafeMutablePointer<yaml_event_t>, _ bytes: UnsafeBufferPointer<UInt8>,
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, isFlow: Bool
  ) {
    let (start, end) = unsafe range(event, bytes)
    let node = nodes.count
    append(Node(start: start, end: end, kind: kind, flags: isFlow ? .flow : []))
    if unsafe anchor != nil || tag != nil {
      var tokenEnd = Int(start)
      while tokenEnd < bytes.count, unsafe !Self.isBlank(bytes[tokenEnd]) { tokenEnd += 1 }
      unsafe report(anchor != nil ? .anchor : .tag, at: SourceRange(Int(start)..<tokenEnd), bytes)
    }
    stack.append(Container(node: node, isMapping: kind == .mapping, end: start))
    if stack.count > limits.depth {
      refuse(at: start, "more than \(limits.depth) levels of brackets inside each other")
    }
  }

  private mutating func close(at mark: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let container = stack.popLast() else { return }
    let index = container.node
    nodes[index].next = UInt32(nodes.count)
    if nodes[index].flags.contains(.flow) {
      nodes[index].end = unsafe UInt32(cursor.byteOffset(mark, in: bytes))
    } else {
      // libyaml ends a block collection where the next token begins; people see it end with its last child.
      nodes[index].end = container.end
    }
    if let outer = stack.indices.last { stack[outer].end = max(stack[outer].end, nodes[index].end) }
    if nodes[index].kind == .mapping { unsafe finishMapping(container, bytes) }
  }

  /// Ends a container in which reading stopped with its last child.
  private mutating func trimEnd(of index: Int) {
    var end = nodes[index].start
    var child = index + 1
    while child < nodes.count {
      end = max(end, nodes[child].end)
      child = Int(nodes[child].next)
    }
    nodes[index].end = end
  }

  private mutating func closeAll() {
    while let container = stack.popLast() {
      let index = container.node
      nodes[index].next = UInt32(nodes.count)
      nodes[index].flags.insert(.truncated)
      // A mapping that ends in a key gets the missing empty value.
      if nodes[index].kind == .mapping, container.children % 2 == 1 {
        let end = nodes[nodes.count - 1].end
        nodes.append(Node(start: end, end: end, next: UInt32(nodes.count + 1), kind: .scalar))
        nodes[index].next = UInt32(nodes.count)
        for outer in stack { nodes[outer.node].next = UInt32(nodes.count) }
      }
      trimEnd(of: index)
    }
  }

  private mutating func finishMapping(_ container: Container, _ bytes: UnsafeBufferPointer<UInt8>) {
    var nextDuplicate = -1
    for (first, second) in unsafe DuplicateKeys.find(in: nodes, mapping: container.node, arena: arena, bytes: bytes) {
      nodes[second].flags.insert(.duplicate)
      let key = unsafe String(decoding: DuplicateKeys.text(nodes[second], arena, bytes).prefix(60), as: UTF8.self)
      let goesOn = second == nextDuplicate
      nextDuplicate = Int(nodes[Int(nodes[second].next)].next)
      // Consecutive keys that are all duplicates were pasted together: one cause, one finding.
      if goesOn { continue }
      // Only an agreement begins with `format`.
      let isSecondFile = key == "format" && stack.isEmpty
      diagnostics.append(
        Diagnostic(
          .duplicateKey, at: nodes[second].sourceRange,
          isSecondFile ? "a second agreement begins here, but a file holds one" : "`\(key)` appears a second time",
          help: isSecondFile
            ? "move this line and everything below it into a file of its own"
            : "keep one of the two, and move what the other says into it",
          notes: [Note(at: nodes[first].sourceRange, "the first `\(key)` is here")]))
    }
    var key = container.hasOddKey ? container.node + 1 : nodes.count
    while key < nodes.count {
      if nodes[key].kind != .scalar {
        let start = nodes[key].sourceRange.indices.lowerBound
        // `? team-coaching: Yes` begins a line with YAML's indicator for such a key.
        let hasMark = start >= 2 && (unsafe bytes[start - 1]) == 0x20 && (unsafe bytes[start - 2]) == 0x3F
        if nodes[container.node].flags.contains(.flow), nodes[key].flags.contains(.flow), !hasMark {
          // `{{name}}` is one cause: what else the braces should hold is not reported.
          diagnostics.append(Feature.placeholder.diagnostic("", at: nodes[container.node].sourceRange))
          nodes[container.node].flags.insert(.truncated)
        } else {
          diagnostics.append(Feature.complexKey.diagnostic(hasMark ? "?" : "", at: nodes[key].sourceRange))
        }
      } else if nodes[key].textCount == 2, nodes[key].style == .plain,
        unsafe DuplicateKeys.text(nodes[key], arena, bytes).elementsEqual([0x3C, 0x3C])
      {
        removeAliasDiagnostic(within: nodes[Int(nodes[key].next)].sourceRange)
        diagnostics.append(Feature.mergeKey.diagnostic("<<", at: nodes[key].sourceRange))
        countFeature()
        if isRefused { break }
      }
      key = Int(nodes[Int(nodes[key].next)].next)
    }
    if container.children == 2 { unsafe setEntryText(of: container.node, bytes) }
  }

  private mutating func removeAliasDiagnostic(within range: SourceRange) {
    diagnostics.removeAll {
      $0.rule == .yamlFeature && $0.range.start >= range.start && $0.range.end <= range.end && !range.isEmpty
    }
  }

  /// Keeps `key: value` as text for a list item that was meant as text: the parent is a list, and both sides are
  /// scalars.
  private mutating func setEntryText(of index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parent = stack.last?.node, nodes[parent].kind == .sequence else { return }
    let key = nodes[index + 1]
    let value = nodes[index + 2]
    guard key.kind == .scalar, value.kind == .scalar else { return }
    nodes[index].flags.insert(.hasEntryText)
    nodes[index].flags.insert(.textInArena)
    nodes[index].textStart = UInt32(arena.count)
    unsafe arena.append(contentsOf: DuplicateKeys.text(key, arena, bytes))
    arena.append(0x3A)
    if value.textCount > 0 {
      arena.append(0x20)
      unsafe arena.append(contentsOf: DuplicateKeys.text(value, arena, bytes))
    }
    nodes[index].textCount = UInt32(arena.count) - nodes[index].textStart
  }
}

extension Node {
  /// The range in the source.
  var sourceRange: SourceRange { SourceRange(start: start, end: end) }
}
