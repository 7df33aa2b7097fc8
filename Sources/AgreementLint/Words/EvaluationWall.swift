internal import Agreement
internal import Diagnostics

extension Agreement {
  /// The key `evaluation-wall` if it has an agreed answer, so that a finding elsewhere can point to what was agreed;
  /// nil for a text in that answer itself.
  func evaluationWall(besides text: SourceRange) -> SourceRange? {
    guard let answer = topics.answers.first(where: { catalog.topics[$0.index].id == "evaluation-wall" }),
      case .present(let located) = answer.part, case .agreed = located.value.state,
      !(located.range.start..<located.range.end).contains(text.start)
    else { return nil }
    return answer.keyRange
  }
}
