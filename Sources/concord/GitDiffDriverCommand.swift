internal import Agreement
internal import AgreementDiff
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// `concord git-diff-driver`.
struct GitDiffDriverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-diff-driver", abstract: "Show what changed in the meaning of one file, for git.",
    discussion: """
      For `git config diff.concord.command "concord git-diff-driver"`. Git passes the path, and for each side a file, an object and \
      a mode. The command always exits with 0, because anything else would break git's own output. For a file with errors, it shows the \
      plain difference.
      """)

  @Argument(parsing: .captureForPassthrough, help: "What git passes: path, file, object, mode, file, object, mode.")
  var words: [String]

  func run() throws {
    guard let path = words.first else { throw ValidationError("git calls this, with a path and two files") }
    // A path in conflict comes alone.
    guard words.count >= 7 else {
      Output.write("* Unmerged path \(TerminalText.escape(RawText.shown(path)))\n")
      return
    }
    let newPath = words.count > 7 ? words[7] : path
    let (old, new) = (
      GitSide(words[1], mode: words[3], side: "a", path: path),
      GitSide(words[4], mode: words[6], side: "b", path: newPath)
    )
    var isColored = ColorChoice.auto.style.isColored
    if Output.environment("GIT_PAGER_IN_USE") != nil, Output.environment("NO_COLOR") == nil { isColored = true }
    let style = TextStyle(colored: isColored)
    var head = "diff of meaning: \(TerminalText.escape(RawText.shown(path)))"
    if newPath != path { head += " → \(TerminalText.escape(RawText.shown(newPath)))" }
    head += "\n"
    if let from = old.mode, let to = new.mode, from != to { head += "old mode \(from)\nnew mode \(to)\n" }
    guard let before = old.reading, let after = new.reading else {
      Output.write(plain(head, old, new, path, newPath))
      return
    }
    switch (before.value, after.value) {
    case (nil, nil): Output.write(head + "\n")
    case (nil, let edition?), (let edition?, nil):
      let (word, sign) = before.value == nil ? ("new agreement", "+") : ("deleted agreement", "-")
      Output.write(
        head + "\(word)\n" + edition.plainForm.map { "\(sign) \(TerminalText.escape($0))\n" }.joined() + "\n")
    case (let from?, let to?):
      let comparison = Comparison(from, to)
      guard !comparison.changes.isEmpty else {
        let isSame = old.source?.bytes == new.source?.bytes
        Output.write(
          head + (isSame ? "\n" : "nothing changed in meaning: only layout, order, comments or short forms\n\n"))
        return
      }
      var reporter = DiffFormat.text.make(DiffStyle(text: style, width: Output.width, showsAll: true))
      Output.write(head + reporter.add(ReportedDiff(comparison, old: old.source, new: new.source)))
    }
  }

  /// The plain difference of a file that has errors, with the names that git would show.
  private func plain(_ head: String, _ old: GitSide, _ new: GitSide, _ path: String, _ newPath: String) -> [UInt8] {
    let found = try? GitProcess.run([
      "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--src-prefix=a/", "--dst-prefix=b/", "--",
      old.file, new.file,
    ])
    guard let found, found.status == 0 || found.status == 1 else {
      return Array((head + "the difference cannot be shown\n\n").utf8)
    }
    let (from, to) = (GitName.shown("a/\(path)"), GitName.shown("b/\(newPath)"))
    var result: [UInt8] = []
    var isHead = true
    for line in found.output.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "@@".utf8) { isHead = false }
      if isHead, line.starts(with: "diff --git ".utf8) {
        result += "diff --git \(from) \(to)".utf8
      } else if isHead, line.starts(with: "--- ".utf8) {
        result += "--- \(old.isThere ? from : "/dev/null")".utf8
      } else if isHead, line.starts(with: "+++ ".utf8) {
        result += "+++ \(new.isThere ? to : "/dev/null")".utf8
      } else if isHead, line.starts(with: "Binary files ".utf8) {
        result += "Binary files \(from) and \(to) differ".utf8
      } else {
        result += line
      }
      result.append(0x0A)
    }
    // The output ends with a line feed, after which there is nothing.
    if result.count > 1 { result.removeLast() }
    return result.isEmpty ? Array((head + "\n").utf8) : result
  }
}

/// One side of a change, as git gives it.
private struct GitSide {
  /// The file: a temporary one, one of the working tree, or `/dev/null`.
  let file: String
  /// The mode; nil where the file is not there.
  let mode: String?
  let source: SourceFile?
  /// The file in the repository, for the settings that count for it.
  private let path: FilePath

  init(_ file: String, mode: String, side: String, path: String) {
    self.file = file
    self.path = FilePath(typed: path)
    self.mode = mode == "." || file == "/dev/null" ? nil : mode
    source =
      self.mode == nil
      ? nil
      : (try? FileReader.read(FilePath(typed: file), limit: Limits.standard.bytes)).map {
        SourceFile(name: RawText.shown("\(side)/\(path)"), bytes: $0)
      }
  }

  var isThere: Bool { mode != nil }

  /// What it says; nil where nobody knows, and a reading of nothing where it is not there.
  var reading: Reading? {
    guard isThere else { return Reading(value: nil) }
    guard let source,
      let edition = Edition(AgreementReader.read(source, catalog: Catalogs.anyCatalog(for: path)))
    else { return nil }
    return Reading(value: edition)
  }

  struct Reading {
    let value: Edition?
  }
}
