internal import Agreement
internal import Diagnostics

extension [AgreementFacts] {
  /// The indices of the agreements that have an id and a school year, sorted by id, then year, then index.
  var inOrderOfYears: [Int] {
    indices.filter { self[$0].id != nil && self[$0].year != nil }.sorted { left, right in
      guard let leftID = self[left].id?.value, let rightID = self[right].id?.value,
        let leftYear = self[left].year?.value,
        let rightYear = self[right].year?.value
      else { return left < right }
      if leftID != rightID { return leftID < rightID }
      return leftYear != rightYear ? leftYear < rightYear : left < right
    }
  }

  /// Calls `body` for each id with the indices of its agreements, earliest year first; of two for one year, only the
  /// first counts.
  func forEachID(_ inOrderOfYears: [Int], _ body: ([Int]) -> Void) {
    var group: [Int] = []
    for place in inOrderOfYears {
      if let last = group.last {
        if self[last].id?.value != self[place].id?.value {
          body(group)
          group = []
        } else if self[last].year?.value == self[place].year?.value {
          continue
        }
      }
      group.append(place)
    }
    if !group.isEmpty { body(group) }
  }
}
