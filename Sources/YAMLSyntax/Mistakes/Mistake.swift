/// A slip that people make who do not know YAML: how libyaml's failure is traced to it, and how it is reported.
///
/// A mistake looks at the lines near the place where libyaml stopped. It must be certain: whatever it does not explain
/// is left to the next one, and in the end to `FallbackDiagnostic`.
struct Mistake: Sendable {
  /// Its name, for the tests and the list below.
  let name: String
  /// The repair, if this mistake explains the failure.
  let find: @Sendable (Failure, SlipContext) -> Repair?

  init(_ name: String, find: @escaping @Sendable (Failure, SlipContext) -> Repair?) {
    self.name = name
    self.find = find
  }

  /// Whether the characters of a line decide it alone, so that the layout does not matter.
  var isCertain: Bool { Self.certain.contains(name) }

  private static let certain: Set<String> = [
    "broken-key", "code-fence", "conflict-marker", "document-end", "line-prefix", "quoted-lines",
    "ruled-line", "tab", "unclosed-quote", "unknown-escape",
  ]

  /// All of them, the most certain ones first.
  static let all: [Mistake] = [
    .linePrefix,
    .tabColumns,
    .conflictMarker,
    .codeFence,
    .tableRow,
    .ruledLine,
    .documentEnd,
    .tab,
    .quotedLines,
    .unclosedQuote,
    .commentedKey,
    .misplacedKeys,
    .brokenKey,
    .checkbox,
    .unknownEscape,
    .boldKey,
    .starBullet,
    .quotesAroundKey,
    .dashInline,
    .blockTextOnHeader,
    .flowSeparator,
    .unclosedBracket,
    .leadingIndicator,
    .textAfterQuote,
    .commentInText,
    .missingSpaceAfterDash,
    .missingSpaceAfterColon,
    .otherSeparator,
    .missingColon,
    .answerBeforeKeys,
    .stateOnTheLine,
    .textOnHeading,
    .colonInAnswer,
    .strayText,
    .indentedFile,
    .wrongIndentation,
  ]
}

extension Failure {
  /// Whether libyaml's own words contain some text.
  func says(_ text: String) -> Bool { problem.contains(text) }

  /// The offset that matters for most failures: where the unfinished thing began, or else where the failure was
  /// noticed.
  var origin: Int { contextOffset ?? problemOffset }

  /// Whether a key was required here and a plain text without a colon was found.
  var lacksColon: Bool { says("could not find expected ':'") }

  /// Whether the layout does not fit any open block.
  var breaksBlock: Bool { says("did not find expected key") || says("did not find expected '-' indicator") }
}
