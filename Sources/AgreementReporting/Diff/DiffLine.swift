internal import AgreementDiff

/// A text from both sides, word by word.
struct DiffLine {
  /// What happened to a word.
  enum Fate {
    case same
    /// The other side has a different word.
    case changed
    /// It is a date that only moved with the school year.
    case rolled
    /// It stands for words that are left out because both sides have them.
    case gap
  }

  /// A word and what happened to it.
  struct Word {
    let text: String
    let fate: Fate
    var isChanged: Bool { fate == .changed }

    init(text: String, fate: Fate) {
      self.text = text
      self.fate = fate
    }

    init(text: some StringProtocol, isChanged: Bool) {
      self.init(text: String(text), fate: isChanged ? .changed : .same)
    }
  }

  var old: [Word] = []
  var new: [Word] = []

  /// Whether both sides say the same.
  var isSame: Bool { !(old + new).contains(where: \.isChanged) && old.map(\.text) == new.map(\.text) }

  /// The texts of a change: first the reworded ones, side by side, then those that only one side has.
  static func lines(of change: Change) -> [DiffLine] {
    guard let old = change.old, let new = change.new else {
      let (wording, isOld) = change.old.map { ($0, true) } ?? (change.new ?? nil).map { ($0, false) } ?? (nil, false)
      guard let wording else { return [] }
      return wording.shown.enumerated().map { index, text in
        let words = WordDiff.words(of: text + (index == wording.shown.count - 1 ? note(wording) : "")).map {
          Word(text: $0, isChanged: false)
        }
        return isOld ? DiffLine(old: words) : DiffLine(new: words)
      }
    }
    // If there are several texts, those on both sides are left out, unless what is withheld makes that unknowable.
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
        line.add(from ?? "", to ?? "")
      }
      result.append(line)
    }
    if result.isEmpty { result.append(DiffLine()) }
    var notes = DiffLine()
    notes.add(note(old), note(new))
    if !change.rolledDates.isEmpty {
      notes.old = Self.rolled(notes.old, change.rolledDates)
      notes.new = Self.rolled(notes.new, change.rolledDates)
    }
    result[max(0, before.count - 1)].old += notes.old
    result[max(0, after.count - 1)].new += notes.new
    return result
  }

  /// The words of a side that differs from the other in a part that is not shown.
  private static func words(_ text: String) -> [Word] {
    WordDiff.words(of: text).map { Word(text: $0, isChanged: true) }
  }

  private mutating func add(_ from: String, _ to: String) {
    for piece in WordDiff.pieces(from, to) {
      func words(_ text: String) -> [Word] {
        WordDiff.words(of: text).map { Word(text: $0, isChanged: piece.kind != .same) }
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

  /// Consecutive words with the same fate, and a bracket that opens or closes outside of them.
  struct Stretch {
    var before = ""
    var text: String
    var after = ""
    let fate: Fate
  }

  /// The words as stretches with the same fate; a bracket that opens or closes outside a stretch is not part of it.
  static func stretches(_ words: [Word]) -> [Stretch] {
    var result: [Stretch] = []
    for word in words {
      if let last = result.last, last.fate == word.fate {
        result[result.count - 1].text += " " + word.text
      } else {
        result.append(Stretch(text: word.text, fate: word.fate))
      }
    }
    for index in result.indices where result[index].fate == .changed || result[index].fate == .rolled {
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

  /// The words with asterisks around those that changed, for output without colors.
  static func marked(_ words: [Word]) -> [String] {
    stretches(words).flatMap { piece -> [String] in
      guard piece.fate == .changed else {
        return WordDiff.words(of: piece.before + piece.text + piece.after).map(String.init)
      }
      // The comma that ends a stretch is not part of what changed.
      let sign = piece.text.count > 1 ? piece.text.last.flatMap { ",.;:".contains($0) ? String($0) : nil } ?? "" : ""
      let text = "*\(piece.text.dropLast(sign.count))*\(sign)"
      return WordDiff.words(of: piece.before + text + piece.after).map(String.init)
    }
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

extension DiffLine {
  /// The words of a note in which dates that only moved with the year do not count as changes, and neither does the
  /// word before them.
  private static func rolled(_ words: [Word], _ dates: Set<String>) -> [Word] {
    var result = words
    for index in result.indices where result[index].isChanged {
      guard dates.contains(result[index].text.filter({ $0.isNumber || $0 == "-" })) else { continue }
      result[index] = Word(text: result[index].text, fate: .rolled)
      if index > 0, result[index - 1].isChanged, ["(due", "due"].contains(result[index - 1].text) {
        result[index - 1] = Word(text: result[index - 1].text, fate: .same)
      }
    }
    return result
  }
}

extension DiffLine {
  /// The number of words above which a text is shortened.
  private static let longWords = 40
  /// The number of words that stay on each side of a change.
  private static let context = 6

  /// The line without the middle of long stretches that both sides have, if it is long.
  var shortened: DiffLine {
    guard max(old.count, new.count) > Self.longWords,
      old.contains(where: \.isChanged) || new.contains(where: \.isChanged),
      old.contains(where: { !$0.isChanged })
    else { return self }
    return DiffLine(old: Self.shortened(old), new: Self.shortened(new))
  }

  private static func shortened(_ words: [Word]) -> [Word] {
    // Whether each word is near one that changed, looking from the left and from the right.
    var near = Array(repeating: false, count: words.count)
    for (start, step) in [(0, 1), (words.count - 1, -1)] {
      var left = 0
      for index in stride(from: start, through: step > 0 ? words.count - 1 : 0, by: step) {
        if words[index].fate != .same { left = context + 1 }
        if left > 0 { near[index] = true }
        left -= 1
      }
    }
    guard near.contains(true) else { return words }
    var result: [Word] = []
    var index = 0
    while index < words.count {
      let end = words[index...].indices.first { near[$0] } ?? words.count
      if end - index > 2 {
        result.append(Word(text: "…", fate: .gap))
      } else {
        result += words[index..<end]
      }
      index = end
      while index < words.count, near[index] {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }
}
