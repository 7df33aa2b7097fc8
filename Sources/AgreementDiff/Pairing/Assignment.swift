/// The best one-to-one assignment of rows to columns.
enum Assignment {
  /// For each row, the 0-based index of its column or nil, so that the sum of the weights is the largest possible. A
  /// weight of 0 makes no pair.
  ///
  /// This is the Hungarian method with potentials, row by row along the shortest path (Kuhn 1955; Jonker and Volgenant
  /// 1987). It takes at most rows × rows × columns steps, where rows is the shorter side.
  static func best(rows: Int, columns: Int, weight: (Int, Int) -> Int) -> [Int?] {
    guard rows > 0, columns > 0 else { return Array(repeating: nil, count: rows) }
    guard rows <= columns else {
      var result: [Int?] = Array(repeating: nil, count: rows)
      for (column, row) in best(rows: columns, columns: rows, weight: { weight($1, $0) }).enumerated() {
        if let row { result[row] = column }
      }
      return result
    }
    var weights = [Int](repeating: 0, count: rows * columns)
    var most = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let value = weight(row, column)
        weights[row * columns + column] = value
        most = max(most, value)
      }
    }
    // The method uses costs instead of weights, and reserves index 0 of rows and columns.
    var rowPotential = [Int](repeating: 0, count: rows + 1)
    var columnPotential = [Int](repeating: 0, count: columns + 1)
    var owner = [Int](repeating: 0, count: columns + 1)
    var way = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      owner[0] = row
      var column = 0
      var least = [Int](repeating: .max, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = owner[column]
        var delta = Int.max
        var next = 0
        let start = (current - 1) * columns - 1
        for other in 1...columns where !isUsed[other] {
          let cost = most - weights[start + other] - rowPotential[current] - columnPotential[other]
          if cost < least[other] {
            least[other] = cost
            way[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[owner[other]] += delta
            columnPotential[other] -= delta
          } else if least[other] != .max {
            least[other] -= delta
          }
        }
        column = next
      } while owner[column] != 0
      repeat {
        let previous = way[column]
        owner[column] = owner[previous]
        column = previous
      } while column != 0
    }
    var result: [Int?] = Array(repeating: nil, count: rows)
    for column in 1...columns where owner[column] > 0 && weights[(owner[column] - 1) * columns + column - 1] > 0 {
      result[owner[column] - 1] = column - 1
    }
    return result
  }
}
