import AgreementMerging
import TestSupport
import Testing

/// Signatures are merged one by one, and none is left over a text that nobody signed without anyone hearing of it.
@Suite struct MergedSignatureTests {
  private let base = MergedBranches.base
  private let edited = MergedBranches.edited([("Doors are open", "By invitation")])

  @Test func bothSign() throws {
    let (mine, other) = (
      MergedBranches.signed(base, by: "novak"), MergedBranches.signed(base, by: "whitfield")
    )
    let merged = try MergedBranches(base, mine, other)
    #expect(merged.conflicts == [] && merged.unbound == [])
    let entry = other.suffix(from: try #require(other.firstRange(of: "  whitfield:\n    signed")).lowerBound)
    #expect(merged.text == mine + entry)
    // A block that somebody has begun.
    let begun = base + "\nsignatures:\n"
    #expect(try MergedBranches(begun, mine, other).text == mine + entry)
    // The same without a digest, because the text is what they signed.
    let unbound = MergedBranches.signed(base, by: "whitfield", withDigest: false)
    #expect(try MergedBranches(base, mine, unbound).conflicts == [])
    let commented = MergedBranches.edited([("    # doors\n", "    # doors\n    # and windows\n")])
    #expect(try MergedBranches(base, commented, unbound).conflicts == [])
  }

  /// The text changes on one side: who signed with a digest has signed another text, and hears of it.
  @Test func theTextChanges() throws {
    let signed = MergedBranches.signed(base, by: "novak")
    let merged = try MergedBranches(base, signed, edited)
    #expect(merged.conflicts == [] && merged.unbound == ["novak"])
    #expect(merged.text.contains("  novak:\n    signed: 2026-08-13\n"))
    // A signature that was about another text before is nothing new.
    let stale = MergedBranches.edited(signed, [("Start and end", "Begin and end")])
    #expect(try MergedBranches(signed, stale, MergedBranches.edited(signed, [("Tuesdays", "Mondays")])).unbound == [])
    #expect(
      try MergedBranches(stale, stale + "\n", MergedBranches.edited(stale, [("Tuesdays", "Mondays")])).unbound == [])
  }

  /// Without a digest nobody could tell, so people have to say.
  @Test func withoutADigest() throws {
    let signed = MergedBranches.signed(base, by: "novak", withDigest: false)
    let merged = try MergedBranches(base, signed, edited)
    #expect(merged.conflicts.map(\.path) == [["signatures", "novak"]])
    #expect(merged.conflicts.map(\.reason) == [.unboundSignature])
    #expect(
      merged.text.hasSuffix(
        "signatures:\n<<<<<<< ours\n  novak:\n    signed: 2026-08-13\n    method: typed\n=======\n>>>>>>> theirs\n"))
    // The other side did not touch its block.
    let both = try MergedBranches(
      signed, MergedBranches.edited(signed, [("Doors are open", "By invitation")]),
      MergedBranches.edited(signed, [("Tuesdays", "Mondays")]))
    #expect(both.conflicts.map(\.path) == [["signatures", "novak"]])
    // In braces, all of them at once.
    let braces = base + "\nsignatures: {novak: {signed: 2026-08-13, method: typed}}\n"
    #expect(try MergedBranches(base, braces, edited).conflicts.map(\.path) == [["signatures"]])
    // A conflict in the text leaves it open what they signed.
    let other = MergedBranches.edited([("Doors are open", "Knock first")])
    let open = try MergedBranches(base, MergedBranches.signed(edited, by: "novak", withDigest: false), other)
    #expect(open.conflicts.map(\.path) == [["topics", "access", "classroom-access"], ["signatures", "novak"]])
  }

  @Test func removed() throws {
    let signed = MergedBranches.signed(MergedBranches.signed(base, by: "novak"), by: "whitfield")
    // One takes all signatures out for a new text, and the other changes nothing that people signed.
    let commented = MergedBranches.edited(signed, [("# who\n", "# who is who\n")])
    let merged = try MergedBranches(signed, edited, commented)
    #expect(merged.text == MergedBranches.edited(edited, [("# who\n", "# who is who\n")]))
    // Somebody withdraws a signature that the other takes out.
    let withdrawn = signed + "    withdrawn: 2026-09-01\n"
    #expect(try MergedBranches(signed, edited, withdrawn).conflicts.map(\.path) == [["signatures", "whitfield"]])
  }
}
