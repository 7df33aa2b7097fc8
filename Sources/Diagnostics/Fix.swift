/// One replacement of bytes.
package struct Edit: Sendable, Equatable {
  /// What is replaced, in UTF-8 byte offsets; empty for an insertion.
  package var range: SourceRange
  /// The bytes that replace it.
  package var replacement: [UInt8]

  package init(_ range: SourceRange, with replacement: some Sequence<UInt8>) {
    self.range = range
    self.replacement = Array(replacement)
  }

  package init(insert text: String, at offset: Int) {
    self.init(SourceRange(offset..<offset), with: text.utf8)
  }
}

/// A fix: edits that are sorted and do not overlap.
package struct Fix: Sendable, Equatable {
  /// Whether a fix may be applied without asking.
  package enum Safety: String, Sendable {
    /// Keeps the meaning: the digest of the agreement does not change.
    case safe
    /// A good guess that a person should check.
    case unsafe
  }

  package var safety: Safety
  /// The edits, in file order.
  package var edits: [Edit]

  /// Makes a fix from edits in any order.
  package init(_ safety: Safety, _ edits: [Edit]) {
    self.safety = safety
    self.edits = edits.sorted { $0.range.start < $1.range.start }
  }

  /// The bytes after the fix; an edit that overlaps an earlier one is skipped.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var position = 0
    for edit in edits where Int(edit.range.start) >= position && Int(edit.range.end) <= bytes.count {
      result += bytes[position..<Int(edit.range.start)]
      result += edit.replacement
      position = Int(edit.range.end)
    }
    result += bytes[position...]
    return result
  }
}
