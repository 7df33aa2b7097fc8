internal import Diagnostics

/// A person or a school after a dash, among others that begin with a short name and a colon.
enum DashedEntry {
  /// What to write for it, so that it is not lost.
  static func find(_ shape: SlipContext.Shape, _ context: SlipContext) -> Repair? {
    guard shape.dashes.count == 1, shape.key == nil, !shape.value.isEmpty, shape.value.count <= 200,
      let holder = context.openColumns(above: shape.line).first(where: { !$0.isDash && $0.column < shape.indent }),
      let key = context.shape(of: holder.line).key
    else { return nil }
    let text = context.string(shape.value)
    let name = String(text.prefix { $0 != "," && $0 != "(" && $0 != ";" }).trimmingSpaces
    let indent = String(repeating: " ", count: shape.indent)
    var lines: [String]
    switch context.string(key) {
    case "participants":
      guard let id = shortName(name.split(separator: " ").last) else { return nil }
      lines = ["\(id):", "  name: \(name)", "  role: \(role(in: text) ?? "what the person does")"]
    case "campuses", "others":
      guard let id = shortName(name.split(separator: " ").first) else { return nil }
      lines = ["\(id): \(name)"]
    default: return nil
    }
    let help = lines.map { indent + $0 }.joined(separator: "\n")
    // In the copy the role is one that anybody can have, because nothing is known about the words.
    if lines.count == 3 { lines[2] = "  role: other" }
    return Repair(
      at: shape.start..<shape.content.upperBound,
      "under `\(context.string(key))`, a short name and a colon come first, not a dash",
      help: "write:\n\(help)",
      [
        Edit(
          SourceRange(shape.start..<shape.content.upperBound), with: lines.joined(separator: "\n" + indent).utf8)
      ]
    ).asGuess
  }

  /// The text after the name, spelled like a role: "assistant principal" is `assistant-principal`.
  private static func role(in text: String) -> String? {
    guard let comma = text.firstIndex(where: { $0 == "," || $0 == "(" }) else { return nil }
    let words = text[comma...].lowercased().split { !$0.isLetter }
    return (1...3).contains(words.count) ? words.joined(separator: "-") : nil
  }

  /// A word in lower case, if it can be an id as it is.
  private static func shortName(_ word: Substring?) -> String? {
    guard let word = word?.lowercased(), !word.isEmpty, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    return word
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingSpaces: String {
    var result = Substring(self)
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
