internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// Lets git compare and merge agreements by what they say: `concord init --git-drivers`.
enum GitDrivers {
  /// The lines of `.gitattributes`.
  static let attributes = ["yaml", "yml"].map { "*.agreement.\($0) diff=concord merge=concord" }

  /// The command that merges.
  ///
  /// If concord is missing or ends early, git would take our version without markers, and theirs would be lost with the next
  /// `git add`. So git's own merge runs then. Its status above 128 would be an error to git that ends the whole merge.
  static let driver =
    "concord git-merge-driver %O %A %B %L %P; r=$?; test $r -lt 2 || "
    + "{ git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B; r=$?; test $r -lt 128 || r=1; }; exit $r"

  /// The settings, in an order in which git works after each of them: a name without a driver ends every merge.
  static let settings = [
    ("merge.concord.driver", driver),
    // The common version of two branches that were merged crosswise is then a real one, and not one with markers.
    ("merge.concord.recursive", "binary"),
    ("merge.concord.name", "agreements, by what they say"),
    ("diff.concord.command", "concord git-diff-driver"),
    ("diff.concord.textconv", "concord git-textconv"),
  ]

  /// Writes what is missing, and says what it did.
  static func setUp() throws {
    do throws(FileFailure) {
      _ = try GitWorkTree.current()
      for (key, value) in settings {
        switch try GitSetting.value(of: key) {
        case nil:
          try GitSetting.write(key, value)
          Output.error("\(key): set\n")
        case value: Output.error("\(key): set already\n")
        case let other?:
          Output.error(
            "\(key): left alone, because it is \(ShellWord.quoted(other)); to change it: git config \(key) \(ShellWord.quoted(value))\n"
          )
        }
      }
      try addAttributes()
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }

  /// Adds the lines that `.gitattributes` does not have. Lines further down count more, so a line of the authors for the same pattern that
  /// names another driver is left alone.
  private static func addAttributes() throws(FileFailure) {
    let path: FilePath = ".gitattributes"
    guard NewFile.isTaken(path) else {
      try NewFile.write(Array(attributes.map { $0 + "\n" }.joined().utf8), to: path)
      Output.error("\(path): written\n")
      return
    }
    let old = try FileReader.read(path, limit: 1 << 20)
    let lines = old.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map {
      String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    }
    var missing: [String] = []
    for line in attributes {
      let words = line.split(separator: " ").map(String.init)
      let same = lines.filter { $0.first == words[0] }
      func last(_ name: String) -> String? {
        same.joined().last { [name, "-\(name)", "!\(name)"].contains($0) || $0.hasPrefix("\(name)=") }
      }
      let found = ["diff", "merge"].map { last($0) }
      if found == ["diff=concord", "merge=concord"] { continue }
      let others = found.compactMap { $0 }.filter { !words.contains($0) }
      guard others.isEmpty else {
        Output.error(
          "\(path): `\(words[0])` left alone, because it has \(TerminalText.escape(others.joined(separator: " "))); to change it, write: \(line)\n"
        )
        continue
      }
      missing.append(line)
    }
    guard !missing.isEmpty else {
      Output.error("\(path): nothing to add\n")
      return
    }
    let end = old.contains(0x0D) ? "\r\n" : "\n"
    let isOpen = old.last.map { $0 != 0x0A } ?? false
    let added = (isOpen ? end : "") + missing.map { $0 + end }.joined()
    try FileReplacement.replace(path, holding: old, with: old + Array(added.utf8))
    for line in missing { Output.error("\(path): added: \(line)\n") }
  }
}
