internal import SchoolEnglish

/// Duties that the coach gives up or hands to somebody else: "leave cafeteria duty to the aides", "bus duty goes to the office".
extension SentenceActors {
  /// Whether the duty that has a word at a place is given away, or only taken on as a last resort.
  func isGivenAway(at index: Int) -> Bool {
    let before = words[..<index].suffix(5)
    if let verb = before.lastIndex(where: { leavings.contains($0) || givings.contains($0) }) {
      let between = words[(verb + 1)..<index]
      // "Leave early for bus duty" means going there.
      let isGoing = between.contains { ["after", "at", "early", "for", "when"].contains($0.base) }
      if !isGoing {
        if leavings.contains(words[verb]) { return true }
        if between.first.map({ ["away", "back", "off", "over", "up"].contains($0.base) }) ?? false { return true }
        if isToOthers(after: index) { return true }
      }
    }
    let after = words[(index + 1)...].prefix(5)
    // "Lunch duty goes to the aides", "is handed over to the office", "belongs to the assistants".
    if let verb = after.firstIndex(where: { movings.contains($0) }), isToOthers(after: verb) { return true }
    // "May watch a class only if a teacher falls ill."
    let only = words[index...].firstIndex { $0.base == "only" }
    return only.map { place in
      words[(place + 1)...].prefix(1).contains { ["if", "when"].contains($0.base) }
        && words[..<index].contains { ["may", "might"].contains($0.base) }
    } ?? false
  }

  /// Whether somebody other than the coach is named after "to" or "with".
  private func isToOthers(after index: Int) -> Bool {
    guard let link = words[(index + 1)...].prefix(6).firstIndex(where: { ["to", "with"].contains($0.base) }) else {
      return false
    }
    return words[(link + 1)...].prefix(4).contains {
      $0.traits.contains(.somebody) && $0.base != "student" && $0.base != "students"
    }
      && !words[(link + 1)...].prefix(4).contains(where: isCoach)
  }
}

/// Verbs for no longer having something.
private let leavings: WordSet = [
  "abandon", "abandons", "delegate", "delegates", "drop", "drops", "end", "ends", "leave", "leaves", "lose", "loses",
  "quit", "quits", "reassign", "reassigns", "relinquish", "relinquishes", "shed", "sheds", "skip", "skips", "stop",
  "stops", "surrender", "surrenders",
]

/// Verbs that mean the same with "up", or with "to" and somebody.
private let givings: WordSet = [
  "gave", "give", "gives", "giving", "hand", "handing", "hands", "pass", "passes", "return", "returns", "shift",
  "shifts", "sign", "signs", "trade", "trades", "transfer", "transfers", "turn", "turns",
]

private let movings: WordSet = [
  "assigned", "back", "belongs", "falls", "given", "goes", "handed", "left", "moved", "moves", "passed", "passes",
  "rests", "returned", "returns", "shifted", "shifts", "stays", "transferred",
]
