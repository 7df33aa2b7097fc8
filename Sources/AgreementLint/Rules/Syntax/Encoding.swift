internal import Agreement
internal import Diagnostics

extension Rule {
  static let encoding = Rule(
    .encoding, .error, .syntax, source: .format,
    summary: "the file is not clean UTF-8 text",
    rationale: """
      UTF-8 is what nearly every program and website reads. Other encodings turn names such as Muñoz into something else, and
      invisible characters make two texts that look alike differ.
      """,
    failing: [
      Example(
        bytes: Array("format: 1\nnorms: Mu".utf8) + [0xF1] + Array("oz\n".utf8), at: 19..<20,
        "this character cannot be read, because the file is not saved as UTF-8; it looks like Windows-1252 (\"ANSI\")"),
      Example(
        "format: 1\nnorms:\n  agreed: Start\u{200B} on time\n".replacingFirst("\u{200B}", with: "↓\u{200B}↑"),
        "there is an invisible character here (U+200B)", help: "delete it and retype that spot"),
    ],
    passing: [Example("format: 1\nnorms:\n  agreed: Señora Muñoz begins, “on time” – always 👩‍🏫\n")],
    check: .whileReading)
}

extension String {
  /// The text with the first occurrence of a character replaced.
  fileprivate func replacingFirst(_ character: Character, with other: String) -> String {
    guard let index = firstIndex(of: character) else { return self }
    return self[..<index] + other + self[self.index(after: index)...]
  }
}
