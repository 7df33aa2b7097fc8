internal import TextSupport

/// Text in lines that fit the width of a terminal.
package struct Lines {
  /// A word and whether it changed; it is escaped here, and nowhere earlier.
  struct Word {
    let text: String
    var isChanged = false
  }

  /// The columns that a line may fill.
  let width: Int

  package init(_ width: Int) { self.width = width }

  /// A text in lines; the first begins with `first` and the others with `indent`.
  package func paragraph(_ text: String, first: String = "", indent: String = "") -> String {
    let words = text.utf8.split(separator: UInt8(ascii: " ")).map { Word(text: String(Substring($0))) }
    let rows = wrapped(words, mostColumns: width - max(TerminalText.width(of: first), indent.count)) { text, _ in text }
    if rows.isEmpty { return first.isEmpty ? "" : first + "\n" }
    return rows.enumerated().map { index, row in (index == 0 ? first : indent) + row.text + "\n" }.joined()
  }

  /// Words in lines of a limited width, each with its number of columns; `paint` gets consecutive words with the same
  /// fate.
  ///
  /// A word that is longer than a line continues in the next one, because some languages have no spaces.
  func wrapped(
    _ words: [Word], mostColumns: Int, paint: (_ text: String, _ isChanged: Bool) -> String
  ) -> [(text: String, columns: Int)] {
    let most = max(mostColumns, Self.leastColumns)
    var rows: [(text: String, columns: Int)] = []
    var pieces: [(text: String, isChanged: Bool)] = []
    var count = 0
    func finish() {
      rows.append((pieces.map { paint($0.text, $0.isChanged) }.joined(separator: " "), count))
      (pieces, count) = ([], 0)
    }
    for word in words {
      for part in Self.parts(TerminalText.escape(word.text), most) {
        if count > 0, count + 1 + part.columns > most { finish() }
        if let last = pieces.last, last.isChanged == word.isChanged {
          pieces[pieces.count - 1].text += " " + part.text
        } else {
          pieces.append((part.text, word.isChanged))
        }
        count += (count > 0 ? 1 : 0) + part.columns
      }
    }
    if count > 0 { finish() }
    return rows
  }

  /// The fewest columns in a line, however narrow the terminal.
  private static let leastColumns = 20

  /// A word in parts that fit in a line; nearly always there is only one.
  private static func parts(_ word: String, _ most: Int) -> [(text: String, columns: Int)] {
    let isPlain = word.utf8.allSatisfy { $0 < 0x7F }
    let columns = isPlain ? word.utf8.count : TerminalText.width(of: word)
    if columns <= most { return [(word, columns)] }
    var result: [(text: String, columns: Int)] = []
    for character in word {
      let columns = TerminalText.width(of: String(character))
      if let last = result.last, last.columns + columns <= most {
        result[result.count - 1].text.append(character)
        result[result.count - 1].columns += columns
      } else {
        result.append((String(character), columns))
      }
    }
    // The start of a line may be a command to a CI service, even if it was harmless in the middle of a word.
    return result.map { (TerminalText.escape($0.text), $0.columns) }
  }
}
