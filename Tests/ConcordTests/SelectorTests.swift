import TestSupport
import Testing

/// Words on the command line that select nothing: an error that names what there is, the nearest first.
@Suite struct SelectorTests {
  private static let samples = "samples/riverbend/alder-creek-literacy"

  @Test(arguments: [
    (["diff", "2025-26", "2026-27", samples, "--owner", "nobody"], "there is no person 'nobody'; there are "),
    (
      ["diff", "2025-26", "2026-27", samples, "--owner", "brandt,brandd"],
      "there is no person 'brandd'; did you mean 'brandt'?"
    ),
    (["history", samples, "--owner", "nobody"], "there is no person 'nobody'; there are "),
    (["history", samples, "--topic", "nothing"], "there is no topic 'nothing'"),
    (["diff", "2025-26", "2026-27", samples, "--topic", "impact-timelin"], "did you mean 'impact-timeline'?"),
    (["history", samples, "--topic", "multi-campus-priority"], "there is no"),
    (["history", "alder-creek-literact", samples], "did you mean 'alder-creek-literacy'?"),
    (["diff", "2025-26", "2026-27", samples, "--only", "comitment-weakened"], "did you mean 'commitment-weakened'?"),
    (["lint", "--select", "norms-mising", samples], "did you mean 'norms-missing'?"),
    (["lnt"], "there is no command 'lnt'; did you mean 'lint'?"),
    (["lnit"], "there is no command 'lnit'; did you mean 'init' or 'lint'?"),
    (
      ["diff", "2025-26", "2026-27", samples, "--owner", "karin"],
      "there is no person 'karin'; did you mean 'lindqvist'?"
    ),
    (["history", samples, "--owner", "Muñoz"], "there is no person 'Muñoz'; did you mean 'munoz'?"),
    (
      ["history", samples, "--topic", "acess"],
      "there is no topic 'acess'; did you mean 'classroom-access'?"
    ),
    (["topics", "acess"], "there is no topic, section, role or purpose 'acess'; did you mean 'access'?"),
    (["topics", "zzzzzzzz"], "there is no topic, section, role or purpose 'zzzzzzzz'\n"),
    (["config", "shwo"], "there is no command 'shwo'; did you mean 'show'?"),
    (["lint", "sampels/riverbend"], "there is no such file or folder; did you mean 'samples/riverbend'?"),
    (["config", "show", "no-such-place"], "no-such-place: there is no such file or folder"),
    (["topics", "pubilc-relations"], "there is no topic, section, role or purpose 'pubilc-relations'"),
    (["topics", "data-coahc"], "did you mean 'data-coach'?"),
  ])
  func whatSelectsNothingIsAnError(arguments: [String], message: String) async throws {
    let outcome = try await Program.concord(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test func theCatalogIsKnownWhole() async throws {
    for (id, text) in [
      ("data-coach", "roles / data-coach"), ("roles", "roles / data-coach"), ("set-direction", ""),
      ("access", "access / classroom-access"),
      ("purposes", "purposes / "),
    ] where !text.isEmpty {
      #expect(try await Program.concord(["topics", id]).output.contains(text), "\(id)")
    }
    let list = try await Program.concord(["topics"]).output
    let purposes = try #require(list.split(separator: "\n").first { $0.hasPrefix("purposes: ") })
    for id in purposes.dropFirst("purposes: ".count).split(separator: ", ") {
      #expect(try await Program.concord(["topics", String(id)]).output.contains("purposes / \(id)"))
    }
  }

  @Test func completionsKnowTheWords() async throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try await Program.concord(["--generate-completion-script", shell]).output
      for word in [
        "classroom-access", "data-coach", "topic-unanswered", "sarif", "commitment-weakened", "completeness",
      ] {
        #expect(script.contains(word), "\(word) in \(shell)")
      }
    }
  }

  /// Two files of one agreement and year: whichever were taken, the other could hide a change. And a line in a quoted text is no id.
  @Test func doublesAndDecoys() async throws {
    let scratch = try Scratch()
    let (old, new) = (
      try Root.text(Self.samples + "/2025-26.agreement.yaml"), try Root.text(Self.samples + "/2026-27.agreement.yaml")
    )
    try scratch.write("old.agreement.yaml", old.utf8)
    try scratch.write("new.agreement.yaml", new.utf8)
    let arguments = ["2025-26", "2026-27", scratch.path, "--fail-on", "commitment-weakened"]
    #expect(try await Program.concord(["diff"] + arguments).status == 1)
    let decoy =
      "x-note: \"\nid: alder-creek-literacy\nschool-year: 2026-27\n\"\n"
      + old.replacing("school-year: 2025-26", with: "school-year: 2026-27").replacing(
        "id: alder-creek-literacy", with: "id: aaa")
    try scratch.write("aaa.agreement.yaml", decoy.utf8)
    let compared = try await Program.concord(["diff"] + arguments)
    #expect(compared.output.contains("commitment weakened: ") || compared.status == 2)
    #expect(compared.status != 0)
    try scratch.write("aaa.agreement.yaml", new.utf8)
    for command in [
      ["diff"] + arguments, ["history", scratch.path], ["history", "alder-creek-literacy", scratch.path],
    ] {
      let outcome = try await Program.concord(command)
      #expect(outcome.status == 2, "\(command)")
      #expect(outcome.error.contains("more than one file is `alder-creek-literacy for 2026-27`: "))
      #expect(outcome.output == "")
    }
  }
}
