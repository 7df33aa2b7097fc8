/// Answers to topics, the days on campus, whole sections, and how teachers are told.
extension ChangeClass {
  static let campusDaysMoved = ChangeClass(
    "campus-days-moved", .changed, "days on campus moved",
    "The coach is at the campuses on different days.",
    line: .answerChanged,
    examples: [
      ChangeExample("other days", .set("campus-schedule[0]", "Fridays here, Tuesdays there"))
    ])
  static let sectionNoLongerSetAside = ChangeClass(
    "section-no-longer-set-aside", mirror: "section-set-aside", .new, "section no longer marked not relevant",
    "A whole section was marked not relevant, and no longer is.")
  static let sectionReasonChanged = ChangeClass(
    "section-reason-changed", .changed, "section not relevant for another reason",
    "A whole section is marked not relevant on both sides, for different reasons.",
    examples: [
      ChangeExample(from: "Not in the first year", to: "The district does this")
    ])
  static let sectionSetAside = ChangeClass(
    "section-set-aside", mirror: "section-no-longer-set-aside", .dropped, "section marked not relevant",
    "A whole section is now marked not relevant. If one of its topics had an answer, that is a change of its own.",
    line: SummaryLine(90, "section marked not relevant", many: "sections marked not relevant"),
    examples: [
      ChangeExample("a section set aside", .add("topics.specific-issues", "not-relevant: The district decides")),
      ChangeExample(
        "an answer lost with its section", also: ["topic-set-aside"],
        .add("topics.specific-issues", "not-relevant: The district decides"), .remove("coach-learning-budget")),
    ])
  static let tellingAdded = ChangeClass(
    "telling-added", mirror: "telling-dropped", .new, "now said: how teachers are told",
    "The agreement now says how teachers hear about a topic.",
    line: .tellingChanged)
  static let tellingChanged = ChangeClass(
    "telling-changed", .changed, "teachers are told in another way",
    "Teachers hear about a topic in another way.",
    line: .tellingChanged,
    examples: [
      ChangeExample(from: "In August", to: "In the handbook"),
      ChangeExample(from: "In August", to: "Not in August"),
    ])
  static let tellingDropped = ChangeClass(
    "telling-dropped", mirror: "telling-added", .dropped, "no longer said: how teachers are told",
    "The agreement no longer says how teachers hear about a topic.",
    line: .tellingChanged,
    examples: [
      ChangeExample("not told", .remove("classroom-access.told-to-teachers"))
    ])
  static let tellingReworded = ChangeClass(
    "telling-reworded", .wording, "how teachers are told, in other words",
    "How teachers hear about a topic is said in other words.",
    examples: [
      ChangeExample(from: "In August", to: "in August")
    ])
  package static let textInherited = ChangeClass(
    "text-inherited", mirror: "text-left-behind", .standing, "new principal has not signed what was carried on",
    "A new principal has not signed text that was carried over, so nobody in that office has agreed to it again.",
    settledAs: 4)
  static let textLeftBehind = ChangeClass(
    "text-left-behind", mirror: "text-inherited", .standing, "former principal had not signed what was carried on",
    "A principal who is gone had not signed text that was carried over.")
  static let topicAnswered = ChangeClass(
    "topic-answered", mirror: "topic-unanswered", .new, "new answer",
    "A topic that had no answer has one now.",
    line: .newAnswer)
  static let topicCarried = ChangeClass(
    "topic-carried", mirror: "topic-confirmed", .changed, "answer copied and not agreed yet",
    "An answer is marked as last year's, still to be agreed again. Only within one school year.",
    examples: [
      ChangeExample("only carried over", .nest("urgent-concern", under: "carried"))
    ])
  static let topicChanged = ChangeClass(
    "topic-changed", .changed, "answer changed",
    "The answer to a topic says something different.",
    line: .answerChanged,
    examples: [
      ChangeExample(
        from: "{not-relevant: Not in the first year}",
        to: "{not-relevant: Not in the first year, work-records: {not-relevant: The district keeps them}}"),
      ChangeExample(from: "2026-10-01", to: "2026-11-01"),
      ChangeExample("another answer", .set("urgent-concern[0]", "Somebody else entirely decides")),
      ChangeExample("one of three texts goes", .remove("team-coaching.agreed[1]")),
    ])
  static let topicConfirmed = ChangeClass(
    "topic-confirmed", mirror: "topic-carried", .changed, "copied answer agreed",
    "An answer that was carried over has been agreed. Only within one school year.")
  package static let topicNoLongerOpen = ChangeClass(
    "topic-no-longer-open", mirror: "topic-opened", .new, "no longer left open",
    "A topic that was left open is no longer open.",
    line: .newAnswer)
  package static let topicNoLongerSetAside = ChangeClass(
    "topic-no-longer-set-aside", mirror: "topic-set-aside", .new, "no longer marked not relevant",
    "A topic is no longer marked not relevant.",
    line: .newAnswer,
    examples: [
      ChangeExample(
        from: "{not-relevant: Not in the first year}",
        to: "{not-relevant: Not in the first year, work-records: A log by team}")
    ])
  static let topicNotesChanged = ChangeClass(
    "topic-notes-changed", .frame, "notes changed",
    "The notes next to an answer have changed.",
    examples: [
      ChangeExample(from: "Thursdays were the first choice", to: "Mondays were the first choice")
    ])
  static let topicOpened = ChangeClass(
    "topic-opened", mirror: "topic-no-longer-open", .dropped, "left open",
    "A topic is left open, to be settled later. If it had an answer, that answer is gone for now.",
    line: SummaryLine(70, "topic left open", many: "topics left open"),
    settledAs: 2,
    examples: [
      ChangeExample("left open", .set("urgent-concern", "{open: {until: 2026-11-02}}"))
    ])
  static let topicReworded = ChangeClass(
    "topic-reworded", .wording, "answer in other words",
    "The answer to a topic says the same thing in other words.",
    examples: [
      ChangeExample("one text in two", .join("work-records.agreed"))
    ])
  static let topicSetAside = ChangeClass(
    "topic-set-aside", mirror: "topic-no-longer-set-aside", .dropped, "marked not relevant",
    "A topic is now marked not relevant.",
    line: SummaryLine(80, "topic marked not relevant", many: "topics marked not relevant"),
    examples: [
      ChangeExample("set aside", .set("urgent-concern", "{not-relevant: We have no such thing}"))
    ])
  static let topicStillOpen = ChangeClass(
    "topic-still-open", .standing, "still left open",
    "A topic is open in both school years.",
    settledAs: 3,
    examples: [
      ChangeExample.nextYear(also: ["challenge-recurring"])
    ])
  static let topicStrengthened = ChangeClass(
    "topic-strengthened", mirror: "topic-weakened", .strengthened, "answer strengthened",
    "The answer to a topic promises more.",
    line: SummaryLine(340, "answer promises more", many: "answers promise more"))
  static let topicUnanswered = ChangeClass(
    "topic-unanswered", mirror: "topic-answered", .dropped, "answer dropped",
    "A topic that had an answer has none now.",
    line: SummaryLine(60, "answer dropped", many: "answers dropped"),
    examples: [
      ChangeExample("an answer goes", .remove("urgent-concern"))
    ])
  static let topicWeakened = ChangeClass(
    "topic-weakened", mirror: "topic-strengthened", .weakened, "answer weakened",
    "The answer to a topic promises less: a hedge, \"may\" instead of \"will\", less often.",
    line: SummaryLine(100, "answer promises less", many: "answers promise less"),
    examples: [
      ChangeExample("an answer with a hedge", .reword("urgent-concern[0]") { $0 + " when possible" })
    ])
}

extension SummaryLine {
  fileprivate static let answerChanged = SummaryLine(350, "answer changed", many: "answers changed")
  fileprivate static let newAnswer = SummaryLine(360, "new answer", many: "new answers")
  fileprivate static let tellingChanged = SummaryLine(
    370, "change in how teachers are told", many: "changes in how teachers are told")
}
