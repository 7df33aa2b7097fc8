import TestSupport
import Testing

@testable import concord

/// `concord init --git-drivers`.
@Suite struct GitDriversTests {
  private static let lines = GitDrivers.attributes.map { $0 + "\n" }.joined()

  @Test func itWritesWhatIsMissing() async throws {
    let folder = try await GitFolder.make()
    let first = try await folder.run(
      "concord init --git-drivers; echo $?; cat .gitattributes; ls -A; git config --get-regexp '^(merge|diff)\\.' | cut -d' ' -f1"
    )
    #expect(
      first.output
        == "0\n\(Self.lines).git\n.gitattributes\nmerge.concord.driver\nmerge.concord.recursive\nmerge.concord.name\ndiff.concord.command\ndiff.concord.textconv\n"
    )
    #expect(
      first.error == """
        merge.concord.driver: set
        merge.concord.recursive: set
        merge.concord.name: set
        diff.concord.command: set
        diff.concord.textconv: set
        .gitattributes: written

        """)
    #expect(try await folder.run("git config merge.concord.driver").output == GitDrivers.driver + "\n")
    let again = try await folder.run("concord init --git-drivers; echo $?; cat .gitattributes")
    #expect(again.output == "0\n\(Self.lines)")
    #expect(!again.error.contains(": set\n") && again.error.hasSuffix(".gitattributes: nothing to add\n"))
  }

  @Test func whatIsThereStays() async throws {
    let folder = try await GitFolder.make()
    try folder.write(".gitattributes", "*.png binary\r\n*.agreement.yaml diff=concord\r\n*.agreement.yml merge=union")
    let outcome = try await folder.run(
      "git config merge.concord.name mine; git config diff.concord.textconv 'cat -v'; concord init --git-drivers; echo $?; cat .gitattributes; git config merge.concord.name; git config diff.concord.textconv"
    )
    #expect(
      outcome.output
        == "0\n*.png binary\r\n*.agreement.yaml diff=concord\r\n*.agreement.yml merge=union\r\n\(GitDrivers.attributes[0])\r\nmine\ncat -v\n"
    )
    #expect(
      outcome.error.contains(
        "diff.concord.textconv: left alone, because it is 'cat -v'; to change it: git config diff.concord.textconv 'concord git-textconv'\n"
      ))
    #expect(
      outcome.error.contains(
        ".gitattributes: `*.agreement.yml` left alone, because it has merge=union; to change it, write: \(GitDrivers.attributes[1])\n"
      ))
    #expect(
      try await folder.run("git check-attr merge diff -- a.agreement.yaml").output
        == "a.agreement.yaml: merge: concord\na.agreement.yaml: diff: concord\n")
  }

  @Test func itSaysWhatIsInTheWay() async throws {
    let scratch = try Scratch()
    let concord = Program.absoluteConcord
    let outcome = try await Program.run(
      "bash",
      [
        "-c",
        "cd \"$0\"; C=\"$1\"; export GIT_CEILING_DIRECTORIES=\"$0\"; \"$C\" init --git-drivers; echo $?; git init -q .; \"$C\" init --git-drivers d; echo $?; \"$C\" init --git-drivers --district D; echo $?; touch x; ln -s x .gitattributes; \"$C\" init --git-drivers; echo $?; ls",
        scratch.path, concord,
      ])
    #expect(outcome.output == "2\n2\n2\n2\nx\n", "\(outcome.output)")
    #expect(outcome.error.contains("not a git repository"))
    #expect(outcome.error.contains("type `cd d` first"))
    #expect(outcome.error.contains(".gitattributes: it is a link"))
  }
}
