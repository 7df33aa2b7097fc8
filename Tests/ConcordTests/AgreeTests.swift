import TestSupport
import Testing

/// `concord agree` as people run it.
@Suite struct AgreeTests {
  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash", ["-c", "cd \"$1\" && PATH=\"${0%/*}:$PATH\" && \(line)", Program.absoluteConcord, scratch.path])
  }

  private func school(_ topics: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", (Self.head + topics).utf8)
    return scratch
  }

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
    topics:

    """

  /// Each topic, what is typed, and the topic afterwards.
  @Test(arguments: [
    (
      "  access:\n    classroom-access:\n      carried: Any day   # as ever\n      notes: Good\n", "classroom-access",
      "  access:\n    classroom-access:\n      agreed: Any day   # as ever\n      notes: Good\n"
    ),
    (
      "  access: {classroom-access: {\"carried\":\"Any day\"}}\n", "access",
      "  access: {classroom-access: {\"agreed\":\"Any day\"}}\n"
    ),
    (
      "  access:\n    classroom-access:\n      agreed:\n      carried: Any day\n", "access",
      "  access:\n    classroom-access:\n      agreed: Any day\n"
    ),
    (
      "  access:\n    # last year: planning-days:\n    # last year:   not-relevant: |\n    # last year:     The district\n\n    # last year:     decides\n    # ours\n    classroom-access: Any day\n",
      "planning-days",
      "  access:\n    planning-days:\n      not-relevant: |\n        The district\n\n        decides\n    # ours\n    classroom-access: Any day\n"
    ),
    (
      "  access:\n    # last year: planning-days: {open: {until: 2026-10-01}}   # soon\n    # last year: weekly-planning:\n    # last year:   open:\n    # last year:     until: 2026-10-02\n  # last year: concord: allow x -- y\n",
      "weekly-planning planning-days",
      "  access:\n    planning-days: {open: {until: 2026-10-01}}   # soon\n    weekly-planning:\n      open:\n        until: 2026-10-02\n  # last year: concord: allow x -- y\n"
    ),
    (
      "  access:\n    # last year: not-relevant: No teams\n  engagement:\n    # last year: not-relevant: No coach\n",
      "access",
      "  access:\n    not-relevant: No teams\n  engagement:\n    # last year: not-relevant: No coach\n"
    ),
  ])
  func topicsAreAgreedTo(before: String, words: String, after: String) async throws {
    for ending in ["\n", "\r\n"] {
      let scratch = try Scratch()
      try scratch.write("a.agreement.yaml", (Self.head + before).replacing("\n", with: ending).utf8)
      let outcome = try await run("concord agree a.agreement.yaml \(words); echo $?; cat a*", in: scratch)
      #expect(outcome.output == "0\n" + (Self.head + after).replacing("\n", with: ending), "\(outcome.error)")
      #expect(outcome.error.hasPrefix("Agreed to again: "))
    }
  }

  @Test func whatWaitsIsListed() async throws {
    let scratch = try school(
      "  access:\n    classroom-access:\n      carried: Any day\n    # last year: planning-days: {open: {until: 2026-10-01}}\n"
    )
    let outcome = try await run("concord agree a.agreement.yaml; echo $?", in: scratch)
    #expect(outcome.output == "1\n")
    #expect(
      outcome.error == """
          classroom-access: last year's answer
          planning-days: open or not relevant last year
        concord: 2 answers from last year are waiting; name the topics that you agree to, as in `concord agree a.agreement.yaml classroom-access`

        """)
    let nothing = try await run("concord agree a.agreement.yaml teacher-naming feedback-review; echo $?", in: scratch)
    #expect(nothing.output == "0\n")
    #expect(
      nothing.error
        == "teacher-naming: nothing from last year is waiting there\nfeedback-review: nothing from last year is waiting there\n"
    )
    let unknown = try await run("concord agree a.agreement.yaml clasroom-access; echo $?", in: scratch)
    #expect(unknown.output == "2\n" && unknown.error.contains("did you mean 'classroom-access'?"))
  }

  /// Last year's lines may not fit anymore; then nothing is written.
  @Test(arguments: [
    ("  access:\n    # last year: planning-days: {open: {until: 2026-13-01}}\n", "invalid-date"),
    ("  access:\n    planning-days:\n    # last year: planning-days: {open: {until: 2026-10-01}}\n", "duplicate-key"),
    ("  # last year: access: {planning-days: {open: {until: 2026-10-01}}}\n  access: {}\n", "is between braces"),
  ])
  func whatDoesNotFitIsRefused(topics: String, reason: String) async throws {
    let scratch = try school(topics)
    let outcome = try await run("concord agree a.agreement.yaml planning-days; echo $?; cat a*", in: scratch)
    #expect(outcome.output == "1\n" + Self.head + topics)
    #expect(outcome.error.contains(reason), "\(outcome.error)")
  }

  /// What people have signed is not changed behind their backs.
  @Test func signedTextsAreNotChanged() async throws {
    let scratch = try school("  access:\n    classroom-access:\n      carried: Any day\n")
    let outcome = try await run(
      """
      digest=$(concord show a* --digest)
      printf 'signatures:\\n  tran: {signed: 2026-08-13, method: typed, digest: %s}\\n' $digest >> a.agreement.yaml
      concord agree a.agreement.yaml access; echo $?; concord agree a.agreement.yaml; echo $?; concord show a* --digest | grep -c $digest
      """, in: scratch)
    #expect(outcome.output == "1\n1\n1\n")
    #expect(
      outcome.error.contains("Linh Tran has signed this text; change it, then type `concord amend a.agreement.yaml`"))
  }

  /// A text is final once nothing in it has to be corrected by the first day of school.
  @Test func finalTextsAreComplete() async throws {
    let scratch = try school("  access:\n    classroom-access:\n      carried: Any day\n")
    let early = try await run("concord agree a.agreement.yaml --final access; echo $?; cat a*", in: scratch)
    #expect(early.output == "1\n" + Self.head + "  access:\n    classroom-access:\n      carried: Any day\n")
    #expect(early.error.contains("error[topic-unanswered]"))
    #expect(
      early.error.hasSuffix(
        "errors before the text can be final; nothing was written. To be asked for what is open, one by one: concord guide a.agreement.yaml\n"
      ))

    let whole = try Scratch()
    try whole.write(
      "2026-27.agreement.yaml", try Root.bytes("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"))
    let outcome = try await run(
      """
      sed -i.bak -e '/^signatures:/,$d' -e 's/^status: agreed/status: draft/' -e 's/agreed: Alone/carried: Alone/' 2026*.yaml && rm *.bak
      concord agree 2026* --final; echo $?; concord agree 2026* --final; echo $?; grep ^status 2026*
      """, in: whole)
    #expect(outcome.output == "0\n0\nstatus: agreed\n", "\(outcome.error)")
    #expect(
      outcome.error == """
        The text is final: status is agreed. Now everybody signs:
          concord sign 2026-27.agreement.yaml --as munoz
          concord sign 2026-27.agreement.yaml --as lindqvist
          concord sign 2026-27.agreement.yaml --as brandt
        The text is final already. Everybody signs with: concord sign 2026-27.agreement.yaml --as ID

        """)
  }

  /// On a terminal each answer is shown, and saved as soon as somebody agrees.
  @Test func answersAreAskedOneByOne() async throws {
    let scratch = try school(
      "  access:\n    classroom-access:\n      carried: Any day\n    # last year: planning-days: {open: {until: 2026-10-01}}\n    weekly-planning:\n      carried: Fridays\n"
    )
    let file = scratch.path + "/a.agreement.yaml"
    let outcome = try await Program.concordOnTerminal(["agree", file], typing: "s\nwhat\na\nstop\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.error.contains("1 of 3: Classroom access\n  May the coach walk into any classroom, or only when invited?")
    )
    #expect(outcome.error.contains("    classroom-access:\n      carried: Any day\n  agree, skip or stop? "))
    #expect(
      outcome.error.contains("2 of 3: ") && outcome.error.contains("    planning-days: {open: {until: 2026-10-01}}\n"))
    #expect(outcome.error.contains("Type agree, skip or stop"))
    #expect(outcome.error.contains("2 answers from last year are still waiting; type the same command to go on.\n"))
    #expect(
      try Root.text(file) == Self.head
        + "  access:\n    classroom-access:\n      carried: Any day\n    planning-days: {open: {until: 2026-10-01}}\n    weekly-planning:\n      carried: Fridays\n"
    )
    let rest = try await Program.concordOnTerminal(["agree", file], typing: "yes\ny\n")
    #expect(rest.error.contains("Nothing from last year is waiting."), "\(rest.error)")
    #expect(!(try Root.text(file)).contains("carried"))
  }
}
