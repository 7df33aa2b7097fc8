internal import Agreement
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What a run looks at, if that is not all that lies in the folder: what git holds, and the agreements that a change touches.
struct Focus {
  let tree: GitWorkTree
  /// The index or the commit that everything is read from; nil for the folder.
  let snapshot: GitSnapshot?
  let side: GitChanges.Side
  /// What the change touches; nil if everything that was named is looked at.
  let touched: TouchedFiles?
  /// What was named, as it was typed, and its place.
  let asked: [(word: String, place: FilePath)]

  /// The focus that some options ask for; nil for all that lies in the folder.
  ///
  /// - Throws: the exit status after saying why there is none.
  init?(_ options: LintOptions) throws {
    if let stored = try AskedSnapshot(options.paths) {
      if options.staged {
        throw ValidationError("--staged already says what to look at; leave it out, or name paths in the folder")
      }
      if options.repair != .none {
        throw ValidationError("what git holds is not repaired; leave out --\(options.fix ? "fix" : "diff")")
      }
      (tree, snapshot, side, asked) = (stored.tree, stored.snapshot, stored.side, stored.asked)
      touched = try options.since.map { try TouchedFiles(since: $0, on: stored.side, in: stored.tree) }
      return
    }
    guard options.since != nil || options.staged else { return nil }
    do {
      tree = try GitWorkTree.current()
      snapshot = options.staged ? try GitSnapshot(.index, in: tree) : nil
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    side = options.staged ? .index : .folder
    touched = try TouchedFiles(since: options.since, on: side, in: tree)
    asked = options.paths.map { word in
      let path = FilePath(typed: word)
      return (word, path.resolved ?? path.absolute)
    }
  }

  /// The ids that the changed and deleted agreements had before.
  var idsBefore: Set<String> {
    var result: Set<String> = []
    for (_, object) in touched?.changes.before ?? [] {
      guard let bytes = try? object.read(limit: Limits.standard.bytes) else { continue }
      let reading = AgreementReader.read(SourceFile(name: object.name, bytes: bytes))
      result.formUnion(AgreementFacts(any: reading, today: .distantPast).ids)
    }
    return result
  }

  /// The agreements, among some by their places, that share an id with the change.
  func neighbors(_ inputs: [FilePath: LintInput], holding ids: Set<String>) throws -> [LintInput] {
    guard !inputs.isEmpty, !ids.isEmpty, let touched else { return [] }
    let found = try touched.agreements(holding: ids)
    return inputs.filter { found?.contains($0.key) ?? true }.map(\.value).sorted {
      ($0.kind.path?.bytes ?? []).lexicographicallyPrecedes($1.kind.path?.bytes ?? [])
    }
  }
}
