internal import Diagnostics

extension Mistake {
  /// A dash at the start of a list item without a space after it.
  static let missingSpaceAfterDash = Mistake("missing-space-after-dash") { failure, context in
    guard failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed") else {
      return nil
    }
    let line = context.lines.line(at: failure.origin)
    for candidate in [line, context.lines.line(at: failure.problemOffset), context.previousContentLine(before: line)]
      .compactMap({ $0 })
    {
      guard let repair = MarkedList.bullets(context.shape(of: candidate), context) else { continue }
      return repair
    }
    return nil
  }

  /// A key, a colon, and the answer right after it.
  static let missingSpaceAfterColon = Mistake("missing-space-after-colon") { failure, context in
    guard failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed") else {
      return nil
    }
    let line = context.lines.line(at: failure.origin)
    // With more keys below, libyaml notices only at the next colon.
    for candidate in [line, context.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = context.shape(of: candidate)
      if let repair = SilentSlip.missingSpace(shape, context) ?? quotedKey(shape, context) { return repair }
      if failure.lacksColon, candidate == line, let colon = siblingColon(shape, context) {
        return SilentSlip.missingSpace(shape, colon: colon, context)
      }
    }
    return nil
  }

  /// `"id":lakeview`, where the space after a quoted key is missing, as programs write it.
  private static func quotedKey(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    let mark = context.bytes[shape.body]
    guard mark == 0x22 || mark == 0x27,
      let close = context.bytes[shape.body + 1..<shape.content.upperBound].firstIndex(of: mark),
      context.bytes[close + 1] == 0x3A, close + 2 < shape.content.upperBound,
      context.vocabulary.contains(context.string(shape.body + 1..<close))
    else { return nil }
    return SilentSlip.missingSpace(shape, colon: close + 1, context)
  }

  /// The colon after a word aligned with keys, such as the id of a campus.
  private static func siblingColon(_ shape: SlipContext.Shape, _ context: SlipContext) -> Int? {
    var colon = shape.body
    while colon < shape.content.upperBound, context.bytes[colon].isWordByte || context.bytes[colon] == 0x2D {
      colon += 1
    }
    guard colon > shape.body, colon + 1 < shape.content.upperBound, context.bytes[colon] == 0x3A,
      context.bytes[colon + 1].isWordByte
    else { return nil }
    let neighbors = [context.previousContentLine(before: shape.line), context.nextContentLine(after: shape.line)]
    let isKey = neighbors.compactMap { $0 }.map { context.shape(of: $0) }.contains {
      $0.key != nil && $0.bodyColumn == shape.bodyColumn
    }
    return isKey ? colon : nil
  }

  /// `name = Alder`, `name; Alder` or `name – Alder`.
  static let otherSeparator = Mistake("other-separator") { failure, context in
    guard failure.lacksColon || failure.says("mapping values are not allowed") else { return nil }
    let line = context.lines.line(at: failure.origin)
    for candidate in [line, context.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = context.shape(of: candidate)
      guard shape.key == nil, let word = firstWord(of: shape, context),
        context.vocabulary.contains(context.string(word))
      else { continue }
      var index = word.upperBound
      while index < shape.content.upperBound, context.bytes[index] == 0x20 { index += 1 }
      let rest = String(decoding: context.bytes[index..<shape.content.upperBound], as: UTF8.self)
      guard let sign = rest.unicodeScalars.first, "=;–—：,-".unicodeScalars.contains(sign) else { continue }
      let end = index + UTF8.encode(sign).map(\.count).or(1)
      return Repair(
        at: word.lowerBound..<end, "after a key comes a colon and a space, not `\(sign)`",
        help: "write `\(context.string(word)): …`", [Edit(SourceRange(word.upperBound..<end), with: ": ".utf8)])
    }
    return nil
  }

  /// A key without its colon.
  static let missingColon = Mistake("missing-colon") { failure, context in
    guard failure.lacksColon || failure.says("mapping values are not allowed") else { return nil }
    let line = context.lines.line(at: failure.origin)
    for candidate in [line, context.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = context.shape(of: candidate)
      guard shape.key == nil, let word = firstWord(of: shape, context) else { continue }
      let isAlone = word.upperBound == shape.value.upperBound
      let next = context.nextContentLine(after: candidate).map { context.shape(of: $0) }
      let opensBlock =
        isAlone
        && (next.map { $0.indent > shape.bodyColumn || !$0.dashes.isEmpty && $0.indent >= shape.bodyColumn } ?? false)
      // A tab comes from two columns of a table.
      let isKnown =
        context.vocabulary.contains(context.string(word))
        && (isAlone || [0x09, 0x20].contains(context.bytes[word.upperBound]))
      var end = word.upperBound
      while !isAlone, [0x09, 0x20].contains(context.bytes[end]) { end += 1 }
      let hasTab = context.bytes[word.upperBound..<end].contains(0x09)
      guard opensBlock || isKnown, candidate == line || opensBlock || isKnown && next?.line == line else { continue }
      // A sentence may begin with a word of the format; a key is written in lower case.
      guard context.bytes[word.lowerBound] >= 0x61 else { continue }
      return Repair(
        at: word, "there is no colon after `\(context.string(word))`",
        help: "write `\(context.string(word)):`\(isAlone ? "" : " and a space before the answer")",
        hasTab
          ? [Edit(SourceRange(word.upperBound..<end), with: ": ".utf8)] : [Edit(insert: ":", at: word.upperBound)])
    }
    return nil
  }

  private static func firstWord(of shape: SlipContext.Shape, _ context: SlipContext) -> Range<Int>? {
    var end = shape.body
    while end < shape.content.upperBound, context.bytes[end].isWordByte || context.bytes[end] == 0x2D { end += 1 }
    return end > shape.body ? shape.body..<end : nil
  }

  /// A text on the line of a key that has keys below it.
  static let textOnHeading = Mistake("text-on-heading") { failure, context in
    guard failure.says("mapping values are not allowed") || failure.breaksBlock else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    let isListAfterText =
      failure.problemOffset + 1 >= shape.content.upperBound && shape.value.isEmpty == false && shape.key != nil
    let heading =
      isListAfterText ? shape : context.previousContentLine(before: shape.line).map { context.shape(of: $0) }
    if isListAfterText, let repair = SecondKey.find(shape, colon: failure.problemOffset, context) { return repair }
    guard let heading, let key = heading.key, let first = heading.value.first else { return nil }
    let below = isListAfterText ? context.nextContentLine(after: shape.line).map { context.shape(of: $0) } : shape
    guard let below, below.indent > heading.bodyColumn else { return nil }
    if isListAfterText {
      guard !below.dashes.isEmpty else { return nil }
    } else {
      guard context.vocabulary.containerKeys.contains(context.string(key)), below.key != nil,
        ![0x22, 0x27, 0x5B, 0x7B, 0x7C, 0x3E].contains(context.bytes[first])
      else { return nil }
    }
    return Repair(
      at: heading.value, "`\(context.excerpt(key))` takes the lines below it, so there can be no text after its colon",
      help: isListAfterText
        ? "give the text a line and a dash of its own, with quotation marks around it: `- \(context.quoted(heading.value))`; or delete it"
        : "delete the text, or write it as the answer to a topic below",
      [Edit(insert: "# ", at: heading.value.lowerBound)])
  }

  /// A colon and a space inside an answer, or a key that starts too far to the right below an answer.
  static let colonInAnswer = Mistake("colon-in-answer") { failure, context in
    guard failure.says("mapping values are not allowed") else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    let startsLine = shape.key?.upperBound == failure.problemOffset && shape.dashes.isEmpty
    if startsLine, let key = shape.key,
      let above = context.previousContentLine(before: shape.line).map({ context.shape(of: $0) })
    {
      if isKeyWord(key, context) {
        return tooDeep(shape, key: key, above: above, context)
      }
      let start = scalarStart(of: shape, context)
      guard start.line != shape.line, !start.value.isEmpty else { return nil }
      let value = start.value.lowerBound..<max(shape.value.upperBound, context.extent(of: start).upperBound)
      var repair = quoteRepair(value, at: SourceRange(value), context)
      repair.diagnostic.notes = [Note(at: SourceRange(key.upperBound..<key.upperBound + 1), "the colon is here")]
      return repair
    }
    var value = context.extent(of: shape)
    if !value.contains(failure.problemOffset) {
      value = value.lowerBound..<max(value.upperBound, shape.content.upperBound)
    }
    // The whole line is a key with more characters than YAML allows.
    if startsLine || shape.key?.upperBound == failure.problemOffset { value = shape.body..<shape.content.upperBound }
    guard !value.isEmpty, value.contains(failure.problemOffset) else { return nil }
    if let repair = spaceInTime(shape, colon: failure.problemOffset, context) { return repair }
    if let repair = SecondKey.find(shape, colon: failure.problemOffset, context) { return repair }
    return quoteRepair(value, at: SourceRange(value), context)
  }

  /// `at: 3: 30 pm`.
  private static func spaceInTime(_ shape: SlipContext.Shape, colon: Int, _ context: SlipContext) -> Repair? {
    func isDigit(_ place: Int) -> Bool { (0x30...0x39).contains(context.bytes[place]) }
    let hour = shape.value.lowerBound..<colon
    guard !hour.isEmpty, hour.count <= 2, hour.allSatisfy(isDigit), isDigit(colon + 2), isDigit(colon + 3),
      !isDigit(colon + 4)
    else { return nil }
    return Repair(
      at: shape.value, "there is a space inside this time",
      help: "write `\(context.string(hour)):\(context.string(colon + 2..<colon + 4))`",
      [Edit(SourceRange(colon + 1..<colon + 2), with: [])])
  }

  private static func quoteRepair(_ value: Range<Int>, at range: SourceRange, _ context: SlipContext) -> Repair {
    let isShort = !context.bytes[value].contains(0x0A) && value.count <= 70
    return Repair(
      Diagnostic(
        .yamlSyntax, at: range, "this answer contains a colon followed by a space, so YAML reads it as a new key",
        help: isShort
          ? "put the answer in quotes: \(context.quoted(value))"
          : "put \(context.quotationMark(for: value)) before and after the answer"),
      context.quote(value))
  }

  private static func isKeyWord(_ key: Range<Int>, _ context: SlipContext) -> Bool {
    let text = context.bytes[key]
    return context.vocabulary.contains(context.string(key))
      || text.allSatisfy { $0.isWordByte || $0 == 0x2D } && text.first.map { $0 >= 0x61 } == true
  }

  /// The line on which the text that continues here began.
  private static func scalarStart(of shape: SlipContext.Shape, _ context: SlipContext) -> SlipContext.Shape {
    var current = shape
    while let line = context.previousContentLine(before: current.line) {
      let above = context.shape(of: line)
      if above.key != nil || !above.dashes.isEmpty { return above }
      current = above
    }
    return current
  }

  /// A key above, in the same column, that is missing its colon, so that its list became one text.
  private static func keyWithoutColon(above shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    var line = shape.line
    while let place = context.previousContentLine(before: line), shape.line - place < 200 {
      let above = context.shape(of: place)
      line = place
      if above.indent > shape.indent { continue }
      guard above.indent == shape.indent, above.key == nil, above.dashes.isEmpty,
        context.vocabulary.contains(context.string(above.value))
      else { return nil }
      let key = context.string(above.value)
      return Repair(
        at: above.value, "there is no colon after `\(key)`", help: "write `\(key):`",
        [Edit(insert: ":", at: above.value.upperBound)])
    }
    return nil
  }

  private static func tooDeep(
    _ shape: SlipContext.Shape, key: Range<Int>, above: SlipContext.Shape, _ context: SlipContext
  ) -> Repair? {
    if let repair = keyWithoutColon(above: shape, context) { return repair }
    let start = above.key == nil && above.dashes.isEmpty ? scalarStart(of: above, context) : above
    if start.key == nil, start.dashes.isEmpty || start.value.isEmpty {
      return strayLine(start, context)
    }
    if above.key == nil, above.dashes.isEmpty, start.value.isEmpty { return strayLine(above, context) }
    if let repair = strayKey(start, context) { return repair }
    if let repair = blameFirst(start, next: shape, context) { return repair }
    let column =
      start.key == nil ? context.openColumns(above: shape.line).first { !$0.isDash }?.column ?? 0 : start.bodyColumn
    guard shape.indent != column else { return nil }
    return indentation(shape, to: column, like: start, context)
  }

  /// A line at the left edge that looks like a key but continues the answer above: `Goal: more talk`.
  private static func strayKey(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard let key = shape.key, shape.indent == 0, shape.dashes.isEmpty,
      !context.vocabulary.contains(context.string(key)),
      !context.string(key).hasPrefix("x-"), let line = context.previousContentLine(before: shape.line)
    else { return nil }
    let above = context.shape(of: line)
    guard above.indent > 0, let first = above.value.first,
      ![0x22, 0x27, 0x5B, 0x7B, 0x7C, 0x3E].contains(context.bytes[first])
    else { return nil }
    let column = above.bodyColumn + 2
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "this line starts at the left edge, so it is not part of the answer above",
      help:
        "delete the line, or begin it with `# `, if it is a note; if the answer goes on here, put \(column) spaces before it and \(context.quotationMark(for: first..<shape.content.upperBound)) before and after the whole answer",
      [
        Edit(insert: "\"", at: first),
        Edit(insert: String(repeating: " ", count: column), at: shape.content.lowerBound),
        Edit(insert: "\"", at: shape.content.upperBound),
      ]
    ).asGuess
  }
}

extension Optional {
  fileprivate func or(_ other: Wrapped) -> Wrapped { self ?? other }
}
