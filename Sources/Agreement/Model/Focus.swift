internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What the coach's work is about this year.
package struct Focus: MappingValue {
  /// The coach's roles, each with what it means here.
  package internal(set) var roles: Part<[Entry<Text>]>
  /// District documents that define the roles.
  package internal(set) var roleDocuments: Part<[Text]>
  /// What will be hard this year.
  package internal(set) var challenges: Part<[Text]>
  /// What people can build on.
  package internal(set) var strengths: Part<[Text]>
  /// What should be different at the end of the year.
  package internal(set) var expectedResults: Part<[Text]>
  /// What stays between whom.
  package internal(set) var confidentiality: Part<Confidentiality>

  init(holder: SourceRange) {
    roles = .absent(holder: holder)
    roleDocuments = .absent(holder: holder)
    challenges = .absent(holder: holder)
    strengths = .absent(holder: holder)
    expectedResults = .absent(holder: holder)
    confidentiality = .absent(holder: holder)
  }

  static let shape = MappingShape<Focus>([
    Field(
      "roles", { $0.roles = $1 }, .roles, title: "Coaching roles",
      about:
        "The three to five coaching roles that your school's most important work needs to succeed. Say what each means here this year."
    ),
    Field(
      "role-documents", { $0.roleDocuments = $1 }, .textList, title: "Role documents",
      about: "The district's own papers on the coach's role. Look them over before you choose the roles.",
      examples: ["District coach handbook, chapter 2"]),
    Field(
      "challenges", { $0.challenges = $1 }, .textList, title: "Challenges",
      about: "What will likely be hardest this year.",
      examples: ["New math adoption, K-5"]),
    Field(
      "strengths", { $0.strengths = $1 }, .textList, title: "Strengths",
      about: "What you can build on.",
      examples: ["Harmon teams already plan together"]),
    Field(
      "expected-results", { $0.expectedResults = $1 }, .textList, title: "Expected results",
      about:
        "What should be different by the end of the year. How to get there is up to the coach: each coach has a style, and teachers keep a voice and a choice.",
      examples: ["Every 3-5 math team gives common unit tests by January"]),
    Field(
      "confidentiality", { $0.confidentiality = $1 }, Confidentiality.shape.asShape(),
      title: "Confidentiality",
      about: "What the coach shares with administrators, what stays private, and the exceptions."),
  ])
}

/// What stays between whom.
package struct Confidentiality: MappingValue {
  /// What administrators hear.
  package internal(set) var shared: Part<Text>
  /// What stays between coach and teacher.
  package internal(set) var `private`: Part<Text>
  /// The exceptions in which even that is told.
  package internal(set) var exceptions: Part<Text>

  init(holder: SourceRange) {
    shared = .absent(holder: holder)
    `private` = .absent(holder: holder)
    exceptions = .absent(holder: holder)
  }

  static let shape = MappingShape<Confidentiality>([
    Field(
      "shared", { $0.shared = $1 }, .text, title: "Shared",
      about: "What the coach tells administrators.",
      examples: ["Which teams, how many cycles, goals of the cycles"]),
    Field(
      "private", { $0.private = $1 }, .text, title: "Private",
      about: "What stays between the coach and the teacher.",
      examples: ["What is said or seen in a cycle"]),
    Field(
      "exceptions", { $0.exceptions = $1 }, .text, title: "Exceptions",
      about: "When the coach has to tell even that.",
      examples: ["Child safety; anything we must report by law"]),
  ])
}

extension Shape where Value == [Entry<Text>] {
  /// Roles of the catalog, each with a text.
  static let roles = Shape(
    description: .roles,
    decode: { node, decoder in
      guard decoder.document.kind(of: node) == .mapping else {
        return decoder.noRoles(node)
      }
      return decoder.dictionary(node, expected: "roles, each with a text", .text) { key, decoder in
        decoder.checkRole(key)
      }
    },
    write: { node, writer in writer.dictionary(node) { $1.text($0) } })
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
  fileprivate mutating func noRoles<Value>(_ node: NodeID) -> Value? {
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

  fileprivate mutating func checkRole(_ node: NodeID) {
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
