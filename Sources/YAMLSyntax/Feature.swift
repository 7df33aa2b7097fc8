internal import Diagnostics

/// A part of YAML that agreements do not use.
enum Feature {
  case alias
  case anchor
  case complexKey
  case mergeKey
  case secondDocument
  case tag

  /// The diagnostic for one place; `word` is what stands there.
  func diagnostic(_ word: String, at range: SourceRange) -> Diagnostic {
    switch self {
    case .alias:
      Diagnostic(
        .yamlFeature, at: range,
        "`\(word)` begins with `*`, so YAML looks for a text of that name elsewhere in the file",
        help: "put the answer in quotes if the star belongs to it; else write the text out again")
    case .anchor:
      Diagnostic(
        .yamlFeature, at: range, "`\(word)` begins with `&`, so YAML takes it for a name and not for text",
        help: "put the answer in quotes, or write \"and\"")
    case .complexKey:
      Diagnostic(
        .yamlFeature, at: range, "a list or a group of keys stands here where one word is due",
        help: "write a key, a colon and a space; put the answer in quotes if it begins with `?`, `[` or `{`")
    case .mergeKey:
      Diagnostic(
        .yamlFeature, at: range, "`<<` copies keys from elsewhere in YAML, which agreements do not use",
        help: "write the keys out here")
    case .secondDocument:
      Diagnostic(
        .yamlFeature, at: range, "a line of three dashes begins a second document; a file holds one agreement",
        help: "delete the line, or move what follows into a file of its own")
    case .tag:
      Diagnostic(
        .yamlFeature, at: range, "`\(word)` begins with `!`, so YAML takes it for the name of a type and not for text",
        help: "put the answer in quotes")
    }
  }
}
