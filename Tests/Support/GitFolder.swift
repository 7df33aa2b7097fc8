/// A folder with a git repository, in which tests run lines of a shell.
package struct GitFolder: ~Copyable, Sendable {
  private let scratch: Scratch

  /// The folder.
  package var path: String { scratch.path }

  /// Makes an empty repository with the branch `main`.
  package static func make() async throws -> GitFolder {
    let folder = GitFolder(scratch: try Scratch())
    try await folder.run("git init -q -b main .")
    return folder
  }

  /// Makes a repository with two agreements of three years each, committed, without a finding.
  package static func district() async throws -> GitFolder {
    let folder = try await make()
    for id in ["alder-creek-literacy", "riverbend-math"] {
      for year in ["2024-25", "2025-26", "2026-27"] {
        try await folder.run("mkdir -p \(id)")
        try folder.write(
          "\(id)/\(year).agreement.yaml", Root.text("samples/riverbend/\(id)/\(year).agreement.yaml"))
      }
    }
    try await folder.run("git add -A && git commit -qm all")
    return folder
  }

  /// Checks the district on a day when nothing is due.
  package static let lint = "concord lint --today 2026-09-10 --format short"
  /// What makes an agreement of the district wrong: a word that is no status.
  package static let spoil = "sed -i 's/^status: agreed/status: agred/'"
  /// The newest agreements of the district.
  package static let alder = "alder-creek-literacy/2026-27.agreement.yaml"
  package static let math = "riverbend-math/2026-27.agreement.yaml"

  private init(scratch: consuming Scratch) { self.scratch = scratch }

  /// Writes a file.
  package func write(_ name: String, _ text: String) throws { try scratch.write(name, text.utf8) }

  /// Runs a line; `concord` is the program under test, and nobody's git configuration counts.
  @discardableResult
  package func run(_ line: String) async throws -> Outcome {
    try await Program.run(
      "bash",
      ["-c", "concord() { \"$CONCORD\" \"$@\"; }; export -f concord; cd \"$0\" && \(line)", path],
      environment: [
        Program.key("CONCORD"): Program.absoluteConcord, Program.key("GIT_CONFIG_GLOBAL"): "/dev/null",
        Program.key("GIT_CONFIG_SYSTEM"): "/dev/null", Program.key("GIT_AUTHOR_NAME"): "t",
        Program.key("GIT_AUTHOR_EMAIL"): "t@example.org", Program.key("GIT_COMMITTER_NAME"): "t",
        Program.key("GIT_COMMITTER_EMAIL"): "t@example.org", Program.key("GIT_ALLOW_PROTOCOL"): "file",
      ])
  }
}
