internal import Agreement
internal import Diagnostics
internal import YAMLSyntax
internal import SchoolEnglish

extension Agreement {
  /// Whether a capitalized word is in a participant's name, or in the name of an instructional coach.
  func isName(_ word: Word, ofCoach: Bool = false) -> Bool {
    guard word.isNameLike, (ofCoach ? namesOfCoaches : namesOfParticipants).mayBegin(word) else { return false }
    let letters = Array(word.base.utf8)
    return participants.prefix(Self.mostNames).contains { entry in
      guard let person = entry.part.value, !ofCoach || person.has(.instructionalCoach),
        case .present(let name) = person.name
      else { return false }
      return has(letters, in: name.value)
    }
  }

  /// Whether a word is in the name of a campus.
  func isNameOfCampus(_ word: Word) -> Bool {
    guard namesOfCampuses.mayBegin(word) else { return false }
    let letters = Array(word.base.utf8)
    return campuses.prefix(Self.mostNames).contains { entry in
      entry.part.value?.name.value.map { has(letters, in: $0) } ?? false
    }
  }

  private func has(_ word: [UInt8], in name: Text) -> Bool {
    let document = document
    guard document.textCount(of: name.node) <= Self.longestName else { return false }
    return document.bytes(of: name.node).hasWord(word)
  }

  /// Whether a text is what an instructional coach promises in a commitment.
  func isPromiseOfCoach(_ range: SourceRange) -> Bool {
    let answers = topics.answers
    guard let answer = answers.last(startingBy: range.start, { $0.keyRange.start }),
      case .present(let commitments) = answers[answer].part.value?.commitments,
      let place = commitments.value.last(startingBy: range.start, { $0.range.start }),
      let commitment = commitments.value[place].value, case .present(let does) = commitment.does, does.range == range,
      let owners = commitment.owners.value
    else { return false }
    return owners.contains { owner in
      guard let index = owner.value.participant, participants.indices.contains(index) else { return false }
      return participants[index].part.value?.has(.instructionalCoach) ?? false
    }
  }

  /// The id of the topic that a text belongs to.
  func topic(at range: SourceRange) -> String? {
    let answers = topics.answers
    guard let place = answers.last(startingBy: range.start, { $0.keyRange.start }),
      answers[place].part.range.end >= range.end
    else { return nil }
    return catalog.topics[answers[place].index].id
  }

  // Every text with a trigger in it checks the names again, so the number checked is limited.
  private static let mostNames = 30
  /// The limit for one name, in UTF-8 bytes.
  private static let longestName = 100
}

extension NameBeginnings {
  fileprivate func mayBegin(_ word: Word) -> Bool {
    var letters = word.base.utf8.makeIterator()
    guard let first = letters.next(), let second = letters.next() else { return true }
    return mayBegin(first, second)
  }
}

extension Span<UInt8> {
  /// Whether a word, in lower case, comes before the first comma: "Linh Tran, Ed.D." has a degree after it.
  fileprivate func hasWord(_ word: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
    var index = 0
    var previous: UInt8 = 0
    while index + word.count <= count, self[index] != 0x2C {
      if !isLetter(previous), index + word.count == count || !isLetter(self[index + word.count]),
        word.indices.allSatisfy({
          let byte = self[index + $0]
          return word[$0] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        })
      {
        return true
      }
      previous = self[index]
      index += 1
    }
    return false
  }
}

extension List {
  /// The last element that starts at or before an offset, for elements in file order.
  fileprivate func last<Offset: Comparable>(startingBy offset: Offset, _ start: (Element) -> Offset) -> Int? {
    let next = sortedIndex { start($0) > offset }
    return next > startIndex ? next - 1 : nil
  }
}
