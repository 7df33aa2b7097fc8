internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports an answer that should be a key, such as `open`, and says whether it did.
  ///
  /// A whole section can only be `not-relevant`.
  mutating func reportState(_ node: NodeID, ofSection: Bool = false) -> Bool {
    let document = document
    let bytes = document.bytes(of: node)
    guard bytes.count > 0, bytes.count <= 400, Self.mayNameState(bytes) else { return false }
    let text = Folding.fold(bytes)
    guard let words = StateWords(text), let key, !ofSection || words.state == "not-relevant" else { return false }
    let range = document.range(of: node)
    let topic = document.string(of: key)
    let isUnderState = TopicAnswer.states.contains(topic)
    // Someone who writes `agreed: Open` has said which state it is.
    if isUnderState, words.state != "not-relevant", words.rest.isEmpty, words.until == nil { return false }
    var lines: [String] = []
    var isSure = true
    switch words.state {
    case "not-relevant" where words.rest.isEmpty:
      lines = ["not-relevant: the reason, in your own words"]
      isSure = false
    case "open":
      let date = words.until.flatMap { DateGuess.date(in: $0) ?? dateInYear($0) }
      isSure = date != nil
      lines = ["open:", "  until: \(date?.description ?? "the date, as in \(sampleDate)")"]
      if !words.rest.isEmpty { lines.append("  why: \(Self.plainText(words.rest))") }
    case "agreed" where words.rest.isEmpty:
      lines = ["agreed: what you agreed on, in your own words"]
      isSure = false
    case "carried" where words.rest.isEmpty:
      lines = ["carried: last year's answer"]
      isSure = false
    default: lines = ["\(words.state): \(Self.plainText(words.rest))"]
    }
    let lead = isUnderState ? "write, in place of `\(topic):`" : "write `\(words.state):` on a line of its own"
    let whole = isUnderState ? lines : ["\(topic):"] + lines.map { "  \($0)" }
    let indent = indentation(of: key)
    report(
      .stateAsText, at: range,
      "this is read as an answer, although it means `\(words.state)`",
      help: "\(lead):\n\(whole.map { indent + $0 }.joined(separator: "\n"))",
      fix: isSure ? stateFix(key, range, lines, isUnderState) : nil)
    return true
  }

  /// Puts the lines where the answer was.
  private func stateFix(_ key: NodeID, _ range: SourceRange, _ lines: [String], _ isUnderState: Bool) -> Fix? {
    let keyRange = document.range(of: key)
    let start = lineStart(of: Int(keyRange.start))
    let bytes = document.source.bytes
    let end = Int(keyRange.end)
    guard bytes[start..<Int(keyRange.start)].allSatisfy({ $0 == 0x20 }), end < bytes.count, bytes[end] == 0x3A,
      !bytes[range.indices].contains(0x0A), lineStart(of: Int(range.start)) == start
    else { return nil }
    let column = Int(keyRange.start) - start + (isUnderState ? 0 : 2)
    let newline = usesCRLF ? "\r\n" : "\n"
    let indent = String(repeating: " ", count: column)
    let text = lines.map { indent + $0 }.joined(separator: newline)
    return isUnderState
      ? Fix(.unsafe, [Edit(SourceRange(start..<Int(range.end)), with: text.utf8)])
      : Fix(.unsafe, [Edit(SourceRange(end + 1..<Int(range.end)), with: (newline + text).utf8)])
  }

  /// A text as it can be written after a key, quoted if necessary.
  static func plainText(_ text: String) -> String {
    let needsQuotes =
      text.contains(": ") || text.contains(" #") || text.hasSuffix(":")
      || text.first.map { "[]{}>|*&!%#`@,?\"'-:".contains($0) } ?? false
    return needsQuotes ? quoted(text) : text
  }

  /// Whether a text begins like the names of states, so that few texts become strings.
  private static func mayNameState(_ text: Span<UInt8>) -> Bool {
    beginnings.contains { beginning in
      let count = beginning.utf8CodeUnitCount
      return count <= text.count && (0..<count).allSatisfy { unsafe text[$0] | 0x20 == beginning.utf8Start[$0] }
    }
  }

  private static let beginnings: [StaticString] = ["agreed", "carried", "n/a", "not", "open"]
}
