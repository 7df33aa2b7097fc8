internal import Diagnostics
internal import YAMLSyntax

/// A person or a group that the agreement names but that does not take part in it: the office, a team, a provider.
package struct Other: View {
  package enum Key: Int { case name, about }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var name: Part<Text> { self[.name] }
  package var about: Part<Text> { self[.about] }

  package static let table = MappingDescription([
    Field(
      Key.name, "name", .text, required: true, title: "Name",
      about: "The name of the person or group, as it should appear.", examples: ["The front office"]),
    Field(
      Key.about, "about", .text, title: "About", about: "Who they are, or what they have to do with it.",
      examples: ["Books the rooms and the substitutes"]),
  ])
}

/// Somebody who can promise something: a participant, or a person or group under `others`.
package enum Party: Sendable, Hashable {
  /// A participant, as an index into `Agreement.participants`.
  case participant(Int)
  /// A person or group under `others`, as an index into `Agreement.others`.
  case other(Int)

  /// The participant, if it is one.
  package var participant: Int? {
    switch self {
    case .participant(let index): index
    case .other: nil
    }
  }

  /// The index and the kind in one number.
  var packed: UInt32 {
    switch self {
    case .participant(let index): UInt32(index) << 1
    case .other(let index): UInt32(index) << 1 | 1
    }
  }
}

extension Party: CellValue {
  package init(_ place: CellPlace) {
    let index = Int(place.cell.value >> 1)
    self = place.cell.value & 1 == 0 ? .participant(index) : .other(index)
  }
}

extension Decoder {
  /// Reports each id that stands for both a participant and somebody else.
  mutating func checkOthers(_ content: AgreementContent) {
    guard let others = content.others.value, !others.isEmpty else { return }
    let people = Dictionary((content.participants.value ?? []).map { ($0.id, $0.keyRange) }) { first, _ in first }
    for entry in others {
      guard let person = people[entry.id] else { continue }
      let (first, second) = person.start < entry.keyRange.start ? (person, entry.keyRange) : (entry.keyRange, person)
      report(
        .duplicateKey, at: second, "`\(entry.id)` is both under `participants` and under `others`",
        help: "delete it under `others` if they take part and sign; otherwise delete it under `participants`",
        notes: [Note(at: first, "it is here, too")])
    }
  }
}
