internal import Diagnostics

extension Mistake {
  /// A dash at the start of a list item without a space after it.
  static let missingSpaceAfterDash = Mistake("missing-space-after-dash") { failure, scene in
    guard failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed") else { return nil }
    for offset in [failure.origin, failure.problemOffset] {
      let shape = scene.shape(at: offset)
      guard let repair = SilentSlip.bullet(shape, scene) else { continue }
      return repair
    }
    return nil
  }

  /// A key, a colon, and at once the answer.
  static let missingSpaceAfterColon = Mistake("missing-space-after-colon") { failure, scene in
    guard failure.lacksColon || failure.breaksBlock || failure.says("mapping values are not allowed") else { return nil }
    let line = scene.lines.line(at: failure.origin)
    // With more keys below, libyaml notices only at the next colon.
    for candidate in [line, scene.previousContentLine(before: line)].compactMap({ $0 }) {
      guard let repair = SilentSlip.missingSpace(scene.shape(of: candidate), scene) else { continue }
      return repair
    }
    return nil
  }

  /// `name = Alder`, `name; Alder` or `name – Alder`.
  static let otherSeparator = Mistake("other-separator") { failure, scene in
    guard failure.lacksColon || failure.says("mapping values are not allowed") else { return nil }
    let line = scene.lines.line(at: failure.origin)
    for candidate in [line, scene.previousContentLine(before: line)].compactMap({ $0 }) {
      let shape = scene.shape(of: candidate)
      guard shape.key == nil, let word = firstWord(of: shape, scene), scene.vocabulary.contains(scene.string(word)) else { continue }
      var index = word.upperBound
      while index < shape.content.upperBound, scene.bytes[index] == 0x20 { index += 1 }
      let rest = String(decoding: scene.bytes[index..<shape.content.upperBound], as: UTF8.self)
      guard let sign = rest.unicodeScalars.first, "=;–—,-".unicodeScalars.contains(sign) else { continue }
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
      let opensBlock = isAlone && (next.map { $0.indent > shape.bodyColumn || !$0.dashes.isEmpty && $0.indent >= shape.bodyColumn } ?? false)
      let isKnown = scene.vocabulary.contains(scene.string(word)) && (isAlone || scene.bytes[word.upperBound] == 0x20)
      guard opensBlock || isKnown, candidate == line || opensBlock || isKnown && next?.line == line else { continue }
      // A sentence may begin with a word of the format; a key is written in lower case.
      guard scene.bytes[word.lowerBound] >= 0x61 else { continue }
      return Repair(
        at: word, "there is no colon after `\(scene.string(word))`",
        help: "write `\(scene.string(word)):`\(isAlone ? "" : " and a space before the answer")",
        [Edit(insert: ":", at: word.upperBound)])
    }
    return nil
  }

  private static func firstWord(of shape: Scene.Shape, _ scene: Scene) -> Range<Int>? {
    var end = shape.body
    while end < shape.content.upperBound, scene.bytes[end].isWordByte || scene.bytes[end] == 0x2D { end += 1 }
    return end > shape.body ? shape.body..<end : nil
  }

  /// A colon and a space inside an answer, or a key that is indented too far below an answer.
  static let colonInAnswer = Mistake("colon-in-answer") { failure, scene in
    guard failure.says("mapping values are not allowed") else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    let startsLine = shape.key?.upperBound == failure.problemOffset
    if startsLine, let key = shape.key, let above = scene.previousContentLine(before: shape.line).map({ scene.shape(of: $0) }) {
      if isKeyWord(key, scene) {
        return tooDeep(shape, key: key, above: above, scene)
      }
      let start = scalarStart(of: shape, scene)
      guard start.line != shape.line else { return nil }
      return quoteRepair(start.value.lowerBound..<shape.value.upperBound, at: SourceRange(shape.start..<shape.value.upperBound), scene)
    }
    var value = scene.extent(of: shape)
    if !value.contains(failure.problemOffset) { value = value.lowerBound..<max(value.upperBound, shape.content.upperBound) }
    guard !value.isEmpty, value.contains(failure.problemOffset) else { return nil }
    return quoteRepair(value, at: SourceRange(value), scene)
  }

  private static func quoteRepair(_ value: Range<Int>, at range: SourceRange, _ scene: Scene) -> Repair {
    let isShort = !scene.bytes[value].contains(0x0A) && value.count <= 70
    return Repair(
      Diagnostic(
        .yamlSyntax, at: range, "this answer contains a colon followed by a space, so YAML reads it as a new key",
        help: isShort
          ? "put the answer in quotes: \(scene.quoted(value))"
          : "put the answer in quotes, or start it with `>-` on the line of its key and the text on the next line"),
      scene.quote(value))
  }

  private static func isKeyWord(_ key: Range<Int>, _ scene: Scene) -> Bool {
    let text = scene.bytes[key]
    return scene.vocabulary.contains(scene.string(key))
      || text.allSatisfy { $0.isWordByte || $0 == 0x2D } && text.first.map { $0 >= 0x61 } == true
  }

  /// The line on which the text began that goes on here.
  private static func scalarStart(of shape: Scene.Shape, _ scene: Scene) -> Scene.Shape {
    var current = shape
    while let line = scene.previousContentLine(before: current.line) {
      let above = scene.shape(of: line)
      if above.key != nil || !above.dashes.isEmpty { return above }
      current = above
    }
    return current
  }

  private static func tooDeep(_ shape: Scene.Shape, key: Range<Int>, above: Scene.Shape, _ scene: Scene) -> Repair? {
    let start = above.key == nil && above.dashes.isEmpty ? scalarStart(of: above, scene) : above
    if start.key == nil, start.dashes.isEmpty {
      return strayLine(start, scene)
    }
    let column = start.key == nil ? scene.openColumns(above: shape.line).first { !$0.isDash }?.column ?? 0 : start.bodyColumn
    guard shape.indent != column else { return nil }
    return indentation(shape, to: column, like: start, scene)
  }
}

extension Optional {
  fileprivate func or(_ other: Wrapped) -> Wrapped { self ?? other }
}
