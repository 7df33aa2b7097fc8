internal import Agreement

extension Comparison {
  /// Counts for what was carried on how many school years it has stood unchanged.
  ///
  /// `old` is the old side of this comparison; the earlier years follow, the latest first. A year without an agreement ends the count:
  /// nobody knows what held in it.
  public mutating func lookBack(from old: Edition, through earlier: [Edition]) {
    // Where what is still there is found in the year that is looked at; each year loses some.
    var standing = carried.indices.map { (carried: $0, place: carried[$0].oldIndex) }
    guard let last = new?.year?.first, var year = old.year?.first, year == last - 1 else { return }
    var later = old
    for edition in earlier where !standing.isEmpty {
      guard edition.year?.first == year - 1 else { return }
      year -= 1
      var places: [Carried.Kind: [Int: Int]] = [:]
      for item in Comparison(edition, later).carried { places[item.kind, default: [:]][item.newIndex] = item.oldIndex }
      standing = standing.compactMap { item in
        guard let place = places[carried[item.carried].kind]?[item.place] else { return nil }
        carried[item.carried].years = last - year + 1
        return (item.carried, place)
      }
      later = edition
    }
  }
}
