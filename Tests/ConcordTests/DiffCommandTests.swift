import AgreementReporting
import TestSupport
import Testing

/// `concord diff` and `concord history` as people run them.
@Suite struct DiffCommandTests {
  private static let old = "samples/riverbend/alder-creek-literacy/2025-26.agreement.yaml"
  private static let new = "samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"

  @Test func schoolYearsAreComparedByID() async throws {
    let outcome = try await Program.concord(["diff", "2025-26", "2026-27", "samples/riverbend"])
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.hasPrefix("All agreements\n"))
    #expect(
      outcome.output.contains(
        "3 agreements compared. Of last year's 22 commitments: 19 carried on as they\nwere, 1 handed to someone else, 1 promises less, 1 moved to another topic. 1 is\nnew. Also: less stays confidential,"
      ))
    let places = [
      "Alder Creek Elementary (alder-creek-literacy): from 2025-26 to 2026-27",
      "Riverbend High School (riverbend-high-science): ",
      "High School (riverbend-math): ",
    ].map {
      outcome.output.firstRange(of: $0)?.lowerBound
    }
    #expect(places == places.sorted { ($0 ?? "".startIndex) < ($1 ?? "".startIndex) } && !places.contains(nil))
    #expect(outcome.output.contains("  For 3 years\n    commitments: “"))
    #expect(outcome.output.contains("    answers: Relationship building, Role priorities"))
    let summary = try await Program.concord(["diff", "2025-26", "2026-27", "samples", "--summary"])
    #expect(
      summary.output.contains(
        "  new agreement: Hazel Grove School and Fox Prairie Consolidated School;\n    Juniper Hill Middle School\n"))
    #expect(!summary.output.contains("from 2025-26"))
  }

  /// What is told with another change is told by itself where a filter leaves that one out, and numbers fit what is shown.
  @Test func aFilterLeavesNothingHanging() async throws {
    let arguments = ["diff", "2025-26", "2026-27", "samples/riverbend"]
    let meetings = try await Program.concord(arguments + ["--only", "meetings-less-often", "--format", "json"])
    #expect(meetings.output.contains("\"meetings-less-often\"") && !meetings.output.contains("\"part-of\":\""))
    let all = try await Program.concord(arguments + ["--format", "json"])
    #expect(all.output.contains("\"part-of\":\""))
    let head = try await Program.concord(arguments + ["--only", "meetings-less-often", "--summary"])
    #expect(
      head.output.contains("Also: 1 meeting less often.") && !head.output.contains("commitments"), "\(head.output)")
    let topic = try await Program.concord([
      "diff", Self.old, Self.new, "--topic", "classroom-access", "--format", "markdown",
    ])
    #expect(topic.output.contains("Nothing changed of what you asked for."))
  }

  /// One person on thousands of campuses, and thousands of meetings beside as many commitments: both are compared in linear time.
  @Test func manyCampusesAndMeetings() async throws {
    func agreement(_ year: Int, every: String, share: Int) -> [UInt8] {
      let ids = (0..<600).map { "c\($0)" }
      return Array(
        """
        format: 1
        id: many
        school-year: \(year)-\(year % 100 + 1)
        starts: \(year)-08-17
        ends: \(year + 1)-05-28
        status: draft
        campuses:
        \(ids.map { "  \($0): Campus \($0)" }.joined(separator: "\n"))
        participants:
          novak:
            name: Jill Novak
            role: instructional-coach
            campuses:
        \(ids.map { "      \($0): \(share)%" }.joined(separator: "\n"))
        topics:
          feedback-review:
            impact-timeline:
              agreed: Much
              commitments:
        \(ids.map { "        - {owner: novak, does: Meet about \($0), every: \(every)}" }.joined(separator: "\n"))
        meetings:
          schedule:
        \(ids.map { "    - {what: Talk about \($0), every: \(every), weekday: \(every == "week" ? "tuesday" : "first tuesday")}" }.joined(separator: "\n"))

        """.utf8)
    }
    let scratch = try Scratch()
    try scratch.write("old.agreement.yaml", agreement(2025, every: "week", share: 1))
    try scratch.write("new.agreement.yaml", agreement(2026, every: "month", share: 2))
    let outcome = try await Program.concord([
      "diff", scratch.path + "/old.agreement.yaml", scratch.path + "/new.agreement.yaml",
    ])
    #expect(outcome.status == 0, "\(outcome.error.prefix(2000))")
    #expect(outcome.output.contains("600 promise less"), "\(outcome.output.prefix(2000))")
  }

  /// Standard input is read once, also where a folder has to be searched for its partner.
  @Test func standardInputBesideAFolder() async throws {
    let input = try Root.bytes(Self.old)
    let file = try await Program.concord(["diff", "-", Self.new], input: input)
    let folder = try await Program.concord(["diff", "-", "samples/riverbend"], input: input)
    #expect(file.status == 0 && folder.status == 0, "\(folder.error)")
    #expect(file.output.contains("Of last year's 7 commitments: 6 carried on as they were, 1 promises less."))
    #expect(folder.output.hasPrefix("Alder Creek Elementary: two versions of 2025-26\n"), "\(folder.output)")
  }

  @Test func anEndedAgreementIsReported() async throws {
    let outcome = try await Program.concord(["diff", "2026-27", "2024-25", "samples"])
    #expect(outcome.output.contains("(fox-prairie-literacy):\nended after 2026-27\n"), "\(outcome.output)")
    #expect(outcome.output.contains("\nNo agreement has this id anymore.\n"))
    #expect(
      outcome.output.contains(
        "  agreement ended: Hazel Grove School and Fox Prairie Consolidated School;\n    Juniper Hill Middle School\n"))
  }

  @Test func exitStatusSaysWhatWasAskedFor() async throws {
    func status(_ more: String...) async throws -> Int {
      try await Program.concord(["diff", Self.old, Self.new] + more).status
    }
    #expect(try await status() == 0)
    #expect(try await status("--exit-code") == 1)
    #expect(try await status("--fail-on", "commitment-weakened") == 1)
    #expect(try await status("--fail-on", "commitment-dropped,norm-dropped") == 0)
    #expect(try await status("--fail-on", "challenge-recurring") == 1)
    #expect(try await status("--exit-code", "--only", "challenge-recurring") == 0)
    #expect(try await status("--exit-code", "--topic", "classroom-access") == 0)
    #expect(try await Program.concord(["diff", Self.old, Self.old, "--exit-code"]).status == 0)
    #expect(try await Program.concord(["diff", Self.old, Self.old]).output.contains("Nothing changed in meaning\n"))
  }

  @Test func filtersShowOnlyWhatWasAskedFor() async throws {
    func classes(_ more: String...) async throws -> [String] {
      let output = try await Program.concord(["diff", Self.old, Self.new, "--format", "json"] + more).output
      return output.matches(of: /"class":"([a-z-]+)","group"/).map { String($0.1) }
    }
    #expect(
      try await classes("--only", "commitment-weakened, norm-changed") == ["commitment-weakened", "norm-changed"])
    #expect(try await classes("--topic", "impact-timeline") == ["commitment-weakened"])
    #expect(try await classes("--owner", "munoz") == ["commitment-weakened", "concerns-changed"])
    #expect(try await classes("--owner", "munoz", "--only", "concerns-changed") == ["concerns-changed"])
  }

  @Test func standardInputIsASide() async throws {
    let outcome = try await Program.concord(["diff", "-", Self.new], input: try Root.bytes(Self.old))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("  commitment weakened: Impact timeline\n"))
    #expect(try await Program.concord(["diff", "-", "-"]).status == 2)
  }

  @Test func foldersArePairedByIDAndYear() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("cp", ["-r", "samples/riverbend", scratch.path + "/copy"])
    let same = try await Program.concord(["diff", "samples/riverbend", scratch.path + "/copy", "--exit-code"])
    #expect(same.status == 0)
    #expect(same.output.contains("9 agreements compared"))
    let path = scratch.path + "/copy/riverbend-math/2026-27.agreement.yaml"
    let text = try Root.text(path).replacing("Will offer ten cycles", with: "Will try to offer ten cycles")
    try scratch.write("copy/riverbend-math/2026-27.agreement.yaml", text.utf8)
    // Of a folder only what changed is shown, and of a file beside it only its own agreement.
    #expect(!same.output.contains("riverbend-math"))
    let single = try await Program.concord(["diff", "samples/riverbend", path])
    #expect(
      single.output.hasPrefix("Riverbend Middle School and Riverbend High School: two versions of 2026-27\n\nOf the 8 ")
    )
    let summary = try await Program.concord(["diff", "samples/riverbend", path, "--summary"])
    #expect(
      summary.output.contains(
        "1 agreement compared. Of the 8 commitments before: 7 carried on as they were, 1\npromises less.\n"))
    let other = try await Program.concord(["diff", "samples/riverbend", scratch.path + "/copy", "--exit-code"])
    #expect(other.status == 1)
    #expect(other.output.matches(of: /commitment weakened: Individual/).count == 1)
  }

  /// A side with errors is reported as `lint` reports it; the others are compared all the same.
  @Test func aBrokenSideDoesNotStopTheOthers() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("cp", ["-r", "samples/riverbend", scratch.path + "/copy"])
    let name = "copy/riverbend-math/2026-27.agreement.yaml"
    try scratch.write(name, (try Root.text(scratch.path + "/" + name) + "norms: [\n").utf8)
    try scratch.write("copy/empty.agreement.yaml", [])
    let outcome = try await Program.concord(["diff", "2025-26", "2026-27", scratch.path + "/copy"])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("2026-27.agreement.yaml:243:") && outcome.error.contains("error["))
    #expect(outcome.error.contains("a file with errors cannot be compared"))
    #expect(outcome.output.contains("2 agreements compared, 2 not read"))
    #expect(outcome.output.contains("(alder-creek-literacy): from 2025-26 to 2026-27"))
    #expect(!outcome.output.contains("riverbend-math: "))
  }

  @Test(arguments: [
    ["diff"], ["diff", "a"], ["diff", "2025-26", "2026-27", "--only", "no-class"], ["diff", "2025-26", old],
    ["diff", old, new, "--format", "xml"], ["diff", old, new, "samples"], ["diff", old, new, "--topic", "none"],
    ["history", "no-such-id", "samples"], ["history", "samples", "--topic", "none"],
  ])
  func wrongCommandLinesEndWithTwo(arguments: [String]) async throws {
    let outcome = try await Program.concord(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("Error: "))
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let outcome = try await Program.concord(["diff", "no/such.yaml", Self.new])
    #expect(outcome.status == 2)
    #expect(outcome.error == "concord: no/such.yaml: there is no such file or folder\n")
  }

  /// Names of classes, lines, fingerprints and files say nothing at a meeting: they are for those who ask.
  @Test func onlyVerboseOutputNamesClasses() async throws {
    for format in DiffFormat.all.map(\.name) where format != "json" {
      let arguments = ["diff", Self.old, Self.new, "--all", "--format", format]
      let plain = try await Program.concord(arguments)
      for word in ["commitment-weakened", "confidentiality-widened", "widened", "alder-creek", ".yaml"] {
        #expect(!plain.output.contains(word), "\(word) in \(format)")
      }
      let verbose = try await Program.concord(arguments + ["--verbose"])
      #expect(verbose.output.contains("commitment-weakened"), "\(format)")
      #expect(verbose.output.contains("(alder-creek-literacy)"), "\(format)")
    }
    let text = try await Program.concord(["diff", Self.old, Self.new, "-v"]).output
    #expect(text.contains(/\[commitment-weakened\] -120 \+120 [0-9a-f]{32}\n/), "\(text)")
  }

  /// No line is longer than it was asked for, of a diff, a district or a history.
  @Test(arguments: [40, 60, 80, 120]) func linesFitTheWidth(width: Int) async throws {
    for arguments in [
      ["diff", Self.old, Self.new, "--all"], ["diff", "2024-25", "2025-26", "samples"],
      ["diff", "2024-25", "2026-27", "samples", "--summary"], ["history", "samples"],
    ] {
      let output = try await Program.concord(arguments + ["--width", String(width)]).output
      #expect(!output.isEmpty)
      for line in output.split(separator: "\n") { #expect(line.count <= width, "\(arguments): \(line)") }
    }
  }

  @Test func historyFollowsOneTopic() async throws {
    let outcome = try await Program.concord([
      "history", "alder-creek-literacy", "samples", "--topic", "impact-timeline",
    ])
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        Alder Creek Elementary
          2024-25  agreed by Daniel Okafor (2024-08-15), Karin Lindqvist (2024-08-15)
                   and Denise Brandt (2024-08-16)
          2025-26  agreed by Alicia Muñoz (2025-08-14), Karin Lindqvist (2025-08-14) and
                   Denise Brandt (2025-08-12)
          2026-27  agreed by Alicia Muñoz (2026-08-13), Karin Lindqvist (2026-08-12) and
                   Denise Brandt (2026-08-11)

        Impact timeline
          2024-25  Look after midyear screening. Change course in January or not at all.
          unchanged for 3 years, since 2024-25

        commitment: Impact timeline
          2024-25  Will meet with the coach weekly, door closed (Daniel Okafor, every
                   week)
          2025-26  Will meet with the coach weekly, door closed (Alicia Muñoz, every
                   week) [commitment handed to someone else]
          2026-27  Will try to meet with the coach monthly, door closed (Alicia Muñoz,
                   every month) [commitment weakened]
          new or changed in 2026-27


        """)
    let owner = try await Program.concord(["history", "samples/riverbend", "--owner", "haugen", "--format", "json"])
    #expect(owner.output.matches(of: /"kind":"commitment"/).count == 1)
    #expect(owner.output.contains("\"changes\":[\"commitment-handed-on\"]"))
    let minutes = try await Program.concord(["history", "riverbend-math", "samples", "--format", "markdown"])
    #expect(minutes.output.contains("### commitment: Weekly planning\n"))
  }

  /// A report of more than a megabyte waits in a file; where none can be made, it waits in memory and is the same.
  @Test func aLongReportIsTheSameWithoutATemporaryFile() async throws {
    let scratch = try Scratch()
    let text = try Root.text(Self.old)
    for (side, letter) in [("old", "a"), ("new", "b")] {
      _ = try await Program.run("mkdir", [scratch.path + "/" + side])
      for school in 0..<4 {
        let long = String(repeating: letter, count: 140_000)
        let agreement = text.replacing("id: alder-creek-literacy", with: "id: school-\(school)")
          .replacing("By invitation. The coach asks a day ahead.", with: "By invitation \(long)")
        try scratch.write("\(side)/\(school).agreement.yaml", agreement.utf8)
      }
    }
    let arguments = ["diff", scratch.path + "/old", scratch.path + "/new", "--format", "markdown"]
    let spilled = try await Program.concord(arguments, environment: [Program.key("TMPDIR"): scratch.path])
    let kept = try await Program.concord(arguments, environment: [Program.key("TMPDIR"): scratch.path + "/none"])
    #expect(spilled.status == 0 && kept.status == 0, "\(spilled.error)\(kept.error)")
    #expect(spilled.output.utf8.count > 1 << 20)
    #expect(spilled.output == kept.output)
    let places = (0..<4).map {
      spilled.output.firstRange(of: "## Alder Creek Elementary (school-\($0)): two versions")?.lowerBound
    }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    let left = try await Program.run("ls", ["-a", scratch.path])
    #expect(!left.output.contains("concord."), "the file has no name")
  }

  /// An agreement that goes on under another id is not paired; the new one says which it may be, and nobody hears of it twice.
  @Test func anotherIDIsGuessedAtFromPeopleAndCampus() async throws {
    let scratch = try Scratch()
    _ = try await Program.run("cp", ["-r", "samples/riverbend", scratch.path + "/copy"])
    let name = "copy/riverbend-math/2026-27.agreement.yaml"
    let text = try Root.text(scratch.path + "/" + name)
    try scratch.write(name, text.replacing("id: riverbend-math", with: "id: riverbend-numbers").utf8)
    let outcome = try await Program.concord([
      "diff", "2025-26", "2026-27", scratch.path + "/copy", "--format", "markdown",
    ])
    #expect(
      outcome.output.contains(
        "- **agreement ended**: Riverbend Middle School and Riverbend High School (riverbend-math)\n- **new agreement**: Riverbend Middle School and Riverbend High School (riverbend-numbers)\n"
      ))
    let heading = "## Riverbend Middle School and Riverbend High School (riverbend-numbers): new in 2026-27\n"
    let start = try #require(outcome.output.firstRange(of: heading))
    let end = outcome.output[start.upperBound...].firstRange(of: "\n## ")?.lowerBound ?? outcome.output.endIndex
    #expect(
      outcome.output[start.upperBound..<end].contains(
        "Perhaps it is riverbend-math under another id: they share a campus"))
    #expect(!outcome.output.contains("(riverbend-math): ended"))
  }

  /// Two agreements of one school that became one are one piece of news.
  @Test func mergedAgreementsAreOnePieceOfNews() async throws {
    let scratch = try Scratch()
    let before = try Root.text("samples/riverbend/alder-creek-literacy/2025-26.agreement.yaml")
    let after = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    func renamed(_ text: String, _ id: String) -> String.UTF8View {
      text.replacing("id: alder-creek-literacy", with: "id: \(id)").utf8
    }
    _ = try await Program.run("mkdir", [scratch.path + "/old", scratch.path + "/new"])
    try scratch.write("old/words.agreement.yaml", renamed(before, "words"))
    try scratch.write("old/numbers.agreement.yaml", renamed(before, "numbers"))
    try scratch.write("new/both.agreement.yaml", renamed(after, "both"))
    let outcome = try await Program.concord(["diff", scratch.path + "/old", scratch.path + "/new", "--width", "200"])
    #expect(outcome.output.contains("Perhaps numbers and words became one agreement: they share a campus"))
    #expect(outcome.output.contains("0 agreements compared, 1 new, 2 ended"))
    #expect(!outcome.output.contains("No agreement has this id anymore."))
    let back = try await Program.concord(["diff", scratch.path + "/new", scratch.path + "/old", "--width", "200"])
    for id in ["numbers", "words"] { #expect(back.output.contains("(\(id)): ")) }
    #expect(back.output.contains("Perhaps it is both under another id"))
  }
}
