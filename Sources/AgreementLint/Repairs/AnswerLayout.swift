internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// How the answer to a topic is laid out, so that a help can show the lines to write in its place.
struct AnswerLayout {
  private let id: String
  private let answer: TopicAnswer
  /// The number of spaces before the topic; nil if it does not begin its line.
  private let column: Int?
  /// The answer as it is written; nil if it takes more than the rest of its line, or has keys.
  private let text: String?
  /// Whether the answer begins on the line of its topic.
  private let beginsOnLine: Bool

  /// The longest answer that a help repeats, in characters.
  private static let longest = 70

  init(_ id: String, at key: SourceRange, _ answer: TopicAnswer, in document: Document) {
    let bytes = document.source.bytes
    var start = Int(key.start)
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    let isFirst = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
    let range = answer.range
    beginsOnLine = !bytes[min(Int(key.end), Int(range.start))..<Int(range.start)].contains { $0 == 0x0A || $0 == 0x0D }
    let written = String(decoding: bytes[range.indices], as: UTF8.self)
    let isLine = beginsOnLine && !written.contains(where: \.isNewline) && written.count <= Self.longest
    (self.id, self.answer) = (id, answer)
    column = isFirst ? Int(key.start) - start : nil
    text = answer.isShort && isLine ? written : nil
  }

  /// What to type to say how teachers hear of the answer.
  var helpToTell: String {
    let what = "when teachers are told, and by whom"
    if case .absent(let gap) = answer.toldToTeachers, gap.hasKey {
      return "after the colon of `told-to-teachers`, say \(what)"
    }
    guard answer.isShort else {
      return answer.isInBraces
        ? "before the closing brace of `\(id)`, add `, told-to-teachers: ` and say \(what)"
        : "on a line in the same column as `agreed:`, add `told-to-teachers:` and say \(what)"
    }
    guard let column else {
      return "put the answer in braces, as in `\(id): {agreed: the answer, told-to-teachers: who tells them, and when}`"
    }
    if let text {
      return "write three lines, the last one in your own words:\n"
        + lines(column, ["agreed: \(text)", "told-to-teachers: \(what)"])
    }
    let first =
      beginsOnLine
      ? "press Enter after `\(id):`, and write `agreed:` before the answer, two spaces further right than `\(id)`; put two more spaces before its other lines"
      : "below `\(id):`, write `agreed:` on a line of its own, two spaces further right; put two more spaces before each line of the answer"
    return "\(first); and below it, in the same column as `agreed:`, add `told-to-teachers:` and say \(what)"
  }

  /// What to type if the topic does not matter, or has to wait.
  var helpToSetAside: String {
    guard let column else {
      return
        "if the topic does not matter here, write `\(id): {not-relevant: the reason, in your own words}`; if it has to wait, write `\(id): {open: {until: the date}}`"
    }
    let place = text == nil ? "`\(id)` and everything below it" : "this line"
    return
      "if it has to wait, write `open:` in place of `not-relevant:` here, and `until:` with a date on a line below, two spaces further right; if the topic does not matter, write two lines in place of \(place):\n"
      + lines(column, ["not-relevant: the reason, in your own words"])
  }

  /// What to type once there is an answer to a topic that was set aside or is open.
  var helpToAgree: String {
    switch answer.state {
    case .notRelevant: "write `agreed:` and what you agree on, in place of `not-relevant:` and the reason"
    case .open: "write `agreed:` and what you agree on, in place of `open:` and what belongs to it"
    case .agreed, .carried, .unanswered: "write what you agree on after `agreed:`"
    }
  }

  private func lines(_ column: Int, _ below: [String]) -> String {
    let indent = String(repeating: " ", count: column)
    return (["\(indent)\(id):"] + below.map { "\(indent)  \($0)" }).joined(separator: "\n")
  }
}

extension TopicVisit {
  /// How the answer is laid out.
  var layout: AnswerLayout { AnswerLayout(topic.id, at: keyRange, answer, in: agreement.document) }
}

extension Topics.Answer {
  /// How the answer is laid out; nil if there is none.
  func layout(in agreement: Agreement) -> AnswerLayout? {
    part.value.map { AnswerLayout(agreement.catalog.topics[index].id, at: keyRange, $0, in: agreement.document) }
  }
}
