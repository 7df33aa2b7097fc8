internal import Diagnostics

/// Finds the one small change after which the lines around a slip fit the format.
///
/// Each change that a person may have meant is tried on a copy of these lines, so a repair that is found is known to
/// work.
struct OutlineRepair {
  /// The kind of change; those that say most about what was meant come first.
  enum Kind: Int { case split, sign, column, drop }

  /// One change to try.
  struct Candidate {
    let kind: Kind
    let line: Int
    let column: Int
    let repair: Repair
    /// Whether the words themselves show what was meant.
    var isSpecific = false
    /// How far it departs from what was written.
    var cost: Int { repair.edits.count + (kind == .column ? 1 : 0) }
  }

  let context: SlipContext
  let window: OutlineWindow
  /// Whether YAML can read the lines as they are.
  let isSilent: Bool

  /// The repair of the first fault near some lines.
  ///
  /// If a repair that was found already is just as good, that one is used, and the result is nil.
  static func find(
    near lines: ClosedRange<Int>, _ context: SlipContext, rival: Repair? = nil, isSilent: Bool = false, work: inout Int
  ) -> Repair? {
    guard work > 0, !context.vocabulary.outline.isEmpty, let window = OutlineWindow(around: lines, context),
      let before = window.faults(after: [])
    else { return nil }
    let targets = before.filter { $0.line + window.first <= lines.upperBound + 1 }
    var rivalCount = Int.max
    var mayLose = false
    if let rival {
      let inside = window.inside(rival.edits)
      guard !inside.isEmpty, let left = window.faults(after: inside) else { return nil }
      rivalCount = left.count
      // Quotes and spaces turn consecutive lines into one text, whatever the lines are.
      mayLose =
        rival.edits.contains { $0.replacement.contains(0x22) || $0.replacement.contains(0x27) }
        || rival.edits.allSatisfy { edit in edit.replacement.allSatisfy { $0 == 0x20 } }
    }
    for target in targets.prefix(3) {
      guard
        let best = OutlineRepair(context: context, window: window, isSilent: isSilent)
          .best(for: target, of: before.count, work: &work)
      else { continue }
      let isBetter = best.left < rivalCount || mayLose && best.candidate.isSpecific && best.left <= rivalCount
      guard isBetter else { return nil }
      return best.candidate.repair.sure(best.isOnly)
    }
    return nil
  }

  /// The repair of the first line that YAML can read but for which the format has no place.
  static func find(in context: SlipContext, work: inout Int) -> Repair? {
    guard work > 0, !context.vocabulary.outline.isEmpty else { return nil }
    for fault in OutlineCheck.faults(of: context).prefix(6) {
      if let repair = find(near: fault.line...fault.line, context, isSilent: true, work: &work) {
        return repair
      }
    }
    return nil
  }

  private func best(
    for target: OutlineCheck.Fault, of count: Int, work: inout Int
  ) -> (candidate: Candidate, left: Int, isOnly: Bool)? {
    var found: [(candidate: Candidate, left: Int, rank: [Int])] = []
    for candidate in candidates(for: target).prefix(90) {
      work -= window.cost
      // An incomplete search has no answer, because the best one may be among the rest.
      guard work >= 0 else { return nil }
      guard let left = window.faults(after: candidate.repair.edits), left.count < count,
        left.first.map({ $0.line > target.line }) ?? true
      else { continue }
      // A line with a key is removed only if it causes more than its own fault.
      let shape = context.shape(of: candidate.line)
      if candidate.kind == .drop, isSilent || shape.key != nil, left.count + 1 >= count { continue }
      // The reader of agreements reports a misplaced item by what its list takes.
      let isItem = !shape.dashes.isEmpty && shape.key.map { !OutlineCheck.isID(context.string($0)) } ?? true
      if isSilent, isItem, candidate.kind != .split { continue }
      let rank = [
        left.count, candidate.kind.rawValue, candidate.cost, abs(candidate.line - target.line - window.first),
        abs(candidate.column - shape.indent),
      ]
      found.append((candidate, left.count, rank))
    }
    guard let best = found.min(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) else { return nil }
    let rivals = found.filter {
      $0.left == best.left && $0.candidate.kind != .drop
        && ($0.candidate.line != best.candidate.line || $0.candidate.column != best.candidate.column)
    }
    return (best.candidate, best.left, best.candidate.kind == .split || rivals.isEmpty)
  }

  /// The changes that may have been meant, for a line, the line above it and the first line of its block.
  private func candidates(for target: OutlineCheck.Fault) -> [Candidate] {
    let line = target.line + window.first
    var lines = [line]
    if let above = context.previousContentLine(before: line), above >= window.first { lines.append(above) }
    let block = target.block + window.first
    if !lines.contains(block), block > window.first { lines.append(block) }
    let near = lines.prefix(2)
    return near.flatMap { splits(context.shape(of: $0)) } + near.flatMap { signs(context.shape(of: $0)) }
      + lines.flatMap { columns(context.shape(of: $0)) } + near.flatMap { drops(context.shape(of: $0)) }
  }

  // MARK: - Two keys on one line

  private func splits(_ shape: SlipContext.Shape) -> [Candidate] {
    var result: [Candidate] = []
    let keys = keys(inside: shape)
    if let nest = nest(keys, shape) { result.append(nest) }
    for word in keys {
      var end = word.lowerBound
      while end > shape.body, [0x09, 0x20, 0x2C, 0x3B].contains(context.bytes[end - 1]) { end -= 1 }
      guard end > shape.body else { continue }
      let state = window.state(before: shape.line + 1)
      var columns = state.blocks.filter { !$0.isList }.map { (column: $0.column, first: $0.first + window.first) }
      if context.bytes[end - 1] == 0x3A { columns = [(shape.bodyColumn + 2, shape.line)] }
      for (column, first) in columns {
        let name = context.string(word)
        let model = context.shape(of: first)
        let place =
          column == 0
          ? "start `\(name)` at the left edge"
          : context.bytes[end - 1] == 0x3A || model.key == nil
            ? "put \(column) spaces before `\(name)`"
            : "start `\(name)` in the same column as `\(context.excerpt(model.key ?? word))`"
              + (first == shape.line ? "" : " on line \(first + 1)")
        let lead = context.string(shape.body..<end)
        let repair = Repair(
          at: word, "`\(name)` begins a second key on this line",
          help: "press Enter \(lead.utf8.count <= 70 ? "after `\(lead)`" : "before it"), and \(place)",
          [Edit(SourceRange(end..<word.lowerBound), with: ("\n" + String(repeating: " ", count: column)).utf8)])
        result.append(
          Candidate(kind: .split, line: shape.line, column: column, repair: repair, isSpecific: true))
      }
    }
    return result
  }

  /// Nested keys that are all on one line: `budget: open: until: 2026-10-01`.
  private func nest(_ keys: [Range<Int>], _ shape: SlipContext.Shape) -> Candidate? {
    guard keys.count > 1, keys.count < 4, shape.key != nil, keys.first?.lowerBound == shape.value.lowerBound else {
      return nil
    }
    var edits: [Edit] = []
    var lines = [String(repeating: " ", count: shape.bodyColumn) + context.string(shape.body..<shape.value.lowerBound)]
    var column = shape.bodyColumn
    for (place, key) in keys.enumerated() {
      var end = key.lowerBound
      while context.bytes[end - 1] == 0x20 { end -= 1 }
      guard context.bytes[end - 1] == 0x3A else { return nil }
      column += 2
      let indent = String(repeating: " ", count: column)
      edits.append(Edit(SourceRange(end..<key.lowerBound), with: ("\n" + indent).utf8))
      let last = place + 1 < keys.count ? keys[place + 1].lowerBound : shape.value.upperBound
      lines.append(indent + context.excerpt(key.lowerBound..<last, limit: 70))
    }
    let shown = lines.map { $0.last == " " ? String($0.dropLast()) : $0 }.joined(separator: "\n")
    return Candidate(
      kind: .split, line: shape.line, column: column,
      repair: Repair(
        at: shape.value, "there are \(keys.count + 1) keys on this line",
        help: "write each on a line of its own:\n\(shown)",
        edits), isSpecific: true)
  }

  /// The first few words before a colon that do not start the line. Nobody writes more keys than these on one line by
  /// mistake.
  private func keys(inside shape: SlipContext.Shape) -> [Range<Int>] {
    var result: [Range<Int>] = []
    if let first = shape.value.first, [0x22, 0x27, 0x5B, 0x7B].contains(context.bytes[first]) {
      // After a list in brackets another key may follow.
      guard context.bytes[first] == 0x5B || context.bytes[first] == 0x7B else { return [] }
    }
    var index = shape.body
    while index < shape.content.upperBound, result.count < 6 {
      guard context.bytes[index] == 0x3A, [0x0A, 0x0D, 0x20].contains(context.bytes[index + 1]) else {
        index += 1
        continue
      }
      var word = index
      while word > shape.body, context.bytes[word - 1].isWordByte || context.bytes[word - 1] == 0x2D { word -= 1 }
      let name = context.string(word..<index)
      if word > shape.body, [0x09, 0x20, 0x2C, 0x3B, 0x3A].contains(context.bytes[word - 1]),
        OutlineCheck.isID(name), !isPartOfSentence(shape.body..<word)
      {
        result.append(word..<index)
      }
      index += 1
    }
    return result
  }

  /// Whether a text ends with a word after which no new key begins: "We talked, and".
  ///
  /// Only its end is checked, because a line may have any number of colons, each with all the text before it.
  private func isPartOfSentence(_ lead: Range<Int>) -> Bool {
    func divides(_ place: Int) -> Bool { context.bytes[place] == 0x20 || context.bytes[place] == 0x2C }
    var end = lead.upperBound
    while end > lead.lowerBound, divides(end - 1) { end -= 1 }
    var start = end
    while start > lead.lowerBound, !divides(start - 1) {
      start -= 1
      guard end - start <= Self.longestConnecting else { return false }
    }
    return start > lead.lowerBound && Self.connecting.contains(context.string(start..<end))
  }

  private static let connecting: Set<String> = [
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "his", "her", "how", "in", "is", "its", "of", "on", "or",
    "our", "that", "the", "their", "this", "to", "what", "when", "who", "with", "your",
  ]
  private static let longestConnecting = connecting.map(\.utf8.count).max() ?? 0

  // MARK: - Lines that belong nowhere

  private func drops(_ shape: SlipContext.Shape) -> [Candidate] {
    guard !shape.isBlank, shape.key.map({ !OutlineCheck.isID(context.string($0)) }) ?? true else { return [] }
    let repair =
      DashedEntry.find(shape, context) ?? Mistake.pageNumber(shape, context)
      ?? Repair(
        at: shape.start..<shape.content.upperBound, "this line does not belong to anything here",
        help: "delete the line, or begin it with `# ` to keep it as a note",
        [Edit(insert: "# ", at: shape.content.lowerBound)])
    return [Candidate(kind: .drop, line: shape.line, column: 0, repair: repair)]
  }
}
