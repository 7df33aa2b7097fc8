internal import Agreement
package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// A person or a campus of an agreement, as the cross-repository rules keep it.
package struct NamedID: Sendable {
  /// What an id stands for.
  package enum Kind: UInt8, Sendable {
    case person = 0x70
    case campus = 0x63
  }

  /// What the id stands for.
  package let kind: Kind
  /// The id.
  package let id: String
  /// The name, folded.
  package let name: String
  /// Where the id is.
  package let range: SourceRange
}

/// The lists kept of an agreement, in one block of memory: an archive has a hundred thousand agreements, and a separate
/// array for each list would add 32 bytes each.
struct PackedLists: Sendable {
  /// A list of values of one size.
  enum List {
    /// A hash of the answer to each topic of the catalog.
    case answers
    /// The indices of the coaches among the names.
    case coaches
    /// The times of the meetings.
    case meetings
    /// The people and campuses.
    case names
  }

  /// Where an id is, and where its letters begin.
  private struct NamePlace: BitwiseCopyable {
    let range: SourceRange
    let letters: UInt32
  }

  private let bytes: [UInt8]
  /// Where each list ends; the letters of the names follow the last one.
  private let ends: (UInt32, UInt32, UInt32, UInt32)

  /// The fewest bytes of an answer that says enough to be suspicious.
  private static let leastBytes = 40

  /// The lists of a file that says nothing.
  init() {
    bytes = []
    ends = (0, 0, 0, 0)
  }

  init(of agreement: Agreement) {
    var coaches: [UInt32] = []
    var names: [NamePlace] = []
    var letters: [UInt8] = []
    let document = agreement.document
    let count = agreement.participants.count + agreement.campuses.count
    names.reserveCapacity(count)
    letters.reserveCapacity(32 * count)
    func add(_ kind: NamedID.Kind, _ id: String, _ name: Text, at range: SourceRange) {
      names.append(NamePlace(range: range, letters: UInt32(letters.count)))
      letters.append(kind.rawValue)
      letters += id.utf8
      letters.append(0)
      Folding.append(document.bytes(of: name.node), to: &letters)
      letters.append(0)
    }
    for entry in agreement.participants {
      guard let person = entry.part.value, let name = person.name.value else { continue }
      if person.has(.instructionalCoach), person.left.isAbsent { coaches.append(UInt32(names.count)) }
      add(.person, entry.id, name, at: entry.keyRange)
    }
    for entry in agreement.campuses {
      guard let name = entry.part.value?.name.value else { continue }
      add(.campus, entry.id, name, at: entry.keyRange)
    }
    let meetings = (agreement.content.meetings.value?.schedule.value ?? []).flatMap {
      $0.value.map { MeetingTime.all(of: $0) } ?? []
    }
    let answers = Self.answers(of: agreement)
    var bytes: [UInt8] = []
    // Room for exactly these.
    bytes.reserveCapacity(
      answers.count * MemoryLayout<UInt32>.stride + coaches.count * MemoryLayout<UInt32>.stride
        + meetings.count * MemoryLayout<MeetingTime>.stride + names.count * MemoryLayout<NamePlace>.stride
        + letters.count)
    func add<Value: BitwiseCopyable>(_ values: [Value]) -> UInt32 {
      unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
      return UInt32(bytes.count)
    }
    ends = (add(answers), add(coaches), add(meetings), add(names))
    bytes += letters
    self.bytes = bytes
  }

  private static func answers(of agreement: Agreement) -> [UInt32] {
    let document = agreement.document
    var answers = Array(repeating: UInt32(0), count: agreement.catalog.topics.count)
    for answer in agreement.topics.answers {
      guard case .agreed(let texts) = answer.part.value?.state else { continue }
      var hash = BlockHash()
      var count = 0
      for text in texts {
        hash.add(document.bytes(of: text.node))
        count += document.textCount(of: text.node)
      }
      if count >= leastBytes { answers[answer.index] = UInt32(truncatingIfNeeded: hash.value >> 32) | 1 }
    }
    return answers
  }

  private func range(of list: List) -> Range<Int> {
    switch list {
    case .answers: 0..<Int(ends.0)
    case .coaches: Int(ends.0)..<Int(ends.1)
    case .meetings: Int(ends.1)..<Int(ends.2)
    case .names: Int(ends.2)..<Int(ends.3)
    }
  }

  /// The values of a list.
  func values<Value: BitwiseCopyable>(_ list: List, of type: Value.Type) -> [Value] {
    let range = range(of: list)
    return (0..<range.count / MemoryLayout<Value>.stride).compactMap { value($0, list, of: type) }
  }

  /// One value of a list; nil past its end.
  func value<Value: BitwiseCopyable>(_ place: Int, _ list: List, of type: Value.Type) -> Value? {
    let range = range(of: list)
    let start = range.lowerBound + place * MemoryLayout<Value>.stride
    guard place >= 0, start + MemoryLayout<Value>.stride <= range.upperBound else { return nil }
    return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: type) }
  }

  /// The number of people and campuses.
  var nameCount: Int { range(of: .names).count / MemoryLayout<NamePlace>.stride }

  /// A person or a campus, in file order; nil past the last one.
  func name(_ place: Int) -> NamedID? {
    guard let found = value(place, .names, of: NamePlace.self) else { return nil }
    // A zero byte is an error in the file; a name that has one is cut there.
    let letters = bytes[(Int(ends.3) + Int(found.letters))...]
    guard let kind = letters.first.flatMap(NamedID.Kind.init), let end = letters.firstIndex(of: 0) else { return nil }
    return NamedID(
      kind: kind, id: String(decoding: letters[(letters.startIndex + 1)..<end], as: UTF8.self),
      name: String(decoding: letters[(end + 1)...].prefix { $0 != 0 }, as: UTF8.self), range: found.range)
  }
}
