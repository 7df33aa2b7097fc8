import TestSupport
import Testing

@Suite struct StatusCommandTests {
  private static func status(_ arguments: [String]) async throws -> Outcome {
    try await Program.concord(
      ["status", "--today", "2026-08-20"] + arguments, environment: [Program.key("COLUMNS"): "300"])
  }

  @Test func aRowForEachAgreementAndALineOfSums() async throws {
    let outcome = try await Self.status(["samples"])
    #expect(outcome.status == 0 && outcome.error == "")
    let text = outcome.output
    #expect(text.contains("Juniper Hill Middle School") && text.contains("2026-27 draft"))
    let sums = text.split(separator: "\n").suffix(3).joined(separator: " ")
    #expect(sums.contains("5 agreements: ") && sums.contains("2 open, 1 carried, 17 unanswered"), "\(sums)")
    #expect(!text.contains("2025-26"))
    let old = try await Self.status(["samples", "--year", "2025-26"])
    #expect(old.output.contains("3 agreements: ") && !old.output.contains("2026-27"))
  }

  @Test func onlyTheLastYearIsShownAfterAll() async throws {
    let outcome = try await Program.concord(
      ["status", "samples/riverbend", "--today", "2031-01-01", "--format", "csv"])
    let years = Set(outcome.output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[3] })
    #expect(years == ["2026-27"])
  }

  @Test func signaturesAreToldByTier() async throws {
    let outcome = try await Self.status(["samples/riverbend/riverbend-math", "--format", "json"])
    #expect(outcome.output.contains("\"state\": \"paper\"") && outcome.output.contains("\"state\": \"typed\""))
    #expect(outcome.output.contains("\"signed\": 4"))
    let scratch = try Scratch()
    let text = try Root.text("samples/riverbend/riverbend-math/2026-27.agreement.yaml")
    let file = try scratch.write("a.agreement.yaml", Array(text.replacing("Four miles", with: "Five miles").utf8))
    let changed = try await Self.status([file])
    #expect(changed.status == 0 && changed.output.contains("4 for an earlier text"), "\(changed.output)")
    try scratch.write("concord.yaml", Array("signatures: {required: {principal: paper}}\n".utf8))
    let strict = try await Self.status([try scratch.write("b.agreement.yaml", Array(text.utf8)), "--format", "csv"])
    let rows = strict.output.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let column = try #require(rows[0].firstIndex(of: "below the policy"))
    let signed = try #require(rows[0].firstIndex(of: "signed"))
    #expect(rows[1][column] == "1" && rows[1][signed] == "3")
  }

  /// A spreadsheet runs what begins with one of these signs.
  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
  func cellsAreNoFormulas(formula: String) async throws {
    let scratch = try Scratch()
    let text = try Root.text("samples/fox-prairie/fox-prairie-literacy/2026-27.agreement.yaml")
      .replacing("what: Coaches and principals", with: "what: \"\(formula), \\\"x\\\"\"")
    let file = try scratch.write("a.agreement.yaml", Array(text.utf8))
    let outcome = try await Self.status([file, "--format", "csv"])
    #expect(outcome.output.contains(",\"'\(formula), \"\"x\"\"\","), "\(outcome.output)")
  }

  @Test func brokenFilesAreRowsAndUnreadableOnesAreTwo() async throws {
    let scratch = try Scratch()
    let broken = try scratch.write(
      "a.agreement.yaml", Array("format: 1\nid: a\nschool-year: 2026-27\nwhat: ever\n".utf8))
    let row = try await Self.status([broken])
    #expect(row.status == 0 && row.output.contains("errors"), "\(row.output)\(row.error)")
    let missing = try await Self.status([scratch.path + "/none.agreement.yaml"])
    #expect(missing.status == 2)
    let nothing = try await Self.status([broken, "--format", "xml"])
    #expect(nothing.status == 2 && nothing.output == "")
    #expect(try await Self.status(["samples", "--year", "2040-41"]).status == 2)
  }

  @Test func privateTextsAreNotShown() async throws {
    let scratch = try Scratch()
    let text = try Root.text("samples/fox-prairie/fox-prairie-literacy/2026-27.agreement.yaml")
      .replacing("what: Coaches and principals", with: "what: Call 555-201-7788")
    let file = try scratch.write("a.agreement.yaml", Array(text.utf8))
    for format in ["text", "markdown", "json", "csv"] {
      let outcome = try await Self.status([file, "--format", format])
      #expect(outcome.status == 0 && !outcome.output.contains("201-7788"), "\(outcome.output)")
    }
  }
}
