internal import Agreement
internal import AgreementDiff
internal import AgreementReporting
internal import Diagnostics
internal import TextSupport

/// What somebody sees before they sign.
struct SigningPage {
  let file: EditedAgreement
  let signers: [PersonInFile]

  private var agreement: Agreement { file.agreement }

  /// The lines, for standard error.
  var text: String {
    var lines = ["\(file.title): text \(Self.groups(file.digest))"]
    var commitments = 0
    var theirs: [(owner: Int, line: String)] = []
    for answer in agreement.topics.answers {
      guard let value = answer.part.value else { continue }
      // Last year's promises are not made again before the answer is.
      if case .carried = value.state { continue }
      for commitment in (value.commitments.value ?? []).compactMap(\.value) {
        commitments += 1
        let owners = (commitment.owners.value ?? []).compactMap(\.value.participant)
        for signer in signers where owners.contains(signer.index) { theirs.append((signer.index, line(commitment))) }
      }
    }
    lines.append("\(topics); \(count(commitments, theirs.map(\.owner)))")
    if !Output.isInCI { for promise in theirs { lines.append("  \(prefix(promise.owner))\(promise.line)") } }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The digest in eight groups, so that people can compare it.
  static func groups(_ digest: Digest) -> String {
    var rest = Substring(digest.description)
    var groups: [Substring] = []
    while !rest.isEmpty {
      groups.append(rest.prefix(8))
      rest = rest.dropFirst(8)
    }
    return groups.joined(separator: " ")
  }

  /// "31 topics agreed, none open or carried".
  private var topics: String {
    var (agreed, aside, open, carried, unanswered) = (0, 0, [String](), [String](), 0)
    let catalog = agreement.catalog
    let year = agreement.content.schoolYear.value
    for section in catalog.sections {
      for index in section.topics {
        let topic = catalog.topics[index]
        switch agreement.topics.answer(to: index)?.part.value?.state {
        case .agreed: agreed += 1
        case .notRelevant: aside += 1
        case .open: open.append(topic.title)
        case .carried: carried.append(topic.title)
        case .unanswered, nil:
          if agreement.topics.setAside(index, in: catalog) != nil {
            aside += 1
          } else if section.isAsked, !section.isMultiCampusOnly || agreement.isMultiCampus, topic.applies(to: year) {
            unanswered += 1
          }
        }
      }
    }
    var parts = ["\(Prose.count(agreed, "topic")) agreed"]
    if aside > 0 { parts.append("\(aside) set aside") }
    func named(_ titles: [String], _ state: String) -> String {
      "\(titles.count) \(state) (\(titles.map { TerminalText.escape($0) }.joined(separator: ", ")))"
    }
    if open.isEmpty, carried.isEmpty {
      parts.append("none open or carried")
    } else {
      if !open.isEmpty { parts.append(named(open, "open")) }
      if !carried.isEmpty { parts.append(named(carried, "carried over from last year")) }
    }
    if unanswered > 0 { parts.append("\(unanswered) not answered") }
    return parts.joined(separator: ", ")
  }

  /// "7 commitments, none of them yours".
  private func count(_ all: Int, _ owners: [Int]) -> String {
    guard all > 0 else { return "no commitments" }
    let whose = signers.count == 1 ? "yours" : "theirs"
    let mine = Set(owners).isEmpty ? "none" : "\(owners.count)"
    return all == 1
      ? "1 commitment, \(owners.isEmpty ? "not \(whose)" : whose)"
      : "\(all) commitments, \(mine) of them \(whose)\(owners.isEmpty || Output.isInCI ? "" : ":")"
  }

  /// Whose promise it is, if several people sign.
  private func prefix(_ owner: Int) -> String {
    guard signers.count > 1, let signer = signers.first(where: { $0.index == owner }) else { return "" }
    return "\(file.shown(signer)): "
  }

  private func line(_ commitment: Commitment) -> String {
    let does = commitment.does.value.map { file.shown(agreement.folded($0)) } ?? ""
    if let due = commitment.due.value { return "\(does) (by \(due))" }
    if let every = commitment.every.value { return "\(does) (every \(file.shown(agreement.folded(every))))" }
    return does
  }
}
