internal import Agreement
internal import Diagnostics
internal import TextSupport

extension PrintedAgreement {
  /// A promise, and where it was made.
  private struct Promise {
    let commitment: Commitment
    let topic: Int
    let owners: [Party]
    /// Whether it is last year's and was not made again.
    let isCarried: Bool
  }

  /// Who does what, by person.
  var promises: [Block] {
    var all: [Promise] = []
    for answer in agreement.topics.answers {
      guard let value = answer.part.value else { continue }
      let isCarried = if case .carried = value.state { true } else { false }
      for part in value.commitments.value ?? [] {
        guard let commitment = part.value else { continue }
        all.append(
          Promise(
            commitment: commitment, topic: answer.index, owners: (commitment.owners.value ?? []).map(\.value),
            isCarried: isCarried))
      }
    }
    let parties =
      agreement.participants.indices.map { Party.participant($0) } + agreement.others.indices.map { Party.other($0) }
    let groups = parties.compactMap { party -> Block.Table.Group? in
      let own = all.filter { $0.owners.contains(party) }
      return own.isEmpty
        ? nil : Block.Table.Group(name: Line(names.party(party)), rows: own.map { row(of: $0, for: party) })
    }
    guard !groups.isEmpty else { return [] }
    return [
      .section([
        .heading("Who does what"),
        .table(
          Block.Table(columns: [.init("Who", .name), .init("Does"), .init("When", .day)], groups: groups)),
      ])
    ]
  }

  private func row(of promise: Promise, for party: Party) -> [Line] {
    var line: Line = "\(names.text(promise.commitment.does) ?? "") \(small: names.topic(promise.topic))"
    let others = promise.owners.filter { $0 != party }.map { names.party($0) }
    if !others.isEmpty { line = "\(line) \(small: "with \(Prose.list(others))")" }
    if let id = promise.commitment.id.value { line = "\(line) \(small: "(\(id))")" }
    if promise.isCarried { line = "\(line) \(warning: "last year’s, not promised again")" }
    return [line, when(promise.commitment)]
  }
}
