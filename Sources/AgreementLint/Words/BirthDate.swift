internal import SchoolEnglish

/// Dates of birth in the notations of several countries: "born 4/2/2016", "DOB 4-2-16", "né le 2.4.2016".
enum BirthDate {
  /// Whether a text has a date of birth.
  static func isIn(_ words: [Word]) -> Bool {
    words.indices.contains { index in
      guard wordsOfBirth.contains(words[index]) else { return false }
      let after = words[(index + 1)...]
      switch words[index].base {
      case "dob", "birthdate", "birthday", "geburtsdatum", "geburtstag": return isDate(after)
      case "birth":
        // "Birth date" and "date of birth".
        if after.first?.base == "date" { return isDate(after.dropFirst()) }
        return words[..<index].suffix(2).map(\.base) == ["date", "of"] && isDate(after)
      case "naissance", "nacimiento": return isDate(after)
      case "born", "geboren", "nacida", "nacido", "né", "née":
        return isDate(after.drop { links.contains($0) })
      // "D.O.B." is read as three words.
      case "b": return words[..<index].suffix(2).map(\.base) == ["d", "o"] && isDate(after)
      default: return false
      }
    }
  }

  /// Whether a date follows soon: "05/09/2014", "2015-11-30", "May 9, 2014", "9 de mayo de 2014".
  private static func isDate(_ words: ArraySlice<Word>) -> Bool {
    let words = words.prefix(6).filter { !links.contains($0) }.prefix(4)
    if words.contains(where: { $0.hasDigit && $0.base.contains("-") && $0.base.utf8.count >= 6 }) { return true }
    return zip(words, words.dropFirst()).contains {
      $0.isNumber && $1.isNumber || isMonth($0) && $1.hasDigit || $0.hasDigit && isMonth($1)
    }
  }

  private static func isMonth(_ word: Word) -> Bool { word.traits.contains(.month) || months.contains(word) }

  private static let wordsOfBirth: WordSet = [
    "b", "birth", "birthdate", "birthday", "born", "dob", "geboren", "geburtsdatum", "geburtstag", "nacida", "nacido",
    "nacimiento", "naissance", "né", "née",
  ]

  private static let links: WordSet = ["am", "de", "el", "in", "is", "le", "of", "on", "the"]

  /// Months in other languages, and short forms.
  private static let months: WordSet = [
    "abril", "agosto", "août", "apr", "aug", "avril", "dec", "diciembre", "dezember", "décembre", "enero", "feb",
    "febrero", "februar", "février", "jan", "januar", "janvier", "juillet", "juin", "jul", "juli", "julio", "jun",
    "juni", "junio", "mai", "mar", "mars", "marzo", "mayo", "märz", "nov", "noviembre", "novembre", "oct", "octobre",
    "octubre", "oktober", "sep", "sept", "septembre", "septiembre",
  ]
}
