internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// Baselines as files that people name.
extension Baseline {
  /// Reads the file of `--baseline`: from the commit that the settings come from if there is one, from what git holds if that is
  /// checked, or else from the folder. A commit of the settings without the file knows no finding.
  static func read(
    file name: String, from revision: RevisionSettings?, or snapshot: GitSnapshot?
  ) throws -> (baseline: Baseline, place: FilePath?) {
    let path = FilePath(typed: name)
    let place = try revision?.place(ofNamed: path, without: "no finding is known")
    if revision != nil, place == nil { return (Baseline(), nil) }
    do {
      let limit = 64 << 20
      let bytes =
        if let revision, let place {
          try revision.read(place, limit: limit)
        } else if let stored = try snapshot?.read(path.absolute, limit: limit) {
          stored
        } else {
          try RepositoryFile.read(path, limit: limit)
        }
      let source = SourceFile(name: RawText.shown(name), bytes: bytes)
      let (baseline, diagnostics) = Baseline.read(source)
      if let baseline { return (baseline, place) }
      Output.error(Output.text(of: diagnostics.map { Finding(diagnostic: $0, level: .error) }, in: source))
      Output.error("concord: \(TerminalText.escape(source.name)) is not a baseline; --write-baseline makes one\n")
      Output.note(FileFailure(FilePath(typed: name), "it is not a baseline"))
    } catch {
      Output.error(error)
    }
    throw ExitCode(2)
  }

  /// Writes the file of `--write-baseline`; says whether that worked.
  func write(file name: String) -> Bool {
    do {
      let path = FilePath(typed: name)
      if try !StreamPath.write(Array(json.utf8), to: path) {
        let file = try AtomicFile.create(path)
        let old = try file.replaced(limit: 64 << 20)
        if let old { try Self.refuse(toReplace: path, holding: old) }
        try file.write(json.utf8)
        try file.commit(over: old)
      }
      return true
    } catch {
      Output.error(error)
      return false
    }
  }

  /// A typo must not cost somebody an agreement.
  private static func refuse(toReplace path: FilePath, holding old: [UInt8]) throws(FileFailure) {
    let source = SourceFile(name: path.string, bytes: old)
    let isBlank = old.allSatisfy(" \t\n\r".utf8.contains)
    guard isBlank || Baseline.read(source).baseline != nil else {
      throw FileFailure(path, "it is not a baseline, so it was not replaced; choose another name, or delete it first")
    }
  }
}
