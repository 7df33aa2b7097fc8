import TestSupport
import Testing

/// `concord import` as people run it.
@Suite struct ImportTests {
  private static let draft = """
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
    others:
      office: The front office
    topics:
      access:
        # Which teachers are free at the same time?
        common-planning-periods:
        weekly-planning:   # each week?
        planning-days: Two days
        classroom-access:

    """

  private func importing(_ sheet: [UInt8], into draft: String = draft) async throws -> (outcome: Outcome, text: String)
  {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", draft.utf8)
    try scratch.write("answers.csv", sheet)
    let outcome = try await Program.run(
      "bash",
      ["-c", "cd \"$1\" && \"$0\" import answers.csv a.agreement.yaml", Program.absoluteConcord, scratch.path])
    return (outcome, try Root.text(scratch.path + "/a.agreement.yaml"))
  }

  @Test func answersAndPromisesAreTakenOver() async throws {
    let sheet = """
      Topic,Answer,Who,Does,Due
      Common planning periods,"Grade 6: period 2
      - Grade 7: period 4",,,
      weekly-planning,Every week,Linh Tran; novak,"Send the invitations: all of them",2026-09-04
      weekly-planning,,office,Book the room,9/11/2026
      Are students tested?,No,,,
      planning-days,Three days,,,
      classroom access,not relevant: one room,,,

      """
    let (outcome, text) = try await importing(Array(sheet.utf8))
    #expect(outcome.status == 1)
    #expect(
      outcome.error == """
        a.agreement.yaml: 3 topics answered from answers.csv
          row 5: "9/11/2026" was read as 2026-09-11
        not taken over; these stand at the end of the file, as comments:
          row 6: "Are students tested?", "No": no topic is called that
          row 7: "planning-days", "Three days": the topic has an answer already
        Next: concord lint a.agreement.yaml

        """)
    #expect(
      text
        == Self.draft.replacing(
          """
              common-planning-periods:
              weekly-planning:   # each week?
              planning-days: Two days
              classroom-access:

          """,
          with: """
                common-planning-periods:
                  - "Grade 6: period 2"
                  - "Grade 7: period 4"
                weekly-planning:   # each week?
                  agreed: Every week
                  commitments:
                    - {owner: [tran, novak], does: "Send the invitations: all of them", due: 2026-09-04}
                    - {owner: office, does: Book the room, due: 2026-09-11}
                planning-days: Two days
                classroom-access:
                  not-relevant: one room

            # From "answers.csv", please look if this is what was meant:
            #   row 5: "9/11/2026" was read as 2026-09-11
            # From "answers.csv", not taken over; put it where it belongs, then delete these lines:
            #   row 6: "Are students tested?", "No": no topic is called that
            #   row 7: "planning-days", "Three days": the topic has an answer already

            """), "\(text)")
  }

  /// A column is found by a name that is near to its own, and a topic by its title, its question or most of its words; all of it is shown.
  @Test func whatIsNearIsShown() async throws {
    let (outcome, text) = try await importing(
      Array("Topik;Answer\nAccess to the classrooms;Any day\nclasroom access;Knock first\n".utf8))
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("  row 1: the column \"Topik\" was taken for \"topic\"\n"), "\(outcome.error)")
    #expect(
      outcome.error.contains(
        "  row 2: \"Access to the classrooms\" was taken for classroom-access (Classroom access)\n"))
    #expect(outcome.error.contains("  row 3: \"clasroom access\" was taken for classroom-access (Classroom access)\n"))
    #expect(text.contains("    classroom-access:\n      - Any day\n      - Knock first\n"), "\(text)")
    #expect(
      text.contains("#   row 2: \"Access to the classrooms\" was taken for classroom-access (Classroom access)\n"))
  }

  /// A form has a column for each question and a row for each person.
  @Test func aFormsOwnSheet() async throws {
    let (outcome, text) = try await importing(
      Array(
        "Timestamp,Classroom access,Weekly planning\n8/3/2026 9:00,Any day,\n8/4/2026 9:00,Knock first,Every week\n"
          .utf8))
    #expect(outcome.status == 1)
    #expect(text.contains("    weekly-planning: Every week   # each week?\n"), "\(text)")
    #expect(text.contains("    classroom-access:\n      - Any day\n      - Knock first\n"))
    #expect(
      text.hasSuffix(
        "#   row 2: \"Timestamp\": \"8/3/2026 9:00\": no topic is called that\n#   row 3: \"Timestamp\": \"8/4/2026 9:00\": no topic is called that\n"
      ), "\(text)")
  }

  @Test(arguments: [
    ("a,b\nc,d\n", "the first row has to name the columns"), ("", "the sheet is empty"),
    ("topic,answer\nx,\"y\n", "line 2: a quotation mark opens a cell, and none closes it"),
  ])
  func whatIsNoSheetIsRefused(sheet: String, reason: String) async throws {
    let (outcome, text) = try await importing(Array(sheet.utf8))
    #expect(outcome.status == 2 && outcome.error.contains(reason), "\(outcome.error)")
    #expect(text == Self.draft)
  }

  /// Every cell arrives in the file, as an answer or in a comment, whatever is in it; and the file is an agreement as before.
  @Test func nothingIsLost() async throws {
    let hostile = [
      "<b>x</b>", "a: b # c", "- dash", "'", "\\", "\u{202E}abc", "\u{1B}[31m", "\u{2028}", "&a *b",
      "concord: allow x -- y", "=1+1",
      "---", "%YAML 1.2", "null", "2026-08-17", "é ß 日本",
    ]
    let topics = [
      "common-planning-periods", "classroom-access", "relationship-building", "role-priorities", "team-coaching",
    ]
    for (place, text) in hostile.enumerated() {
      let cell = "\"\(text.replacing("\"", with: "\"\""))\""
      let sheet =
        "topic,answer,extra\n\(topics[place % topics.count]),\(cell),\n\(cell),no,\(cell)\nweekly-planning,yes,\(cell)\n"
      let (outcome, file) = try await importing(Array(sheet.utf8))
      #expect(outcome.status == 1, "\(text): \(outcome.error)")
      #expect(!outcome.error.contains("\u{1B}") && !outcome.error.contains("\u{202E}") && !file.contains("\u{1B}"))
      #expect(file.contains("row 3: ") && file.contains("row 4: "), "\(file)")
      #expect(file.hasPrefix(String(Self.draft.prefix(200))))
      let scratch = try Scratch()
      try scratch.write("a.agreement.yaml", file.utf8)
      let show = try await Program.concord(["show", scratch.path + "/a.agreement.yaml"])
      #expect(show.status == 0, "\(text): \(show.error)\(file)")
    }
  }
}
