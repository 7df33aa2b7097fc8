#if canImport(Darwin)
  internal import Foundation
#else
  @_spi(_Unicode) internal import Swift
#endif

/// Unicode Normalization Form C (UAX #15).
package enum NFC {
  /// The text in normal form; ASCII is returned unchanged.
  package static func normalize(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    #if canImport(Darwin)
      return text.precomposedStringWithCanonicalMapping
    #else
      var result = String.UnicodeScalarView()
      for scalar in text._nfc { result.append(scalar) }
      return String(result)
    #endif
  }

  /// The text without the marks on its letters: `peña` is `pena`.
  package static func baseLetters(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in decomposed(text) where scalar.properties.generalCategory != .nonspacingMark { result.append(scalar) }
    return String(result)
  }

  /// The letters of a text and, behind each, its marks.
  static func decomposed(_ text: String) -> [Unicode.Scalar] {
    #if canImport(Darwin)
      return Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
    #else
      return Array(text._nfd)
    #endif
  }
}
