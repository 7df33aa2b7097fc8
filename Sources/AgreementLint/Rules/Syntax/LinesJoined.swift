internal import Agreement
internal import Diagnostics

extension Rule {
  static let linesJoined = Rule(
    .linesJoined, .warning, .syntax, heuristic: true, source: .format,
    summary: "lines without dashes become one line",
    rationale: """
      YAML joins the lines of a text into one: three norms on three lines become a single norm that makes no sense.
      The rule looks for short lines that each begin with a capital letter and end like an item of a list.
      """,
    failing: [
      Example(
        #"""
        format: 1
        norms:
          agreed:
            ↓Start and end on time↑
            Phones away
            Ask before you conclude
        """#,
        #"these 3 lines are read as one line, "Start and end on time Phones away Ask before you conclude""#,
        help:
          #"begin each line with a dash and a space: `- Start and end on time`; if it is one item, put quotation marks around it"#,
        fixed: #"""
          format: 1
          norms:
            agreed:
              - Start and end on time
              - Phones away
              - Ask before you conclude
          """#)
    ],
    passing: [
      Example(
        #"""
        format: 1
        norms:
          agreed:
            - Start and end on time
            - Phones away
            - Ask before you conclude
        """#),
      Example(
        #"""
        format: 1
        topics:
          engagement:
            team-coaching:
              The coach visits every team in August and
              again in January, and asks what it needs.
        """#),
    ],
    check: .whileReading)
}
