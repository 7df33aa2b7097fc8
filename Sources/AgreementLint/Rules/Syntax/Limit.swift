internal import Agreement
internal import Diagnostics

extension Rule {
  static let limit = Rule(
    .limit, .error, .syntax, source: .format,
    summary: "the file is larger or deeper than any agreement",
    rationale: """
      An agreement has about 10,000 bytes and five levels. A file of 16 MiB, 64 levels, two million entries or a text of
      1 MiB is something else, or an attempt to keep the program busy.
      """,
    failing: [
      Example(
        "format: 1\nx-deep: \(String(repeating: "[", count: 63))↓↑[[[\n",
        "the file has more than 64 levels of brackets inside each other, far beyond any agreement",
        help: "split it, or check whether something was pasted into it by mistake")
    ],
    passing: [Example("format: 1\nx-deep: [[[[]]]]\n")],
    check: .whileReading)
}
