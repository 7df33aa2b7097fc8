import TestSupport
import Testing

/// `concord guide` as people run it.
@Suite struct GuideTests {
  private static let head = """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft   # for now
    campuses: {brookside: Brookside}
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}

    """

  private func school(_ rest: String, _ ending: String = "\n") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", (Self.head + rest).replacing("\n", with: ending).utf8)
    return scratch
  }

  @Test func withoutATerminalItListsWhatIsOpen() async throws {
    let scratch = try school("topics:\n  access:\n    classroom-access:\n      carried: Any day\n")
    let file = scratch.path + "/a.agreement.yaml"
    let outcome = try await Program.concord(["guide", file])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.error.hasPrefix(
        "Meet before the year starts:\n  conversation.date\nSay why we are here:\n  conversation.facilitator\n"))
    #expect(
      outcome.error.contains("\nGo through the topics:\n  relationship-building\n")
        && outcome.error.contains("\n  classroom-access\n"))
    #expect(outcome.error.hasSuffix("answers are open; on a terminal, this command asks for each\n"))
    let whole = try await Program.concord(["guide", "samples/riverbend/riverbend-math/2026-27.agreement.yaml"])
    #expect(whole.status == 1 && whole.error.contains("have signed this text"))
  }

  /// Each line is in the file before the next is typed, and a second call goes on where the first stopped.
  @Test(arguments: ["\n", "\r\n"]) func everyLineIsSaved(ending: String) async throws {
    let scratch = try school(
      "conversation:\n  date:      # the day\n\nnorms:\n  # be kind\n  agreed:    # one on each line\n# the end\n",
      ending)
    let file = scratch.path + "/a.agreement.yaml"
    let first = try await Program.concordOnTerminal(
      ["guide", file], typing: "soon\n2026-08-06\nnobody\nlinh tran\nStart on time\nEnd on time: always\n\u{4}")
    #expect(first.status == 0)
    for text in [
      "Step 1 of 9: Meet before the year starts\n", "Step 2 of 9, 5 minutes: Say why we are here\n",
      "  When do you meet?\n",
      "Write the day as in 2026-08-06.", "There is nobody with the id or the name nobody.", "novak or tran: ",
      "Everything so far is saved. To go on: concord guide ",
    ] {
      #expect(first.error.contains(text), "\(text)")
    }
    let text = try Root.text(file)
    #expect(
      text
        == (Self.head + """
          conversation:
            date: 2026-08-06      # the day
            facilitator: tran

          norms:
            # be kind
            agreed:    # one on each line
              - Start on time
              - "End on time: always"
          # the end

          """).replacing("\n", with: ending), "\(text)")
    let second = try await Program.concordOnTerminal(["guide", file], typing: "\nstop\n")
    // Somebody may have stopped in the middle of a list, so it is asked for again.
    #expect(second.error.contains("  So far:\n    Start on time\n    End on time: always\n  One on each line"))
    #expect(second.error.contains("Who writes down what you decide?") && !second.error.contains("When do you meet?"))
  }

  @Test func topicsAreAnswered() async throws {
    let scratch = try school(
      """
      topics:
        roles-focus:
          relationship-building:
            carried: They know each other
            commitments:
              - {owner: tran, does: Introduce everybody, due: 2026-09-01}
          # last year: role-priorities: {open: {until: 2026-10-01}}
        engagement:
          coach-introduction:
            carried: In August

      """)
    let file = scratch.path + "/a.agreement.yaml"
    let enters = String(repeating: "\n", count: 11)
    let outcome = try await Program.concordOnTerminal(
      ["guide", file],
      typing: enters
        + "Coffee first: in August\nno\nThen lunch\n\nagree\nNOT RELEVANT: no staff\nYes\nAll of them\n\nopen until 2026-11-01: Who?\n#1 first\nstop\n"
    )
    #expect(outcome.status == 0)
    #expect(
      outcome.error.contains("  1 of 31: ") && outcome.error.contains("  Last year:\n    relationship-building:\n"))
    #expect(outcome.error.contains("Does the promise of last year stay with it? (yes or no) "))
    let text = try Root.text(file)
    #expect(
      text == Self.head + """
        topics:
          roles-focus:
            relationship-building:
              agreed:
                - "Coffee first: in August"
                - Then lunch
              # last year: commitments:
              # last year:   - {owner: tran, does: Introduce everybody, due: 2026-09-01}
            role-priorities: {open: {until: 2026-10-01}}
          engagement:
            # last year: coach-introduction:
            # last year:   carried: In August
            coach-introduction:
              not-relevant: no staff
            team-coaching:
              - "Yes"
              - All of them
            individual-cycles:
              open:
                until: 2026-11-01
                why: Who?
            initial-caseload: "#1 first"

        """, "\(text)\(outcome.error)")
  }

  /// After the topics comes how teachers hear of them, for each section that is in the file and does not say it.
  @Test func howTeachersHearIsAsked() async throws {
    let scratch = try school("topics:\n  planning-data:\n    learning-targets: Any way   # all of them\n")
    let file = scratch.path + "/a.agreement.yaml"
    let outcome = try await Program.concordOnTerminal(
      ["guide", file], typing: String(repeating: "\n", count: 11 + 30) + "In August: by Linh Tran\nstop\n")
    #expect(
      outcome.error.contains("  How and when do teachers hear of what you decided? (Planning and data"),
      "\(outcome.error)")
    #expect(
      try Root.text(file)
        == Self.head
        + "topics:\n  planning-data:\n    learning-targets: Any way   # all of them\n    told-to-teachers: \"In August: by Linh Tran\"\n"
    )
    let open = try await Program.concord(["guide", file])
    #expect(open.status == 1 && !open.error.contains("told-to-teachers"))
  }

  /// What sounds like one answer and is another is never written: a word to go on, last year's answer, a reason that is missing, a key
  /// that types signs.
  @Test func whatIsNoAnswerIsNotWritten() async throws {
    let scratch = try school(
      """
      topics:
        roles-focus:
          relationship-building: {carried: They know each other}
          role-priorities: {carried: Grade 4}
        engagement:
          # last year: coach-introduction:
          # last year:   not-relevant: No staff
          individual-cycles:

      """)
    let file = scratch.path + "/a.agreement.yaml"
    let before = try Root.text(file)
    let outcome = try await Program.concordOnTerminal(
      ["guide", file],
      typing: String(repeating: "\n", count: 11)
        + "skip\nSame as last year.\nno\n\nAgreed!\n?\n\u{1B}[D\nnot relevant\nopen until spring\nopen until October 1, 2026: who\nn/a\n\nstop\n"
    )
    for text in [
      "Does that mean last year's answer, as it stands? (yes or no)", "Type an answer. Only Enter goes on",
      "Keys such as the arrows put signs into a line that are no text.",
      "To say that, type `not relevant: the reason`.",
      "To say that, type `open until 2026-10-01: what is still missing`.",
    ] {
      #expect(outcome.error.contains(text), "\(text): \(outcome.error)")
    }
    let text = try Root.text(file)
    #expect(
      text
        == before.replacing("# last year: coach", with: "coach").replacing("# last year:   not", with: "  not")
        + "    team-coaching:\n      open:\n        until: 2026-10-01\n        why: who\n", "\(text)")
    let waiting = try await Program.concord(["agree", file])
    #expect(waiting.error.contains("  role-priorities: ") && waiting.error.contains("  relationship-building: "))
    #expect(!waiting.error.contains("coach-introduction"), "\(waiting.error)")
  }

  /// An answer of this year beside last year's comment: nothing waits there anymore.
  @Test func whatIsAnsweredDoesNotWait() async throws {
    let scratch = try school(
      "topics:\n  engagement:\n    # last year: coach-introduction:\n    # last year:   carried: In August\n    coach-introduction: In May\n"
    )
    let waiting = try await Program.concord(["agree", scratch.path + "/a.agreement.yaml"])
    #expect(
      waiting.status == 0 && waiting.error.contains("Nothing from last year is waiting. 30 topics have no answer yet."),
      "\(waiting.error)")
  }

  /// A role may be typed as people say it.
  @Test func rolesAreTypedAsPeopleSayThem() async throws {
    let scratch = try school("")
    let file = scratch.path + "/a.agreement.yaml"
    let outcome = try await Program.concordOnTerminal(
      ["guide", file],
      typing: "\n\n\n\nData coach: Unit tests\nmentr: New teachers\nKing: no\nlearner\nstop\n")
    #expect(
      outcome.error.contains("There is no role King.") && outcome.error.contains("Write a colon after the role"),
      "\(outcome.error)")
    let text = try Root.text(file)
    #expect(text.hasSuffix("focus:\n  roles:\n    data-coach: Unit tests\n    mentor: New teachers\n"), "\(text)")
  }
}
