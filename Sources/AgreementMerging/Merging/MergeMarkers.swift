/// How conflicts are marked: as git does it.
package struct MergeMarkers: Sendable {
  /// The number of signs in a marker.
  package let size: Int
  /// Whether the lines of the base are shown, too.
  package let showsBase: Bool

  package init(size: Int = 7, showsBase: Bool = false) {
    self.size = size
    self.showsBase = showsBase
  }

  func text(of alternatives: MergedText.Alternatives) -> [UInt8] {
    func line(_ sign: String, _ label: String) -> [UInt8] {
      Array((String(repeating: sign, count: size) + label + "\n").utf8)
    }
    var result = line("<", " ours") + alternatives.ours
    if showsBase { result += line("|", " base") + alternatives.base }
    result += line("=", "") + alternatives.theirs
    return result + line(">", " theirs")
  }
}
