internal import Agreement
internal import AgreementLint
internal import AgreementMerging
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What a merge came to, for standard error: git shows it between its own lines.
struct MergeReport {
  private let path: String

  /// The most conflicts that are told; all of them are marked in the file.
  private static let mostTold = 20

  init(path: String) { self.path = path }

  private func line(_ text: String) -> String {
    "concord: \(TerminalText.escape(RawText.shown(path))): \(text)\n"
  }

  /// The conflicts, and whose signature is about another text now.
  func text(of merged: MergedAgreement, _ withheld: [WithheldTexts]) -> String {
    func shown(_ text: String) -> String { TerminalText.escape(withheld.reduce(text) { $1.shown($0) }) }
    var result = ""
    for conflict in merged.conflicts.prefix(Self.mostTold) {
      let place = conflict.path.isEmpty ? "" : " at `\(shown(conflict.path.joined(separator: ".")))`"
      result += line("conflict\(place): \(Self.words(conflict.reason))")
    }
    let untold = merged.conflicts.count - Self.mostTold
    if untold > 0 { result += line("\(untold) more conflicts are marked in the file") }
    if !merged.unbound.isEmpty {
      let ids = merged.unbound.map(shown)
      let whose = ids.count == 1 ? "the signature of \(ids[0]) is" : "the signatures of \(Prose.list(ids)) are"
      result += line(
        "\(whose) about another text than the merged one; once the text is right, this says who signs it again:")
      result += "  concord amend \(ShellWord.quoted(path))\n"
    }
    return result
  }

  private static func words(_ reason: MergeConflict.Reason) -> String {
    switch reason {
    case .bothChanged: "both sides changed it"
    case .bothAdded: "both sides added it, and it is not the same"
    case .removedAndChanged: "one side removed it, and the other changed it"
    case .notTogether: "each side is fine alone, but together they would be an error"
    case .unboundSignature: "they signed without a digest, and the merged text is not the one that they signed"
    }
  }

  /// Why concord cannot merge it.
  func text(of reason: CannotMerge) -> String {
    let words =
      switch reason {
      case .error(let side, let line, let rule): "\(Self.words(side)) has an error in line \(line) [\(rule)]"
      case .tooLarge(let side, let limit): "\(Self.words(side)) has more than \(limit) bytes"
      case .empty(let side): "\(Self.words(side)) is empty"
      case .layout(let side): "\(Self.words(side)) does not have each outermost key on a line of its own"
      case .lineEnds(let side): "\(Self.words(side)) has lines that end with only a carriage return"
      case .unsettled: "together the two versions have an error that concord cannot put down to one place"
      case .unproven: "concord could not prove that nothing is lost"
      }
    return line("\(words); git merges it line by line")
  }

  /// Why a file of git cannot be read or written.
  func text(of failure: FileFailure) -> String {
    line("\(TerminalText.escape(failure.path.string)): \(failure.reason); git merges it line by line")
  }

  private static func words(_ side: CannotMerge.Side) -> String {
    switch side {
    case .base: "the common version"
    case .ours: "our version"
    case .theirs: "their version"
    }
  }
}
