internal import Agreement
internal import Diagnostics
internal import TextSupport

extension UnifiedDiff.Cover {
  /// Covers what is withheld on both sides, and lines of one side that repeat what is withheld on the other; nil if
  /// there is nothing to cover.
  ///
  /// Fixes make the new lines from the old ones, so a line that replaces a withheld one is `made` from it.
  init?(
    _ old: WithheldTexts, _ oldBytes: [UInt8], _ new: WithheldTexts, _ newBytes: [UInt8], isMade: Bool = false
  ) {
    if old.isEmpty, new.isEmpty { return nil }
    @Sendable func covers(_ line: Range<Int>, _ own: WithheldTexts, _ other: WithheldTexts, _ bytes: [UInt8]) -> Bool {
      own.contains(SourceRange(line)) || other.repeats(String(decoding: bytes[line], as: UTF8.self))
    }
    self.init(
      notice: WithheldTexts.notice, old: { covers($0, old, new, oldBytes) }, new: { covers($0, new, old, newBytes) },
      replacements: isMade)
  }
}
