/// The same unit in the base and on both sides, by the numbers of the units; 0 where it is missing.
struct UnitTriple: Hashable {
  let base: Int
  let ours: Int
  let theirs: Int

  init(_ base: Unit?, _ ours: Unit?, _ theirs: Unit?) {
    self.base = base?.number ?? 0
    self.ours = ours?.number ?? 0
    self.theirs = theirs?.number ?? 0
  }
}
