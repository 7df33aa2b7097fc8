package import SystemPackage
internal import TextSupport

extension GitWorkTree {
  /// The most words that git searches for at once; its command line has an end.
  private static let mostWords = 2_000

  /// The agreements that hold one of some words, or a backslash, which may stand for any letter of a word; nil if there are too many words
  /// to search for.
  ///
  /// A word may be part of a longer one there.
  package func agreements(holding words: Set<String>, on side: GitChanges.Side) throws(FileFailure) -> Set<FilePath>? {
    guard words.count <= Self.mostWords else { return nil }
    var arguments = ["grep", "-l", "-z", "-F", "-a", "--full-name", "--no-textconv", "--no-recurse-submodules"]
    var prefix = 0
    switch side {
    case .folder: arguments.append("--untracked")
    case .index: arguments.append("--cached")
    case .commit: break
    }
    arguments += ["-e", "\\"]
    for word in words.sorted() { arguments += ["-e", word] }
    if case .commit(let name) = side {
      guard let id = try GitBase.commit(name) else { throw try GitAdvice.missing(name) }
      arguments.append(id)
      prefix = id.utf8.count + 1
    }
    // Git says with 1 that it found nothing.
    let found = try GitProcess.records(
      arguments + ["--", ":(top)*.agreement.yaml", ":(top)*.agreement.yml"], isEmptyWhen: 1)
    return Set(found.map { place(of: $0.dropFirst(prefix)) })
  }
}
