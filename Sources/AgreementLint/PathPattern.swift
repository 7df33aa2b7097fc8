/// A pattern for paths: `*` stands for any characters of a name, `?` for one, `**` for any folders.
///
/// A pattern without a slash fits a name at any depth, and one that fits a folder fits everything below it. It is taken apart once, and a path
/// is compared until it is clear that it does not fit, so that a hostile pattern costs little more than the path is long.
public struct PathPattern: Sendable, Equatable {
  /// The pattern as it was written.
  public let text: String
  private let parts: [Part]

  /// What a part between two slashes stands for.
  private enum Part: Equatable {
    /// Any number of folders.
    case anyFolders
    /// A name without signs, which is compared as it is.
    case name([Character])
    /// A name with signs.
    case pattern([Character], fewest: Int)

    /// The number of characters that a name that fits has at least.
    init(_ text: [Character]) {
      if text == ["*", "*"] {
        self = .anyFolders
      } else if text.contains(where: { $0 == "*" || $0 == "?" }) {
        // Stars beside each other are one.
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

  /// How much there is in a pattern to compare: the parts between its slashes, and its characters.
  static func size(of text: String) -> (parts: Int, characters: Int) {
    (text.utf8.split(separator: 0x2F).count, text.utf8.count)
  }

  /// Takes a pattern; a slash at either end changes nothing.
  public init(_ text: String) {
    self.text = text
    var parts = text.split(separator: "/").map(Array.init)
    if parts.first == ["."] { parts.removeFirst() }
    if parts.count == 1, !text.hasPrefix("/") { parts.insert(["*", "*"], at: 0) }
    var result: [Part] = []
    // Any number of folders below any number of folders is any number of folders.
    for part in parts.map(Part.init) where part != .anyFolders || result.last != .anyFolders { result.append(part) }
    self.parts = result
  }

  /// A path in its names, for looking at it with many patterns.
  public struct Path {
    fileprivate let names: [[Character]]

    /// Takes a path with slashes.
    public init(_ path: String) { names = path.split(separator: "/").map(Array.init) }
  }

  /// Whether a path fits or is below a folder that does.
  public func matches(_ path: Path) -> Bool {
    let names = path.names
    // For each number of names whether the parts so far fit them.
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
    // Everything below a folder that fits fits, too.
    return reached.dropFirst().contains(true)
  }

  /// Whether a name fits a pattern without slashes: on a mismatch the last star takes one more character.
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
