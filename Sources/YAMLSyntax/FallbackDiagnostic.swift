internal import Diagnostics

/// The diagnostic if no known mistake explains libyaml's failure: why reading stops there, in plain words.
enum FallbackDiagnostic {
  static func diagnostic(for failure: Failure, context: SlipContext) -> Diagnostic {
    let offset = min(failure.problemOffset, context.bytes.count)
    let shape = context.shape(at: offset)
    let range = shape.isBlank ? SourceRange(offset..<offset) : SourceRange(shape.start..<shape.content.upperBound)
    var notes: [Note] = []
    if let start = failure.contextOffset, context.lines.line(at: start) != shape.line {
      notes.append(Note(at: context.contentRange(ofLineAt: start), "it may belong to this line"))
    }
    return Diagnostic(
      .yamlSyntax, at: range, "this line does not fit with the lines above it: \(plain(failure.problem))",
      help:
        "look for a missing or extra colon, quote, bracket or space, here or one line up",
      notes: notes)
  }

  /// A libyaml problem in our own words; nobody sees libyaml's, even if a later version has others.
  static func plain(_ problem: String) -> String {
    reasons.first { problem.contains($0.problem) }?.reason ?? "something is missing or in the wrong place"
  }

  /// What libyaml 0.2.5 can say in `scanner.c`, `parser.c` and `reader.c`, and what it means.
  private static let reasons: [(problem: String, reason: String)] = [
    ("block sequence entries are not allowed", "a list item cannot begin here"),
    ("cannot start any token", "nothing can begin with this sign"),
    ("control characters are not allowed", "there is a character that does not belong in a text file"),
    ("could not find expected ':'", "there should be a colon"),
    ("could not find expected directive name", percent),
    ("did not find URI escaped octet", exclamation),
    ("did not find expected '!'", exclamation),
    ("did not find expected ',' or ']'", "there should be a comma or `]`"),
    ("did not find expected ',' or '}'", "there should be a comma or `}`"),
    ("did not find expected '-' indicator", "there should be another list item"),
    ("did not find expected <document start>", "the agreement had already ended"),
    ("did not find expected <stream-start>", "the file does not begin like a text"),
    ("did not find expected alphabetic or numeric character", "a word should follow the `*` or `&`"),
    ("did not find expected comment or line break", "the text should begin on the next line"),
    ("did not find expected digit or '.' character", percent),
    ("did not find expected hexdecimal number", backslash),
    ("did not find expected key", "there should be a key and a colon"),
    ("did not find expected node content", "there should be an answer"),
    ("did not find expected tag URI", exclamation),
    ("did not find expected version number", percent),
    ("did not find expected whitespace", "there should be a space"),
    ("did not find the expected '>'", exclamation),
    ("found a tab character", "there is a tab where there should be spaces"),
    ("found an incorrect leading UTF-8 octet", exclamation),
    ("found an incorrect trailing UTF-8 octet", exclamation),
    ("found an indentation indicator equal to 0", "`0` cannot follow `|` or `>`"),
    ("found duplicate %", percent),
    ("found extremely long version number", percent),
    ("found incompatible YAML document", percent),
    ("found invalid Unicode character escape code", backslash),
    ("found undefined tag handle", exclamation),
    ("found unexpected ':'", "there cannot be a colon here"),
    ("found unexpected document indicator", "a line of dashes or dots is inside a text in quotation marks"),
    ("found unexpected end of stream", "the file ends inside a text in quotation marks"),
    ("found unexpected non-alphabetical character", percent),
    ("found unknown directive name", percent),
    ("found unknown escape character", backslash),
    ("incomplete UTF-", "a character is cut off"),
    ("input error", "the file could not be read"),
    ("input is too long", "the file is too long"),
    ("invalid Unicode character", "a character is damaged"),
    ("invalid leading UTF-8 octet", "a character is damaged"),
    ("invalid length of a UTF-8 sequence", "a character is damaged"),
    ("invalid trailing UTF-8 octet", "a character is damaged"),
    ("low surrogate area", "a character is damaged"),
    ("mapping keys are not allowed", "a key cannot begin here"),
    ("mapping values are not allowed", "there cannot be a colon here"),
    ("out of memory", "the file needs too much memory"),
  ]

  private static let backslash = "a backslash begins a code that does not exist"
  private static let exclamation = "this begins with `!`, which has a special meaning"
  private static let percent = "this line begins with `%`, which has a special meaning"
}
