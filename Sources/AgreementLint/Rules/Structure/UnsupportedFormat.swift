internal import Agreement
internal import Diagnostics

extension Rule {
  static let unsupportedFormat = Rule(
    .unsupportedFormat, .error, .structure, source: .format,
    summary: "the file needs a newer concord",
    rationale: """
      The number after `format` says which version of the rules the file was written by. A program that does not know it would only
      guess.
      """,
    failing: [
      Example(
        #"""
        format: ↓2↑
        whatever: comes
        """#, #"this file has format 2, and this concord knows format 1"#,
        help: #"install a newer concord; nothing else in the file was checked"#)
    ],
    passing: [
      Example(
        #"""
        format: 1
        """#)
    ],
    check: .whileReading)
}
