internal import Agreement
internal import Diagnostics

extension Rule {
  static let yamlFeature = Rule(
    .yamlFeature, .error, .syntax, source: .format,
    summary: "a part of YAML that agreements do not use",
    rationale: """
      Some signs of YAML, such as `&`, `*`, `!`, `<<` and `---`, make a text depend on other places, or on the
      program that reads it. In an agreement, everything is written out in its own place.
      """,
    failing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓*house↑
        """#, #"`*house` begins with `*`, so YAML looks for a text of that name elsewhere in the file"#,
        help: #"put the whole answer in quotes, or leave out the star"#),
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓!important↑ Start on time
        """#, #"`!important` begins with `!`, so YAML reads it as the name of a type, not as text"#,
        help: #"put the whole answer in quotes"#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: "*house rules apply"
        """#)
    ],
    check: .whileReading)
}
