internal import TextSupport

/// What the columns of a sheet hold.
package enum SheetColumn: Sendable, CaseIterable {
  case topic, answer, owner, does, due

  /// How people name the column.
  var names: [String] {
    switch self {
    case .topic: ["topic", "topics", "id", "title", "question", "questions", "item"]
    case .answer: ["answer", "answers", "response", "responses", "agreed", "we agreed", "decision"]
    case .owner: ["owner", "owners", "who", "person", "responsible", "who does it"]
    case .does: ["does", "does what", "what", "task", "action", "commitment", "promise", "next step"]
    case .due: ["due", "due date", "when", "by when", "date", "deadline"]
    }
  }
}

/// The head of a sheet, read.
struct SheetHead {
  /// The column of each kind; the first of several.
  private(set) var places: [SheetColumn: Int] = [:]
  /// The columns of a name that is only near to a known one, with what they were taken for.
  private(set) var guessed: [(cell: String, name: String)] = []

  init(_ row: Sheet.Row) {
    var open: [(place: Int, cell: String)] = []
    for (place, cell) in row.cells.enumerated() where !cell.isEmpty {
      let word = Folding.fold(cell).lowercased()
      if let column = SheetColumn.allCases.first(where: { $0.names.contains(word) }) {
        if places[column] == nil { places[column] = place }
      } else {
        open.append((place, word))
      }
    }
    for (place, word) in open {
      let free = SheetColumn.allCases.filter { places[$0] == nil }
      guard let name = DidYouMean.nearest(to: word, among: free.flatMap(\.names)),
        let column = free.first(where: { $0.names.contains(name) })
      else { continue }
      places[column] = place
      guessed.append((row.cells[place], name))
    }
  }

  /// The cell of a column in a row; empty if there is none.
  func cell(_ column: SheetColumn, of row: Sheet.Row) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    return row.cells[place]
  }

  /// The cells of a row that stand in no known column.
  func others(of row: Sheet.Row) -> [String] {
    row.cells.enumerated().filter { !places.values.contains($0.offset) && !$0.element.isEmpty }.map(\.element)
  }
}
