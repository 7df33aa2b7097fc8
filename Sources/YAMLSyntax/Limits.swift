/// How much of a file is read before it is refused. No agreement comes near any of these limits.
package struct Limits: Sendable {
  /// The most bytes a file may have.
  package var bytes: Int
  /// The most levels of nested lists and mappings; libyaml's own cost grows with the square of this.
  package var depth: Int
  /// The most scalars, lists and mappings.
  package var nodes: Int
  /// The most bytes of one scalar.
  package var scalarBytes: Int

  /// Makes a set of limits; anything left out keeps its standard value.
  package init(bytes: Int = 16 << 20, depth: Int = 64, nodes: Int = 2_000_000, scalarBytes: Int = 1 << 20) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.scalarBytes = scalarBytes
  }

  /// The limits of `concord lint`.
  package static let standard = Limits()

  /// The limits of `concord.yaml`, which a person writes and a hostile pull request may change.
  package static let configuration = Limits(bytes: 1 << 20, nodes: 100_000, scalarBytes: 1 << 16)

  /// The most slips of one file to repair in a copy before reading stops.
  static let repairs = 20
  /// The most bytes that repairs may add to a copy beyond twice the file, because one repair may double what another
  /// added.
  static let repairGrowth = 1024
  /// The most slips of one file to report before the search stops; nobody corrects more without checking in between.
  static let slips = 500
  /// How many times the size of a file may be read in the search for slips that YAML accepts.
  static let slipWork = 16
  /// The most lines of one file to read when trying layout changes; a slip takes some forty changes of thirty lines
  /// each.
  static let layoutWork = 8000
  /// The most bytes of a file whose slips are repaired, because each repair reads the copy again.
  static let repairableBytes = 1 << 20
}
