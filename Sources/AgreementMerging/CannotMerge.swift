package import Diagnostics

/// Why two versions of an agreement cannot be merged by meaning, so that git has to merge their lines.
package enum CannotMerge: Error, Sendable {
  package enum Side: Sendable, CaseIterable {
    case base
    case ours
    case theirs
  }

  /// A version has an error, so nobody knows what it says; the line is 1-based.
  case error(Side, line: Int, RuleID)
  /// A version is larger than the limit, in bytes.
  case tooLarge(Side, limit: Int)
  /// A side is empty.
  case empty(Side)
  /// The outermost entries of a version are not on lines of their own.
  case layout(Side)
  /// Line ends that are a lone carriage return.
  case lineEnds(Side)
  /// Together the changes are an error, wherever the conflict is.
  case unsettled
  /// The result did not pass the check that nothing of either side is lost.
  case unproven
}
