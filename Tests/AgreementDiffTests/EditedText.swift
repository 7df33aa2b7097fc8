import AgreementDiff
import Testing

/// An agreement in block style, as `AgreementGenerator` writes it, which the steps of an example change line by line.
struct EditedText {
  private(set) var lines: [String]
  private let year: Int

  /// A text of the school year that begins in `year`; the dates of the examples are those of 2026-27.
  init(_ text: String, year: Int) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.year = year
  }

  var text: String { lines.joined(separator: "\n") }

  /// Makes all steps, or none if there is nothing at one of their paths; whether they were made.
  mutating func apply(_ steps: [ChangeExample.Step]) -> Bool {
    let before = lines
    for step in steps where !apply(step) {
      lines = before
      return false
    }
    return true
  }

  private mutating func apply(_ step: ChangeExample.Step) -> Bool {
    switch step {
    case .add(let path, let line):
      guard let place = find(path) else { return false }
      let column = place.count > 1 ? indent(place.lowerBound + 1) : keyIndent(place.lowerBound) + 2
      lines.insert(spaces(column) + dated(line), at: place.upperBound)
    case .join(let path):
      guard let place = find(path), place.count > 1 else { return false }
      let items = place.dropFirst()
      lines[items.lowerBound] =
        spaces(indent(items.lowerBound)) + "- " + quoted(items.map(words).joined(separator: ". "))
      lines.removeSubrange(items.dropFirst())
    case .move(let path, let target):
      guard let place = find(path), find(target) != nil else { return false }
      let moved = Array(lines[place])
      remove(path)
      guard let end = find(target)?.upperBound else { return false }
      lines.insert(contentsOf: moved, at: end)
    case .nest(let path, let key):
      guard let place = find(path) else { return false }
      for index in place.dropFirst() { lines[index] = "  " + lines[index] }
      lines.insert(spaces(keyIndent(place.lowerBound) + 2) + key + ":", at: place.lowerBound + 1)
    case .remove(let path):
      guard find(path) != nil else { return false }
      remove(path)
    case .rename(let id, let new):
      guard lines.contains(where: { $0.contains(id) }) else { return false }
      for index in lines.indices { lines[index].replace(id, with: new) }
    case .reword(let path, let change):
      guard let place = find(path) else { return false }
      lines[place.lowerBound] = head(place.lowerBound, path) + quoted(change(words(place.lowerBound)))
    case .set(let path, let value):
      guard let place = find(path) else { return false }
      lines[place.lowerBound] = head(place.lowerBound, path) + dated(value)
      lines.removeSubrange(place.dropFirst())
    }
    return true
  }

  private mutating func remove(_ path: String) {
    guard let place = find(path) else { return }
    lines.removeSubrange(place)
    let parent = String(path[..<(path.lastIndex { ".[".contains($0) } ?? path.startIndex)])
    if let rest = find(parent), rest.count == 1, lines[rest.lowerBound].hasSuffix(":") { remove(parent) }
  }

  // MARK: - Places

  /// The lines of what a path names.
  private func find(_ path: String) -> Range<Int>? {
    var place = lines.startIndex..<lines.endIndex
    guard !path.isEmpty else { return nil }
    for part in path.split(whereSeparator: { ".[".contains($0) }) {
      if part.last == "]" {
        let items = place.dropFirst().filter { lines[$0].drop { $0 == " " }.hasPrefix("- ") }
        guard let first = items.first, let number = Int(part.dropLast()) else { return nil }
        let own = items.filter { indent($0) == indent(first) }
        guard own.indices.contains(number) else { return nil }
        place = block(own[number], indent(first))
      } else {
        guard let key = place.first(where: { lines[$0].dropFirst(keyIndent($0)).hasPrefix(part + ":") }) else {
          return nil
        }
        place = block(key, keyIndent(key))
      }
    }
    return place
  }

  /// A line and those further right below it.
  private func block(_ first: Int, _ own: Int) -> Range<Int> {
    let end = ((first + 1)..<lines.count).first { indent($0) <= own || lines[$0].isEmpty }
    return first..<(end ?? lines.endIndex)
  }

  private func indent(_ line: Int) -> Int { lines[line].prefix { $0 == " " }.count }

  private func keyIndent(_ line: Int) -> Int { lines[line].prefix { $0 == " " || $0 == "-" }.count }

  // MARK: - Words

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// What stands before a value: a dash, a key with its colon, or both.
  private func head(_ line: Int, _ path: String) -> String {
    let start = lines[line].prefix { $0 == " " || $0 == "-" }
    return path.hasSuffix("]") ? String(start) : start + lines[line].dropFirst(start.count).prefix { $0 != ":" } + ": "
  }

  /// The text between the quotes of a line.
  private func words(_ line: Int) -> String {
    let text = String(lines[line].drop { $0 != "\"" }.dropFirst().dropLast())
    return text.replacing("\\\"", with: "\"")
  }

  private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\\\""))\"" }

  private func dated(_ value: String) -> String {
    value.replacing("2027-", with: "\(year + 1)-").replacing("2026-", with: "\(year)-")
  }
}
