/// Does what a help says, to the letter, as somebody does who understands nothing else.
package enum LiteralHelp {
  /// The text after what a help says was done; the same text where it says nothing that this knows.
  package static func apply(_ help: String, to text: String) -> String {
    var help = help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let order = help.removeFirst()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let words = quoted(in: order)
    if order.contains("delete `signatures:` and everything under it") {
      remove(key: "signatures", below: nil, from: &lines)
    }
    if let line = words.first(where: { $0.hasPrefix("amended: ") }), order.contains("add the line `amended: "),
      let place = lines.firstIndex(where: { $0.hasPrefix("status:") })
    {
      lines.insert(line, at: place + 1)
    }
    if order.contains("change the day after `amended:` to "),
      let place = lines.firstIndex(where: { $0.hasPrefix("amended:") }),
      let day = order.firstRange(of: "`amended:` to ")
    {
      lines[place] = "amended: " + order[day.upperBound...].prefix(10)
    }
    if order.contains("add the line `joined: "), words.count > 3, let place = lines.firstIndex(of: "  \(words[3]):"),
      let role = lines[place...].firstIndex(where: { $0.hasPrefix("    role:") })
    {
      lines.insert("    " + words[1], at: role + 1)
    }
    if order.contains("before the closing brace of"), words.count > 2,
      let place = lines.firstIndex(where: { $0.hasPrefix("  \(words[2]): {") }),
      let brace = lines[place].lastIndex(of: "}")
    {
      lines[place].insert(contentsOf: words[1], at: brace)
    }
    guard !help.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    if order.hasSuffix("replace all of `signatures` with:") {
      remove(key: "signatures", below: nil, from: &lines)
      lines += help
    } else if order.hasSuffix("add at the end of the file:") {
      lines += help
    } else if let place = lines.firstIndex(where: { $0.hasPrefix("signatures:") }) {
      let ids = help.filter { $0.hasSuffix(":") }.map { $0.drop { $0 == " " }.dropLast() }
      if order.hasSuffix(" with:"), order.contains("replace the lines of") {
        for id in ids { remove(key: String(id), below: place, from: &lines) }
      }
      var end = place + 1
      while end < lines.count, lines[end].isEmpty || lines[end].hasPrefix(" ") { end += 1 }
      lines.insert(contentsOf: help, at: end)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is between backquotes.
  private static func quoted(in text: String) -> [String] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }

  /// Removes a key and what is under it.
  private static func remove(key: String, below place: Int?, from lines: inout [String]) {
    let first = (place ?? -1) + 1
    guard let start = lines[first...].firstIndex(where: { $0.drop { $0 == " " }.hasPrefix("\(key):") }) else { return }
    let indent = lines[start].prefix { $0 == " " }.count
    var end = start + 1
    while end < lines.count, lines[end].prefix(while: { $0 == " " }).count > indent { end += 1 }
    lines.removeSubrange(start..<end)
  }
}
