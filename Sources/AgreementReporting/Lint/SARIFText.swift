/// Text made safe for SARIF messages, which have links and placeholders even in plain text.
enum SARIFText {
  /// The text as a message that reads the same.
  ///
  /// SARIF 2.1.0, 3.11.5: braces are doubled, because `{0}` stands for an argument. 3.11.6: a bracket after a backslash
  /// is not part of a link; brackets without a parenthesis after them make no link and are left as they are.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: "[{}".utf8.contains) else { return text }
    let mayLink = text.contains("](")
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "{", "}": result += "\(character)\(character)"
      case "[", "]", "\\": result += mayLink ? "\\\(character)" : "\(character)"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
