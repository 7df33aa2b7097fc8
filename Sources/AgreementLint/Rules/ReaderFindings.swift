internal import Agreement
internal import Diagnostics
internal import YAMLSyntax

extension RuleContext {
  /// Whether the reader reported something at a place that has a word in it; if so, the word was not forgotten.
  func hasFinding(about word: String) -> Bool {
    let found = reading.diagnostics
    // With hundreds of findings, one more does not matter, and time stays linear.
    guard found.count < 200 else { return false }
    let bytes = reading.document.source.bytes
    return found.contains { diagnostic in
      guard diagnostic.range.indices.count < 2000 else { return false }
      return String(decoding: bytes[diagnostic.range.indices], as: UTF8.self)
        .split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == word }
    }
  }

  /// Whether the line below a key is a comment with a finding, because it was meant as the answer.
  func hasLostText(below key: SourceRange) -> Bool {
    let found = reading.diagnostics
    guard found.count < 200 else { return false }
    let bytes = reading.document.source.bytes
    var next = Int(key.end)
    while next < bytes.count, bytes[next] != 0x0A { next += 1 }
    while next < bytes.count, [0x09, 0x0A, 0x0D, 0x20].contains(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] == 0x23 else { return false }
    return found.contains { Int($0.range.start) == next }
  }
}
