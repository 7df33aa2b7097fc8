internal import Agreement
internal import TextSupport

/// Ids made from names.
package enum PersonID {
  /// The ids for a person's name, the usual one first: the last word of the name, then the first and the last one. Titles after a
  /// comma and words such as "Jr." do not count. Empty if the name has other letters than Latin ones.
  package static func candidates(for name: String) -> [String] {
    let own = name.prefix { $0 != "," }
    var words = own.split(whereSeparator: \.isWhitespace).map(String.init)
    while words.count > 1, let last = words.last, endings.contains(last.lowercased().filter { $0 != "." }) {
      words.removeLast()
    }
    guard let last = words.last.flatMap({ id(of: $0) }) else { return [] }
    var result = [last]
    if words.count > 1, let first = words.first.flatMap({ id(of: $0) }) { result.append("\(first)-\(last)") }
    return result.filter { Identifier.isValid($0) }
  }

  /// The id for the name of a school or of an agreement: all of its words.
  package static func all(of name: String) -> String? {
    let words = name.split { $0.isWhitespace || $0 == "," || $0 == "/" || $0 == "&" }.map { id(of: String($0)) }
    let known = words.compactMap { $0 }.filter { !$0.isEmpty }
    guard known.count == words.count, !known.isEmpty else { return nil }
    let result = known.joined(separator: "-")
    return Identifier.isValid(result) ? result : nil
  }

  /// What follows a name without being part of it.
  private static let endings: Set<String> = [
    "edd", "ii", "iii", "iv", "jr", "ma", "md", "med", "mba", "phd", "sr", "v",
  ]

  /// A word in small ASCII letters, without its marks and apostrophes; nil if it has other letters.
  private static func id(of word: String) -> String? {
    var result = ""
    for scalar in NFC.baseLetters(word.lowercased()).unicodeScalars {
      if scalar.isASCII {
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          result.unicodeScalars.append(scalar)
        } else if scalar == "-", !result.isEmpty, result.last != "-" {
          result.append("-")
        }
      } else if let letters = others[scalar] {
        result += letters
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        return nil
      }
    }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  /// Latin letters that are no letter with a mark.
  private static let others: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "œ": "oe", "ŧ": "t",
  ]
}
