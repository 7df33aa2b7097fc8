internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// What to write for a key, using this file's ids and nobody else's names.
  func request(_ field: Field) -> String { request(field, field.shape) }

  private func request(_ field: Field, _ shape: ShapeDescription) -> String {
    let key = field.key
    switch shape {
    case .oneOrMore(let item): return request(field, item)
    case .someOf: return "`\(key):` with a list\(field.examples.first.map { " such as \($0)" } ?? "")"
    case .reference(to: "party"): return "`\(key):` with the id of a participant\(ids("participant"))"
    case .word(let list): return "`\(key):` with \(Prose.list(list.words.map { "`\($0)`" }, "or"))"
    case .reference(let what): return "`\(key):` with the id of a \(what)\(ids(what))"
    case .topicReference: return "`\(key):` with the id of a topic"
    case .form(.identifier):
      let campuses = campuses.words.filter { Identifier.isValid($0) }
      return campuses.isEmpty
        ? "`\(key):` with a short name in small letters, with hyphens for spaces"
        : "`\(key): \(campuses.prefix(3).joined(separator: "-"))`"
    case .form(.digest): return "`\(key):` with the digest that `concord lint` prints"
    case .form: return "`\(key):` with \(field.examples.first.map { "a value such as \($0)" } ?? "its value")"
    case .text, .textList: return "`\(key):` with \(Self.subject(of: field.about))"
    case .dictionary, .list, .topics, .roles, .ruleLevels, .mapping, .either:
      switch key {
      case "campuses":
        return "`campuses:` with a line below it for each school: a short name, a colon and the full name"
      case "participants":
        return
          "`participants:` with a line below it for each person, a short name and a colon, and under that `name:` and `role:`"
      default: return "`\(key):`\(field.examples.first.map { " with a value such as \($0)" } ?? "")"
      }
    }
  }

  /// The ids of this file, in brackets.
  private func ids(_ what: String) -> String {
    let words = (what == "campus" ? campuses : participants).words.filter { Identifier.isValid($0) }
    return words.isEmpty
      ? "" : ": \(Prose.list(words.prefix(8).map { "`\($0)`" }, "or"))\(words.count > 8 ? ", and so on" : "")"
  }

  /// The first sentence of a description, as the end of another sentence: "the day you met".
  private static func subject(of about: String) -> String {
    let sentence = about.prefix { $0 != "." && $0 != ":" }
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
