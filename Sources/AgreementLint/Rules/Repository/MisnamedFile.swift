internal import Agreement
internal import Diagnostics

extension Rule {
  static let misnamedFile = Rule(
    .misnamedFile, .warning, .repository, source: .format,
    summary: "a file meant as an agreement is not read because of its name",
    rationale: """
      Only files whose names end in `.agreement.yaml` or `.agreement.yml` are read. A hyphen in place of the first period, a capital
      letter, a space, or a `.txt` that an editor adds is enough, and nobody checks the agreement.
      """,
    failing: [
      Example(
        "format: 1\nid: ↓brookside↑\nschool-year: 2026-27\n",
        "`2026-27-agreement.yaml` is not read, because its name does not end in `.agreement.yaml`",
        help: "rename the file to `2026-27.agreement.yaml`", path: "brookside/2026-27-agreement.yaml"),
      Example(
        "format: 1\nid: ↓brookside↑\nschool-year: 2026-27\n",
        "`2026-27.agreement.yaml.txt` is not read, because its name does not end in `.agreement.yaml`",
        help: "rename the file to `2026-27.agreement.yaml`", path: "brookside/2026-27.agreement.yaml.txt"),
      Example(
        "format: 1\nid: ↓brookside↑\nschool-year: 2026-27\n",
        "`2026-27.agreement.yaml.txt` is not read, because its name does not end in `.agreement.yaml`",
        help:
          "the name `2026-27.agreement.yaml` is taken by a file that is read; decide which of the two is right, put its text into `2026-27.agreement.yaml`, and delete this file",
        path: "brookside/2026-27.agreement.yaml.txt",
        beside: [("brookside/2026-27.agreement.yaml", "format: 1\nid: brookside\nschool-year: 2026-27\n")]),
    ],
    passing: [
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026-27.agreement.yaml"),
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026 27.agreement.yml"),
    ],
    check: .repository(withMisnamed: true) { agreements, context in
      var taken = Set(agreements.filter { !$0.isMisnamed }.map(\.path))
      for (file, facts) in agreements.enumerated() {
        guard let name = MisnamedName(path: facts.path) else { continue }
        guard facts.isMisnamed else { continue }
        let folder = facts.path.dropLast(name.name.count)
        let names = [name.meant(for: facts.year?.value), facts.year.map { "\($0.value).agreement.yaml" }]
          .compactMap(\.self)
        // Of two files that would get one name, the first gets it.
        let free = names.first { !taken.contains(folder + $0) }
        if let free { taken.insert(folder + free) }
        context.report(
          in: file, at: name.isDocument ? SourceRange(0..<0) : facts.id?.range ?? facts.firstLine,
          "`\(name.name)` is not read, because its name does not end in `.agreement.yaml`",
          help: free.map { name.isDocument ? "save it as plain text, as `\($0)`" : "rename the file to `\($0)`" }
            ?? help(beside: names[0]))
      }
    })

  /// What to do about a file whose name another file has.
  private static func help(beside other: String) -> String {
    "the name `\(other)` is taken by a file that is read; decide which of the two is right, put its text into `\(other)`, and delete this file"
  }
}
