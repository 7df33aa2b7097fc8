import Testing

@testable import AgreementDiff

/// What somebody heard who listened to the diff and knew nothing but the texts: each sentence has to be so.
@Suite struct HeardTests {
  private static func reasons(_ old: String, _ new: String, counts: Bool = true) -> [String] {
    let found = TextComparison(old, new, countsNumbers: counts)
    return found.weaker + found.stronger + found.other
  }

  /// Pairs with everything that is said of them.
  @Test(arguments: [
    ("No class is skipped", "Every class is visited", ["it no longer says \"No class is skipped\""]),
    ("Visit rooms 2, 4 and 6", "Visit rooms 2 and 4", ["it no longer names 6"]),
    ("Read pages 3 to 7", "Read pages 5 to 11", ["it names other numbers: 5 and 11 instead of 3 and 7"]),
    ("Post the 2025-26 goals", "Post the 2026-27 goals", ["it names another number: 2026-27 instead of 2025-26"]),
    (
      "Send it in the Monday letter", "Send it in every other Monday letter",
      ["it now says how often (\"every other Monday\")"]
    ),
    ("Plan it before asking the team", "Plan it without asking the team", ["it now says \"without asking the team\""]),
    (
      "Never share a score", "Rarely share a score",
      ["it says \"Rarely share a score\" instead of \"Never share a score\""]
    ),
    (
      "Never call a parent", "Call a parent only in an emergency",
      ["it no longer rules something out: \"Never call a parent\"", "it now says \"only in an emergency\""]
    ),
    ("Visit grades K-5", "Visit grades K-2", ["it is about fewer grades: grades K-2 instead of grades K-5"]),
    (
      "At least four teams", "Four teams at most", ["it says \"Four teams at most\" instead of \"At least four teams\""]
    ),
    ("Thank the team", "Thank the teams", ["it says \"teams\" instead of \"team\""]),
  ])
  func whatIsSaid(old: String, new: String, reasons: [String]) { #expect(Self.reasons(old, new) == reasons) }

  /// One may now be asked what one could decline before: the verb is another one, and nobody says that it is promised now.
  @Test func anotherVerbIsNoPromise() {
    let found = TextComparison("The coach may refuse a request for notes", "The coach fulfills a request for notes")
    #expect(found.weaker.isEmpty && found.stronger.isEmpty && !found.isWordingOnly)
  }

  /// Numbers that are the same, however they are said.
  @Test(arguments: [
    ("Offer six cycles", "Offer half a dozen cycles"), ("Offer up to 6 cycles", "Offer as many as six cycles"),
    ("Cover a class", "Cover one class"), ("Five teams or fewer", "Up to five teams"),
  ])
  func theSameNumber(old: String, new: String) {
    #expect(TextComparison(old, new).isWordingOnly)
    #expect(TextComparison(new, old).isWordingOnly)
  }
}
