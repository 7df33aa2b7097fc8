internal import Agreement
internal import Diagnostics

extension Rule {
  static let yamlSyntax = Rule(
    .yamlSyntax, .error, .syntax, source: .format,
    summary: "a line that YAML cannot read",
    rationale: """
      YAML gives a meaning to colons, dashes, quotes and the spaces at the start of a line. concord knows the slips that people make
      most, says what to type instead, and reads the rest of the file as if you had.
      """,
    failing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓One rule: be kind↑
        """#, #"this answer contains a colon followed by a space, so YAML reads it as a new key"#,
        help: #"put the answer in quotes: "One rule: be kind""#),
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓"Yes", and be kind↑
        """#, #"there is more text after the closing quotation mark"#,
        help: #"put the whole answer in quotes: '"Yes", and be kind'"#),
      Example(
        #"""
        format: 1
        norms:
          agreed:
            - Start on time
            ↓-↑End on time
        """#, #"a space is missing after the dash"#, help: #"write `- End on time`"#),
      Example(
        #"""
        format: 1
        norms:
          agreed: ↓@ the table, phones away↑
        """#, #"this answer begins with `@`, which has a special meaning in YAML"#,
        help: #"put the answer in quotes: "@ the table, phones away""#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        norms:
          agreed: "One rule: be kind"
        """#),
      Example(
        #"""
        format: 1
        norms:
          agreed:
            - '"Yes", and be kind'
            - >-
              A long text: with colons, "quotes" and # signs
              over several lines.
        """#),
    ],
    check: .whileReading)
}
