internal import Diagnostics

extension Mistake {
  /// A tab where YAML requires spaces.
  static let tab = Mistake("tab") { failure, context in
    let shape = context.shape(at: failure.problemOffset)
    if let repair = onEmptyLine(shape, context) { return repair }
    let head = shape.content.lowerBound..<shape.body
    guard let tab = head.first(where: { context.bytes[$0] == 0x09 }),
      failure.says("cannot start any token") || failure.says("tab") || failure.lacksColon || failure.breaksBlock
        || failure.says("not allowed in this context")
    else { return nil }
    if tab >= shape.start {
      return Repair(
        at: tab..<tab + 1, "there is a tab after the dash, where only a space can be",
        help: "delete it and type one space", [Edit(SourceRange(tab..<tab + 1), with: [0x20])])
    }
    // The lines around it that begin with tabs have the same cause.
    var first = shape.line
    while first > 0, hasTab(context.shape(of: first - 1), context) { first -= 1 }
    var last = shape.line
    while last + 1 < context.lines.starts.count, hasTab(context.shape(of: last + 1), context) { last += 1 }
    let base = context.shape(of: first)
    let column = column(for: base, context)
    let width = max(1, tabWidth(of: base, context))
    var edits: [Edit] = []
    for line in first...last {
      let shape = context.shape(of: line)
      let levels = tabWidth(of: shape, context) - width
      let spaces = max(0, column + 2 * levels)
      edits.append(
        Edit(SourceRange(shape.content.lowerBound..<shape.start), with: Array(repeating: 0x20, count: spaces)))
      if edits.count > 2000 { break }
    }
    let start = context.shape(of: first)
    let more =
      last == first ? "" : last - first == 1 ? ", and so does the next one" : ", and so do the next \(last - first)"
    return Repair(
      at: start.content.lowerBound..<start.start, "this line begins with a tab\(more); only spaces can go there",
      help: last == first
        ? "delete what is before the text, and type \(column == 1 ? "one space" : "\(column) spaces") there"
        : "replace the tabs with spaces: \(column) before the first line, and two more for each extra tab on a line",
      edits)
  }

  /// A line that looks empty but has a tab on it, and all others like it.
  private static func onEmptyLine(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    func blank(_ line: Int) -> Range<Int>? {
      let content = context.content(of: line)
      return context.bytes[content].contains(0x09) && context.bytes[content].allSatisfy { $0 == 0x09 || $0 == 0x20 }
        ? content : nil
    }
    guard let content = blank(shape.line) else { return nil }
    let all = context.lines.starts.indices.compactMap(blank)
    let more = all.count == 1 ? "" : ", and \(all.count == 2 ? "one more" : "\(all.count - 1) more") like it"
    return Repair(
      at: content, "this line looks empty, but there is a tab on it\(more)",
      help: all.count == 1 ? "delete the tab" : "delete the tab on each of them",
      all.map { Edit(SourceRange($0), with: []) })
  }

  private static func hasTab(_ shape: SlipContext.Shape, _ context: SlipContext) -> Bool {
    !shape.isBlank && context.bytes[shape.content.lowerBound..<shape.start].contains(0x09)
  }

  /// The number of tabs that begin a line, counting two spaces as one.
  private static func tabWidth(of shape: SlipContext.Shape, _ context: SlipContext) -> Int {
    let head = context.bytes[shape.content.lowerBound..<shape.start]
    return head.count { $0 == 0x09 } + head.count { $0 == 0x20 } / 2
  }

  /// The column in which the line should begin, judging by the line above.
  private static func column(for shape: SlipContext.Shape, _ context: SlipContext) -> Int {
    guard let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) }) else { return 0 }
    if above.key != nil, above.value.isEmpty { return above.bodyColumn + 2 }
    // A key with lines below it starts further left than they do.
    if shape.key != nil, shape.dashes.isEmpty, shape.value.isEmpty,
      let below = context.nextContentLine(after: shape.line).map({ context.shape(of: $0) }), below.dashes.isEmpty,
      !hasTab(below, context),
      let open = context.openColumns(above: shape.line).first(where: { !$0.isDash && $0.column < below.indent })
    {
      return open.column
    }
    if shape.dashes.isEmpty == above.dashes.isEmpty { return above.indent }
    // After a list item comes another key of the item, or of a level above.
    guard shape.dashes.isEmpty, above.key == nil else { return above.bodyColumn }
    return context.openColumns(above: shape.line).first { !$0.isDash }?.column ?? above.indent
  }
}
