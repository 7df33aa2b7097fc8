internal import Agreement
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What a run reports on, if that is not everything: the agreements that a change touches.
struct Focus {
  let tree: GitWorkTree
  let changes: GitChanges
  /// The index, if the agreements are read from there and not from the folder.
  let snapshot: GitSnapshot?
  /// The words of the command line for standard error: "since origin/main", "staged".
  private let words: String

  /// The focus that some options ask for; nil for everything.
  ///
  /// - Throws: the exit status after saying why there is none.
  init?(_ options: LintOptions) throws {
    guard options.since != nil || options.staged else { return nil }
    do {
      let tree = try GitWorkTree.current()
      self.tree = tree
      let side: GitChanges.Side = options.staged ? .index : .folder
      snapshot = options.staged ? try GitSnapshot(.index, in: tree) : nil
      changes =
        if let since = options.since {
          try GitChanges.since(since, on: side, in: tree)
        } else {
          try GitChanges.staged(in: tree)
        }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    words = options.since.map { "since \(TerminalText.escape(RawText.shown($0)))" } ?? "for the next commit"
    let replaced = changes.replaced
    for failure in changes.notes {
      // Agreements that went where nobody looks are not clean.
      if replaced.contains(failure.path.absolute) {
        Output.error(failure)
      } else {
        Output.error(Output.line(for: failure))
      }
    }
  }

  private var side: GitChanges.Side { snapshot == nil ? .folder : .index }

  /// Says that there was nothing to check, so that nobody takes the silence for a check of everything.
  func tellNothing() {
    let what = changes.before.isEmpty ? "no agreement" : "no agreement that is still there and was asked about"
    Output.error("concord: \(what) changed \(words)\n")
  }

  /// The ids that the changed and deleted agreements had before.
  var idsBefore: Set<String> {
    var result: Set<String> = []
    for (_, object) in changes.before {
      guard let bytes = try? object.read(limit: Limits.standard.bytes) else { continue }
      let reading = AgreementReader.read(SourceFile(name: object.name, bytes: bytes))
      result.formUnion(AgreementFacts(any: reading, today: .distantPast).ids)
    }
    return result
  }

  /// The agreements, among some by their places, that share an id with the change.
  func neighbors(_ inputs: [FilePath: LintInput], holding ids: Set<String>) throws -> [LintInput] {
    guard !inputs.isEmpty, !ids.isEmpty else { return [] }
    do {
      let found = try tree.agreements(holding: ids, on: side)
      return inputs.filter { found?.contains($0.key) ?? true }.map(\.value).sorted {
        ($0.kind.path?.bytes ?? []).lexicographicallyPrecedes($1.kind.path?.bytes ?? [])
      }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}
