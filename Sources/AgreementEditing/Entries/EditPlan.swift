internal import Diagnostics

/// Edits of one file that were planned one after the other, in any order.
///
/// What is removed takes with it every edit inside of it.
struct EditPlan {
  private var edits: [Edit] = []
  private var removed: [Range<Int>] = []

  /// Inserts a text at a place; of several at one place, the first comes first.
  mutating func insert(_ text: String, at place: Int) { edits.append(Edit(insert: text, at: place)) }

  /// Replaces bytes.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(Edit(SourceRange(range), with: text.utf8))
  }

  /// Removes bytes and whatever was planned for them.
  mutating func remove(_ range: Range<Int>) { removed.append(range) }

  /// Whether a place is removed.
  func removes(_ place: Int) -> Bool { removed.contains { $0.contains(place) } }

  /// A part of the file as it is after the edits inside of it, as if nothing of it were removed.
  func text(of range: Range<Int>, in bytes: [UInt8]) -> String {
    let inside = edits.filter { range.lowerBound <= $0.range.start && Int($0.range.end) <= range.upperBound }
    guard let edited = Self.apply(inside, to: bytes, in: range) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    return String(decoding: edited, as: UTF8.self)
  }

  /// The file after all edits; nil if two of them are about the same bytes.
  func applied(to bytes: [UInt8]) -> [UInt8]? {
    var spans: [Range<Int>] = []
    for range in removed.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = spans.last, range.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        spans.append(range)
      }
    }
    let kept = edits.filter { edit in
      let next = spans.sortedIndex { $0.upperBound >= Int(edit.range.end) }
      return next == spans.count || Int(edit.range.start) < spans[next].lowerBound || Self.isAtEdge(edit, spans[next])
    }
    return Self.apply(kept + spans.map { Edit(SourceRange($0), with: []) }, to: bytes, in: 0..<bytes.count)
  }

  /// Whether an edit only inserts something before or after what is removed.
  private static func isAtEdge(_ edit: Edit, _ span: Range<Int>) -> Bool {
    edit.range.isEmpty && (Int(edit.range.start) == span.lowerBound || Int(edit.range.start) == span.upperBound)
  }

  private static func apply(_ edits: [Edit], to bytes: [UInt8], in range: Range<Int>) -> [UInt8]? {
    // An insertion comes before what is replaced at the same place, and insertions stay in their order.
    let sorted = edits.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      if first.start != second.start { return first.start < second.start }
      if first.isEmpty != second.isEmpty { return first.isEmpty }
      return left.offset < right.offset
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64 * edits.count)
    var place = range.lowerBound
    for (_, edit) in sorted {
      guard Int(edit.range.start) >= place, Int(edit.range.end) <= range.upperBound else { return nil }
      result += bytes[place..<Int(edit.range.start)]
      result += edit.replacement
      place = Int(edit.range.end)
    }
    return result + bytes[place..<range.upperBound]
  }
}
