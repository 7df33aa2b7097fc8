/// An entry that a command writes into a mapping.
package struct NewEntry: Sendable {
  package let key: String
  package let value: NewValue

  package init(_ key: String, _ value: NewValue) {
    self.key = key
    self.value = value
  }
}

/// The value of a new entry.
package indirect enum NewValue: Sendable {
  /// A word of the format, which every reader takes as it is: a date, an id, a digest.
  case word(String)
  /// Words of the format in brackets.
  case words([String])
  /// What a person said, in any words.
  case text(String)
  /// Lines that stay lines, such as the armor of an SSH signature.
  case lines([String])
  /// A mapping.
  case entries([NewEntry])
  /// A list.
  case items([NewValue])
}

extension NewEntry {
  /// The entry on one line, as between braces.
  func flow() throws(FreeText.Unwritable) -> String { "\(key): \(try value.flow())" }

  /// The entry as lines, the first one without indentation, the others with `step` spaces for each level.
  func block(step: Int, mappingsInBraces: Bool) throws(FreeText.Unwritable) -> [String] {
    switch value {
    case .word, .words: return ["\(key): \(try value.flow())"]
    case .text(let text): return ["\(key): \(try FreeText.scalar(text, in: .block))"]
    case .lines(let lines): return ["\(key): |"] + lines.map { Self.indented($0, step) }
    case .items(let items):
      var result = ["\(key):"]
      for item in items { result.append(Self.indented("- \(try item.item())", step)) }
      return result
    case .entries(let entries):
      if mappingsInBraces { return [try flow()] }
      var result = ["\(key):"]
      for entry in entries {
        result += try entry.block(step: step, mappingsInBraces: false).map { Self.indented($0, step) }
      }
      return result
    }
  }

  private static func indented(_ line: String, _ step: Int) -> String { String(repeating: " ", count: step) + line }
}

extension NewValue {
  /// The value on one line, as between braces.
  func flow() throws(FreeText.Unwritable) -> String {
    switch self {
    case .word(let word): return word
    case .words(let words): return "[\(words.joined(separator: ", "))]"
    case .text(let text): return try FreeText.scalar(text, in: .flow)
    case .lines(let lines): return FreeText.quoted(lines.map { $0 + "\n" }.joined())
    case .items(let items):
      var parts: [String] = []
      for item in items { parts.append(try item.flow()) }
      return "[\(parts.joined(separator: ", "))]"
    case .entries(let entries):
      var parts: [String] = []
      for entry in entries { parts.append(try entry.flow()) }
      return "{\(parts.joined(separator: ", "))}"
    }
  }

  /// The value after the dash of a list.
  func item() throws(FreeText.Unwritable) -> String {
    if case .text(let text) = self { return try FreeText.scalar(text, in: .block) }
    return try flow()
  }

  /// The paths of the values in it, with what is to be read there; nil for lines, whose white space does not count, and for lists.
  func leaves(below path: [String]) -> [(path: [String], text: String?)] {
    switch self {
    case .word(let text), .text(let text): [(path, text)]
    case .words, .lines, .items: [(path, nil)]
    case .entries(let entries): entries.flatMap { $0.value.leaves(below: path + [$0.key]) }
    }
  }
}
