package import Agreement
internal import Diagnostics
internal import TextSupport

/// Who does not go on into the new school year, and what becomes of them.
package struct LeavingPeople: Sendable {
  /// Everybody who does not go on, in file order.
  package let all: [String]
  /// Those whose entries go, because nothing refers to them anymore.
  package let gone: [String]
  /// Those who stay because something refers to them, and how often.
  package let needed: [(id: String, count: Int)]
  /// Who takes over from whom.
  package let successors: [String: String]
  /// The ids under `others`, who cannot be in charge of the drafting.
  let others: Set<String>

  /// Looks at an agreement.
  ///
  /// - Throws: `Renewal.Refusal` for people it does not know.
  package init(_ agreement: Agreement, successors: [String: String] = [:], without: Set<String> = [])
    throws(Renewal.Refusal)
  {
    let people = agreement.participants.map(\.id)
    let others = agreement.others.map(\.id)
    for id in successors.keys.sorted() + without.sorted() where !people.contains(id) {
      throw Self.unknown(id, among: people)
    }
    let left = Set(agreement.participants.filter { $0.part.value?.left.isAbsent == false }.map(\.id))
    let leaving = left.union(without).union(successors.keys)
    for (old, new) in successors.sorted(by: { $0.key < $1.key }) {
      guard people.contains(new) || others.contains(new) else { throw Self.unknown(new, among: people + others) }
      guard !leaving.contains(new) else {
        throw Renewal.Refusal(
          reason: old == new
            ? "`\(old)` cannot take over from themselves"
            : "`\(new)` does not go on, so nobody can hand anything to them")
      }
    }
    self.others = Set(others)
    self.successors = successors
    all = people.filter(leaving.contains)
    var counts = Self.references(in: agreement)
    for (old, new) in successors where counts[old] != nil {
      // Somebody who is not at the table cannot write the agreement.
      counts[old] = others.contains(new) && agreement.owner(ofDrafting: old) ? 1 : nil
    }
    let free = all.filter { counts[$0] == nil }
    // Somebody has to be left.
    let goes = free.count == people.count ? [] : free
    gone = goes
    let goesOn = Set(goes)
    needed = all.filter { !goesOn.contains($0) }.map { ($0, counts[$0] ?? 0) }
  }

  private static func unknown(_ id: String, among known: [String]) -> Renewal.Refusal {
    let near = DidYouMean.nearest(to: id, among: known).map { "did you mean '\(TerminalText.escape($0))'?" }
    return Renewal.Refusal(
      reason:
        "there is nobody with the id '\(TerminalText.escape(id))'; \(near ?? "the ids are \(Prose.list(known.map { TerminalText.escape($0) }))")"
    )
  }

  /// How often the parts that are kept refer to each person: as the owner of a promise, of the drafting, or of the invitations.
  private static func references(in agreement: Agreement) -> [String: Int] {
    var result: [String: Int] = [:]
    let people = agreement.participants
    func count(_ index: Int?) {
      if let index, people.indices.contains(index) { result[people[index].id, default: 0] += 1 }
    }
    for answer in agreement.topics.answers {
      for commitment in answer.part.value?.commitments.value ?? [] {
        for owner in commitment.value?.owners.value ?? [] { count(owner.value.participant) }
      }
    }
    count(agreement.content.drafting.value?.owner.value?.index)
    count(agreement.content.meetings.value?.invitations.value?.participant)
    return result
  }
}

extension Agreement {
  /// Whether somebody is in charge of the drafting.
  fileprivate func owner(ofDrafting id: String) -> Bool {
    guard let index = content.drafting.value?.owner.value?.index, participants.indices.contains(index) else {
      return false
    }
    return participants[index].id == id
  }
}
