internal import Agreement

extension Comparison {
  /// Counts how many school years each carried item has been unchanged.
  ///
  /// `old` is the old side of this comparison; `earlier` contains the years before it, the latest first. A year without
  /// an agreement ends the count, because nobody knows what was agreed then.
  package mutating func lookBack(from old: Edition, through earlier: [Edition]) {
    // The remaining items, by their indices in `carried` and in the year being examined; each year leaves fewer of
    // them.
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
