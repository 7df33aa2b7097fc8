/// Who made an agreement and where, to find one that continues under another id.
package struct AgreementIdentity: Sendable {
  /// The id of the agreement.
  package let id: String
  /// The names of its campuses, in lower case.
  package let campuses: Set<String>
  /// The names of its people, in lower case.
  package let people: Set<String>

  /// The identity of an agreement.
  package init(_ edition: Edition) {
    id = edition.id
    campuses = Set(edition.snapshot.campuses.map { $0.name.lowercased() })
    people = Set(edition.snapshot.people.filter { $0.left == nil && !$0.name.isEmpty }.map { $0.name.lowercased() })
  }

  /// Whether two agreements share a campus and at least two people, who are most of the people in one of them.
  package func isLike(_ other: AgreementIdentity) -> Bool {
    guard !campuses.isDisjoint(with: other.campuses) else { return false }
    let common = people.intersection(other.people).count
    return common >= 2 && 2 * common > min(people.count, other.people.count)
  }

  /// For each identity in `old` and in `new`, the sorted ids of the identities on the other side that are like it.
  ///
  /// A campus with more than 100 agreements on a side is ignored, so that the work stays proportional to the number of
  /// agreements.
  package static func pairs(_ old: [AgreementIdentity], _ new: [AgreementIdentity]) -> (
    old: [String: [String]], new: [String: [String]]
  ) {
    let most = 100
    var places: [String: [Int]] = [:]
    for (index, identity) in new.enumerated() {
      for campus in identity.campuses { places[campus, default: []].append(index) }
    }
    var counts: [String: Int] = [:]
    for campus in old.lazy.flatMap(\.campuses) { counts[campus, default: 0] += 1 }
    for (campus, count) in counts where count > most { places[campus] = nil }
    var result: (old: [String: [String]], new: [String: [String]]) = ([:], [:])
    for identity in old {
      let candidates = Set(
        identity.campuses.flatMap { campus in places[campus].flatMap { $0.count > most ? nil : $0 } ?? [] })
      for index in candidates where new[index].id != identity.id && identity.isLike(new[index]) {
        result.old[identity.id, default: []].append(new[index].id)
        result.new[new[index].id, default: []].append(identity.id)
      }
    }
    // One side may have several years with the same id.
    return (result.old.mapValues { Set($0).sorted() }, result.new.mapValues { Set($0).sorted() })
  }
}
