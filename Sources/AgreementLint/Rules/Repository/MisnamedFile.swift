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
    ],
    passing: [
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026-27.agreement.yaml"),
      Example("format: 1\nid: brookside\nschool-year: 2026-27\n", path: "brookside/2026 27.agreement.yml"),
    ],
    check: .repository(withMisnamed: true) { agreements, context in
      for (file, facts) in agreements.enumerated() {
        guard let name = MisnamedName(path: facts.path) else { continue }
        guard facts.isMisnamed else { continue }
        let meant = name.meant(for: facts.year?.value)
        context.report(
          in: file, at: name.isDocument ? SourceRange(0..<0) : facts.id?.range ?? facts.firstLine,
          "`\(name.name)` is not read, because its name does not end in `.agreement.yaml`",
          help: name.isDocument ? "save it as plain text, as `\(meant)`" : "rename the file to `\(meant)`")
      }
    })
}
