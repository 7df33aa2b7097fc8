internal import Diagnostics

extension OutlineRepair {
  /// A colon to insert, or signs before a key to delete.
  func signs(_ shape: SlipContext.Shape) -> [Candidate] {
    var result: [Candidate] = []
    func add(_ repair: Repair, isSpecific: Bool = false) {
      result.append(
        Candidate(
          kind: .sign, line: shape.line, column: shape.bodyColumn, repair: repair, isSpecific: isSpecific))
    }
    var word = shape.body
    while context.bytes[word].isWordByte || context.bytes[word] == 0x2D { word += 1 }
    let name = context.string(shape.body..<word)
    if shape.key == nil, OutlineCheck.isID(name) {
      var rest = word
      while [0x20, 0x2C, 0x2E, 0x3B, 0x3D].contains(context.bytes[rest]) { rest += 1 }
      let answer = context.excerpt(rest..<shape.content.upperBound, limit: 60)
      let isAlone = rest >= shape.content.upperBound
      if rest > word || isAlone {
        add(
          Repair(
            at: shape.body..<word, "there is no colon after `\(name)`",
            help: "write `\(name):\(isAlone ? "" : " \(answer)")`",
            [Edit(SourceRange(word..<min(rest, shape.content.upperBound)), with: isAlone ? ":".utf8 : ": ".utf8)]),
          isSpecific: isUsedElsewhere(shape.body..<word))
      }
    }
    for repair in dashes(shape) { add(repair, isSpecific: true) }
    if let key = shape.key, context.bytes[key.upperBound - 1] == 0x3A, !key.isEmpty {
      let name = context.string(key.lowerBound..<key.upperBound - 1)
      add(
        Repair(
          at: key.lowerBound..<key.upperBound + 1, "there are two colons after `\(name)`", help: "write `\(name):`",
          [Edit(SourceRange(key.upperBound - 1..<key.upperBound), with: [])]))
    }
    if let prefix = prefix(of: shape) {
      let sign = context.string(prefix).split(separator: " ").joined(separator: " ")
      let keyName = self.keyName(at: prefix.upperBound)
      let isDash = sign.allSatisfy { $0 == "-" }
      let lines = isDash ? dashed(from: shape) : [shape]
      for (count, keepsColumn) in [(1, false), (lines.count, false), (1, true)] {
        guard count > 0, count == 1 || lines.count > 1 else { continue }
        if count == 1, !isDash, keepsColumn { continue }
        let edits = lines.prefix(count).compactMap { line in
          self.prefix(of: line).map {
            Edit(SourceRange($0), with: keepsColumn ? Array(repeating: 0x20, count: $0.count) : [])
          }
        }
        let last = lines.prefix(count).last?.line ?? shape.line
        let column = keepsColumn ? shape.bodyColumn : shape.indent
        add(
          Repair(
            at: shape.start..<prefix.upperBound,
            isDash
              ? "there is a dash before `\(keyName)`, which makes it an item of a list"
              : "there is `\(sign)` before the key `\(keyName)`",
            help: count > 1
              ? "delete the dash, and the space after it, on each line from here to line \(last + 1) that begins with a key"
              : keepsColumn
                ? "put a space in place of the dash" : "delete `\(sign)`, and put \(column) spaces before `\(keyName)`",
            edits))
      }
    }
    return result
  }

  /// A dash to insert before the first key of an item, which lacks its own: the other keys of the item are in the column of
  /// this key, or two spaces further right.
  private func dashes(_ shape: SlipContext.Shape) -> [Repair] {
    guard let key = shape.key, shape.dashes.isEmpty, context.vocabulary.outline.beginsItem(context.string(key)),
      let below = context.nextContentLine(after: shape.line).map({ context.shape(of: $0) }), below.key != nil,
      below.dashes.isEmpty, begins(shape, with: context.string(key))
    else { return [] }
    let name = context.excerpt(key)
    func repair(_ help: String, _ edit: Edit) -> Repair {
      Repair(
        at: key, "a dash is missing before `\(name)`, where an item of the list begins", help: help, [edit])
    }
    let start = shape.start
    var result: [Repair] = []
    if below.indent == shape.indent, shape.indent >= 2, context.bytes[start - 2..<start].allSatisfy({ $0 == 0x20 }) {
      result.append(
        repair(
          "put a dash and a space before `\(name)`, in place of the two spaces there",
          Edit(SourceRange(start - 2..<start), with: "- ".utf8)))
    }
    if below.indent == shape.indent + 2 {
      result.append(repair("put a dash and a space before `\(name)`", Edit(insert: "- ", at: start)))
    }
    return result
  }

  /// Whether a line can begin an item: it is the first below the key of the list, or the item above has the same key already.
  private func begins(_ shape: SlipContext.Shape, with name: String) -> Bool {
    var line = shape.line
    while let above = context.previousContentLine(before: line), shape.line - above < 60 {
      let other = context.shape(of: above)
      if let key = other.key {
        if context.string(key) == name { return other.bodyColumn <= shape.indent + 2 }
        if other.dashes.isEmpty, other.value.isEmpty, other.indent < shape.indent { return line == shape.line }
      }
      line = above
    }
    return false
  }

  /// Whether a word is also elsewhere in the file as a whole word, as the id of a campus is where somebody works there.
  private func isUsedElsewhere(_ word: Range<Int>) -> Bool {
    let text = Array(context.bytes[word])
    guard let first = text.first else { return false }
    var index = 0
    while index + text.count <= context.bytes.count {
      if context.bytes[index] == first, index != word.lowerBound,
        context.bytes[index..<index + text.count].elementsEqual(text),
        [0x5B, 0x20, 0x2C, 0x7B, 0x0A].contains(context.bytes[index - 1]),
        [0x5D, 0x2C, 0x7D, 0x3A, 0x0A, 0x0D].contains(context.bytes[index + text.count])
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func keyName(at start: Int) -> String {
    var end = start
    while context.bytes[end].isWordByte || context.bytes[end] == 0x2D { end += 1 }
    return context.string(start..<end)
  }

  /// What is written before a known key: a dash, a sign, something in brackets.
  private func prefix(of shape: SlipContext.Shape) -> Range<Int>? {
    var index = shape.start
    let end = min(shape.start + 24, shape.content.upperBound)
    while index < end {
      let before = index == shape.start ? 0x20 : context.bytes[index - 1]
      if context.bytes[index].isWordByte, !before.isWordByte, index > shape.start {
        let name = keyName(at: index)
        let colon = index + name.utf8.count
        if context.vocabulary.contains(name), context.bytes[colon] == 0x3A,
          [0x0A, 0x0D, 0x20].contains(context.bytes[colon + 1]), isSign(shape.start..<index)
        {
          return shape.start..<index
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether a text is not a word: signs, one letter or digit, or something in brackets.
  private func isSign(_ range: Range<Int>) -> Bool {
    let text = context.string(range).filter { $0 != " " }
    if text.hasPrefix("("), text.hasSuffix(")") || text.hasPrefix("["), text.hasSuffix("]") { return true }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return !text.isEmpty && words.count <= 1 && words.allSatisfy { $0.count <= 2 } && words.count < text.count
  }

  /// The lines in one column, from one line on, that have a dash before a known key.
  private func dashed(from first: SlipContext.Shape) -> [SlipContext.Shape] {
    var result = [first]
    var line = first.line + 1
    while line < context.lines.starts.count, line - first.line < 200 {
      let shape = context.shape(of: line)
      line += 1
      if shape.isBlank || shape.indent > first.indent { continue }
      guard shape.indent == first.indent else { break }
      guard prefix(of: shape).map({ context.string($0).allSatisfy { $0 == "-" || $0 == " " } }) == true else {
        continue
      }
      result.append(shape)
    }
    return result
  }
}
