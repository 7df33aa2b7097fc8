internal import Agreement
internal import AgreementDiff
internal import AgreementLint
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
    // A path in conflict comes without the other arguments.
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
      Output.write(diff: plain(head, old, new, path, newPath))
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
      var reporter = DiffFormat.text.diff(DiffStyle(text: style, width: Output.width, showsAll: true))
      Output.write(head + reporter.add(ReportedDiff(comparison, old: old.source, new: new.source)))
    }
  }

  /// The plain diff of a file with errors, the way git shows it. Git is not called for it, because it would run the
  /// filters that the repository's settings name.
  private func plain(_ head: String, _ old: GitSide, _ new: GitSide, _ path: String, _ newPath: String) -> [UInt8] {
    guard let before = old.bytes, let after = new.bytes else {
      return Array((head + "the difference cannot be shown\n\n").utf8)
    }
    let (from, to) = (GitName.shown("a/\(path)"), GitName.shown("b/\(newPath)"))
    var result = "diff --git \(from) \(to)\n"
    switch (old.mode, new.mode) {
    case (nil, let mode?): result += "new file mode \(Self.shown(mode))\n"
    case (let mode?, nil): result += "deleted file mode \(Self.shown(mode))\n"
    case (let from?, let to?) where from != to: result += "old mode \(Self.shown(from))\nnew mode \(Self.shown(to))\n"
    case (nil, nil), (_?, _?): break
    }
    if words.count > 8 {
      // What git says about a file that moved.
      for line in words[8].split(separator: "\n") where !line.hasPrefix("index ") { result += Self.shown(line) + "\n" }
    }
    guard before != after else { return Array((old.mode == new.mode ? head + "\n" : result).utf8) }
    if let from = Self.short(words[2]), let to = Self.short(words[5]) {
      let mode = old.mode == new.mode ? old.mode.map { " \(Self.shown($0))" } ?? "" : ""
      result += "index \(from)..\(to)\(mode)\n"
    }
    let names = (old.isThere ? from : "/dev/null", new.isThere ? to : "/dev/null")
    // `patch` and git take what follows a space as the file's time, unless there is a tab.
    func line(_ name: String) -> String { name.contains(" ") && !name.hasPrefix("\"") ? name + "\t" : name }
    guard !Self.isBinary(before), !Self.isBinary(after), max(before.count, after.count) <= Limits.standard.bytes else {
      return Array((result + "Binary files \(names.0) and \(names.1) differ\n").utf8)
    }
    result += "--- \(line(names.0))\n+++ \(line(names.1))\n"
    let withheld = [before, after].map { WithheldTexts(SourceFile(name: path, bytes: $0)) }
    return Array(result.utf8)
      + UnifiedDiff.body(
        before, after, showsSection: true, cover: UnifiedDiff.Cover(withheld[0], before, withheld[1], after))
  }

  private static func shown(_ word: some StringProtocol) -> String { TerminalText.escape(RawText.shown(String(word))) }

  /// The beginning of an object id; nil for an object that git has not made yet.
  private static func short(_ id: String) -> String? {
    let isThere = id == "." || id.contains { $0 != "0" }
    guard isThere else { return nil }
    return id == "." ? "0000000" : shown(id.prefix(7))
  }

  /// Whether git would take it for something other than text.
  private static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8_000).contains(0) }
}

/// One side of a change, as git gives it.
private struct GitSide {
  /// The mode; nil if the file is not there.
  let mode: String?
  let source: SourceFile?
  /// The file in the repository, to find its settings.
  private let path: FilePath

  init(_ file: String, mode: String, side: String, path: String) {
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

  /// Its bytes, empty if it is not there; nil if it cannot be read.
  var bytes: [UInt8]? { isThere ? source?.bytes : [] }

  /// Its agreement; nil if it cannot be known, and a reading of nothing if the file is not there.
  var reading: Reading? {
    guard isThere else { return Reading(value: nil) }
    guard let source,
      let edition = Edition(shown: AgreementReader.read(source, catalog: Catalogs.anyCatalog(for: path)))
    else { return nil }
    return Reading(value: edition)
  }

  struct Reading {
    let value: Edition?
  }
}
