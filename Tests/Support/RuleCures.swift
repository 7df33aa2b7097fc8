package import AgreementLint

/// The cures of failing examples in `Tests/Fixtures/cures.txt`, which explains its own form.
package enum RuleCures {
  /// What becomes of a failing example.
  package enum Cure: Sendable, Equatable {
    /// The file after the help was followed to the letter, perhaps with another name, and the rules that rightly have a finding then.
    case file(text: String, path: String, leadsTo: Set<String> = [])
    /// Why no text can show it.
    case unknown(String)
  }

  /// The cure of the example with this number, counted from 1, of a rule; nil where the fixture has none.
  package static func cure(of rule: Rule, _ number: Int) -> Cure? {
    guard let lines = entries["\(rule.id) \(number)"], rule.failing.indices.contains(number - 1) else { return nil }
    let example = rule.failing[number - 1]
    if let reason = lines.first(where: { $0.hasPrefix("? ") }) { return .unknown(String(reason.dropFirst(2))) }
    let old = example.text.split(separator: "\n", omittingEmptySubsequences: false)
    // A text that ends with a line end has no line behind it.
    var change = LineChange((old.last == "" ? old.dropLast() : old).map { Array("\($0)\n".utf8) })
    for line in lines where "@-+".contains(line.first ?? " ") { change.take(line) }
    let name = lines.first { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    let next = lines.filter { $0.hasPrefix("! ") }.map { String($0.dropFirst(2).prefix { $0 != ":" }) }
    return .file(
      text: String(decoding: change.bytes, as: UTF8.self), path: name ?? example.path, leadsTo: Set(next))
  }

  /// The names of all entries.
  package static let names: [String] = entries.keys.sorted()

  private static let entries: [String: [Substring]] = (try? read()) ?? [:]

  private static func read() throws -> [String: [Substring]] {
    var result: [String: [Substring]] = [:]
    var name = ""
    for line in try Root.text("Tests/Fixtures/cures.txt").split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("=== ") {
        name = String(line.dropFirst(4))
        result[name] = []
      } else {
        result[name, default: []].append(line)
      }
    }
    return result
  }
}
