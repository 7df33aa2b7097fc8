/// Two versions of an agreement, merged.
package struct MergedAgreement: Sendable {
  /// The file, with markers around conflicts.
  package let bytes: [UInt8]
  /// Where the sides cannot be merged, in file order; none if all is merged.
  package let conflicts: [MergeConflict]
  /// The ids of those whose signature was about the text of its side, and is not about the merged text.
  package let unbound: [String]

  init(bytes: [UInt8], conflicts: [MergeConflict] = [], unbound: [String] = []) {
    self.bytes = bytes
    self.conflicts = conflicts
    self.unbound = unbound
  }
}
