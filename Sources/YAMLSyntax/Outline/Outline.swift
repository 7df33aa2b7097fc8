/// What may be under each key of the format, so that a line in the wrong place can be told from one in the right place.
public struct Outline: Sendable {
  /// One place of a file: what a key leads to, or an item of a list.
  public struct Place: Sendable {
    /// The keys that it takes, and the place under each.
    public var keys: [String: Int]
    /// The place under the keys that people choose themselves, such as the ids of campuses.
    public var anyKey: Int?
    /// The place of each item, where it takes a list.
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

  /// Makes an outline in which nothing is known.
  public init() {}

  /// Whether nothing is known.
  var isEmpty: Bool { places[0].keys.isEmpty }

  /// Adds a place and says which one it is.
  public mutating func add(_ place: Place) -> Int {
    places.append(place)
    return places.count - 1
  }

  /// Says what the whole file is.
  public mutating func setRoot(_ place: Place) { places[0] = place }
}
