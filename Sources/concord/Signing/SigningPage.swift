internal import Agreement
internal import AgreementPaper
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
    let tally = TopicTally(agreement)
    func named(_ state: TopicTally.State, _ words: String) -> String? {
      let titles = tally.topics.filter { $0.state == state }.map {
        TerminalText.escape(agreement.catalog.topics[$0.topic].title)
      }
      return titles.isEmpty ? nil : "\(titles.count) \(words) (\(titles.joined(separator: ", ")))"
    }
    func counted(_ state: TopicTally.State, _ words: String) -> String? {
      tally.count(state) > 0 ? "\(tally.count(state)) \(words)" : nil
    }
    let unsettled = [named(.open, "open"), named(.carried, "carried over from last year")].compactMap(\.self)
    let parts =
      ["\(Prose.count(tally.count(.agreed), "topic")) agreed", counted(.setAside, "set aside")]
      + (unsettled.isEmpty ? ["none open or carried"] : unsettled) + [counted(.unanswered, "not answered")]
    return parts.compactMap(\.self).joined(separator: ", ")
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
    if let every = commitment.every.value {
      return "\(does) (\(SpokenRhythm.words(file.shown(agreement.folded(every)))))"
    }
    return does
  }
}
