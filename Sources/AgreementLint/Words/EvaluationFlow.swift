internal import Agreement
internal import Diagnostics
internal import SchoolEnglish

/// How coaching information reaches those who rate teachers, or the coach becomes one of them, without the word
/// "evaluates".
extension TextVisit {
  /// Whether the coach is shown as someone who rates, reports on teachers, or hands results to those who rate.
  var servesRaters: Bool {
    let focus = agreement.content.focus
    let isInFocus = focus.range.start <= range.start && range.end <= focus.range.end
    guard let topic = agreement.topic(at: range) ?? (isInFocus ? "focus" : nil), topic != "coach-evaluation" else {
      return false
    }
    // What stays private reaches nobody.
    if case .present(let kept) = focus.value?.confidentiality.value?.private, kept.range == range { return false }
    if topic == "coach-introduction",
      sentences.contains(where: { sentence in
        Phrases.ratersByIntroduction.isIn(sentence) { sentence.isMeantOfTeachers($0) }
      })
    {
      return true
    }
    let isFound = actorsOfCoach(isAboutWork: isAboutWork).contains { sentence in
      Phrases.ratingsByCoach.isIn(sentence.words) {
        sentence.isCoach(at: $0.lowerBound) && !sentence.isDenied(before: $0.lowerBound)
          && sentence.words.isMeantOfTeachers($0, mayDenyInside: true)
      }
    }
    return isFound
      || sentences.contains { sentence in
        guard
          isAboutWork || ["focus", "teacher-naming", "work-records", "work-visibility"].contains(topic)
            || sentence.contains(where: { coaching.contains($0) || agreement.isName($0, ofCoach: true) })
        else { return false }
        return Phrases.reportsToRaters.isIn(sentence) { sentence.isMeantOfTeachers($0) }
      }
  }
}

extension ArraySlice<Word> {
  /// Whether a phrase about rating denies nothing, and is not about students, programs or what a teacher chooses to
  /// share.
  fileprivate func isMeantOfTeachers(_ range: Range<Int>, mayDenyInside: Bool = false) -> Bool {
    !isDenied(upTo: range.lowerBound) && !self[..<range.lowerBound].contains { $0.traits.contains(.denial) }
      && (mayDenyInside || !self[range].contains { denying.contains($0) || $0.isNegated })
      && !self[range.upperBound...].prefix(3).contains { denying.contains($0) }
      && !self[..<Swift.min(range.upperBound + 3, endIndex)].contains { besideTeachers.contains($0) }
      && !indices.dropLast().contains { index in
        ["teacher", "teachers", "they", "nobody"].contains(self[index].base)
          && self[(index + 1)...].prefix(2).contains { choosing.contains($0) }
      }
  }
}

private let denying: WordSet = ["neither", "never", "no", "nobody", "none", "not", "nothing", "separate", "without"]

/// What is rated, or who rates, other than a teacher the coach works with.
private let besideTeachers: WordSet = [
  "child", "children", "curriculum", "cycle", "cycles", "materials", "own", "pilot", "program", "programs", "student",
  "students",
  "textbook", "textbooks", "training", "trainings", "unit", "units", "workshop", "workshops",
]

private let coaching: WordSet = ["coach", "coaches", "coaching"]

private let choosing: WordSet = [
  "agree", "agrees", "ask", "asks", "can", "choose", "chooses", "decide", "decides", "may",
]
