internal import Agreement
internal import TextSupport

extension PrintedAgreement {
  /// The lines to sign on, what was signed already, and the digest.
  var signatures: [Block] {
    let parties = SigningParty.all(in: agreement, digest: digest, today: today)
    let leaders = agreement.participants.indices.filter { index in
      agreement.participants[index].part.value.map { !$0.isParty } ?? false
    }
    var blocks: [Block] = [
      .heading("Signatures"),
      isDraft
        ? .paragraph("\(warning: "draft") Nobody signs this text of \(identity). These people sign the final one:")
        : .paragraph("Each of us agrees to the text on these pages: \(identity), text \(Spoken.short(digest))."),
      .signers(parties.map { line(for: $0) }),
    ]
    if !leaders.isEmpty {
      let verb = leaders.count == 1 ? "does" : "do"
      blocks.append(
        .paragraph("\(Prose.list(leaders.map { names.person($0) })) led the conversation and \(verb) not sign.", .small)
      )
    }
    blocks.append(
      .end([
        .paragraph("The text above as a number, which changes with every word (SHA-256 of canonical form 1):"),
        .paragraph("\(code: Spoken.digest(digest))"),
        .paragraph("To compare, type \(code: "concord show FILE --digest") with the name of the file."),
      ]))
    return [.section(blocks, isTogether: parties.count <= Block.Table.mostTogether)]
  }

  private func line(for party: SigningParty) -> Block.SigningLine {
    let person = agreement.participants[party.index].part.value
    var notes: [Line] = []
    switch party.standing {
    case .typed(let day): notes = ["Signed on \(day), typed"]
    case .paper(let day, let witness): notes = ["Signed on \(day), on paper, recorded by \(names.person(witness))"]
    case .ssh(let day): notes = ["Signed on \(day), with an SSH key"]
    case .stale(let day): notes = ["Signed an earlier text on \(day)"]
    case .unbound(let day): notes = ["Signed on \(day), without saying which text"]
    case .withdrawn(let day, let end): notes = ["Signed on \(day), withdrawn on \(end)"]
    case .missing: break
    }
    if let left = party.left { notes.append("Left on \(left)") }
    return Block.SigningLine(
      name: names.person(party.index), role: person.map { names.position($0) } ?? "", notes: notes,
      hasLine: !isDraft && !party.standing.isForThisText && party.left == nil)
  }
}
