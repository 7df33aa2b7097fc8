internal import Agreement
internal import AgreementLint
internal import AgreementMerging
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// `concord git-merge-driver`.
struct GitMergeDriverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-merge-driver", abstract: "Merge two versions of an agreement by what they say, for git.",
    discussion: """
      `concord init --git-drivers` tells git to call this. Git passes three files (the common version, ours and theirs), the size of a \
      marker, and the path. The second file becomes the merged one.

      Exit status: 0 if all is merged. 1 if there is a conflict, which is marked in the file. 2 if concord cannot merge it, as when a \
      version has an error; the file is as it was then, and git merges its lines.
      """)

  @Argument(parsing: .captureForPassthrough, help: "What git passes: base, ours, theirs, marker size, path.")
  var words: [String]

  func run() throws {
    guard words.count == 5, let size = Int(words[3]), (1...1_000).contains(size) else {
      throw ValidationError("git calls this, with three files, the size of a marker and a path")
    }
    let report = MergeReport(path: words[4])
    let merged: MergedAgreement
    do {
      let files = try words.prefix(3).map { try FileReader.read(FilePath(typed: $0), limit: Limits.standard.bytes) }
      merged = try AgreementMerge.merge(
        base: files[0], ours: files[1], theirs: files[2], name: RawText.shown(words[4]),
        catalog: Catalogs.anyCatalog(for: FilePath(typed: words[4])),
        markers: MergeMarkers(size: size, showsBase: Self.showsBase))
      let withheld = files.map { WithheldTexts(SourceFile(name: "", bytes: $0)) }
      // Last, because git takes the file as it is when this ends.
      if merged.bytes != files[1] {
        try FileReplacement.replace(FilePath(typed: words[1]), holding: files[1], with: merged.bytes)
      }
      Output.error(report.text(of: merged, withheld))
    } catch let error as CannotMerge {
      Output.error(report.text(of: error))
      throw ExitCode(2)
    } catch let error as FileFailure {
      Output.error(report.text(of: error))
      throw ExitCode(2)
    }
    if !merged.conflicts.isEmpty { throw ExitCode(1) }
  }

  /// Whether people want to see the lines of the base in conflicts; the one setting of git that counts here.
  private static var showsBase: Bool {
    let style = try? GitSetting.value(of: "merge.conflictStyle")
    return ["diff3", "zdiff3"].contains(style?.lowercased())
  }
}
