internal import Agreement
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import Synchronization
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// Which commits brought the signatures that are new since a revision, for `--check-authors`.
///
/// A commit brings a signature that it has and none of its parents has, under whatever name the file is there. So nobody brings anything by
/// moving a file or by merging, and what is slipped into a merge is brought by it.
final class SignatureHistory: Sendable {
  private let found = Mutex<[SignatureValue: [SignatureOrigin]]>([:])

  /// The commits that brought a signature; none for one that is not new.
  func origins(of value: SignatureValue) -> [SignatureOrigin] { found.withLock { $0[value] ?? [] } }

  /// Looks through the commits since a revision; `authors` are the addresses of each person.
  ///
  /// - Throws: the exit status after saying what git does not have.
  func look(
    since revision: String, tip: String, in tree: GitWorkTree, mailmap: String?, authors: [String: Set<String>]
  ) throws {
    do {
      let history = try GitHistory(since: revision, tip: tip, in: tree)
      let addresses = try history.addresses(mappedBy: mailmap ?? history.base)
      var origins: [SignatureValue: [SignatureOrigin]] = [:]
      for commit in history.commits {
        let address = addresses[commit.id] ?? ""
        var brought = try Self.brought(by: commit, history)
        let doubtful = brought.filter { !(authors[$0.responsible]?.contains(address) ?? false) }
        // Only where it matters, it is made sure that no file of a parent, changed or not, and no file of the base has it.
        for other in doubtful.isEmpty ? [] : commit.parents + [history.base] {
          let there = try history.agreements(holding: Set(doubtful.map(\.agreement)), in: other)
          brought.subtract(Self.values(in: there))
        }
        for value in brought {
          origins[value, default: []].append(
            SignatureOrigin(commit: String(commit.id.prefix(10)), address: address))
        }
      }
      found.withLock { $0 = origins }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }

  /// The signatures in the changed files of a commit that the changed files of each parent do not have.
  private static func brought(
    by commit: GitHistory.Commit, _ history: GitHistory
  ) throws(FileFailure) -> Set<SignatureValue> {
    let parents: [String?] = commit.parents.isEmpty ? [nil] : commit.parents
    var result: Set<SignatureValue>?
    for parent in parents {
      // Whatever is not new to one parent is not new.
      if result?.isEmpty == true { break }
      let (before, now) = try history.changes(in: commit, from: parent)
      let new = values(in: now).subtracting(values(in: before))
      result = result.map { $0.intersection(new) } ?? new
    }
    return result ?? []
  }

  /// The signatures in some files; one that cannot be read has none.
  private static func values(in objects: [GitObject]) -> Set<SignatureValue> {
    objects.reduce(into: []) { values, object in
      guard let bytes = try? object.read(limit: Limits.standard.bytes) else { return }
      values.formUnion(SignatureValue.all(in: AgreementReader.read(SourceFile(name: object.name, bytes: bytes))))
    }
  }
}
