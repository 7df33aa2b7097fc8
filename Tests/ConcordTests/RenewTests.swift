import TestSupport
import Testing

/// `concord renew` as people run it.
@Suite struct RenewTests {
  private static let math = "samples/riverbend/riverbend-math/2026-27.agreement.yaml"

  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash", ["-c", "cd \"$1\" && PATH=\"${0%/*}:$PATH\" && \(line)", Program.absoluteConcord, scratch.path])
  }

  /// A folder with an agreement of four people, one of whom has left.
  private func school(_ edit: (String) -> String = { $0 }) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("2026-27.agreement.yaml", edit(Self.agreement).utf8)
    return scratch
  }

  private static let agreement = """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft
    campuses: {brookside: Brookside}
    participants:
      # our coach
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal, joined: 2026-11-02}
      haugen:
        name: Erik Haugen
        role: assistant-principal
        left: 2027-02-05   # to the district office
      doyle:
        name: Pat Doyle
        role: teacher
    others:
      office: The front office
    topics:
      access:
        planning-days:
          agreed: Two days, the first on October 9
          commitments:
            - owner: haugen
              does: Book the rooms
              due: 2026-10-02
            - owner: [tran, haugen]   # both
              does: Find substitutes
              every: month
            - owner:
                - haugen
                - office
              does: Send the invitation
              due: 2026-09-04
    drafting: {owner: haugen}
    meetings: {invitations: haugen}

    """

  @Test func theNewFileIsBesideTheOldOne() async throws {
    let scratch = try Scratch()
    try scratch.write("2026-27.agreement.yaml", try Root.bytes(Self.math))
    let outcome = try await run("concord renew 2026-27.agreement.yaml; echo $?; cat 2026-27*; ls -A", in: scratch)
    #expect(
      outcome.output == "0\n" + (try Root.text(Self.math)) + "2026-27.agreement.yaml\n2027-28.agreement.yaml\n")
    #expect(
      outcome.error == """
        2027-28.agreement.yaml: written, a draft for 2027-28
          from 2027-08-16 to 2028-05-26, last year's days moved by whole weeks (--starts and --ends set others); all other dates moved by 52 weeks
          last year's answers, to agree to again: 34
          whose concerns to ask for again: petrakis and whitcomb
          days to look at:
            line 64: the text says "last year"
        Next: concord agree 2027-28.agreement.yaml

        """)
    // Nothing is an error, and comments that were put aside are no findings.
    let lint = try await run("concord lint --today 2027-08-01 --format json; concord diff *.yaml", in: scratch)
    #expect(lint.output.contains("\"errors\":0") || lint.output.contains("\"errors\": 0"), "\(lint.output)")
    #expect(!lint.output.contains("suppression"))
    // Nothing is overwritten.
    let again = try await run(
      "echo mine > 2027-28.agreement.yaml; concord renew 2026-27.agreement.yaml; echo $?; cat 2027-28*", in: scratch)
    #expect(again.output == "2\nmine\n")
    #expect(
      again.error
        == "concord: 2027-28.agreement.yaml: it exists already, and nothing is overwritten; delete it to start anew\n")
  }

  /// The diff of a draft that was just renewed: nothing is lost, and everything waits for its people.
  @Test func theDiffOfARenewedDraft() async throws {
    let scratch = try Scratch()
    try scratch.write("2026-27.agreement.yaml", try Root.bytes(Self.math))
    let outcome = try await run(
      "concord renew 2026-27.agreement.yaml 2>/dev/null; concord diff 2026-27* 2027-28*",
      in: scratch)
    #expect(outcome.output.contains("All of last year's 8 commitments carried on as they were."), "\(outcome.output)")
    #expect(outcome.output.contains("copied from last year and not agreed yet: Relationship building, Role\n"))
    #expect(outcome.output.contains("not signed yet: Dana Petrakis, Harold Whitcomb, Joanna Reyes and Abena Osei\n"))
    #expect(outcome.output.contains("It was carried over, and not everyone has agreed to it again."))
    #expect(!outcome.output.contains("Dropped") && !outcome.output.contains("Weakened"))
    // Somebody who had left by then is gone, which is not the same as nobody.
    let without = try await run(
      """
      rm 2027-28*; concord leave 2026-27* osei --date 2026-11-22 --today 2026-11-22
      concord renew 2026-27* --hand osei=petrakis; concord diff 2026-27* 2027-28*
      """,
      in: scratch)
    #expect(
      without.output.contains("\nNobody is new. Abena Osei had left during the year.\n"),
      "\(without.output)\(without.error)")
  }

  @Test func whoLeftHandsOn() async throws {
    let scratch = try school()
    let outcome = try await run("concord renew *.yaml --hand haugen=tran --without doyle; cat 2027*", in: scratch)
    #expect(outcome.error.contains("  no longer in it: haugen and doyle\n"), "\(outcome.error)")
    #expect(outcome.error.contains("    line 17: the text says \"October 9\"\n"), "\(outcome.error)")
    #expect(
      outcome.output.hasSuffix(
        """
        participants:
          # our coach
          novak: {name: Jill Novak, role: instructional-coach}
          tran: {name: Linh Tran, role: principal}
        others:
          office: The front office
        topics:
          access:
            planning-days:
              carried: Two days, the first on October 9
              commitments:
                - owner: tran
                  does: Book the rooms
                  due: 2027-10-01
                - owner: [tran]   # both
                  does: Find substitutes
                  every: month
                - owner:
                    - tran
                    - office
                  does: Send the invitation
                  due: 2027-09-03
        drafting: {owner: tran}
        meetings: {invitations: tran}

        """), "\(outcome.output)")
  }

  /// Whoever still owns something stays, so that lint names each promise.
  @Test func whoIsNeededStays() async throws {
    let scratch = try school()
    let outcome = try await run("concord renew *.yaml --without doyle,tran; cat 2027*", in: scratch)
    #expect(
      outcome.error.contains(
        "  still in it, because something is theirs to do (1): tran; to hand it on, write another id in its place\n"),
      "\(outcome.error)")
    #expect(outcome.error.contains("  still in it, because something is theirs to do (5): haugen;"))
    #expect(outcome.error.contains("  no longer in it: doyle\n"))
    #expect(
      outcome.output.contains(
        """
          tran: {name: Linh Tran, left: 2027-05-28, role: principal}
          haugen:
            name: Erik Haugen
            role: assistant-principal
            left: 2027-02-05   # to the district office
        others:
        """), "\(outcome.output)")
    let lint = try await run("concord lint 2027* --select owner-left --format short --today 2027-08-01", in: scratch)
    #expect(lint.output.split(separator: "\n").count == 4, "\(lint.output)")
  }

  /// One of the others cannot write the agreement.
  @Test func othersDoNotDraft() async throws {
    let scratch = try school()
    let outcome = try await run("concord renew *.yaml --hand haugen=office; grep -c 'owner: haugen' 2027*", in: scratch)
    #expect(outcome.output == "1\n")
    #expect(outcome.error.contains("(1): haugen;"), "\(outcome.error)")
  }

  @Test(arguments: [
    ("--hand haugen=novack", "there is nobody with the id 'novack'; did you mean 'novak'?"),
    ("--hand hagen=novak", "there is nobody with the id 'hagen'; did you mean 'haugen'?"),
    ("--hand novak=haugen", "`haugen` does not go on, so nobody can hand anything to them"),
    ("--hand novak=novak", "`novak` cannot take over from themselves"),
    ("--without x", "there is nobody with the id 'x'; the ids are novak, tran, haugen and doyle"),
    ("--year 2026-27", "it is for 2026-27, and 2026-27 is not after that; name a later year with --year"),
    ("--starts 2026-08-17", "2026-08-17 is not in the school year 2027-28; correct --starts or --year"),
    (
      "--ends 2029-05-28",
      "the school year 2027-28 begins on 2027-08-16, so it cannot end on 2029-05-28; correct --ends or --year"
    ),
    ("--year 2028", "say when 2028 begins and ends, with --starts and --ends"),
  ])
  func whatCannotBeIsRefused(options: String, reason: String) async throws {
    let scratch = try school()
    let outcome = try await run("concord renew *.yaml \(options); echo $?; ls -A", in: scratch)
    #expect(outcome.output == "2\n2026-27.agreement.yaml\n")
    #expect(outcome.error == "concord: 2026-27.agreement.yaml: \(reason)\n")
  }

  @Test(arguments: ["--hand novak", "--hand =tran", "--year next", "--starts tomorrow"])
  func wrongWordsAreRefused(options: String) async throws {
    let scratch = try school()
    let outcome = try await run("concord renew *.yaml \(options); echo $?; ls -A", in: scratch)
    #expect(outcome.output == "2\n2026-27.agreement.yaml\n" && outcome.error.hasPrefix("Error: "))
    #expect(!outcome.error.contains("Usage:"))
  }

  @Test func filesWithErrorsAreNotRenewed() async throws {
    let scratch = try school { $0.replacing("status: draft", with: "status: maybe") }
    let outcome = try await run("concord renew *.yaml; echo $?; ls -A", in: scratch)
    #expect(outcome.output == "2\n2026-27.agreement.yaml\n")
    #expect(outcome.error.contains("error[wrong-shape]"))
    #expect(try await run("concord renew .; echo $?", in: scratch).output == "2\n")
    #expect(try await run("concord renew - < *.yaml; echo $?", in: scratch).output == "2\n")
    #expect(try await run("concord renew; echo $?", in: scratch).output == "2\n")
  }

  /// Each file is renewed by itself, and the worst status counts.
  @Test func severalFilesEachByItself() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("cp", ["-r", "samples/riverbend", scratch.path])
    let outcome = try await run(
      "cd riverbend && touch riverbend-math/2027-28.agreement.yaml && concord renew */2026-27* --without stroud; echo $?; ls */2027*",
      in: scratch)
    #expect(
      outcome.output
        == "2\nalder-creek-literacy/2027-28.agreement.yaml\nriverbend-high-science/2027-28.agreement.yaml\nriverbend-math/2027-28.agreement.yaml\n"
    )
    #expect(outcome.error.contains("concord: riverbend-math/2027-28.agreement.yaml: it exists already"))
    let unknown = try await run("cd riverbend && concord renew */2025* --without nobody; echo $?", in: scratch)
    #expect(unknown.output == "2\n")
  }

  /// The year in a name is replaced where there is more to the name.
  @Test func namesKeepWhatElseTheySay() async throws {
    let scratch = try school()
    let outcome = try await run(
      "mv *.yaml brookside-2026-27.agreement.yml; concord renew *.yml --year 2028-29; cp brookside-2026* ours.agreement.yaml; concord renew ours*; ls; grep ^starts *",
      in: scratch)
    #expect(
      outcome.output == """
        2027-28.agreement.yaml
        brookside-2026-27.agreement.yml
        brookside-2028-29.agreement.yml
        ours.agreement.yaml
        2027-28.agreement.yaml:starts: 2027-08-16
        brookside-2026-27.agreement.yml:starts: 2026-08-17
        brookside-2028-29.agreement.yml:starts: 2028-08-14
        ours.agreement.yaml:starts: 2026-08-17

        """)
  }

  /// A CI log shows no words of an agreement.
  @Test func wordsAreWithheldInCI() async throws {
    let scratch = try school()
    let outcome = try await run("CI=true concord renew *.yaml", in: scratch)
    #expect(outcome.error.contains("line 24: the text says (not shown, because it may be private)"), "\(outcome.error)")
    #expect(!outcome.error.contains("October"))
  }

  /// Nothing is written through a link, and a name that leads nowhere is taken, too.
  @Test func linksAreLeftAlone() async throws {
    let scratch = try school()
    let outcome = try await run(
      "ln -s ../nowhere 2027-28.agreement.yaml; concord renew 2026*; echo $?; ls ..", in: scratch)
    #expect(outcome.output.hasPrefix("2\n") && !outcome.output.contains("nowhere"))
  }

  /// Whoever left and still owns something: who takes over is asked where somebody can answer.
  @Test func whoTakesOverIsAsked() async throws {
    let scratch = try school()
    let outcome = try await Program.concordOnTerminal(
      ["renew", scratch.path + "/2026-27.agreement.yaml"], typing: "nobody\ntran\n")
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("Erik Haugen does not go on and still owns 5 things in this agreement.\n"))
    #expect(
      outcome.error.contains("Who takes over? Type novak, tran, doyle or office, or only Enter to decide later: "))
    #expect(outcome.error.contains("There is nobody with the id nobody who goes on.\n"))
    #expect(!(try Root.text(scratch.path + "/2027-28.agreement.yaml")).contains("haugen"))
    let later = try school()
    _ = try await Program.concordOnTerminal(["renew", later.path + "/2026-27.agreement.yaml"], typing: "\u{4}")
    #expect((try Root.text(later.path + "/2027-28.agreement.yaml")).contains("owner: haugen"))
  }
}
