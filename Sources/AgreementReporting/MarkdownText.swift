internal import TextSupport

/// Text from files, made safe for Markdown: it reads as written, and cannot be markup, mentions or links.
package enum MarkdownText {
  package static func escape(_ text: String) -> String {
    let safe = TerminalText.escape(text)
    var result = ""
    var previous: Unicode.Scalar = " "
    for (index, scalar) in safe.unicodeScalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // A comment splits what GitHub would take for a mention, an issue number or a link.
      case "@", "#": result += "\(scalar)<!-- -->"
      case "/": result += previous == ":" ? "<!-- -->/" : "/"
      case "." where safe.hasPrefix("www") || result.hasSuffix("www"): result += "<!-- -->."
      // So does one in GH-12, which is another way to write an issue number.
      case "-" where result.hasSuffix("GH") || result.hasSuffix("gh"): result += "<!-- -->-"
      case "-", "+", "=": result += index == 0 ? "\\\(scalar)" : "\(scalar)"
      // "10. Something" at the start of a text would begin a numbered list.
      case ".", ")":
        let isNumber = index > 0 && result.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        result += isNumber ? "\\\(scalar)" : "\(scalar)"
      case "!": result += "\\!"
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}
