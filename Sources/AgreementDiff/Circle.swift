/// Who made an agreement and where, to find one that continues under another id.
public struct Circle: Sendable {
  /// The id of the agreement.
  public let id: String
  /// The names of its campuses, in lower case.
  public let campuses: Set<String>
  /// The names of its people, in lower case.
  public let people: Set<String>

  /// The circle of an agreement.
  public init(_ edition: Edition) {
    id = edition.id
    campuses = Set(edition.snapshot.campuses.map { $0.name.lowercased() })
    people = Set(edition.snapshot.people.filter { $0.left == nil && !$0.name.isEmpty }.map { $0.name.lowercased() })
  }

  /// Whether two agreements share a campus and at least two people, who are most of the people in one of them.
  public func isLike(_ other: Circle) -> Bool {
    guard !campuses.isDisjoint(with: other.campuses) else { return false }
    let common = people.intersection(other.people).count
    return common >= 2 && 2 * common > min(people.count, other.people.count)
  }

  /// For each circle in `old` and in `new`, the sorted ids of the circles on the other side that are like it.
  ///
  /// A campus with more than 100 agreements on a side is ignored, so that the work stays proportional to the number of
  /// agreements.
  public static func pairs(_ old: [Circle], _ new: [Circle]) -> (old: [String: [String]], new: [String: [String]]) {
    let most = 100
    var places: [String: [Int]] = [:]
    for (index, circle) in new.enumerated() {
      for campus in circle.campuses { places[campus, default: []].append(index) }
    }
    var counts: [String: Int] = [:]
    for campus in old.lazy.flatMap(\.campuses) { counts[campus, default: 0] += 1 }
    for (campus, count) in counts where count > most { places[campus] = nil }
    var result: (old: [String: [String]], new: [String: [String]]) = ([:], [:])
    for circle in old {
      let candidates = Set(
        circle.campuses.flatMap { campus in places[campus].flatMap { $0.count > most ? nil : $0 } ?? [] })
      for index in candidates where new[index].id != circle.id && circle.isLike(new[index]) {
        result.old[circle.id, default: []].append(new[index].id)
        result.new[new[index].id, default: []].append(circle.id)
      }
    }
    // One side may have several years with the same id.
    return (result.old.mapValues { Set($0).sorted() }, result.new.mapValues { Set($0).sorted() })
  }
}
