internal import Agreement

extension Comparison {
  /// Counts for what was carried on how many school years it has stood unchanged.
  ///
  /// `old` is the old side of this comparison; the earlier years follow, the latest first.
  public mutating func lookBack(from old: Edition, through earlier: [Edition]) {
    guard let last = new?.year?.first else { return }
    // Where what is still there is found in the year that is looked at; each year loses some.
    var standing = carried.indices.map { (carried: $0, place: carried[$0].oldIndex) }
    var later = old
    for index in standing { carried[index.carried].years = Self.count(from: old, to: last) }
    for edition in earlier where !standing.isEmpty {
      var places: [Carried.Kind: [Int: Int]] = [:]
      for item in Comparison(edition, later).carried { places[item.kind, default: [:]][item.newIndex] = item.oldIndex }
      standing = standing.compactMap { item in
        guard let place = places[carried[item.carried].kind]?[item.place] else { return nil }
        carried[item.carried].years = Self.count(from: edition, to: last)
        return (item.carried, place)
      }
      later = edition
    }
  }

  private static func count(from edition: Edition, to last: Int) -> Int {
    max(2, last - (edition.year?.first ?? last - 1) + 1)
  }
}
