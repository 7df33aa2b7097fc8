/// One replacement of bytes.
public struct Edit: Sendable, Equatable {
  /// What is replaced, in UTF-8 byte offsets; empty for an insertion.
  public var range: SourceRange
  /// What is there afterward.
  public var replacement: [UInt8]

  /// Makes an edit that puts a text where the range is.
  public init(_ range: SourceRange, with replacement: some Sequence<UInt8>) {
    self.range = range
    self.replacement = Array(replacement)
  }

  /// Makes an edit that inserts a text before a byte offset.
  public init(insert text: String, at offset: Int) {
    self.init(SourceRange(offset..<offset), with: text.utf8)
  }
}

/// A repair: edits that are sorted and do not overlap.
public struct Fix: Sendable, Equatable {
  /// Whether a repair may be made without asking.
  public enum Safety: String, Sendable {
    /// Keeps the meaning: the digest of the agreement stays as it is.
    case safe
    /// A good guess that a person should look at.
    case unsafe
  }

  /// Whether it may be made without asking.
  public var safety: Safety
  /// What to change, in the order of the file.
  public var edits: [Edit]

  /// Makes a repair from edits in any order.
  public init(_ safety: Safety, _ edits: [Edit]) {
    self.safety = safety
    self.edits = edits.sorted { $0.range.start < $1.range.start }
  }

  /// The bytes after the repair; an edit that overlaps an earlier one is left out.
  public func applied(to bytes: [UInt8]) -> [UInt8] {
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
