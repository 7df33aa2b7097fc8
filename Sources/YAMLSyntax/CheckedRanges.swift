internal import Diagnostics

/// The range between two places of a file, which is empty at the first where the second comes before it.
///
/// Every place in this module was chosen by a document, and the standard library stops the whole program where a range is upside
/// down. This operator is preferred to the one of the standard library in the whole module, so no place can forget the check.
func ..< (start: Int, end: Int) -> Range<Int> {
  unsafe Range(uncheckedBounds: (start, end < start ? start : end))
}

/// The lines from one to another; only the first where the last comes before it.
func ... (first: Int, last: Int) -> ClosedRange<Int> {
  unsafe ClosedRange(uncheckedBounds: (first, last < first ? first : last))
}

/// Bytes that can be asked for at any place: beyond both ends there is nothing, and a line ends there.
struct CheckedBytes {
  /// The bytes themselves.
  let array: [UInt8]

  init(_ array: [UInt8]) { self.array = array }

  /// The number of bytes.
  var count: Int { array.count }

  /// One byte; a line feed beyond both ends.
  subscript(place: Int) -> UInt8 { array.indices.contains(place) ? array[place] : 0x0A }

  /// The bytes of a range, as far as there are any.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { array[range.clamped(to: array.indices)] }
}

extension Repair {
  /// Whether every edit is inside a file with a number of bytes.
  func fits(_ count: Int) -> Bool { edits.allSatisfy { $0.range.start <= $0.range.end && Int($0.range.end) <= count } }
}

extension [Edit] {
  /// The edits in the order of the file, without those that overlap an earlier one.
  var disjoint: [Edit] {
    var result: [Edit] = []
    for edit in sorted(by: { $0.range.start < $1.range.start })
    where result.last.map({ edit.range.start >= $0.range.end }) ?? true {
      result.append(edit)
    }
    return result
  }
}
