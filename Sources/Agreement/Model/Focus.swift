internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What the coach's work is about this year.
package struct Focus: View {
  package enum Key: Int { case roles, roleDocuments, challenges, strengths, expectedResults, confidentiality }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var roles: Part<List<Entry<Text>>> { self[.roles] }
  package var roleDocuments: Part<List<Text>> { self[.roleDocuments] }
  package var challenges: Part<List<Text>> { self[.challenges] }
  package var strengths: Part<List<Text>> { self[.strengths] }
  package var expectedResults: Part<List<Text>> { self[.expectedResults] }
  package var confidentiality: Part<Confidentiality> { self[.confidentiality] }

  package static let table = MappingDescription([
    Field(
      Key.roles, "roles", .roles, title: "Coaching roles",
      about:
        "The three to five coaching roles that your school's most important work needs to succeed. Say what each means here this year."
    ),
    Field(
      Key.roleDocuments, "role-documents", .textList, title: "Role documents",
      about: "The district's own papers on the coach's role. Look them over before you choose the roles.",
      examples: ["District coach handbook, chapter 2"]),
    Field(
      Key.challenges, "challenges", .textList, title: "Challenges", about: "What will likely be hardest this year.",
      examples: ["New math adoption, K-5"]),
    Field(
      Key.strengths, "strengths", .textList, title: "Strengths", about: "What you can build on.",
      examples: ["Harmon teams already plan together"]),
    Field(
      Key.expectedResults, "expected-results", .textList, title: "Expected results",
      about:
        "What should be different by the end of the year. How to get there is up to the coach: each coach has a style, and teachers keep a voice and a choice.",
      examples: ["Every 3-5 math team gives common unit tests by January"]),
    Field(
      Key.confidentiality, "confidentiality", .mapping(Confidentiality.table), title: "Confidentiality",
      about: "What the coach shares with administrators, what stays private, and the exceptions."),
  ])
}

/// What stays between whom.
package struct Confidentiality: View {
  package enum Key: Int { case shared, `private`, exceptions }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var shared: Part<Text> { self[.shared] }
  package var `private`: Part<Text> { self[.private] }
  package var exceptions: Part<Text> { self[.exceptions] }

  package static let table = MappingDescription([
    Field(
      Key.shared, "shared", .text, title: "Shared", about: "What the coach tells administrators.",
      examples: ["Which teams, how many cycles, goals of the cycles"]),
    Field(
      Key.private, "private", .text, title: "Private", about: "What stays between the coach and the teacher.",
      examples: ["What is said or seen in a cycle"]),
    Field(
      Key.exceptions, "exceptions", .text, title: "Exceptions", about: "When the coach has to tell even that.",
      examples: ["Child safety; anything we must report by law"]),
  ])
}

extension Decoder {
  /// The coaching role that a word stands for: "Mentors", "classroom support".
  private mutating func coachingRole(_ text: String) -> String? {
    let names = catalog.roleKeys.words
    if let near = nearest(to: text, among: names) { return near }
    let plain = PlainWords.joined(text)
    let found = names.filter { name in
      let words = PlainWords.joined(name)
      return words == plain || plain.count >= 6 && (words.hasPrefix(plain) || plain.hasPrefix(words))
    }
    return found.count == 1 ? found.first : nil
  }

  /// Reports coaching roles without a text after each, as a list or a line of text; always nil.
  mutating func noRoles(_ node: NodeID) -> UInt32? {
    let entries = document.kind(of: node) == .sequence ? document.items(of: node).prefix(20).map { $0 } : [node]
    let texts = entries.map {
      document.kind(of: $0) == .scalar || document.hasEntryText($0) ? document.string(of: $0) : ""
    }
    let lines = texts.flatMap { $0.split { ",;".contains($0) || $0.isNewline }.map(String.init) }.compactMap { text in
      coachingRole(String(text.prefix { $0 != ":" && $0 != "(" })).map { role in
        let rest = text.drop { $0 != ":" }.dropFirst()
        return "  \(role):\(rest.isEmpty ? "" : "\(rest)")"
      }
    }
    return wrongShape(
      node, expected: "a line for each role, with a colon",
      help: lines.isEmpty
        ? "write the id of each role on its own line, a colon, and what the role means here"
        : (["write each role on its own line, then a colon and what it means here:", "roles:"] + lines)
          .joined(separator: "\n"))
  }

  mutating func checkRole(_ node: NodeID) {
    guard catalog.roleKeys.index(of: document.bytes(of: node)) == nil else { return }
    let names = catalog.roleKeys.words
    let meant = coachingRole(document.string(of: node))
    let range = document.range(of: node)
    report(
      .unknownReference, at: range, "there is no coaching role `\(excerpt(node))`",
      help: meant.map { "did you mean `\($0)`?" } ?? "the roles are \(Prose.list(names.map { "`\($0)`" }))",
      fix: meant.map { Fix(.unsafe, [Edit(range, with: $0.utf8)]) })
  }
}
