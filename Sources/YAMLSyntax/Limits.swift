/// How much of a file is read before it is refused. No agreement comes near any of these.
public struct Limits: Sendable {
  /// The most bytes a file may have.
  public var bytes: Int
  /// The most levels of lists and mappings inside each other; libyaml's own cost grows with the square of it.
  public var depth: Int
  /// The most scalars, lists and mappings.
  public var nodes: Int
  /// The most bytes of one scalar.
  public var scalarBytes: Int

  /// Makes a set of limits; what is left out keeps its standard value.
  public init(bytes: Int = 16 << 20, depth: Int = 64, nodes: Int = 2_000_000, scalarBytes: Int = 1 << 20) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.scalarBytes = scalarBytes
  }

  /// The limits of `concord lint`.
  public static let standard = Limits()

  /// The limits of `concord.yaml`, which a person writes and a hostile pull request may change.
  public static let configuration = Limits(bytes: 1 << 20, nodes: 100_000, scalarBytes: 1 << 16)

  /// How many slips of one file are repaired in a copy before reading gives up.
  static let repairs = 20
  /// How many bytes repairs may add to a copy beyond twice the file, for one repair may double what another one added.
  static let repairGrowth = 1024
  /// How many slips of one file are reported before the search for more ends; nobody corrects that many without looking in between.
  static let slips = 500
  /// How many times the size of a file is read in the search for slips that YAML accepts.
  static let slipWork = 16
  /// How many lines are read in one file to try changes of the layout; a slip takes some forty changes of thirty lines each.
  static let layoutWork = 8000
  /// The most bytes of a file whose slips are repaired: each repair reads the copy again.
  static let repairableBytes = 1 << 20
}
