internal import Diagnostics

extension Mistake {
  /// An answer on the line of its topic, or a list of answers, with more keys of the same answer below it.
  ///
  /// The answer has to go under `agreed:`; moving the keys would make them keys of something else.
  static let answerBeforeKeys = Mistake("answer-before-keys") { failure, context in
    guard failure.says("mapping values are not allowed") || failure.breaksBlock else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    guard shape.dashes.isEmpty, let key = shape.key, keysBeside.contains(context.string(key)) else { return nil }
    // The first line above that starts further left belongs to the topic.
    var line = shape.line
    var topic: SlipContext.Shape?
    var first: SlipContext.Shape?
    while let above = context.previousContentLine(before: line) {
      line = above
      let found = context.shape(of: above)
      if found.indent < shape.indent, found.dashes.isEmpty {
        topic = found
        break
      }
      first = found
    }
    guard let topic, let topicKey = topic.key, topic.indent > 0, !answerKeys.contains(context.string(topicKey)),
      context.vocabulary.contains(context.string(topicKey))
    else { return nil }
    var repair =
      topic.value.isEmpty
      ? aboveList(first, topic, shape, key, context) : onTheLine(topic, topicKey, shape, key, context)
    // The added word says what the lines already mean.
    if let edits = repair?.edits { repair?.diagnostic.fix = Fix(.unsafe, edits) }
    return repair
  }

  /// `team-coaching: Yes, all teams`, with `commitments:` below it.
  private static func onTheLine(
    _ topic: SlipContext.Shape, _ topicKey: Range<Int>, _ shape: SlipContext.Shape, _ key: Range<Int>,
    _ context: SlipContext
  ) -> Repair? {
    guard let start = topic.value.first, ![0x7C, 0x3E, 0x5B, 0x7B].contains(context.bytes[start]) else { return nil }
    let indent = String(repeating: " ", count: shape.indent)
    let answer = context.extent(of: topic)
    guard answer.upperBound <= shape.content.lowerBound else { return nil }
    let below = context.string(key)
    let word = context.string(topicKey)
    return Repair(
      at: topic.value, "this answer has `\(below)` below it, so it has to go on a line of its own, after `agreed`",
      help: answer.count <= 70 && !context.bytes[answer].contains(0x0A)
        ? "write two lines:\n\(String(repeating: " ", count: topic.indent))\(word):\n\(indent)agreed: \(context.excerpt(answer, limit: 70))"
        : "press Enter after `\(word):`, and write `agreed:` before the answer, in line with `\(below):`",
      [Edit(SourceRange(topicKey.upperBound + 1..<topic.value.lowerBound), with: "\n\(indent)agreed: ".utf8)])
  }

  /// A list of answers with dashes, with `commitments:` below it in the column of the dashes.
  private static func aboveList(
    _ first: SlipContext.Shape?, _ topic: SlipContext.Shape, _ shape: SlipContext.Shape, _ key: Range<Int>,
    _ context: SlipContext
  ) -> Repair? {
    guard let first, !first.dashes.isEmpty, first.indent == shape.indent, let topicKey = topic.key else { return nil }
    let indent = String(repeating: " ", count: shape.indent)
    return Repair(
      at: topicKey, "this answer has `\(context.string(key))` below it, so it has to go under `agreed`",
      help:
        "write `agreed:` on a line of its own below `\(context.string(topicKey)):`, in line with `\(context.string(key)):`",
      [Edit(insert: "\(indent)agreed:\n", at: first.content.lowerBound)])
  }

  /// A state with its reason on the line of the topic: `coordinator-concerns: not-relevant: no coordinator`.
  static let stateOnTheLine = Mistake("state-on-the-line") { failure, context in
    guard failure.says("mapping values are not allowed") else { return nil }
    let shape = context.shape(at: failure.problemOffset)
    guard let key = shape.key, shape.dashes.isEmpty, context.vocabulary.contains(context.string(key)),
      failure.problemOffset > shape.value.lowerBound
    else { return nil }
    let word = shape.value.lowerBound..<failure.problemOffset
    guard states.contains(context.string(word)) else { return nil }
    let indent = String(repeating: " ", count: shape.indent + 2)
    let text = context.excerpt(shape.value, limit: 70)
    var edits = [Edit(SourceRange(key.upperBound + 1..<shape.value.lowerBound), with: "\n\(indent)".utf8)]
    // The reason may have a colon, too.
    let rest = word.upperBound + 1..<shape.value.upperBound
    let body = context.bytes[rest].firstIndex { $0 != 0x20 } ?? rest.upperBound
    if context.string(body..<rest.upperBound).contains(": ") { edits += context.quote(body..<rest.upperBound) }
    return Repair(
      at: shape.value, "`\(context.string(word))` and what belongs to it go on a line of their own",
      help: "write two lines:\n\(indent.dropFirst(2))\(context.string(key)):\n\(indent)\(text)", edits)
  }

  /// The keys of an answer other than the one that names its state.
  private static let keysBeside: Set<String> = ["commitments", "notes", "told-to-teachers"]

  private static let answerKeys: Set<String> = keysBeside.union(states).union(["open"])

  private static let states: Set<String> = ["agreed", "carried", "not-relevant"]
}
