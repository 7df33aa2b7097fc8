internal import Diagnostics

/// The range between two places of a file, empty at the first if the second comes before it.
///
/// Every place in this module was chosen by a document, and the standard library stops the whole program if a range is
/// reversed. This operator shadows the standard library's in the whole module, so no place can forget the check.
@inlinable func ..< (start: Int, end: Int) -> Range<Int> {
  unsafe Range(uncheckedBounds: (start, end < start ? start : end))
}

/// The lines from one to another, or only the first if the last comes before it.
func ... (first: Int, last: Int) -> ClosedRange<Int> {
  unsafe ClosedRange(uncheckedBounds: (first, last < first ? first : last))
}

/// Bytes that can be read at any place: past both ends every byte is a line feed.
struct CheckedBytes {
  /// The bytes themselves.
  let array: [UInt8]

  init(_ array: [UInt8]) { self.array = array }

  /// The number of bytes.
  var count: Int { array.count }

  /// One byte; a line feed past both ends.
  subscript(place: Int) -> UInt8 { array.indices.contains(place) ? array[place] : 0x0A }

  /// The bytes of a range, as far as they exist.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { array[range.clamped(to: array.indices)] }
}

extension Repair {
  /// Whether every edit lies within a file of some number of bytes.
  func fits(_ count: Int) -> Bool { edits.allSatisfy { $0.range.start <= $0.range.end && Int($0.range.end) <= count } }
}

extension [Edit] {
  /// The edits in file order, without those that overlap an earlier one.
  var disjoint: [Edit] {
    var result: [Edit] = []
    for edit in sorted(by: { $0.range.start < $1.range.start })
    where result.last.map({ edit.range.start >= $0.range.end }) ?? true {
      result.append(edit)
    }
    return result
  }
}
