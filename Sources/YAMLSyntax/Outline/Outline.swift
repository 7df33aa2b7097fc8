/// What may be under each key of the format, to tell a misplaced line from a correct one.
public struct Outline: Sendable {
  /// One place of a file: the value of a key, or a list item.
  public struct Place: Sendable {
    /// The keys that it takes, with the index of the place under each.
    public var keys: [String: Int]
    /// The index of the place under keys that people choose, such as the ids of campuses.
    public var anyKey: Int?
    /// The index of the place of each item, if it takes a list.
    public var item: Int?
    /// Whether it takes a text.
    public var takesText: Bool

    /// Makes a place.
    public init(keys: [String: Int] = [:], anyKey: Int? = nil, item: Int? = nil, takesText: Bool = false) {
      (self.keys, self.anyKey, self.item, self.takesText) = (keys, anyKey, item, takesText)
    }
  }

  /// The places; the first is the whole file.
  public private(set) var places: [Place] = [Place()]

  /// Makes an empty outline.
  public init() {}

  /// Whether the outline is empty.
  var isEmpty: Bool { places[0].keys.isEmpty }

  /// Adds a place and returns its index.
  public mutating func add(_ place: Place) -> Int {
    places.append(place)
    return places.count - 1
  }

  /// Sets the place of the whole file.
  public mutating func setRoot(_ place: Place) { places[0] = place }
}
