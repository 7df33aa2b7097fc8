/// What may be under each key of the format, to tell a misplaced line from a correct one.
package struct Outline: Sendable {
  /// One place of a file: the value of a key, or a list item.
  package struct Place: Sendable {
    /// The keys that it takes, with the index of the place under each.
    package var keys: [String: Int]
    /// The index of the place under keys that people choose, such as the ids of campuses.
    package var anyKey: Int?
    /// The index of the place of each item, if it takes a list.
    package var item: Int?
    /// Whether it takes a text.
    package var takesText: Bool

    /// Makes a place.
    package init(keys: [String: Int] = [:], anyKey: Int? = nil, item: Int? = nil, takesText: Bool = false) {
      (self.keys, self.anyKey, self.item, self.takesText) = (keys, anyKey, item, takesText)
    }
  }

  /// The places; the first is the whole file.
  package private(set) var places: [Place] = [Place()]

  /// Makes an empty outline.
  package init() {}

  /// Whether the outline is empty.
  var isEmpty: Bool { places[0].keys.isEmpty }

  /// Whether an item of some list may begin with a key.
  func beginsItem(_ key: String) -> Bool {
    places.contains { place in place.item.map { places[$0].keys[key] != nil } ?? false }
  }

  /// Adds a place and returns its index.
  package mutating func add(_ place: Place) -> Int {
    places.append(place)
    return places.count - 1
  }

  /// Sets the place of the whole file.
  package mutating func setRoot(_ place: Place) { places[0] = place }
}
