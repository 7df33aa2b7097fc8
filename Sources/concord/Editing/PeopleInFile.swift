internal import Agreement
internal import ArgumentParser
internal import Diagnostics
internal import TextSupport

/// Somebody who takes part in an agreement.
struct PersonInFile {
  /// The place among the participants.
  let index: Int
  let id: String
  let person: Participant
  /// The name as it stands in the file.
  let name: String
  /// The signature; nil if there is none.
  let signature: Signature?

  /// Whether the person has signed a text and not withdrawn.
  var given: Signature? { signature.flatMap { $0.withdrawn.isAbsent ? $0 : nil } }
}

extension EditedAgreement {
  /// Everybody, in file order.
  var people: [PersonInFile] {
    let signatures = agreement.content.signatures.value ?? []
    return agreement.participants.enumerated().compactMap { index, entry in
      guard let person = entry.part.value else { return nil }
      return PersonInFile(
        index: index, id: entry.id, person: person,
        name: person.name.value.map { agreement.folded($0) } ?? entry.id,
        signature: signatures.first { $0.id == entry.id }?.part.value)
    }
  }

  /// Everybody who signs: neither people who only lead the conversation nor people who have left.
  var signers: [PersonInFile] { people.filter { $0.person.isParty && !$0.person.hasLeft(by: today) } }

  /// Everybody who has still to sign this text.
  var missing: [PersonInFile] { signers.filter { $0.given?.digest.value != digest } }

  /// People who signed another text than this one.
  var stale: [PersonInFile] {
    signers.filter { person in person.given?.digest.value.map { $0 != digest } ?? false }
  }

  /// The name of a person for standard error; in CI, the id.
  func shown(_ person: PersonInFile) -> String { Output.isInCI ? person.id : shown(person.name) }

  /// The names of people for standard error.
  func shown(_ people: [PersonInFile]) -> String { Prose.list(people.map { shown($0) }) }

  /// The person with an id; throws what to type instead if nobody has it.
  func person(_ id: String) throws -> PersonInFile {
    let people = people
    if let found = people.first(where: { $0.id == id }) { return found }
    let wanted = Self.plain(id)
    if let named = people.first(where: { Self.plain($0.name) == wanted }) {
      throw ValidationError(
        "there is no participant '\(TerminalText.escape(RawText.shown(id)))'; did you mean '\(named.id)'?")
    }
    if agreement.others.contains(where: { $0.id == id }) {
      throw ValidationError("'\(TerminalText.escape(id))' is under `others`, and only participants sign, join or leave")
    }
    throw UnknownName("participant", id, people.map(\.id)).error
  }

  /// A name without what does not distinguish people: normal form, case and spaces.
  static func plain(_ name: String) -> String { Folding.fold(NFC.normalize(name).lowercased()) }
}
