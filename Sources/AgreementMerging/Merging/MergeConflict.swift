/// A place at which the two sides cannot be merged, for a message.
package struct MergeConflict: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Both sides have something else there.
    case bothChanged
    /// Both sides added it, and it is not the same.
    case bothAdded
    /// One side removed it, and the other changed it.
    case removedAndChanged
    /// Each change is fine alone, but together they would be an error.
    case notTogether
    /// Somebody signed without a digest, and the merged text is not the one that they signed.
    case unboundSignature
  }

  /// The keys from the outermost mapping on; empty for the whole file.
  package let path: [String]
  package let reason: Reason

  init(path: [String], reason: Reason) {
    self.path = path.filter { $0 != "-" }
    self.reason = reason
  }
}
