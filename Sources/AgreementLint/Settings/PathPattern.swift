/// A pattern for paths: `*` stands for any characters of a name, `?` for one, `**` for any folders.
///
/// A pattern without a slash matches a name at any depth, and one that matches a folder matches everything below it. It
/// is parsed once, and a comparison stops as soon as a path cannot match, so that a hostile pattern costs little more
/// than the length of the path.
package struct PathPattern: Sendable, Equatable {
  /// The pattern as it was written.
  package let text: String
  private let parts: [Part]

  /// What a part between two slashes stands for.
  private enum Part: Equatable {
    /// Any number of folders.
    case anyFolders
    /// A name without wildcards, which is compared as it is.
    case name([Character])
    /// A name with wildcards.
    case pattern([Character], fewest: Int)

    /// The fewest characters that a matching name can have.
    init(_ text: [Character]) {
      if text == ["*", "*"] {
        self = .anyFolders
      } else if text.contains(where: { $0 == "*" || $0 == "?" }) {
        // Adjacent stars count as one.
        var pattern: [Character] = []
        for character in text where character != "*" || pattern.last != "*" { pattern.append(character) }
        self = .pattern(pattern, fewest: pattern.count { $0 != "*" })
      } else {
        self = .name(text)
      }
    }

    func fits(_ name: [Character]) -> Bool {
      switch self {
      case .anyFolders: true
      case .name(let text): name == text
      case .pattern(let pattern, let fewest): name.count >= fewest && PathPattern.fits(name, pattern)
      }
    }
  }

  /// How much of a pattern there is to compare: the parts between its slashes, and its characters.
  static func size(of text: String) -> (parts: Int, characters: Int) {
    (text.utf8.split(separator: 0x2F).count, text.utf8.count)
  }

  /// Parses a pattern; a slash at either end changes nothing.
  package init(_ text: String) {
    self.text = text
    var parts = text.split(separator: "/").map(Array.init)
    if parts.first == ["."] { parts.removeFirst() }
    if parts.count == 1, !text.hasPrefix("/") { parts.insert(["*", "*"], at: 0) }
    var result: [Part] = []
    // `**` after `**` adds nothing.
    for part in parts.map(Part.init) where part != .anyFolders || result.last != .anyFolders { result.append(part) }
    self.parts = result
  }

  /// A path split into its names, for matching it against many patterns.
  package struct Path {
    fileprivate let names: [[Character]]

    /// Splits a path at its slashes.
    package init(_ path: String) { names = path.split(separator: "/").map(Array.init) }
  }

  /// Whether a path matches or is below a folder that does.
  package func matches(_ path: Path) -> Bool {
    let names = path.names
    // For each number of names, whether the parts so far match them.
    var reached = Array(repeating: false, count: names.count + 1)
    reached[0] = true
    for part in parts {
      var next = Array(repeating: false, count: names.count + 1)
      var goesOn = false
      if part == .anyFolders {
        for place in reached.indices {
          goesOn = goesOn || reached[place]
          next[place] = goesOn
        }
      } else {
        for place in names.indices where reached[place] && part.fits(names[place]) {
          next[place + 1] = true
          goesOn = true
        }
      }
      guard goesOn else { return false }
      reached = next
    }
    guard !parts.isEmpty else { return false }
    // Everything below a matching folder matches, too.
    return reached.dropFirst().contains(true)
  }

  /// Whether a name matches a pattern without slashes: on a mismatch the last star takes one more character.
  private static func fits(_ name: [Character], _ pattern: [Character]) -> Bool {
    var (place, mark) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while place < name.count {
      if mark < pattern.count, pattern[mark] == "*" {
        star = (mark, place)
        mark += 1
      } else if mark < pattern.count, pattern[mark] == "?" || pattern[mark] == name[place] {
        mark += 1
        place += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        mark = last.pattern + 1
        place = last.name + 1
      } else {
        return false
      }
    }
    return pattern[mark...].allSatisfy { $0 == "*" }
  }
}
