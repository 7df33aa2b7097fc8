import TestSupport
import Testing

/// `concord amend`, `join`, `leave` and `withdraw`: the events of a school year, and that the printed help works as it stands.
@Suite struct YearEventTests {
  private static let sample = "samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"

  /// A repository with a signed agreement, committed.
  private struct Signed: ~Copyable {
    let scratch: Scratch
    let path: String

    private init(_ scratch: consuming Scratch, _ path: String) {
      self.scratch = scratch
      self.path = path
    }

    static func file(_ text: String) async throws -> Signed {
      let scratch = try Scratch()
      let path = try scratch.write("a b.agreement.yaml", text.utf8)
      for words in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "signed"]] {
        let outcome = try await Program.run(
          "git", ["-C", scratch.path, "-c", "user.name=a", "-c", "user.email=a@example.org"] + words)
        try #require(outcome.status == 0, "\(outcome.error)")
      }
      return Signed(scratch, path)
    }

    func change(_ old: String, to new: String) throws {
      let text = try Root.text(path)
      try #require(text.contains(old))
      try scratch.write("a b.agreement.yaml", text.replacing(old, with: new, maxReplacements: 1).utf8)
    }
  }

  private static func concord(_ words: [String], on day: String = "2026-11-02") async throws -> Outcome {
    try await Program.concord(words + ["--today", day])
  }

  private static let names = [
    "munoz": "Alicia Muñoz", "lindqvist": "Karin Lindqvist", "brandt": "Denise Brandt", "pratt": "Dana Pratt",
  ]

  /// Does each command that a text prints on a line of its own, as somebody who pastes it and types their name.
  private static func followEach(in printed: String, on day: String, _ wanted: (String) -> Bool = { _ in true })
    async throws
  {
    let lines = printed.split(separator: "\n").filter { $0.hasPrefix("  concord ") }.map { String($0.dropFirst(2)) }
    #expect(!lines.isEmpty, "\(printed)")
    for line in lines where wanted(line) {
      let words = try await Program.run("bash", ["-c", "printf '%s\\n' " + line]).output
      let arguments = words.split(separator: "\n").dropFirst().map(String.init)
      let id = arguments.last ?? ""
      let outcome = try await Program.concordOnTerminal(
        arguments + ["--today", day], typing: (names[id] ?? "") + "\n")
      #expect(outcome.status == 0, "\(line): \(outcome.error)")
    }
  }

  @Test func aChangedTextIsAmendedAndSignedAgain() async throws {
    let signed = try await Signed.file(Root.text(Self.sample))
    let nothing = try await Self.concord(["amend", signed.path])
    #expect(
      nothing.status == 0
        && nothing.error == "Everyone who has signed has signed this text, so there is nothing to amend.\n")
    try signed.change("By invitation. The coach asks a day ahead.", to: "By invitation.")
    let before = try Root.text(signed.path)
    let early = try await Self.concord(["amend", signed.path, "--date", "2026-08-12"])
    #expect(early.status == 2 && early.error.contains("somebody signed on 2026-08-13"))
    let outcome = try await Self.concord(["amend", signed.path])
    #expect(outcome.status == 0 && outcome.error == "")
    #expect(
      try Root.text(signed.path) == before.replacing("status: agreed\n", with: "status: agreed\namended: 2026-11-02\n"))
    #expect(
      outcome.output.hasPrefix(
        "Alder Creek Elementary, 2026-27: amended on 2026-11-02\n\nWhat has changed since people signed (commit "))
    #expect(outcome.output.contains("    was By invitation. *The coach asks a day ahead*.\n"))
    #expect(
      outcome.output.contains(
        "Alicia Muñoz, Karin Lindqvist and Denise Brandt signed the earlier text, so those signatures no longer count.\n"
      ))
    // Once more is the same, and a day that is there is changed.
    let text = try Root.text(signed.path)
    #expect(try await Self.concord(["amend", signed.path], on: "2026-11-03").output == outcome.output)
    #expect(try Root.text(signed.path) == text)
    try await Self.followEach(in: outcome.output, on: "2026-11-04") { $0.hasSuffix("munoz") }
    let late = try await Self.concord(["amend", signed.path], on: "2026-11-05")
    #expect(late.status == 1 && late.output == "")
    #expect(
      late.error.contains(
        "Alicia Muñoz has signed the text as it is, and another day would void that; still to sign:\n"))
    try await Self.followEach(in: late.error, on: "2026-11-05")
    let lint = try await Self.concord(["lint", signed.path, "--select", "signatures"], on: "2026-11-05")
    #expect(lint.status == 0, "\(lint.output)")
    // The next change has its own day.
    try signed.change("By invitation.", to: "Doors are open.")
    #expect(try await Self.concord(["amend", signed.path], on: "2026-12-01").status == 0)
    #expect(try Root.text(signed.path).contains("status: agreed\namended: 2026-12-01\n"))
  }

  @Test func theNoteSaysWhyAListIsMissingAndCanBeMarkdown() async throws {
    let scratch = try Scratch()
    let text = try Root.text(Self.sample).replacing("By invitation. The coach", with: "The coach")
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let outcome = try await Self.concord(["amend", path, "--format", "markdown"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        "# Alder Creek Elementary, 2026-27: amended on 2026-11-02\n\nGit does not have the text that was signed, so what has changed since is not listed.\n\n"
      ), "\(outcome.output)")
    #expect(
      outcome.output.hasSuffix(
        "```sh\nconcord sign \(path) --as munoz\nconcord sign \(path) --as lindqvist\nconcord sign \(path) --as brandt\n```\n"
      ))
  }

  @Test func whatIsNoAmendmentIsRefused() async throws {
    let scratch = try Scratch()
    let text = try Root.text(Self.sample)
    let joined = try scratch.write(
      "a.agreement.yaml",
      text.replacing("\nconversation:", with: "  pratt:\n    name: Dana Pratt\n    role: principal\n\nconversation:")
        .utf8)
    let first = try await Self.concord(["amend", joined])
    #expect(first.status == 1 && first.error.contains("nothing but Dana Pratt was added"))
    let copied = try scratch.write(
      "b.agreement.yaml",
      text.replacing("2026-27\nstarts: 2026", with: "2027-28\nstarts: 2027").replacing("ends: 2027", with: "ends: 2028")
        .utf8)
    let second = try await Self.concord(["amend", copied])
    #expect(second.status == 1 && second.error.contains("signed last year's text"), "\(second.error)")
    let unsigned = try #require(text.split(separator: "signatures:\n").first)
    let third = try await Self.concord(["amend", scratch.write("c.agreement.yaml", unsigned.utf8)])
    #expect(third.status == 0 && third.error.contains("Nobody has signed the text yet"))
  }

  @Test func somebodyJoins() async throws {
    let signed = try await Signed.file(Root.text(Self.sample))
    let text = try Root.text(signed.path)
    let join = ["join", signed.path, "pratt", "--name", "Dana Pratt", "--role", "principal"]
    let outcome = try await Self.concord(join + ["--title", "Principal: interim", "--campus", "alder-creek"])
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.error)")
    #expect(
      try Root.text(signed.path)
        == text.replacing(
          "    title: K-5 literacy coordinator\n",
          with:
            "    title: K-5 literacy coordinator\n  pratt:\n    name: Dana Pratt\n    role: principal\n    title: \"Principal: interim\"\n    campuses: [alder-creek]\n    joined: 2026-11-02\n"
        ))
    #expect(outcome.error.contains("Dana Pratt joined on 2026-11-02. Nobody else signs again"))
    let again = try await Self.concord(join)
    #expect(again.status == 0 && again.error == "Dana Pratt takes part already.\n")
    try await Self.followEach(in: outcome.error, on: "2026-11-03")
    let lint = try await Self.concord(["lint", signed.path, "--select", "signatures"], on: "2026-11-03")
    #expect(lint.status == 0 && !lint.output.contains("error"), "\(lint.output)")
  }

  @Test func inADraftSomebodyIsSimplyAdded() async throws {
    let scratch = try Scratch()
    let text = try Root.text("samples/draft/juniper-hill-humanities/2026-27.agreement.yaml")
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let outcome = try await Self.concord(
      [
        "join", path, "pratt", "--name", "Dana \"Dee\" Pratt", "--role", "assistant-principal", "--role",
        "instructional-coach",
      ], on: "2026-08-10")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.hasSuffix(" takes part. Nobody has signed yet, so everyone signs this text.\n"))
    let new = try Root.text(path)
    #expect(
      new.contains("  pratt:\n    name: Dana \"Dee\" Pratt\n    role: [assistant-principal, instructional-coach]\n"),
      "\(new)")
    #expect(!new.contains("joined"))
  }

  @Test func somebodyWithdraws() async throws {
    let signed = try await Signed.file(Root.text(Self.sample))
    let withdrawn = try await Self.concord(["withdraw", signed.path, "brandt"])
    #expect(withdrawn.status == 0 && withdrawn.error.hasPrefix("Denise Brandt withdrew on 2026-11-02. "))
    #expect(try Root.text(signed.path).hasSuffix("    withdrawn: 2026-11-02\n"))
    #expect(
      try await Self.concord(["withdraw", signed.path, "brandt"]).error
        == "Denise Brandt has withdrawn already, on 2026-11-02.\n")
    try await Self.followEach(in: withdrawn.error, on: "2026-11-03") { $0.contains(" sign ") }
    #expect(!(try Root.text(signed.path).contains("withdrawn")))
    #expect(try await Self.concord(["lint", signed.path, "--select", "signatures"], on: "2026-11-03").status == 0)
  }

  @Test func somebodyLeaves() async throws {
    let signed = try await Signed.file(Root.text(Self.sample))
    let text = try Root.text(signed.path)
    let outcome = try await Self.concord(["leave", signed.path, "munoz", "--date", "2026-10-30"])
    #expect(outcome.status == 0 && outcome.output == "")
    #expect(
      try Root.text(signed.path)
        == text.replacing(
          "    concerns: [classroom-access, principal-priorities]\n",
          with: "    concerns: [classroom-access, principal-priorities]\n    left: 2026-10-30\n"))
    #expect(
      outcome.error == """
        Alicia Muñoz left on 2026-10-30. The signatures of the others still count.
        Alicia Muñoz still owns:
          Will try to meet with the coach monthly, door closed
          sending the invites (`invitations` under `meetings`)
        Hand it on: write another id in its place, then `concord amend '\(signed.path)'`.
        No principal is left here. When the new one comes:
          concord join '\(signed.path)' ID --name NAME --role principal

        """)
    #expect(
      try await Self.concord(["leave", signed.path, "munoz"]).error == "Alicia Muñoz has left already, on 2026-10-30.\n"
    )
  }

  /// What is typed, and what is said; the status is 2, and the file stays as it is.
  @Test(arguments: [
    ("join|munoz|--name|Somebody|--role|principal", "the id `munoz` is taken: Alicia Muñoz (principal)"),
    ("join|Pratt|--name|Dana Pratt|--role|principal", "'Pratt' is not an id"),
    ("join|yes|--name|Dana Pratt|--role|principal", "'yes' is not an id"),
    ("join|pratt|--name| |--role|principal", "--name takes a name"),
    ("join|pratt|--name|Dana\u{1B}[31m|--role|principal", "nothing was written: "),
    ("join|pratt|--name|Dana Pratt|--role|principle", "there is no role 'principle'; did you mean 'principal'?"),
    ("join|pratt|--name|Dana Pratt|--role|principal|--campus|alder", "there is no campus 'alder'"),
    ("join|pratt|--name|Dana Pratt|--role|principal|--date|2026-11-03", "2026-11-03 has not come yet"),
    ("leave|nobody", "there is no participant 'nobody'"),
    ("leave|munoz|--date|2026-11-03", "2026-11-03 has not come yet"),
    ("withdraw|nobody", "there is no participant 'nobody'"),
    ("withdraw|brandt|--date|2026-08-01", "Denise Brandt signed on 2026-08-11, and 2026-08-01 is before it"),
  ])
  func isRefused(words: String, said: String) async throws {
    let scratch = try Scratch()
    let text = try Root.text(Self.sample)
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let typed = words.split(separator: "|").map(String.init)
    let outcome = try await Self.concord([typed[0], path] + typed.dropFirst())
    #expect(outcome.status == 2 && outcome.output == "", "\(outcome.error)")
    #expect(outcome.error.contains(said), "\(outcome.error)")
    #expect(!outcome.error.contains("\u{1B}"))
    #expect(try Root.text(path) == text)
  }

  /// What one event says holds after another.
  @Test func eventsAfterEachOther() async throws {
    let signed = try await Signed.file(try Root.text(Self.sample))
    let early = try await Self.concord(["leave", signed.path, "brandt", "--date", "2026-08-01"])
    #expect(
      early.status == 2 && early.error.contains("Denise Brandt signed on 2026-08-11, and 2026-08-01 is before it"),
      "\(early.error)")
    let coach = try await Self.concord(["leave", signed.path, "lindqvist"])
    #expect(
      coach.error.contains("No instructional coach is left here. When the new one comes:\n  concord join "),
      "\(coach.error)")
    let withdrawn = try await Self.concord(["withdraw", signed.path, "lindqvist"])
    #expect(
      withdrawn.error
        == "Karin Lindqvist withdrew on 2026-11-02. They left on 2026-11-02, so nothing more is asked of them.\n")
    let back = try await Self.concord([
      "join", signed.path, "lindqvist", "--name", "Karin Lindqvist", "--role", "instructional-coach",
    ])
    #expect(
      back.status == 1 && back.error.contains("if they are back, delete the line `left: 2026-11-02` under `lindqvist`"),
      "\(back.error)")

    let amended = try await Signed.file(try Root.text(Self.sample))
    try amended.change("- Book room is stocked", to: "- Book room is stocked and labeled")
    #expect(try await Self.concord(["amend", amended.path]).status == 0)
    let other = try await Self.concord(["amend", amended.path, "--date", "2026-10-30"])
    #expect(
      other.status == 1 && other.error.contains("the file says that it was amended on 2026-11-02"), "\(other.error)")
  }

  @Test func withoutASignatureThereIsNothingToWithdraw() async throws {
    let scratch = try Scratch()
    let text = try #require(try Root.text(Self.sample).split(separator: "signatures:\n").first)
    let outcome = try await Self.concord(["withdraw", scratch.write("a.agreement.yaml", text.utf8), "munoz"])
    #expect(
      outcome.status == 2 && outcome.error == "concord: Alicia Muñoz has not signed, so there is nothing to withdraw\n")
  }

  /// Whatever the layout, everybody signs, one leaves and one joins; the rest of the file stays as it is.
  @Test(arguments: Root.otherSamples.dropFirst() + Root.voices.prefix(6), ["\n", "\r\n"])
  func anyLayout(path: String, lineEnd: String) async throws {
    let scratch = try Scratch()
    let text = "\u{FEFF}" + (try Root.text(path)).replacing("\n", with: lineEnd)
    let file = try scratch.write("a.agreement.yaml", text.utf8.dropLast(lineEnd.utf8.count))
    let known = try await Program.concord(["show", file])
    let day = "2026-12-01"
    guard known.output.contains("\"school-year\": \"2026-27\""), known.output.contains("\"status\": \"agreed\"") else {
      return
    }
    let joined = try await Self.concord(["join", file, "zz-new", "--name", "Zoë: New", "--role", "other"], on: day)
    #expect(joined.status == 0, "\(joined.error)")
    let signed = try await Self.concord(
      ["sign", file, "--as", "zz-new", "--yes", "--allow-findings"], on: day)
    #expect(signed.status == 0, "\(signed.error)")
    let left = try await Self.concord(["leave", file, "zz-new"], on: day)
    #expect(left.status == 0, "\(left.error)")
    // Without the new lines it is the file as it was, with a line end at the end.
    let lines = String(decoding: try Root.bytes(file), as: UTF8.self).split(
      separator: lineEnd, omittingEmptySubsequences: false)
    let old = text.split(separator: lineEnd, omittingEmptySubsequences: false)
    var place = 0
    for line in old {
      let found = try #require(lines[place...].firstIndex(of: line), "\(line)")
      place = found + 1
    }
    #expect(!String(decoding: try Root.bytes(file), as: UTF8.self).replacing(lineEnd, with: "").contains("\n"))
  }
}
