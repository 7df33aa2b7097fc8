/// A pattern for paths: `*` stands for any characters of a name, `?` for one, `**` for any folders.
///
/// A pattern without a slash fits a name at any depth, and one that fits a folder fits everything below it. The time is at most
/// the product of both lengths, so that a hostile pattern costs nothing.
public struct PathPattern: Sendable, Equatable {
  /// The pattern as it was written.
  public let text: String
  private let parts: [[Character]]

  /// Takes a pattern; a slash at either end changes nothing.
  public init(_ text: String) {
    self.text = text
    var parts = text.split(separator: "/").map(Array.init)
    if parts.first == ["."] { parts.removeFirst() }
    self.parts = parts.count == 1 && !text.hasPrefix("/") ? [["*", "*"]] + parts : parts
  }

  /// A path in its names, for looking at it with many patterns.
  public struct Path {
    fileprivate let names: [[Character]]

    /// Takes a path with slashes.
    public init(_ path: String) { names = path.split(separator: "/").map(Array.init) }
  }

  /// Whether a path fits or lies below a folder that does.
  public func matches(_ path: Path) -> Bool {
    let names = path.names
    // For each number of names whether the parts so far fit them.
    var reached = Array(repeating: false, count: names.count + 1)
    reached[0] = true
    for part in parts {
      var next = Array(repeating: false, count: names.count + 1)
      if part == ["*", "*"] {
        var isOpen = false
        for place in reached.indices {
          isOpen = isOpen || reached[place]
          next[place] = isOpen
        }
      } else {
        for place in names.indices where reached[place] { next[place + 1] = Self.fits(names[place], part) }
      }
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
