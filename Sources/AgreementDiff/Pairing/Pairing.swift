internal import TextSupport

/// Something to be found in the other year.
struct Candidate {
  /// The id that it keeps, if it has one.
  var id: String?
  /// The text that is compared.
  var text: String
  /// Everything that is said about it; the same content is the same thing.
  var content: String
  /// Where it belongs; a text that moved elsewhere has to be more similar.
  var home = ""
}

/// How two things were found to be the same.
package struct Match: Sendable, Hashable {
  /// What made them a pair.
  package enum Basis: String, Sendable, CaseIterable {
    /// They have the same id, key or name.
    case id
    /// They say the same.
    case content
    /// Their texts are similar.
    case similarity
  }

  /// What made them a pair.
  package let basis: Basis
  /// How certain that is, in thousandths; for similar texts, how similar they are.
  package let confidence: Int

  /// The match of two things with the same id.
  static let byID = Match(basis: .id, confidence: 1000)
  /// The match of two things that say the same.
  static let byContent = Match(basis: .content, confidence: 1000)
}

/// Matches the things of one year with those of another: by id, by content, or else by the best assignment over the
/// similarity of texts.
///
/// Nothing depends on positions or on which side is first: ties are broken by a number made from both contents.
struct Pairing {
  /// Two things that belong together.
  struct Pair: Equatable {
    let old: Int
    let new: Int
    let match: Match
  }

  /// The least similarity, in thousandths, of a pair of texts in the same place.
  static let least = 400
  /// The least similarity, in thousandths, of a pair of texts in different places.
  static let leastElsewhere = 600
  /// The most texts per side in a group of similar texts that is assigned exactly; in a larger one, the best pairs come
  /// first.
  static let mostExact = 300
  /// How many of the best partners of each text are considered if a side has more than `mostExact` texts.
  private static let partners = 8

  private let old: [Candidate]
  private let new: [Candidate]
  private let bonus: (Int, Int) -> Int
  private var pairs: [Pair] = []
  private var oldLeft: [Int]
  private var newLeft: [Int]

  /// The pairs, sorted by their indices on the old side. `bonus` favors a pair by up to 200 thousandths, and must be
  /// the same from both sides.
  static func pairs(
    _ old: [Candidate], _ new: [Candidate], bonus: @escaping (_ old: Int, _ new: Int) -> Int = { _, _ in 0 }
  ) -> [Pair] {
    if old.isEmpty || new.isEmpty { return [] }
    var pairing = Pairing(old: old, new: new, bonus: bonus)
    pairing.takeInPlace()
    pairing.takeEqual(.byID) { $0.id }
    pairing.takeEqual(.byContent) { $0.content }
    pairing.assign()
    return pairing.pairs.sorted { $0.old < $1.old }
  }

  private init(old: [Candidate], new: [Candidate], bonus: @escaping (Int, Int) -> Int) {
    self.old = old
    self.new = new
    self.bonus = bonus
    oldLeft = Array(old.indices)
    newLeft = Array(new.indices)
  }

  /// Pairs things with the same index, content and id, which is nearly everything from one year to the next.
  ///
  /// The next steps would do the same, because identical things cannot be told apart; they would only take longer.
  private mutating func takeInPlace() {
    // If an id is used twice, the slower steps apply, in which its first use counts.
    for side in [old, new] {
      guard Set(side.compactMap(\.id)).count == side.count(where: { $0.id != nil }) else { return }
    }
    for index in 0..<min(old.count, new.count)
    where old[index].content == new[index].content && old[index].id == new[index].id {
      pairs.append(Pair(old: index, new: index, match: old[index].id == nil ? .byContent : .byID))
    }
    if pairs.isEmpty { return }
    var isTaken = [Bool](repeating: false, count: max(old.count, new.count))
    for pair in pairs { isTaken[pair.old] = true }
    oldLeft.removeAll { isTaken[$0] }
    newLeft.removeAll { isTaken[$0] }
  }

  /// Pairs things with the same key; if there are several, the first with the first, because they cannot be told apart.
  private mutating func takeEqual(_ match: Match, _ key: (Candidate) -> String?) {
    var waiting: [String: [Int]] = [:]
    for index in newLeft.reversed() { if let key = key(new[index]) { waiting[key, default: []].append(index) } }
    if waiting.isEmpty || oldLeft.isEmpty { return }
    var taken: Set<Int> = []
    oldLeft.removeAll { index in
      guard let key = key(old[index]), let partner = waiting[key]?.popLast() else { return false }
      pairs.append(Pair(old: index, new: partner, match: match))
      taken.insert(partner)
      return true
    }
    newLeft.removeAll { taken.contains($0) }
  }

  private struct Edge {
    let row: Int
    let column: Int
    /// The weight to be summed; its low bits come from both contents, so that no two edges weigh the same.
    let weight: Int
    let likeness: Int
  }

  /// The most pairs that are compared by their words; with more, everything that is not equal came or went. No
  /// agreement has so many.
  private static let mostCompared = 16_000_000

  private mutating func assign() {
    guard oldLeft.count * newLeft.count <= Self.mostCompared else { return }
    for _ in 0..<8 where !oldLeft.isEmpty && !newLeft.isEmpty {
      let isLarge = max(oldLeft.count, newLeft.count) > Self.mostExact
      let edges = edges(most: isLarge ? Self.partners : nil)
      if edges.isEmpty { return }
      let chosen = Self.groups(edges, oldLeft.count, newLeft.count).flatMap { Self.best(of: $0) }
      var oldTaken: Set<Int> = []
      var newTaken: Set<Int> = []
      for edge in chosen {
        pairs.append(
          Pair(
            old: oldLeft[edge.row], new: newLeft[edge.column],
            match: Match(basis: .similarity, confidence: edge.likeness)))
        oldTaken.insert(oldLeft[edge.row])
        newTaken.insert(newLeft[edge.column])
      }
      oldLeft.removeAll { oldTaken.contains($0) }
      newLeft.removeAll { newTaken.contains($0) }
      if !isLarge { return }
    }
  }

  /// The pairs that are similar enough; if `most` is not nil, only that many of the best for each row and each column.
  private func edges(most: Int?) -> [Edge] {
    var similarity = Similarity()
    let rows = oldLeft.map { similarity.profile(old[$0].text) }
    let columns = newLeft.map { similarity.profile(new[$0].text) }
    var places: [[Int]] = Array(repeating: [], count: similarity.count)
    for (column, profile) in columns.enumerated() { for word in profile.words { places[word].append(column) } }
    let rowNumbers = Self.numbers(oldLeft.map { old[$0].content })
    let columnNumbers = Self.numbers(newLeft.map { new[$0].content })
    // Numbers are faster to compare than texts, and every pair is compared.
    var known: [String: Int] = [:]
    func number(_ text: String) -> Int {
      if let number = known[text] { return number }
      known[text] = known.count
      return known.count - 1
    }
    let (rowHomes, columnHomes) = (oldLeft.map { number(old[$0].home) }, newLeft.map { number(new[$0].home) })
    let (rowTexts, columnTexts) = (oldLeft.map { number(old[$0].text) }, newLeft.map { number(new[$0].text) })
    var common = [Int](repeating: 0, count: columns.count)
    var result: [Edge] = []
    var bestOfColumn: [[Edge]] = Array(repeating: [], count: most == nil ? 0 : columns.count)
    for (row, profile) in rows.enumerated() {
      for index in common.indices { common[index] = 0 }
      for word in profile.words {
        let weight = similarity.weights[word]
        for column in places[word] { common[column] += weight }
      }
      var best: [Edge] = []
      for column in common.indices where common[column] > 0 {
        let likeness = Similarity.share(common[column], profile, columns[column])
        let isHome = rowHomes[row] == columnHomes[column]
        guard likeness >= (isHome ? Self.least : Self.leastElsewhere) else { continue }
        let tie = Self.mixed(rowNumbers[row], columnNumbers[column])
        let isSame = rowTexts[row] == columnTexts[column] ? 100 : 0
        let score = likeness + isSame + (isHome ? 100 : 0) + bonus(oldLeft[row], newLeft[column])
        let edge = Edge(row: row, column: column, weight: score << 32 | tie, likeness: likeness)
        guard let most else {
          result.append(edge)
          continue
        }
        Self.keep(edge, in: &best, most)
        Self.keep(edge, in: &bestOfColumn[column], most)
      }
      result += best
    }
    guard most != nil else { return result }
    var seen = Set(result.map { $0.row << 32 | $0.column })
    for edge in bestOfColumn.joined() where seen.insert(edge.row << 32 | edge.column).inserted { result.append(edge) }
    return result
  }

  private static func keep(_ edge: Edge, in best: inout [Edge], _ most: Int) {
    if best.count == most, let last = best.last, last.weight >= edge.weight { return }
    let place = best.firstIndex { $0.weight < edge.weight } ?? best.count
    best.insert(edge, at: place)
    if best.count > most { best.removeLast() }
  }

  /// The groups of connected edges; each is assigned separately.
  private static func groups(_ edges: [Edge], _ rows: Int, _ columns: Int) -> [[Edge]] {
    var parents = Array(0..<rows + columns)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    for edge in edges {
      let (left, right) = (root(edge.row), root(rows + edge.column))
      if left != right { parents[max(left, right)] = min(left, right) }
    }
    var groups: [[Edge]] = []
    var places: [Int: Int] = [:]
    for edge in edges {
      let root = root(edge.row)
      if let place = places[root] {
        groups[place].append(edge)
      } else {
        places[root] = groups.count
        groups.append([edge])
      }
    }
    return groups
  }

  private static func best(of edges: [Edge]) -> [Edge] {
    if edges.count == 1 { return edges }
    let rows = Array(Set(edges.map(\.row))).sorted()
    let columns = Array(Set(edges.map(\.column))).sorted()
    guard min(rows.count, columns.count) <= mostExact, max(rows.count, columns.count) <= 2 * mostExact else {
      var takenRows: Set<Int> = []
      var takenColumns: Set<Int> = []
      return edges.sorted { $0.weight > $1.weight }.filter { edge in
        guard !takenRows.contains(edge.row), !takenColumns.contains(edge.column) else { return false }
        takenRows.insert(edge.row)
        takenColumns.insert(edge.column)
        return true
      }
    }
    var matrix = [Int](repeating: -1, count: rows.count * columns.count)
    let rowPlaces = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnPlaces = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for (index, edge) in edges.enumerated() {
      guard let row = rowPlaces[edge.row], let column = columnPlaces[edge.column] else { continue }
      matrix[row * columns.count + column] = index
    }
    let assigned = Assignment.best(rows: rows.count, columns: columns.count) { row, column in
      let index = matrix[row * columns.count + column]
      return index < 0 ? 0 : edges[index].weight
    }
    return assigned.enumerated().compactMap { row, column in
      guard let column else { return nil }
      let index = matrix[row * columns.count + column]
      return index < 0 ? nil : edges[index]
    }
  }

  /// A number for each content; two equal contents have different numbers.
  private static func numbers(_ contents: [String]) -> [UInt64] {
    var seen: [String: Int] = [:]
    return contents.map { content in
      let count = seen[content, default: 0]
      seen[content] = count + 1
      var hash = StableHash()
      for byte in content.utf8 { hash.add(byte) }
      for byte in String(count).utf8 { hash.add(byte) }
      return hash.value
    }
  }

  /// A number below 2²⁰ made from two contents, whichever comes first.
  private static func mixed(_ left: UInt64, _ right: UInt64) -> Int {
    var value = min(left, right) &* 0x9E37_79B9_7F4A_7C15 ^ max(left, right)
    value = (value ^ (value >> 31)) &* 0xBF58_476D_1CE4_E5B9
    return Int(value >> 44)
  }
}
