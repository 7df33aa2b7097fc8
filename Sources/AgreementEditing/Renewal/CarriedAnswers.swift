internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension EntryLayout {
  /// Makes an answer, which is a text or a list of texts, last year's: `carried:` comes below its topic, and the answer two columns
  /// further to the right.
  func carry(_ answer: Entry, _ plan: inout EditPlan) -> Bool {
    let value = document.range(of: answer.value).indices
    if document.isFlow(answer.mapping) {
      plan.insert("{carried: ", at: value.lowerBound)
      plan.insert("}", at: value.upperBound)
      return true
    }
    guard let colon = colon(after: answer.key) else { return false }
    let keyColumn = column(of: start(of: answer))
    let pad = String(repeating: " ", count: keyColumn + Self.step)
    let keyLine = lines.line(at: colon)
    let last = lines.line(at: max(value.lowerBound, value.upperBound - 1))
    var first = lines.line(at: value.lowerBound)
    if first == keyLine {
      plan.replace(colon + 1..<value.lowerBound, with: "\(newline)\(pad)carried: ")
      first += 1
    } else {
      // Its comment stays with the topic.
      plan.insert("\(newline)\(pad)carried:", at: lines.content(of: keyLine, in: bytes).upperBound)
      first = keyLine + 1
    }
    // A list may begin at the column of its key.
    let isFlush =
      document.kind(of: answer.value) == .sequence && !document.isFlow(answer.value)
      && column(of: value.lowerBound) <= keyColumn
    if first <= last { shift(first...last, by: isFlush ? 2 * Self.step : Self.step, &plan) }
    return true
  }

  /// The columns between a key and what is below it.
  static let step = 2

  /// Writes another state in place of the one that an answer in its long form has; a key of the new state without a value goes.
  func restate(_ answer: NodeID, _ old: String, as new: String, _ plan: inout EditPlan) -> Bool {
    guard let state = entry(old, of: answer), !document.isAbsent(state.value) else { return false }
    if let empty = entry(new, of: answer) { remove([empty], &plan) }
    rename(state.key, to: new, &plan)
    return true
  }
}
