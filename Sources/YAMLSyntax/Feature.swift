internal import Diagnostics

/// A part of YAML that agreements do not use.
enum Feature {
  case alias
  case anchor
  case complexKey
  case mergeKey
  case placeholder
  case secondDocument
  case separator
  case tag

  /// The diagnostic for one place; `word` is the text there.
  func diagnostic(_ word: String, at range: SourceRange) -> Diagnostic {
    switch self {
    case .alias:
      Diagnostic(
        .yamlFeature, at: range,
        "`\(word)` begins with `*`, so YAML looks for a text of that name elsewhere in the file",
        help: "put the whole answer in quotes, or leave out the star")
    case .anchor:
      Diagnostic(
        .yamlFeature, at: range, "`\(word)` begins with `&`, so YAML reads it as a name, not as text",
        help: "put the whole answer in quotes, or write \"and\" instead")
    case .complexKey:
      Diagnostic(
        .yamlFeature, at: range,
        word == "?"
          ? "this line begins with `?`, which has a special meaning in YAML"
          : "there should be one word here, but there is a list, or something in brackets or braces",
        help: word == "?"
          ? "delete the `?` and the space after it, so that the line starts in the same column as the others"
          : "write a key, a colon and a space; put the answer in quotes if it begins with `?`, `[` or `{`")
    case .mergeKey:
      Diagnostic(
        .yamlFeature, at: range, "`<<` copies keys from elsewhere in YAML, which agreements do not use",
        help: "write the keys out here")
    case .placeholder:
      Diagnostic(
        .yamlFeature, at: range, "words in double brackets are a placeholder, not an answer",
        help: "delete the brackets and what is between them, and write your answer")
    case .secondDocument:
      Diagnostic(
        .yamlFeature, at: range, "a second agreement begins after this line, but a file holds one agreement",
        help: "move what follows into a file of its own, and delete this line")
    case .separator:
      Diagnostic(
        .yamlFeature, at: range, "a line that begins with three dashes ends the agreement here, but more follows",
        help: "delete the line")
    case .tag:
      Diagnostic(
        .yamlFeature, at: range, "`\(word)` begins with `!`, so YAML reads it as the name of a type, not as text",
        help: "put the whole answer in quotes")
    }
  }
}
