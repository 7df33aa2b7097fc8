/// Grades of a school: "grades 6-8", "K-5", "sixth grade"; kindergarten is 0.
enum Grades {
  /// The grades named at a place.
  static func found(at index: Int, in words: [Word]) -> (grades: Set<Int>, end: Int)? {
    func text(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    switch text(index) {
    case "grade", "grades": return list(from: index + 1, words)
    case "k":
      guard index + 1 < words.count, let stretch = list(from: index, words), stretch.grades.count > 1 else {
        return nil
      }
      return text(stretch.end) == "grade" || text(stretch.end) == "grades"
        ? (stretch.grades, stretch.end + 1) : stretch
    default:
      guard let first = ordinal(text(index)) else { return nil }
      var grades: Set<Int> = [first]
      var end = index + 1
      while end < words.count, end < index + 24 {
        let next = ["and", "or", "through", "to"].contains(text(end)) ? end + 1 : end
        guard next < words.count, let grade = ordinal(text(next)) else { break }
        if ["through", "to"].contains(text(end)), let last = grades.max(), grade > last {
          grades.formUnion(last...grade)
        } else {
          grades.insert(grade)
        }
        end = next + 1
      }
      guard ["grade", "grades", "graders"].contains(text(end)) else { return nil }
      return (grades, end + 1)
    }
  }

  /// The number of "first", "1st" and so on, up to twelve.
  static func ordinal(_ word: String) -> Int? {
    if let known = Lexicon.ordinals[word] { return known }
    guard word.utf8.count <= 4, let value = Int(word.dropLast(2)), (1...12).contains(value),
      ["st", "nd", "rd", "th"].contains(word.suffix(2))
    else { return nil }
    return value
  }

  private static func grade(_ word: String) -> Int? {
    if word == "k" || word == "kindergarten" { return 0 }
    if let known = Lexicon.spelled[word] { return known <= 12 ? known : nil }
    guard word.utf8.count <= 2, let value = Int(word), (1...12).contains(value) else { return nil }
    return value
  }

  private static func list(from start: Int, _ words: [Word]) -> (grades: Set<Int>, end: Int)? {
    guard start < words.count, var last = grade(words[start].text) else { return nil }
    func text(_ place: Int) -> String { place < words.count ? words[place].text : "" }
    var grades: Set<Int> = [last]
    var end = start + 1
    while end < words.count, end < start + 26 {
      let isStretch = words[end].gap == .hyphen
      if isStretch, let next = grade(text(end)), next > last {
        grades.formUnion(last...next)
        (last, end) = (next, end + 1)
      } else if ["to", "through", "thru"].contains(text(end)), let next = grade(text(end + 1)), next > last {
        grades.formUnion(last...next)
        (last, end) = (next, end + 2)
      } else if words[end].gap == .comma, let next = grade(text(end)), words[end].isNumeral {
        grades.insert(next)
        (last, end) = (next, end + 1)
      } else if ["and", "&"].contains(text(end)), end + 1 < words.count, words[end + 1].isNumeral,
        let next = grade(text(end + 1))
      {
        grades.insert(next)
        (last, end) = (next, end + 2)
      } else {
        break
      }
    }
    return (grades, end)
  }
}
