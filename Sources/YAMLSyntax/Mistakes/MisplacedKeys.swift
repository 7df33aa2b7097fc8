internal import Diagnostics

/// Keys at the left edge that belong under the key above them: sections of topics, topics, the ids of campuses.
///
/// YAML accepts most of them, and it notices the others only many lines further down, so that one slip looks like many.
enum MisplacedKeys {
  /// The columns of the lines under one key at the left edge, as far as they are known.
  private struct Columns {
    var child: Int?
    var topic: Int?
  }

  /// A line that moves to the right.
  private struct Move {
    let line: Int
    let spaces: Int
    /// The key, if it was at the left edge.
    let key: String?
  }

  /// The first group of lines that is too far left.
  ///
  /// In a file that YAML can read, what follows a key without a value is left to the reader of agreements.
  static func find(_ context: SlipContext, afterFailure: Bool) -> Repair? {
    guard !context.vocabulary.children.isEmpty else { return nil }
    var top: (key: String, line: Int)?
    var columns = Columns()
    var seen: Set<String> = []
    for line in context.lines.starts.indices {
      let shape = context.shape(of: line)
      guard !shape.isBlank, context.bytes[shape.start] != 0x23 else { continue }
      if shape.indent > 0 {
        guard let top else { continue }
        if afterFailure, columns.child == nil, let repair = missingSection(shape, under: top.key, context) {
          return repair
        }
        note(shape, under: top.key, &columns, context)
        continue
      }
      guard shape.dashes.isEmpty, let key = shape.key else { continue }
      let name = context.string(key)
      if context.vocabulary.topLevelKeys.contains(name) || name.hasPrefix("x-") {
        // A repeated key between lines that are further right belongs among them.
        let isSecond = !seen.insert(name).inserted
        if afterFailure, isSecond, let top, let repair = outlier(shape, under: top.key, context), repair.isSure {
          return repair
        }
        top = shape.value.isEmpty ? (name, line) : nil
        columns = Columns()
      } else if let holder = top {
        guard afterFailure || columns.child != nil else {
          top = nil
          continue
        }
        let level = level(of: shape, under: holder.key, columns, context)
        if holder.key != "topics" || level == nil {
          let isID = context.bytes[key].allSatisfy { $0 == 0x2D || $0.isWordByte && !(0x41...0x5A).contains($0) }
          let isKnown = context.vocabulary.contains(name) || isID && mayBeID(shape, under: holder.key, context)
          if isKnown, let repair = outlier(shape, under: holder.key, context) { return repair }
        }
        guard level != nil else { continue }
        return repair(from: line, under: holder.key, usual(below: holder.line, under: holder.key, context), context)
      }
    }
    return nil
  }

  /// Remembers the column of the keys under a key.
  private static func note(
    _ shape: SlipContext.Shape, under top: String, _ columns: inout Columns, _ context: SlipContext
  ) {
    guard let key = shape.key else { return columns.child = columns.child ?? shape.indent }
    let name = context.string(key)
    if top == "topics", context.vocabulary.sections[name] != nil, columns.child != nil {
      columns.topic = columns.topic ?? shape.indent
    } else {
      columns.child = columns.child ?? shape.indent
    }
  }

  /// A single line at the left edge between lines that are further right, which show where it belongs.
  private static func outlier(_ shape: SlipContext.Shape, under top: String, _ context: SlipContext) -> Repair? {
    guard let key = shape.key,
      let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) }),
      above.key != nil, above.indent > 0 || above.value.isEmpty
    else { return nil }
    let below = context.nextContentLine(after: shape.line).map { context.shape(of: $0) }
    // Several lines at the left edge are a whole block that slipped.
    if let below, below.indent == 0,
      below.key.map({ !context.vocabulary.topLevelKeys.contains(context.string($0)) }) ?? true
    {
      return nil
    }
    let column: Int
    let isSure: Bool
    if shape.value.isEmpty {
      // Its own lines are below it, and it has to start further left than they do.
      guard let below, below.indent > 0,
        let open = context.openColumns(above: shape.line).first(where: { !$0.isDash && $0.column < below.indent }),
        open.column > 0
      else { return nil }
      column = open.column
      isSure = true
    } else {
      column = above.value.isEmpty ? above.bodyColumn + 2 : above.bodyColumn
      isSure = below.map { $0.indent == column && $0.dashes.isEmpty } ?? false
    }
    let name = context.string(key)
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "`\(name)` starts at the left edge, but it belongs under `\(top)`", help: "put \(column) spaces before it",
      [Edit(insert: String(repeating: " ", count: column), at: shape.content.lowerBound)]
    ).sure(isSure)
  }

  /// The columns of most of the lines under a key at the left edge.
  private static func usual(below line: Int, under top: String, _ context: SlipContext) -> Columns {
    var children: [Int: Int] = [:]
    var topics: [Int: Int] = [:]
    for line in line + 1..<context.lines.starts.count {
      let shape = context.shape(of: line)
      guard !shape.isBlank, shape.dashes.isEmpty, context.bytes[shape.start] != 0x23, let key = shape.key else {
        continue
      }
      let name = context.string(key)
      if shape.indent == 0 {
        if context.vocabulary.topLevelKeys.contains(name) { break }
      } else if top == "topics", context.vocabulary.sections[name] != nil {
        topics[shape.indent, default: 0] += 1
      } else if context.vocabulary.children[top]?.contains(name) == true {
        children[shape.indent, default: 0] += 1
      }
    }
    func most(_ counts: [Int: Int], over least: Int) -> Int? {
      counts.filter { $0.key > least }.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
    let child = most(children, over: 0)
    return Columns(child: child, topic: most(topics, over: child ?? 2))
  }

  /// How many levels below the key above a key at the left edge belongs; nil if nobody can tell.
  private static func level(of shape: SlipContext.Shape, under top: String, _ columns: Columns, _ context: SlipContext)
    -> Int?
  {
    let name = shape.key.map { context.string($0) } ?? ""
    if context.vocabulary.children[top]?.contains(name) == true { return 1 }
    if top == "topics", context.vocabulary.sections[name] != nil { return 2 }
    return columns.child == nil && mayBeID(shape, under: top, context) ? 1 : nil
  }

  /// Whether a line can be an entry under a key whose own keys people choose: a person has lines below the id, or
  /// braces after it.
  private static func mayBeID(_ shape: SlipContext.Shape, under top: String, _ context: SlipContext) -> Bool {
    guard context.vocabulary.openKeys.contains(top) else { return false }
    return !context.vocabulary.openBlocks.contains(top) || shape.value.first.map { context.bytes[$0] == 0x7B } ?? true
  }

  private static func repair(from first: Int, under top: String, _ columns: Columns, _ context: SlipContext) -> Repair?
  {
    var moves: [Move] = []
    var shift: Int?
    var target = 0
    for line in first..<context.lines.starts.count {
      let shape = context.shape(of: line)
      if shape.isBlank { continue }
      let isComment = context.bytes[shape.start] == 0x23
      let name = isComment ? nil : shape.key.map { context.string($0) }
      if shape.indent == 0, !isComment {
        guard let name, shape.dashes.isEmpty, !context.vocabulary.topLevelKeys.contains(name), !name.hasPrefix("x-"),
          let level = level(of: shape, under: top, line == first ? columns : Columns(), context)
        else { break }
        let child = columns.child ?? 2
        target = level == 1 ? child : columns.topic ?? child + 2
        moves.append(Move(line: line, spaces: target, key: name))
        shift = nil
        continue
      }
      if let name, isInPlace(name, at: shape.indent, under: top, columns, context) {
        shift = 0
      } else if shift == nil, !isComment {
        // What is further right than its key will be is in the right place.
        shift = shape.indent > target ? 0 : target
      }
      if let shift, shift > 0 { moves.append(Move(line: line, spaces: shift, key: nil)) }
    }
    guard let last = moves.last else { return nil }
    let edits = moves.map {
      Edit(insert: String(repeating: " ", count: $0.spaces), at: context.lines.starts[$0.line])
    }
    let shape = context.shape(of: first)
    return Repair(
      at: shape.start..<shape.content.upperBound, message(moves, top: top, context),
      help: help(moves, first: first, last: last.line, context), edits)
  }

  /// Whether a key is in the same column as its peers.
  private static func isInPlace(
    _ name: String, at column: Int, under top: String, _ columns: Columns, _ context: SlipContext
  ) -> Bool {
    if context.vocabulary.children[top]?.contains(name) == true { return columns.child == column }
    return top == "topics" && context.vocabulary.sections[name] != nil && columns.topic == column
  }

  private static func message(_ moves: [Move], top: String, _ context: SlipContext) -> String {
    let key = moves.first?.key ?? ""
    let top =
      moves.contains { $0.key.map { context.vocabulary.sections[$0] == nil } ?? false }
      ? top : context.vocabulary.sections[key] ?? top
    return moves.count == 1
      ? "`\(key)` starts at the left edge, but it belongs under `\(top)`"
      : "`\(key)` and \(moves.count == 2 ? "one more line" : "\(moves.count - 1) more lines") belong under `\(top)`, but they start too far to the left"
  }

  private static func help(_ moves: [Move], first: Int, last: Int, _ context: SlipContext) -> String {
    guard let spaces = moves.first?.spaces else { return "" }
    if moves.count == 1 { return "put \(spaces) spaces before it" }
    let blank = (first...last).count { context.shape(of: $0).isBlank }
    if moves.allSatisfy({ $0.spaces == spaces }), moves.count + blank == last - first + 1 {
      return "put \(spaces) spaces before each line, from here to line \(last + 1)"
    }
    let parts = Dictionary(grouping: moves, by: \.spaces).sorted { $0.key < $1.key }
      .map { spaces, moves in
        let shown = moves.prefix(12).map { "\($0.line + 1)" }
        let rest = moves.count > shown.count ? ["\(moves.count - shown.count) more"] : []
        let all = shown + rest
        let list = all.count == 1 ? all[0] : all.dropLast().joined(separator: ", ") + " and " + (all.last ?? "")
        return "\(spaces) spaces before \(moves.count == 1 ? "line" : "lines") \(list)"
      }
    return "put " + parts.joined(separator: ", and ")
  }

  /// A topic where a section is required, because the line with the section's name was left out.
  private static func missingSection(_ shape: SlipContext.Shape, under top: String, _ context: SlipContext) -> Repair? {
    guard top == "topics", shape.dashes.isEmpty, shape.indent > 2, let key = shape.key,
      let section = context.vocabulary.sections[context.string(key)]
    else { return nil }
    return Repair(
      at: key, "`\(context.string(key))` belongs to the section `\(section)`, whose line is missing",
      help: "write `\(section):` on a line of its own above it, with two spaces before it",
      [Edit(insert: "  \(section):\n", at: shape.content.lowerBound)])
  }
}

extension Mistake {
  /// Sections or topics at the left edge, which YAML notices only further down.
  static let misplacedKeys = Mistake("misplaced-keys") { _, context in MisplacedKeys.find(context, afterFailure: true) }
}
