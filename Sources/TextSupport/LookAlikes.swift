/// Letters of other alphabets that look like Latin ones, so that a name can be copied without being the same.
package enum LookAlikes {
  /// Pairs of a letter and the small Latin one that it looks like, in either case.
  private static let pairs: [(letters: String, latin: Unicode.Scalar)] = [
    ("аАΑα", "a"), ("ВΒ", "b"), ("сСϲϹ", "c"), ("ԁ", "d"), ("еЕΕ", "e"), ("ɡ", "g"), ("НΗһҺ", "h"),
    ("іІΙιӀı", "i"), ("јЈϳ", "j"), ("кКΚκ", "k"), ("МΜ", "m"), ("Ν", "n"), ("оОΟο՝օ", "o"), ("рРΡρ", "p"), ("ԛ", "q"),
    ("ѕЅ", "s"), ("ТΤ", "t"), ("υս", "u"), ("ѵν", "v"), ("ԝԜ", "w"), ("хХΧχ", "x"), ("уУΥү", "y"), ("Ζ", "z"),
  ]

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letters, latin) in pairs { for letter in letters.unicodeScalars { result[letter] = latin } }
    return result
  }()

  /// A text by which those that look the same are equal: in NFC, in small letters, with single spaces.
  package static func fold(_ text: String) -> String {
    let folded = Folding.fold(text)
    if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded.lowercased() }
    var result = String.UnicodeScalarView()
    // The letter under an accent is looked up, too.
    for scalar in NFC.decomposed(folded) { result.append(table[scalar] ?? scalar) }
    return Folding.fold(String(result).lowercased())
  }
}
