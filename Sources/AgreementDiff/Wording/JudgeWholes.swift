internal import SchoolEnglish

/// Rhythms, sums of money and conditions, which are compared wherever they are in the two texts.
extension Judge {
  mutating func compareRhythms() {
    let (before, after) = (old.rhythms, new.rhythms)
    guard before != after || free.old != nil else { return }
    if before.count == after.count {
      for (from, to) in zip(before, after) {
        if from.perYear != to.perYear {
          // "At most once a month" limits, and asks for nothing.
          let isLimit = isCapped(from, old) || isCapped(to, new)
          findings.append(
            Finding(
              .rhythm, isLess: isLimit ? nil : to.perYear < from.perYear, old: old.quote(from.places),
              new: new.quote(to.places)))
        } else if from.days != to.days {
          let (gone, come) = (days(from, old), days(to, new))
          findings.append(Finding(.time, old: from.days.isEmpty ? nil : gone, new: to.days.isEmpty ? nil : come))
        } else if !from.isSame(as: to) {
          findings.append(Finding(.rhythm, old: old.quote(from.places), new: new.quote(to.places)))
        }
      }
    } else if after.isEmpty, let lost = before.first {
      // An answer may name a day to limit something.
      findings.append(Finding(.rhythm, isLess: countsNumbers ? true : nil, old: old.quote(lost.places)))
    } else if before.isEmpty, let gained = after.first {
      findings.append(Finding(.rhythm, isLess: countsNumbers ? false : nil, new: new.quote(gained.places)))
    } else {
      findings.append(
        Finding(
          .rhythm, old: before.map { old.quote($0.places) }.joined(separator: "\" and \""),
          new: after.map { new.quote($0.places) }.joined(separator: "\" and \"")))
    }
  }

  private func isCapped(_ rhythm: Rhythm, _ reading: Reading) -> Bool {
    let start = rhythm.places.lowerBound
    return reading.words[max(0, start - 3)..<rhythm.places.upperBound].contains {
      ["most", "than", "up"].contains($0.text)
    }
  }

  /// The days of a rhythm as written, without "on" and "every".
  private func days(_ rhythm: Rhythm, _ reading: Reading) -> String {
    let start = rhythm.places.first { reading.words[$0].traits.contains(.weekday) } ?? rhythm.places.lowerBound
    return reading.quote(start..<rhythm.places.upperBound)
  }

  mutating func compareMoney() {
    guard old.sums.map(\.exact) != new.sums.map(\.exact) || old.isUnread != new.isUnread else { return }
    if old.sums.count == 1, new.sums.count == 1, !old.isUnread, !new.isUnread {
      let (from, to) = (old.sums[0], new.sums[0])
      if from.isComparable(with: to), countsNumbers {
        findings.append(
          Finding(
            .amount(isDeadline: false), isLess: to.cents < from.cents, old: old.quote(from.places),
            new: new.quote(to.places)))
        return
      }
    }
    if !old.sums.isEmpty || !new.sums.isEmpty { findings.append(Finding(.money, old: "", new: "")) }
  }

  // MARK: - Conditions

  /// Adds findings for a consent that is no longer required, or is required now. Only people can say whom that favors,
  /// and whether more or less is promised.
  mutating func compareConsents(_ gone: [Range<Int>], _ come: [Range<Int>]) {
    guard gone.isEmpty != come.isEmpty else { return }
    for places in gone { findings.append(Finding(.limit, old: old.quote(places))) }
    for places in come { findings.append(Finding(.limit, new: new.quote(places))) }
    func terms(_ reading: Reading, _ consents: [Range<Int>]) -> [Int] {
      var rest = consents[...]
      return reading.terms.indices.filter { index in
        let start = reading.terms[index].places.lowerBound
        while let first = rest.first, first.upperBound <= start { rest.removeFirst() }
        return rest.first?.contains(start) ?? false
      }
    }
    told.old.formUnion(terms(old, gone))
    told.new.formUnion(terms(new, come))
  }

  mutating func compareConditions(without oldConsents: [Range<Int>], _ newConsents: [Range<Int>]) {
    var unpaired = (old: Set(old.terms.indices), new: Set(new.terms.indices))
    for pair in alignment.pairs {
      unpaired.old.remove(pair.old)
      unpaired.new.remove(pair.new)
    }
    // "If the teacher agrees" is a consent.
    func whole(_ reading: Reading, _ unpaired: Set<Int>, _ consents: [Range<Int>]) -> [Int: [Int]] {
      let starts = Set(consents.joined())
      var places: [Int: [Int]] = [:]
      for (index, term) in reading.terms.enumerated() {
        if let condition = term.condition, !starts.contains(reading.conditions[condition].places.lowerBound) {
          places[condition, default: []].append(index)
        }
      }
      // Words such as "the coach" may be elsewhere, too.
      return places.filter { _, terms in
        terms.first.map(unpaired.contains) == true && 2 * terms.count(where: unpaired.contains) > terms.count
      }
    }
    let (gone, come) = (whole(old, unpaired.old, oldConsents), whole(new, unpaired.new, newConsents))
    if gone.isEmpty && come.isEmpty { return }
    if let from = gone.keys.min(), let to = come.keys.min() {
      findings.append(
        Finding(
          .condition(old.conditions[from].kind), old: quote(old, old.conditions[from]),
          new: quote(new, new.conditions[to])))
    } else {
      for number in gone.keys.sorted() {
        let condition = old.conditions[number]
        findings.append(Finding(.condition(condition.kind), isLess: false, old: quote(old, condition)))
      }
      for number in come.keys.sorted() {
        let condition = new.conditions[number]
        findings.append(Finding(.condition(condition.kind), isLess: true, new: quote(new, condition)))
      }
    }
    told.old.formUnion(gone.values.joined())
    told.new.formUnion(come.values.joined())
  }

  private func quote(_ reading: Reading, _ condition: Reading.Condition) -> String {
    reading.quote(condition.places.lowerBound..<reading.clauseEnd(from: condition.places.lowerBound, most: 12))
  }
}
