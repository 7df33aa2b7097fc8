import AgreementMerging
import TestSupport
import Testing

/// What two people change in one agreement, case by case.
@Suite struct MergeTests {
  private static let doors = "    classroom-access: Doors are open\n"

  @Test func differentAnswers() throws {
    let merged = try MergedBranches(
      ours: [("Doors are open", "By invitation")], theirs: [("- Tuesdays\n", "- Wednesdays\n")])
    #expect(merged.conflicts == [])
    #expect(
      merged.text == MergedBranches.edited([("Doors are open", "By invitation"), ("- Tuesdays\n", "- Wednesdays\n")]))
  }

  @Test func oneAnswerTwice() throws {
    let merged = try MergedBranches(
      ours: [("Doors are open", "Doors are always open")], theirs: [("Doors are open", "By invitation")])
    #expect(merged.conflicts.map(\.path) == [["topics", "access", "classroom-access"]])
    #expect(
      merged.text
        == MergedBranches.edited([
          (
            Self.doors,
            """
            <<<<<<< ours
                classroom-access: Doors are always open
            =======
                classroom-access: By invitation
            >>>>>>> theirs

            """
          )
        ]))
  }

  @Test func theBaseIsShown() throws {
    let merged = try MergedBranches(
      ours: [("Offer six", "Offer seven")], theirs: [("Offer six", "Offer five")],
      markers: MergeMarkers(size: 9, showsBase: true))
    #expect(
      merged.text
        == MergedBranches.edited([
          (
            "          does: Offer six cycles\n",
            """
            <<<<<<<<< ours
                      does: Offer seven cycles
            ||||||||| base
                      does: Offer six cycles
            =========
                      does: Offer five cycles
            >>>>>>>>> theirs

            """
          )
        ]))
  }

  /// The first entry of an item has the dash on its line, on each side.
  @Test func theDashStays() throws {
    let merged = try MergedBranches(
      MergedBranches.edited([("      - Tuesdays", "      - Tuesdays")]),
      MergedBranches.edited([("        - owner: novak", "        - owner: whitfield")]),
      MergedBranches.edited([("        - owner: novak", "        - owner: [novak, whitfield]")]))
    #expect(
      merged.text.contains(
        """
              commitments:
        <<<<<<< ours
                - owner: whitfield
        =======
                - owner: [novak, whitfield]
        >>>>>>> theirs
                  does: Offer six cycles

        """))
  }

  /// Two new promises that were given one id are not mixed.
  @Test func oneIDForTwo() throws {
    func promise(_ does: String) -> (String, String) {
      let item = "        - owner: novak\n          id: new\n          does: \(does)\n          every: week\n"
      return ("          every: semester\n", "          every: semester\n" + item)
    }
    let merged = try MergedBranches(ours: [promise("Knock")], theirs: [promise("Sing")])
    #expect(merged.conflicts.map(\.reason) == [.bothAdded])
    let (mine, other) = (promise("Knock").1.dropFirst(26), promise("Sing").1.dropFirst(26))
    #expect(merged.text.hasSuffix("<<<<<<< ours\n\(mine)=======\n\(other)>>>>>>> theirs\n"))
    #expect(try MergedBranches(ours: [promise("Knock")], theirs: [promise("Knock")]).conflicts == [])
  }

  /// Two people promise something about a topic that had only a text.
  @Test func bothPromise() throws {
    func promise(_ owner: String, _ does: String, _ time: String) -> String {
      "        - owner: \(owner)\n          does: \(does)\n          \(time)\n"
    }
    let head = "    classroom-access:\n      agreed: Doors are open\n      commitments:\n"
    let (mine, other) = (promise("novak", "Knock", "every: week"), promise("whitfield", "Tell all", "due: 2026-09-01"))
    let merged = try MergedBranches(ours: [(Self.doors, head + mine)], theirs: [(Self.doors, head + other)])
    #expect(merged.conflicts == [])
    #expect(merged.text.contains(head) && merged.text.contains(mine) && merged.text.contains(other))
    // The text in its short form is the same as `agreed`.
    let edited = try MergedBranches(
      ours: [(Self.doors, "    classroom-access: Doors are always open   # really\n")],
      theirs: [(Self.doors, head + other)])
    #expect(edited.conflicts == [])
    #expect(
      edited.text.contains(
        head.replacing("Doors are open", with: "Doors are always open   # really") + other))
    let list = try MergedBranches(
      ours: [("- Tuesdays\n", "- Tuesdays at 8\n")],
      theirs: [
        (
          "    weekly-planning:\n      - Tuesdays\n      - The coach comes every other week\n",
          "    weekly-planning:\n      agreed:\n        - Tuesdays\n        - The coach comes every other week\n      notes: Room 4\n"
        )
      ])
    #expect(list.conflicts == [])
    #expect(
      list.text.contains(
        "    weekly-planning:\n      agreed:\n        - Tuesdays at 8\n        - The coach comes every other week\n      notes: Room 4\n"
      ))
  }

  @Test func listsGrow() throws {
    let last = "    - Ask before you conclude\n"
    let edited = try MergedBranches(
      ours: [(last, "    - Ask before you conclude, always\n")], theirs: [(last, last + "    - No phones\n")])
    #expect(edited.conflicts == [])
    #expect(edited.text.contains("    - Ask before you conclude, always\n    - No phones\n"))
    let grown = try MergedBranches(
      ours: [(last, last + "    - Zeal\n")], theirs: [(last, last + "    - No phones\n")])
    #expect(grown.conflicts == [])
    #expect(grown.text.contains(last + "    - No phones\n    - Zeal\n"))
    let same = try MergedBranches(
      ours: [(last, last + "    - Zeal\n")], theirs: [(last, last + "    - Zeal\n    - No phones\n")])
    #expect(same.text == MergedBranches.edited([(last, last + "    - No phones\n    - Zeal\n")]))
    let moved = try MergedBranches(
      ours: [("    - Start and end on time\n" + last, last + "    - Start and end on time\n")],
      theirs: [(last, last + "    - No phones\n")])
    #expect(moved.conflicts.map(\.path) == [["norms", "agreed"]])
  }

  @Test func setsGrow() throws {
    let merged = try MergedBranches(
      ours: [("[classroom-access]", "[classroom-access, team-coaching]   # ask")],
      theirs: [("[classroom-access]", "[planning-days, classroom-access]")])
    #expect(merged.conflicts == [])
    #expect(merged.text.contains("concerns: [planning-days, classroom-access, team-coaching]   # ask\n"))
  }

  /// The four states of an answer are one thing, and so are the ways to say when.
  @Test func statesAreOneThing() throws {
    let carried = "carried: One day a semester"
    let one = try MergedBranches(
      ours: [(carried, "agreed: One day a semester")], theirs: [(carried, "carried: Two days a semester")])
    #expect(one.conflicts.map(\.path) == [["topics", "access", "planning-days"]])
    let both = try MergedBranches(
      ours: [(carried, "agreed: One day a semester")],
      theirs: [(carried, "agreed: One day a semester"), ("Tuesdays", "Mondays")])
    #expect(both.conflicts == [])
    let time = try MergedBranches(
      ours: [("every: semester", "due: 2026-10-01")], theirs: [("every: semester", "every: month")])
    #expect(time.conflicts.count == 1)
    #expect(time.text.contains("          due: 2026-10-01\n=======\n          every: month\n"))
  }

  @Test func removedAndChanged() throws {
    let days = "    planning-days:\n      carried: One day a semester\n"
    for change in ["    planning-days:\n      carried: Two days\n", "    # ask again\n" + days] {
      let merged = try MergedBranches(ours: [(days, "")], theirs: [(days, change)])
      #expect(merged.conflicts.map(\.reason) == [.removedAndChanged])
    }
    // Another layout is no change.
    let merged = try MergedBranches(
      ours: [(days, "")], theirs: [(days, "    planning-days: {carried: One day a semester}\n")])
    #expect(merged.text == MergedBranches.edited([(days, "")]))
  }

  /// Each change is fine alone.
  @Test func notTogether() throws {
    let other = "  extra:\n    name: E\n    role: teacher\n"
    let base = MergedBranches.edited([("    role: principal\n", "    role: principal\n" + other)])
    let promise = MergedBranches.edited(
      base,
      [
        (
          "          every: semester\n",
          "          every: semester\n        - owner: extra\n          does: Help\n          every: week\n"
        )
      ])
    let merged = try MergedBranches(base, MergedBranches.base, promise)
    #expect(Set(merged.conflicts.map(\.reason)) == [.notTogether])
    #expect(
      merged.conflicts.map(\.path) == [
        ["participants", "extra"], ["topics", "engagement", "individual-cycles", "commitments"],
      ])
    let told = try MergedBranches(
      ours: [(Self.doors, "    classroom-access:\n      not-relevant: There are none\n")],
      theirs: [(Self.doors, "    classroom-access:\n      agreed: Doors are open\n      told-to-teachers: By letter\n")]
    )
    #expect(told.conflicts.map(\.path) == [["topics", "access", "classroom-access"]])
  }

  @Test func comments() throws {
    let merged = try MergedBranches(
      ours: [("    # doors\n", "    # doors\n    # and windows\n"), ("draft\n", "draft   # for now\n")],
      theirs: [("    # doors\n", "    # gates\n"), ("status: draft", "status: agreed"), ("# who\n", "")])
    #expect(merged.conflicts == [])
    #expect(
      merged.text
        == MergedBranches.edited([
          ("    # doors\n", "    # and windows\n    # gates\n"), ("draft\n", "agreed   # for now\n"), ("# who\n", ""),
        ]))
    // Comments in a layout that goes.
    let braces = try MergedBranches(
      ours: [
        (
          "planning-days:\n      carried: One day a semester",
          "planning-days: {\n      # why?\n      carried: One day a semester}"
        )
      ],
      theirs: [("carried: One", "carried: Two")])
    #expect(braces.conflicts == [])
    #expect(braces.text.contains("    # why?\n    planning-days:\n      carried: Two day a semester\n"))
  }

  /// One of them moved everything to the right, or writes as on Windows.
  @Test func otherLayouts() throws {
    let wide = MergedBranches.base.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(repeating: " ", count: line.prefix { $0 == " " }.count) + line
    }.joined(separator: "\n").replacing("- owner", with: "-   owner")
    let grown = MergedBranches.edited([
      ("    # doors\n", "    common-planning-periods: Daily\n    # doors\n"), ("Six-week", "Five-week"),
    ])
    let merged = try MergedBranches(MergedBranches.base, wide, grown)
    #expect(merged.conflicts == [])
    #expect(
      merged.text
        == MergedBranches.edited(
          wide,
          [
            ("        # doors\n", "        common-planning-periods: Daily\n        # doors\n"),
            ("Six-week", "Five-week"),
          ]))
    let windows = MergedBranches.edited([("Doors are open", "By invitation")]).replacing("\n", with: "\r\n")
    let mixed = try MergedBranches(MergedBranches.base, "\u{FEFF}" + windows, grown)
    let both = MergedBranches.edited(grown, [("Doors are open", "By invitation")])
    #expect(mixed.text == "\u{FEFF}" + both.replacing("\n", with: "\r\n"))
    let conflict = try MergedBranches(
      MergedBranches.base, windows, MergedBranches.edited([("Doors are open", "Knock first")]))
    #expect(conflict.conflicts.count == 1)
    #expect(conflict.text.utf8.count { $0 == 0x0A } == conflict.text.utf8.count { $0 == 0x0D })
    let open = String(MergedBranches.base.dropLast())
    let end = try MergedBranches(
      open, open.replacing("semester\n", with: "year\n"), open.replacing("every: semester", with: "every: month"))
    #expect(end.text == open.replacing("semester\n", with: "year\n").replacing("every: semester", with: "every: month"))
  }

  @Test func bothAddTheFile() throws {
    let merged = try MergedBranches(
      "", MergedBranches.base + "    team-coaching: Every grade\n",
      MergedBranches.edited([("Doors are open", "By invitation")]))
    #expect(merged.conflicts.map(\.path) == [["topics", "access", "classroom-access"]])
    #expect(merged.text.hasSuffix("    team-coaching: Every grade\n"))
  }

  @Test func cannotBeMerged() throws {
    func reason(_ base: String, _ ours: String, _ theirs: String) -> String {
      do throws(CannotMerge) {
        _ = try MergedBranches.merge(base, ours, theirs, MergeMarkers())
        return "it can"
      } catch {
        return "\(error)"
      }
    }
    let (base, other) = (MergedBranches.base, MergedBranches.edited([("Doors", "Windows")]))
    #expect(reason(base, base + "norms: [\n", other).hasPrefix("error(AgreementMerging.CannotMerge.Side.ours, line: 4"))
    #expect(reason(base, other, base.replacing("novak", with: "tran", maxReplacements: 1)).hasPrefix("error("))
    #expect(reason(base, "\n", other) == "empty(AgreementMerging.CannotMerge.Side.ours)")
    #expect(reason(base, other, base.replacing("\n", with: "\r")).hasPrefix("lineEnds("))
    let braces = #"{"format": "1", "id": "b", "school-year": "2026-27", "starts": "2026-08-17", "ends": "2027-05-28", "#
    let flow =
      braces
      + #""status": "draft", "campuses": {"b": "B"}, "participants": {"novak": {"name": "J", "role": "principal"}}}"#
    #expect(reason(base, other, flow) == "layout(AgreementMerging.CannotMerge.Side.theirs)")
    #expect(
      reason(
        base, other, base + "x-deep: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "\n"
      )
      .hasPrefix("error("))
    // Nothing is read if only one side changed.
    #expect(try MergedBranches.merge("[", "[", "{", MergeMarkers()).bytes == Array("{".utf8))
  }

  /// A list that grows on both sides by thousands of items that all look alike.
  @Test func longLists() throws {
    func text(_ range: Range<Int>, _ word: String) -> String {
      MergedBranches.edited([
        ("    - Start and end on time\n", range.map { "    - We respect the \(word) \($0) of each other\n" }.joined())
      ])
    }
    let merged = try MergedBranches(text(0..<3_000, "time"), text(0..<5_000, "time"), text(0..<3_000, "work"))
    #expect(!merged.conflicts.isEmpty || merged.text.contains("work 2999"))
    let grown = try MergedBranches(text(0..<3_000, "time"), text(0..<5_000, "time"), text(1_000..<3_000, "time"))
    #expect(grown.text == text(1_000..<5_000, "time"))
  }
}
