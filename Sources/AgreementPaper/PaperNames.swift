internal import Agreement
internal import Diagnostics
internal import TextSupport

/// What the texts, ids and references of an agreement are called on paper.
struct PaperNames: Sendable {
  let agreement: Agreement

  init(_ agreement: Agreement) { self.agreement = agreement }

  /// A text as the canonical form has it; nil if there is none.
  func text(_ part: Part<Text>?) -> String? {
    guard let text = part?.value else { return nil }
    let folded = agreement.folded(text)
    return folded.isEmpty ? nil : folded
  }

  /// The texts of a list that are not empty.
  func texts(_ part: Part<List<Text>>?) -> [String] { part?.value.map { texts($0) } ?? [] }

  func texts(_ list: List<Text>) -> [String] { list.map { agreement.folded($0) }.filter { !$0.isEmpty } }

  /// The name of a participant.
  func person(_ index: Int) -> String {
    let entry = agreement.participants[index]
    return text(entry.part.value?.name) ?? entry.id
  }

  func person(_ part: Part<Reference>?) -> String? { part?.value.map { person($0.index) } }

  /// The name of somebody who can promise something.
  func party(_ party: Party) -> String {
    switch party {
    case .participant(let index): return person(index)
    case .other(let index):
      let entry = agreement.others[index]
      return text(entry.part.value?.name) ?? entry.id
    }
  }

  /// The name of a school.
  func campus(_ index: Int) -> String {
    let entry = agreement.campuses[index]
    return text(entry.part.value?.name) ?? entry.id
  }

  /// The names of all schools: "Brookside Elementary and Harmon School".
  var schools: String { Prose.list(agreement.campuses.indices.map { campus($0) }) }

  func topic(_ index: Int) -> String { agreement.catalog.topics[index].title }

  /// The roles of a person, in the order of the file: "assistant principal, instructional coach".
  func roles(_ person: Participant) -> String {
    (person.roles.value ?? []).map { Spoken.words($0.value.rawValue) }.joined(separator: ", ")
  }

  /// The title and the roles of a person: "Literacy coach (instructional coach)".
  func position(_ person: Participant) -> String {
    let roles = roles(person)
    guard let title = text(person.title), title != roles else { return roles }
    return roles.isEmpty ? title : "\(title) (\(roles))"
  }

  /// Where a person works, with the shares of the time.
  func places(_ person: Participant) -> String {
    let shares = person.campuses.value.map(Array.init) ?? []
    var places = shares.map { share in
      campus(share.campus.index) + (share.share.map { " \($0.value)%" } ?? "")
    }
    if places.isEmpty { places = agreement.campuses.indices.map { campus($0) } }
    if let elsewhere = text(person.elsewhere) { places.append(elsewhere) }
    return places.joined(separator: "; ")
  }

  /// A purpose in its own words, or those of the catalog.
  func purpose(_ text: String) -> String { agreement.catalog.purposes.first { $0.id == text }?.means ?? text }

  /// The first and the last day of the year.
  var year: ClosedRange<CalendarDate>? {
    guard let starts = agreement.content.starts.value, let ends = agreement.content.ends.value, starts <= ends else {
      return nil
    }
    return starts...ends
  }
}
