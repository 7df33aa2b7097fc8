extension RandomAccessCollection {
  /// The first place where a condition holds, in a collection sorted so that it holds from there on; the end if it holds
  /// nowhere.
  @inlinable
  package func sortedIndex(where condition: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if condition(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
