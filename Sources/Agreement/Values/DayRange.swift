internal import YAMLSyntax

/// One day, or several in a row: `2027-09-06`, `2027-12-20..2027-12-31`.
package struct DayRange: BitwiseCopyable, Hashable, Sendable, CustomStringConvertible {
  package let first: CalendarDate
  package let last: CalendarDate

  /// Reads a day, or two with `..` between them; nil for anything else, and for days in the wrong order.
  package init?(_ text: Span<UInt8>) {
    if let day = CalendarDate(text) {
      (first, last) = (day, day)
      return
    }
    guard text.count == 22, text[10] == 0x2E, text[11] == 0x2E, let first = CalendarDate((0..<10).map { text[$0] }),
      let last = CalendarDate((12..<22).map { text[$0] }), first < last
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  package func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  /// The days as they are written.
  package var description: String { first == last ? "\(first)" : "\(first)..\(last)" }
}

extension DayRange: CellValue {
  /// It is longer than a cell, and read once more.
  package init(_ place: CellPlace) {
    let document = place.arena.document
    self = DayRange(document.bytes(of: place.cell.node)) ?? DayRange()
  }

  private init() { (first, last) = (.distantPast, .distantPast) }
}
