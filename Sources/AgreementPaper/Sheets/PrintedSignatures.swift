internal import Agreement
internal import AgreementLint
internal import TextSupport

extension PrintedAgreement {
  /// The lines to sign on, what was signed already, and the digest.
  var signatures: [Block] {
    // Nobody's key is looked up for paper; who signed with a key is named with the day, like everybody else.
    let parties = reading.signedPeople(on: today, LintSettings.standard.signing, asking: nil)
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

  private func line(for signer: SignedPerson) -> Block.SigningLine {
    let entry = agreement.participants.first { $0.id == signer.id }
    var notes: [Line] = []
    var hasLine = false
    if let day = signer.signed {
      switch signer.state {
      case .typed: notes = ["Signed on \(day), typed"]
      case .paper(let witness): notes = ["Signed on \(day), on paper, recorded by \(name(of: witness))"]
      case .verified, .unverified: notes = ["Signed on \(day), with an SSH key, which paper cannot check"]
      case .stale: notes = ["Signed an earlier text on \(day)"]
      case .unbound: notes = ["Signed on \(day), without saying which text"]
      case .invalid: notes = ["The signature of \(day) proves nothing"]
      case .withdrawn(let end): notes = ["Signed on \(day), withdrawn on \(end)"]
      case .missing: break
      }
    }
    switch signer.state {
    case .typed, .paper, .verified, .unverified: break
    case .stale, .unbound, .invalid, .withdrawn, .missing: hasLine = !isDraft && !signer.hasLeft
    }
    if signer.hasLeft, let left = signer.left { notes.append("Left on \(left)") }
    return Block.SigningLine(
      name: signer.name, role: entry?.part.value.map { names.position($0) } ?? "", notes: notes, hasLine: hasLine)
  }

  /// The name of a participant by id.
  private func name(of id: String) -> String {
    agreement.participants.firstIndex { $0.id == id }.map { names.person($0) } ?? id
  }
}
