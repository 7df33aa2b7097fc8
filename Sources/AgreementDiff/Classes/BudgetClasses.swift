/// Money.
extension ChangeClass {
  static let budgetCut = ChangeClass(
    "budget-cut", mirror: "budget-raised", .weakened, "less money",
    "A budget names a smaller amount.",
    line: SummaryLine(160, "less money"),
    examples: [
      ChangeExample("less money", .set("coach-learning-budget[0]", "$400 from the building fund"))
    ])
  static let budgetGained = ChangeClass(
    "budget-gained", mirror: "budget-lost", .new, "money gained",
    "There was no money, and now there is an amount.",
    line: SummaryLine(170, "money gained"))
  static let budgetLost = ChangeClass(
    "budget-lost", mirror: "budget-gained", .dropped, "money lost",
    "There was an amount, and now there is no money.",
    line: SummaryLine(150, "money lost"),
    examples: [
      ChangeExample("no money", .set("coach-learning-budget[0]", "There is no money left"))
    ])
  static let budgetRaised = ChangeClass(
    "budget-raised", mirror: "budget-cut", .strengthened, "more money",
    "A budget names a larger amount.",
    line: SummaryLine(180, "more money"))
}
