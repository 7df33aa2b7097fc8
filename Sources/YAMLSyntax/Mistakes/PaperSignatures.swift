internal import Diagnostics

/// Signature lines as at the end of a paper form: `Principal: ________   Date: ______`, `Signed:` and names below it,
/// `X______`.
///
/// They can only be the last lines of a file, so only the end is checked.
enum PaperSignatures {
  /// The most lines that such a block has.
  private static let most = 60

  /// Whether the last line of a file may belong to such a block; most files end with a key and an answer, and have
  /// none.
  static func mayEnd(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    var start = end
    while start > 0, end - start < 400, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    let line = bytes[start..<end].drop { $0 == 0x20 }
    guard let first = line.first, first != 0x23 else { return false }
    let word = line.prefix { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D }
    // A capital letter, a blank or `/s/` begins such a line; a dash or a lowercase letter continues an answer.
    let isCandidate = first >= 0x80 || (0x41...0x5A).contains(first) || [0x28, 0x2F, 0x5F].contains(first)
    return isCandidate || line.starts(with: "sign".utf8) && (word.endIndex == end || bytes[word.endIndex] != 0x3A)
      || line.starts(with: "s/ ".utf8) || hasBlank(line)
  }

  /// Whether a text has a blank to fill in.
  private static func hasBlank(_ text: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for byte in text {
      count = byte == 0x5F ? count + 1 : 0
      if count == 4 { return true }
    }
    return false
  }

  /// The block at the end of a file.
  static func find(_ context: SlipContext) -> Repair? {
    var line = context.lines.starts.count
    var lines: [SlipContext.Shape] = []
    var isSure = false
    var heading: SlipContext.Shape?
    while let above = context.previousContentLine(before: line), lines.count < most {
      let shape = context.shape(of: above)
      line = above
      if shape.indent == 0, let key = shape.key, context.string(key) == "signatures" {
        heading = shape.value.isEmpty ? shape : nil
        break
      }
      let isStrong = isSigning(shape, context)
      guard isStrong || isName(shape, context) else { break }
      isSure = isSure || isStrong
      lines.append(shape)
    }
    guard let last = lines.first, var first = lines.last else { return nil }
    if let heading {
      first = heading
    } else {
      guard isSure else { return nil }
      // A line further right than the key above continues its answer.
      while let top = lines.last, top.indent > 0, !isSigning(top, context) { lines.removeLast() }
      guard let top = lines.last else { return nil }
      first = top
      if top.indent > 0, let above = context.previousContentLine(before: top.line).map({ context.shape(of: $0) }),
        top.indent > above.bodyColumn
      {
        return nil
      }
    }
    let many = first.line < last.line
    return Repair(
      at: first.start..<first.content.upperBound, "signature lines of a paper form cannot be read here",
      help:
        "delete \(many ? "the lines from here to line \(last.line + 1)" : "this line"); when the text is final, `concord lint` prints the lines to paste for each person who signs",
      ([first] + lines.reversed()).filter { $0.line >= first.line }.reduce(into: [Edit]()) { edits, shape in
        let edit = Edit(insert: "# ", at: context.lines.starts[shape.line])
        if edits.last?.range != edit.range { edits.append(edit) }
      })
  }

  /// A line that only a form has: a blank to sign on, `/s/`, or the word "signed" or "signature".
  private static func isSigning(_ shape: SlipContext.Shape, _ context: SlipContext) -> Bool {
    let text = context.bytes[shape.start..<shape.content.upperBound]
    let key = shape.key.map { context.string($0) } ?? ""
    if !key.isEmpty, context.vocabulary.keys.contains(key) && shape.indent > 0 || key.hasPrefix("x-") { return false }
    if hasBlank(text) {
      // A school's own id, such as that of a campus, may still be waiting for its name.
      return shape.indent == 0 || [0x5F, 0x58, 0x78].contains(context.bytes[shape.start]) || !OutlineCheck.isID(key)
    }
    guard shape.indent == 0 else { return false }
    let lower = String(decoding: text.prefix(200), as: UTF8.self).lowercased()
    if ["/s/", "s/ ", "sign here", "signature", "signed by", "signed on", "by signing"].contains(where: lower.hasPrefix)
    {
      return key != "signatures"
    }
    return lower == "signed" || lower == "signed:" || lower.hasPrefix("signed: ") && text.first == 0x53
  }

  /// A line without a key at the left edge or below `signatures`, such as a name and a title.
  private static func isName(_ shape: SlipContext.Shape, _ context: SlipContext) -> Bool {
    let text = context.string(shape.start..<shape.content.upperBound)
    guard text.count <= 120, let first = text.first, shape.dashes.isEmpty else { return false }
    if let key = shape.key,
      shape.indent > 0 || !["Coach", "Date", "Name", "Principal", "Title"].contains(context.string(key))
    {
      return false
    }
    return first.isUppercase || first == "("
  }
}
