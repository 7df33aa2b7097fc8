internal import AgreementDiff

/// A text of both sides, word by word.
struct DiffLine {
  /// A word and whether the other side has another one.
  struct Word {
    let text: String
    let isChanged: Bool
  }

  var old: [Word] = []
  var new: [Word] = []

  /// Whether both sides say the same.
  var isSame: Bool { !(old + new).contains(where: \.isChanged) && old.map(\.text) == new.map(\.text) }

  /// The texts of a change: those that both sides have in other words beside each other, then what only one side has.
  ///
  /// Where nobody sees which words changed, they need no marks.
  static func lines(of change: Change, marked: Bool = true) -> [DiffLine] {
    guard let old = change.old, let new = change.new else {
      let (wording, isOld) = change.old.map { ($0, true) } ?? (change.new ?? nil).map { ($0, false) } ?? (nil, false)
      guard let wording else { return [] }
      return wording.shown.enumerated().map { index, text in
        let words = WordDiff.words(of: text + (index == wording.shown.count - 1 ? note(wording) : "")).map {
          Word(text: String($0), isChanged: false)
        }
        return isOld ? DiffLine(old: words) : DiffLine(new: words)
      }
    }
    // What both sides have stays out where there are several texts; of what is not shown nobody can say that.
    let leavesOut = old.shown.count + new.shown.count > 2 && !change.hidesDifference
    let (before, after) = leavesOut ? without(old.shown, new.shown) : (old.shown, new.shown)
    var result: [DiffLine] = []
    for index in 0..<max(before.count, after.count) {
      let from = index < before.count ? before[index] : nil
      let to = index < after.count ? after[index] : nil
      var line = DiffLine()
      if change.hidesDifference {
        line.old = Self.words(from ?? "")
        line.new = Self.words(to ?? "")
      } else {
        line.add(from ?? "", to ?? "", marked: marked)
      }
      result.append(line)
    }
    if result.isEmpty { result.append(DiffLine()) }
    var notes = DiffLine()
    notes.add(note(old), note(new), marked: marked)
    result[max(0, before.count - 1)].old += notes.old
    result[max(0, after.count - 1)].new += notes.new
    return result
  }

  /// The words of a side that differs from the other one in what is not shown.
  private static func words(_ text: String) -> [Word] {
    WordDiff.words(of: text).map { Word(text: String($0), isChanged: true) }
  }

  /// Adds the words of both sides; unmarked, they are not compared word by word, which takes as long as everything else.
  private mutating func add(_ from: String, _ to: String, marked: Bool) {
    guard marked else {
      old += WordDiff.words(of: from).map { Word(text: String($0), isChanged: from != to) }
      new += WordDiff.words(of: to).map { Word(text: String($0), isChanged: from != to) }
      return
    }
    for piece in WordDiff.pieces(from, to) {
      func words(_ text: String) -> [Word] {
        WordDiff.words(of: text).map { Word(text: String($0), isChanged: piece.kind != .same) }
      }
      switch piece.kind {
      case .same:
        old += words(piece.oldText)
        new += words(piece.text)
      case .removed: old += words(piece.text)
      case .added: new += words(piece.text)
      }
    }
  }

  /// The words as stretches that have one fate; a bracket that opens or closes outside of a stretch is no part of it.
  static func stretches(_ words: [Word]) -> [(before: String, text: String, after: String, isChanged: Bool)] {
    var result: [(before: String, text: String, after: String, isChanged: Bool)] = []
    for word in words {
      if let last = result.last, last.isChanged == word.isChanged {
        result[result.count - 1].text += " " + word.text
      } else {
        result.append(("", word.text, "", word.isChanged))
      }
    }
    for index in result.indices where result[index].isChanged {
      let text = result[index].text
      if text.count > 1, text.hasPrefix("("), !text.contains(")") {
        result[index].before = "("
        result[index].text.removeFirst()
      }
      if text.count > 1, text.hasSuffix(")"), !text.contains("(") {
        result[index].after = ")"
        result[index].text.removeLast()
      }
    }
    return result
  }

  private static func note(_ wording: Change.Wording) -> String {
    wording.note.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
  }

  private static func without(_ left: [String], _ right: [String]) -> ([String], [String]) {
    func minus(_ texts: [String], _ others: [String]) -> [String] {
      var counts: [String: Int] = [:]
      for text in others { counts[text, default: 0] += 1 }
      return texts.filter { text in
        guard let count = counts[text], count > 0 else { return true }
        counts[text] = count - 1
        return false
      }
    }
    return (minus(left, right), minus(right, left))
  }
}
