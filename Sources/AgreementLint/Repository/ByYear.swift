internal import Agreement
internal import Diagnostics

extension [AgreementFacts] {
  /// For each id the places of its agreements, the earliest year first; of two for one year the first counts.
  var byYear: [String: [Int]] {
    var result: [String: [Int]] = [:]
    for (place, facts) in enumerated() {
      if let id = facts.id?.value, facts.year != nil { result[id, default: []].append(place) }
    }
    return result.mapValues { places in
      var years: Set<SchoolYear> = []
      return places.filter { place in self[place].year.map { years.insert($0.value).inserted } ?? false }.sorted {
        left, right in
        guard let left = self[left].year?.value, let right = self[right].year?.value else { return false }
        return left < right
      }
    }
  }
}
