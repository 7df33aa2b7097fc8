internal import Agreement
internal import Diagnostics

extension RuleID {
  static let studentData = RuleID("student-data")
}

extension Rule {
  static let studentData = Rule(
    .studentData, .warning, .privacy, heuristic: true, source: .practice,
    summary: "a text that may identify a student",
    rationale: """
      Names, numbers and birth dates of students are protected by law, and an agreement about adults never needs them. The finding does not repeat
      the text.
      """,
    failing: [
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: ↓We watch student Maya closely↑\n",
        "this text may identify a student",
        help: "write about the class or the group, without names, numbers or birth dates"),
      Example("format: 1\n↓# student id 448812 moves in May↑\n", "this text may identify a student"),
    ],
    passing: [
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: The Student Council and student Support Services are asked\n"
      ),
      Example(
        "format: 1\ntopics:\n  planning-data:\n    data-review: No student names, only student IDs that the district hides\n"
      ),
    ],
    check: .text(["student", "pupil", "dob", "birth", "born on"]) { visit, context in
      let words = visit.text.split(separator: " ").map { $0.filter { $0.isLetter || $0.isNumber || $0 == "-" } }
      let institutions: Set<String> = [
        "Council", "Support", "Services", "Handbook", "Learning", "Success", "Government", "Leadership", "Assistance",
        "Affairs",
        "Advisory", "Activities", "Achievement", "Union", "Body", "Study", "Center", "Data", "Led", "Voice", "Work",
        "Teacher",
        "IDs", "ID", "Information", "Growth", "Engagement", "Conferences", "Teachers", "I", "A", "The",
      ]
      var isFound = false
      for (word, next) in zip(words, words.dropFirst()) where ["student", "pupil"].contains(word) {
        if next.count > 1, next.first?.isUppercase == true, next.dropFirst().allSatisfy(\.isLowercase),
          !institutions.contains(next)
        {
          isFound = true
        }
      }
      let line = visit.text.lowerWords
      for place in line.indices.dropLast() {
        let tail = line[place...].prefix(4)
        let number = tail.contains { $0.count >= 4 && $0.allSatisfy(\.isNumber) }
        let date = tail.contains { $0.contains { $0.isNumber } }
        if ["student", "pupil"].contains(line[place]), ["id", "number", "no"].contains(line[place + 1]), number {
          isFound = true
        }
        if line[place] == "dob" && date || line[place] == "birth" && line[place + 1] == "date" && date {
          isFound = true
        }
        if line[place] == "born", line[place + 1] == "on", date { isFound = true }
      }
      guard isFound else { return }
      context.report(
        at: visit.range, "this text may identify a student",
        help: "write about the class or the group, without names, numbers or birth dates")
    })
}
