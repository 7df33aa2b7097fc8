internal import Agreement
internal import Diagnostics

extension Rule {
  static let misfiled = Rule(
    .misfiled, .warning, .repository, source: .format,
    summary: "the file and its name have different years or ids",
    rationale: """
      Most often last year's file was copied, and either its name or its first lines were forgotten. People look for an agreement
      by the name of its file; programs go by what is in it.
      """,
    failing: [
      Example(
        "format: 1\nid: brookside\nschool-year: ↓2025-26↑\n", "the file is named for 2026-27, but it says 2025-26",
        help: "correct the year here, or the name of the file", path: "brookside/2026-27.agreement.yaml",
        cured: "format: 1\nid: brookside\nschool-year: 2026-27\n"),
      Example(
        "format: 1\nid: ↓brookside↑\nschool-year: 2026-27\n",
        "the file is in the folder of `harmon`, but it says `brookside`",
        help: "correct the id here, or move the file to the folder `brookside`",
        path: "harmon/2026-27.agreement.yaml",
        beside: [("harmon/2025-26.agreement.yaml", "format: 1\nid: harmon\nschool-year: 2025-26\n")]),
    ],
    passing: [
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026-27.agreement.yaml"),
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "signed/brookside-2026-27.agreement.yaml"),
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "agreements/ours.agreement.yaml"),
    ],
    check: .repository { agreements, context in
      // A folder belongs to an agreement only if another agreement confirms it, because many are called `agreements` or
      // `signed`.
      var owners: Set<String> = []
      for facts in agreements {
        if let id = facts.id?.value, FileName(facts.path).folder == id { owners.insert(id) }
      }
      // Two files with the same id and year have their own finding.
      var counts: [String: Int] = [:]
      for facts in agreements {
        if let id = facts.id?.value, let year = facts.year?.value { counts["\(id) \(year)", default: 0] += 1 }
      }
      for (file, facts) in agreements.enumerated() {
        let name = FileName(facts.path)
        if let year = facts.year, let named = name.year, named != year.value {
          if let id = facts.id?.value, counts["\(id) \(year.value)", default: 0] > 1 { continue }
          context.report(
            in: file, at: year.range, "the file is named for \(named), but it says \(year.value)",
            help: "correct the year here, or the name of the file")
        } else if let id = facts.id, let folder = name.folder, folder != id.value, owners.contains(folder) {
          context.report(
            in: file, at: id.range, "the file is in the folder of `\(folder)`, but it says `\(id.value)`",
            help: "correct the id here, or move the file to the folder `\(id.value)`")
        }
      }
    })

  /// What the path of an agreement says about it.
  struct FileName {
    /// The folder that holds the file.
    let folder: String?
    /// The school year that is the name, or ends it.
    let year: SchoolYear?

    init(_ path: String) {
      // Read as bytes, because this runs for every file of an archive.
      let bytes = Array(path.utf8)
      // A file in git is shown behind its revision, as in `HEAD:brookside/2026-27.agreement.yaml`; no id has a colon.
      func last(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        path[(path.lastIndex { $0 == 0x2F || $0 == 0x3A }.map { $0 + 1 } ?? path.startIndex)...]
      }
      let name = last(bytes[...])
      let before = bytes[..<name.startIndex].dropLast()
      let folder = bytes[..<name.startIndex].last == 0x3A ? before[before.endIndex...] : last(before)
      self.folder = folder.isEmpty ? nil : String(decoding: folder, as: UTF8.self)
      let stem = name.prefix { $0 != 0x2E }
      let tail = stem.suffix(7)
      let isWhole = stem.count == 7 || stem.dropLast(7).last.map { [0x20, 0x2D, 0x5F].contains($0) } ?? false
      year =
        isWhole
        ? SchoolYear(standard: tail.span) : stem.count == 4 ? SchoolYear(String(decoding: stem, as: UTF8.self)) : nil
    }
  }
}
