#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import AgreementEditing
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What `concord init` does, apart from its command line.
struct InitRun {
  let folder: String
  let district: String?
  let timeZone: String?
  let ci: ContinuousChecks

  func callAsFunction() throws {
    let root = FilePath(typed: folder)
    let zone = try zone()
    let files = try DistrictFiles(district: district.map { Folding.fold($0) }, zone: zone, ci: ci).files()
    var toFill: [String] = []
    do throws(FileFailure) {
      // Whatever is in the way is told before anything is written.
      for path in [root] + files.map({ root.appending($0.name).removingLastComponent() }) where !path.isEmpty {
        _ = try NewFile.isFolder(path)
      }
      try NewFile.makeFolder(root)
      for file in files {
        let path = folder == "." ? FilePath(file.name) : root.appending(file.name)
        let shown = TerminalText.escape(path.string)
        if NewFile.isTaken(path) {
          Output.error("\(shown): there already, left alone\n")
          continue
        }
        try NewFile.makeFolder(path.absolute.removingLastComponent())
        try NewFile.write(Array(file.text.utf8), to: path)
        Output.error("\(shown): written\n")
        if CheckFiles.files(for: ci).contains(where: { $0.name == file.name }) { toFill.append(shown) }
      }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    tell(root)
    if !toFill.isEmpty {
      Output.error("Nothing checks your changes yet: fill in \(Prose.list(toFill)). The first lines there say how.\n")
    }
  }

  private func tell(_ root: FilePath) {
    let isHere = folder == "."
    let isRepository = NewFile.isTaken(root.absolute.appending(".git"))
    var lines: [String] = []
    if !isHere { lines.append("cd \(ShellWord.quoted(folder))") }
    if !isRepository { lines.append("git init") }
    lines += [
      "git add .", "git commit -m 'Set up concord'",
      "concord new ID    (an id for the first agreement, such as brookside-math)",
    ]
    Output.error("Next:\n" + lines.map { "  \($0)\n" }.joined())
  }

  /// The time zone of the option or of this computer; nil if that is not known.
  private func zone() throws -> String? {
    if let timeZone {
      if case .failure(let problem) = TimeZones.look(for: (timeZone, SourceRange(0..<0))) {
        throw ValidationError(
          TerminalText.escape(problem.diagnostic.message)
            + (problem.diagnostic.help.map { "; \(TerminalText.escape($0))" } ?? ""))
      }
      return timeZone
    }
    let set = Output.environment("TZ").map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }
    for name in [set, Self.linkedZone].compactMap({ $0 }) {
      if case .success = TimeZones.look(for: (name, SourceRange(0..<0))) { return name }
    }
    return nil
  }

  /// The zone to which `/etc/localtime` leads.
  private static var linkedZone: String? {
    guard let path = FilePath("/etc/localtime").resolved?.string,
      let place = path.ranges(of: "zoneinfo/").last?.upperBound
    else { return nil }
    return String(path[place...])
  }
}
