internal import Diagnostics

extension Mistake {
  /// A dash at the start of a list item without a space after it.
  static let missingSpaceAfterDash = Mistake("missing-space-after-dash") { failure, scene in
    guard failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed") else {
      return nil
    }
    let line = scene.lines.line(at: failure.origin)
    for candidate in [line, scene.lines.line(at: failure.problemOffset), scene.previousContentLine(before: line)]
      .compactMap({ $0 })
    {
      guard let repair = MarkedList.bullets(scene.shape(of: candidate), scene) else { continue }
      return repair
    }
    return nil
  }

  /// A key, a colon, and the answer right after it.
  static let missingSpaceAfterColon = Mistake("missing-space-after-colon") { failure, scene in
    guard failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed") else {
      return nil
    }
    let line = scene.lines.line(at: failure.origin)
    // With more keys below, libyaml notices only at the next colon.
    for candidate in [line, scene.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = scene.shape(of: candidate)
      if let repair = SilentSlip.missingSpace(shape, scene) ?? quotedKey(shape, scene) { return repair }
      if failure.lacksColon, candidate == line, let colon = siblingColon(shape, scene) {
        return SilentSlip.missingSpace(shape, colon: colon, scene)
      }
    }
    return nil
  }

  /// `"id":lakeview`, where the space after a quoted key is missing, as programs write it.
  private static func quotedKey(_ shape: Scene.Shape, _ scene: Scene) -> Repair? {
    let mark = scene.bytes[shape.body]
    guard mark == 0x22 || mark == 0x27,
      let close = scene.bytes[shape.body + 1..<shape.content.upperBound].firstIndex(of: mark),
      scene.bytes[close + 1] == 0x3A, close + 2 < shape.content.upperBound,
      scene.vocabulary.contains(scene.string(shape.body + 1..<close))
    else { return nil }
    return SilentSlip.missingSpace(shape, colon: close + 1, scene)
  }

  /// The colon after a word aligned with keys, such as the id of a campus.
  private static func siblingColon(_ shape: Scene.Shape, _ scene: Scene) -> Int? {
    var colon = shape.body
    while colon < shape.content.upperBound, scene.bytes[colon].isWordByte || scene.bytes[colon] == 0x2D { colon += 1 }
    guard colon > shape.body, colon + 1 < shape.content.upperBound, scene.bytes[colon] == 0x3A,
      scene.bytes[colon + 1].isWordByte
    else { return nil }
    let neighbors = [scene.previousContentLine(before: shape.line), scene.nextContentLine(after: shape.line)]
    let isKey = neighbors.compactMap { $0 }.map { scene.shape(of: $0) }.contains {
      $0.key != nil && $0.bodyColumn == shape.bodyColumn
    }
    return isKey ? colon : nil
  }

  /// `name = Alder`, `name; Alder` or `name – Alder`.
  static let otherSeparator = Mistake("other-separator") { failure, scene in
    guard failure.lacksColon || failure.says("mapping values are not allowed") else { return nil }
    let line = scene.lines.line(at: failure.origin)
    for candidate in [line, scene.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = scene.shape(of: candidate)
      guard shape.key == nil, let word = firstWord(of: shape, scene), scene.vocabulary.contains(scene.string(word))
      else { continue }
      var index = word.upperBound
      while index < shape.content.upperBound, scene.bytes[index] == 0x20 { index += 1 }
      let rest = String(decoding: scene.bytes[index..<shape.content.upperBound], as: UTF8.self)
      guard let sign = rest.unicodeScalars.first, "=;–—：,-".unicodeScalars.contains(sign) else { continue }
      let end = index + UTF8.encode(sign).map(\.count).or(1)
      return Repair(
        at: word.lowerBound..<end, "after a key comes a colon and a space, not `\(sign)`",
        help: "write `\(scene.string(word)): …`", [Edit(SourceRange(word.upperBound..<end), with: ": ".utf8)])
    }
    return nil
  }

  /// A key without its colon.
  static let missingColon = Mistake("missing-colon") { failure, scene in
    guard failure.lacksColon || failure.says("mapping values are not allowed") else { return nil }
    let line = scene.lines.line(at: failure.origin)
    for candidate in [line, scene.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = scene.shape(of: candidate)
      guard shape.key == nil, let word = firstWord(of: shape, scene) else { continue }
      let isAlone = word.upperBound == shape.value.upperBound
      let next = scene.nextContentLine(after: candidate).map { scene.shape(of: $0) }
      let opensBlock =
        isAlone
        && (next.map { $0.indent > shape.bodyColumn || !$0.dashes.isEmpty && $0.indent >= shape.bodyColumn } ?? false)
      // A tab comes from two columns of a table.
      let isKnown =
        scene.vocabulary.contains(scene.string(word))
        && (isAlone || [0x09, 0x20].contains(scene.bytes[word.upperBound]))
      var end = word.upperBound
      while !isAlone, [0x09, 0x20].contains(scene.bytes[end]) { end += 1 }
      let hasTab = scene.bytes[word.upperBound..<end].contains(0x09)
      guard opensBlock || isKnown, candidate == line || opensBlock || isKnown && next?.line == line else { continue }
      // A sentence may begin with a word of the format; a key is written in lower case.
      guard scene.bytes[word.lowerBound] >= 0x61 else { continue }
      return Repair(
        at: word, "there is no colon after `\(scene.string(word))`",
        help: "write `\(scene.string(word)):`\(isAlone ? "" : " and a space before the answer")",
        hasTab
          ? [Edit(SourceRange(word.upperBound..<end), with: ": ".utf8)] : [Edit(insert: ":", at: word.upperBound)])
    }
    return nil
  }

  private static func firstWord(of shape: Scene.Shape, _ scene: Scene) -> Range<Int>? {
    var end = shape.body
    while end < shape.content.upperBound, scene.bytes[end].isWordByte || scene.bytes[end] == 0x2D { end += 1 }
    return end > shape.body ? shape.body..<end : nil
  }

  /// A text on the line of a key that has keys below it.
  static let textOnHeading = Mistake("text-on-heading") { failure, scene in
    guard failure.says("mapping values are not allowed") || failure.breaksBlock else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    let isListAfterText =
      failure.problemOffset + 1 >= shape.content.upperBound && shape.value.isEmpty == false && shape.key != nil
    let heading = isListAfterText ? shape : scene.previousContentLine(before: shape.line).map { scene.shape(of: $0) }
    if isListAfterText, let repair = SecondKey.find(shape, colon: failure.problemOffset, scene) { return repair }
    guard let heading, let key = heading.key, let first = heading.value.first else { return nil }
    let below = isListAfterText ? scene.nextContentLine(after: shape.line).map { scene.shape(of: $0) } : shape
    guard let below, below.indent > heading.bodyColumn else { return nil }
    if isListAfterText {
      guard !below.dashes.isEmpty else { return nil }
    } else {
      guard scene.vocabulary.containerKeys.contains(scene.string(key)), below.key != nil,
        ![0x22, 0x27, 0x5B, 0x7B, 0x7C, 0x3E].contains(scene.bytes[first])
      else { return nil }
    }
    return Repair(
      at: heading.value, "`\(scene.excerpt(key))` takes the lines below it, so there can be no text after its colon",
      help: isListAfterText
        ? "give the text a line and a dash of its own, with quotation marks around it: `- \(scene.quoted(heading.value))`; or delete it"
        : "delete the text, or write it as the answer to a topic below",
      [Edit(insert: "# ", at: heading.value.lowerBound)])
  }

  /// A colon and a space inside an answer, or a key that starts too far to the right below an answer.
  static let colonInAnswer = Mistake("colon-in-answer") { failure, scene in
    guard failure.says("mapping values are not allowed") else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    let startsLine = shape.key?.upperBound == failure.problemOffset && shape.dashes.isEmpty
    if startsLine, let key = shape.key,
      let above = scene.previousContentLine(before: shape.line).map({ scene.shape(of: $0) })
    {
      if isKeyWord(key, scene) {
        return tooDeep(shape, key: key, above: above, scene)
      }
      let start = scalarStart(of: shape, scene)
      guard start.line != shape.line, !start.value.isEmpty else { return nil }
      let value = start.value.lowerBound..<max(shape.value.upperBound, scene.extent(of: start).upperBound)
      var repair = quoteRepair(value, at: SourceRange(value), scene)
      repair.diagnostic.notes = [Note(at: SourceRange(key.upperBound..<key.upperBound + 1), "the colon is here")]
      return repair
    }
    var value = scene.extent(of: shape)
    if !value.contains(failure.problemOffset) {
      value = value.lowerBound..<max(value.upperBound, shape.content.upperBound)
    }
    // The whole line is a key with more characters than YAML allows.
    if startsLine || shape.key?.upperBound == failure.problemOffset { value = shape.body..<shape.content.upperBound }
    guard !value.isEmpty, value.contains(failure.problemOffset) else { return nil }
    if let repair = spaceInTime(shape, colon: failure.problemOffset, scene) { return repair }
    if let repair = SecondKey.find(shape, colon: failure.problemOffset, scene) { return repair }
    return quoteRepair(value, at: SourceRange(value), scene)
  }

  /// `at: 3: 30 pm`.
  private static func spaceInTime(_ shape: Scene.Shape, colon: Int, _ scene: Scene) -> Repair? {
    func isDigit(_ place: Int) -> Bool { (0x30...0x39).contains(scene.bytes[place]) }
    let hour = shape.value.lowerBound..<colon
    guard !hour.isEmpty, hour.count <= 2, hour.allSatisfy(isDigit), isDigit(colon + 2), isDigit(colon + 3),
      !isDigit(colon + 4)
    else { return nil }
    return Repair(
      at: shape.value, "there is a space inside this time",
      help: "write `\(scene.string(hour)):\(scene.string(colon + 2..<colon + 4))`",
      [Edit(SourceRange(colon + 1..<colon + 2), with: [])])
  }

  private static func quoteRepair(_ value: Range<Int>, at range: SourceRange, _ scene: Scene) -> Repair {
    let isShort = !scene.bytes[value].contains(0x0A) && value.count <= 70
    return Repair(
      Diagnostic(
        .yamlSyntax, at: range, "this answer contains a colon followed by a space, so YAML reads it as a new key",
        help: isShort
          ? "put the answer in quotes: \(scene.quoted(value))"
          : "put \(scene.quotationMark(for: value)) before and after the answer"),
      scene.quote(value))
  }

  private static func isKeyWord(_ key: Range<Int>, _ scene: Scene) -> Bool {
    let text = scene.bytes[key]
    return scene.vocabulary.contains(scene.string(key))
      || text.allSatisfy { $0.isWordByte || $0 == 0x2D } && text.first.map { $0 >= 0x61 } == true
  }

  /// The line on which the text that continues here began.
  private static func scalarStart(of shape: Scene.Shape, _ scene: Scene) -> Scene.Shape {
    var current = shape
    while let line = scene.previousContentLine(before: current.line) {
      let above = scene.shape(of: line)
      if above.key != nil || !above.dashes.isEmpty { return above }
      current = above
    }
    return current
  }

  /// A key above, in the same column, that is missing its colon, so that its list became one text.
  private static func keyWithoutColon(above shape: Scene.Shape, _ scene: Scene) -> Repair? {
    var line = shape.line
    while let place = scene.previousContentLine(before: line), shape.line - place < 200 {
      let above = scene.shape(of: place)
      line = place
      if above.indent > shape.indent { continue }
      guard above.indent == shape.indent, above.key == nil, above.dashes.isEmpty,
        scene.vocabulary.contains(scene.string(above.value))
      else { return nil }
      let key = scene.string(above.value)
      return Repair(
        at: above.value, "there is no colon after `\(key)`", help: "write `\(key):`",
        [Edit(insert: ":", at: above.value.upperBound)])
    }
    return nil
  }

  private static func tooDeep(_ shape: Scene.Shape, key: Range<Int>, above: Scene.Shape, _ scene: Scene) -> Repair? {
    if let repair = keyWithoutColon(above: shape, scene) { return repair }
    let start = above.key == nil && above.dashes.isEmpty ? scalarStart(of: above, scene) : above
    if start.key == nil, start.dashes.isEmpty || start.value.isEmpty {
      return strayLine(start, scene)
    }
    if above.key == nil, above.dashes.isEmpty, start.value.isEmpty { return strayLine(above, scene) }
    if let repair = strayKey(start, scene) { return repair }
    if let repair = blameFirst(start, next: shape, scene) { return repair }
    let column =
      start.key == nil ? scene.openColumns(above: shape.line).first { !$0.isDash }?.column ?? 0 : start.bodyColumn
    guard shape.indent != column else { return nil }
    return indentation(shape, to: column, like: start, scene)
  }

  /// A line at the left edge that looks like a key but continues the answer above: `Goal: more talk`.
  private static func strayKey(_ shape: Scene.Shape, _ scene: Scene) -> Repair? {
    guard let key = shape.key, shape.indent == 0, shape.dashes.isEmpty, !scene.vocabulary.contains(scene.string(key)),
      !scene.string(key).hasPrefix("x-"), let line = scene.previousContentLine(before: shape.line)
    else { return nil }
    let above = scene.shape(of: line)
    guard above.indent > 0, let first = above.value.first,
      ![0x22, 0x27, 0x5B, 0x7B, 0x7C, 0x3E].contains(scene.bytes[first])
    else { return nil }
    let column = above.bodyColumn + 2
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "this line starts at the left edge, so it is not part of the answer above",
      help:
        "delete the line, or begin it with `# `, if it is a note; if the answer goes on here, put \(column) spaces before it and \(scene.quotationMark(for: first..<shape.content.upperBound)) before and after the whole answer",
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
