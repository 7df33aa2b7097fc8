/// Comments never conflict: a comment stays if both sides kept it or one side added it, and goes if one side took it away.
extension UnitMerger {
  /// The lines before a unit.
  func lead(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> [UInt8] {
    Self.merged(base?.lead(at: column) ?? [], ours.lead(at: column), theirs.lead(at: column))
  }

  /// The comments after a unit.
  func tail(_ base: Unit?, _ ours: Unit, _ theirs: Unit, at column: Int) -> [UInt8] {
    Self.merged(base?.tail(at: column) ?? [], ours.tail(at: column), theirs.tail(at: column))
  }

  /// The comments after a text on its line, each with the space before it.
  func comments(_ base: Unit?, _ ours: Unit, _ theirs: Unit) -> [ArraySlice<UInt8>] {
    let (mine, other) = (ours.comment, theirs.comment)
    let (first, second) = (LineText.trimmed(mine), LineText.trimmed(other))
    let old = base.map { LineText.trimmed($0.comment) }
    let kept = first == second || second == old ? [mine] : first == old ? [other] : [mine, other]
    return kept.filter { !$0.isEmpty }
  }

  /// The comments that one side added and that the text of the other does not have.
  static func missing(
    from taken: [ArraySlice<UInt8>], of other: [ArraySlice<UInt8>], _ base: [ArraySlice<UInt8>]
  ) -> [ArraySlice<UInt8>] {
    let known = Set(taken + base)
    return other.filter { !known.contains($0) }
  }

  private static func merged(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    func comments(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
      LineText.split(text[...]).map { LineText.trimmed($0) }.filter { !$0.isEmpty }
    }
    let (old, mine, other) = (Set(comments(base)), Set(comments(ours)), Set(comments(theirs)))
    var result: [UInt8] = []
    for line in LineText.split(ours[...]) {
      let text = LineText.trimmed(line)
      if text.isEmpty || !old.contains(text) || other.contains(text) { result += line }
    }
    for line in LineText.split(theirs[...]) {
      let text = LineText.trimmed(line)
      if !text.isEmpty, !old.contains(text), !mine.contains(text) { result += line }
    }
    return result
  }
}
