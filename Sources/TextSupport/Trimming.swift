extension StringProtocol {
  /// The text without the characters at both ends that satisfy a test.
  ///
  /// `dropLast()` in a loop would count the whole text each time.
  package func trimming(while isStray: (Character) -> Bool) -> SubSequence {
    var start = startIndex
    var end = endIndex
    while start < end, isStray(self[start]) { start = index(after: start) }
    while end > start, isStray(self[index(before: end)]) { end = index(before: end) }
    return self[start..<end]
  }
}
