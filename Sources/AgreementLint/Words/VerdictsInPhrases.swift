internal import SchoolEnglish

/// What set phrases say of a named person: "Ms. Day, who is never satisfied", "concerns about Mr. Bell".
extension ArraySlice<Word> {
  /// Whether a phrase before or after a name judges the person.
  func isJudgedInPhrase(_ name: Range<Int>, _ evidence: PersonName.Evidence) -> Bool {
    let after = self[name.upperBound...].prefix(24)
    let isOfPerson = Phrases.verdictsOfPersons.isIn(after) { range in
      range.lowerBound - name.upperBound <= 5 && !isOfStudents(at: range.upperBound)
        && !self[name.upperBound..<range.lowerBound].contains { $0.gap > .clause || notJudged.contains($0) }
    }
    if isOfPerson { return true }
    guard evidence == .sure else { return false }
    let isAfter = Phrases.verdictsAfterNames.isIn(after) { range in
      // "The lowest absence rate" is praise.
      !self[range.lowerBound...].prefix(6).contains { VerdictWords.betterWhenLow.contains($0) }
        && !self[range].contains { $0.traits.contains(.denial) || $0.isNegated }
        && range.lowerBound - name.upperBound <= 5 && !isOfStudents(at: range.upperBound)
        && !self[name.upperBound..<range.lowerBound].contains { $0.gap > .comma || notJudged.contains($0) }
    }
    guard !isAfter else { return true }
    let before = self[Swift.max(startIndex, name.lowerBound - 8)..<Swift.min(endIndex, name.upperBound + 6)]
    return Phrases.verdictsBeforeNames.isIn(before) { range in
      range.lowerBound < name.lowerBound && name.lowerBound <= range.upperBound && !isOfStudents(at: range.upperBound)
    }
  }

  /// Whether the adjective before a place is about students: "has weak readers", "with struggling students".
  private func isOfStudents(at place: Int) -> Bool {
    self[Swift.min(place, endIndex)...].prefix(2).contains {
      ["children", "kids", "learners", "program", "readers", "students", "writers"].contains($0.base)
    }
  }
}

/// Words after which a phrase is about something other than the person.
private let notJudged: WordSet = [
  "for", "helps", "how", "if", "knows", "leads", "no", "not", "says", "supports", "that", "when", "where", "why",
]
