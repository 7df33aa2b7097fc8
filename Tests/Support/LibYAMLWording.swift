/// What libyaml 0.2.5 says itself, which nobody should have to read: its problems and its contexts, from `scanner.c`, `parser.c` and
/// `reader.c`.
package enum LibYAMLWording {
  /// The problems.
  package static let problems = [
    "block sequence entries are not allowed in this context",
    "control characters are not allowed",
    "could not find expected ':'",
    "could not find expected directive name",
    "did not find URI escaped octet",
    "did not find expected '!'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
    "did not find expected <stream-start>",
    "did not find expected alphabetic or numeric character",
    "did not find expected comment or line break",
    "did not find expected digit or '.' character",
    "did not find expected hexdecimal number",
    "did not find expected key",
    "did not find expected node content",
    "did not find expected tag URI",
    "did not find expected version number",
    "did not find expected whitespace",
    "did not find expected whitespace or line break",
    "did not find the expected '>'",
    "expected low surrogate area",
    "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected",
    "found an incorrect leading UTF-8 octet",
    "found an incorrect trailing UTF-8 octet",
    "found an indentation indicator equal to 0",
    "found character that cannot start any token",
    "found duplicate %TAG directive",
    "found duplicate %YAML directive",
    "found extremely long version number",
    "found incompatible YAML document",
    "found invalid Unicode character escape code",
    "found undefined tag handle",
    "found unexpected ':'",
    "found unexpected document indicator",
    "found unexpected end of stream",
    "found unexpected non-alphabetical character",
    "found unknown directive name",
    "found unknown escape character",
    "incomplete UTF-16 character",
    "incomplete UTF-16 surrogate pair",
    "incomplete UTF-8 octet sequence",
    "input error",
    "input is too long",
    "invalid Unicode character",
    "invalid leading UTF-8 octet",
    "invalid length of a UTF-8 sequence",
    "invalid trailing UTF-8 octet",
    "mapping keys are not allowed in this context",
    "mapping values are not allowed in this context",
    "unexpected low surrogate area",
  ]

  /// What it was doing.
  package static let contexts = [
    "while parsing a %TAG directive", "while parsing a block collection", "while parsing a block mapping",
    "while parsing a block node", "while parsing a flow mapping", "while parsing a flow node",
    "while parsing a flow sequence", "while parsing a node", "while parsing a quoted scalar", "while parsing a tag",
    "while scanning a %TAG directive", "while scanning a %YAML directive", "while scanning a block scalar",
    "while scanning a directive", "while scanning a plain scalar", "while scanning a quoted scalar",
    "while scanning a simple key", "while scanning a tag", "while scanning an alias", "while scanning an anchor",
    "while scanning for the next token",
  ]

  /// The part of a text that libyaml would have written, if there is one.
  package static func found(in text: String) -> String? {
    let bytes = Array(text.utf8)
    return (problems + contexts).first { bytes.holds($0) }
  }
}

extension [UInt8] {
  /// Whether a phrase stands in these bytes. For mutants by the thousand, the search of the standard library takes too long.
  func holds(_ phrase: String) -> Bool {
    let phrase = Array(phrase.utf8)
    guard let first = phrase.first, count >= phrase.count else { return false }
    return indices.dropLast(phrase.count - 1).contains { place in
      self[place] == first && phrase.indices.allSatisfy { self[place + $0] == phrase[$0] }
    }
  }
}
