internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports a plain text that YAML 1.1 or 1.2 readers turn into something else.
  mutating func checkRetyping(_ node: NodeID) {
    guard document.style(of: node) == .plain, document.textCount(of: node) <= 40 else { return }
    let document = document
    let text = document.bytes(of: node)
    // No word that changes its type has more than five letters.
    guard text.count > 0, Self.mayRetype(text[0]), text.count <= 5 || text[0] < 0x3A,
      let type = Retyping.type(of: text.string())
    else { return }
    // `null` is not an answer in any program: one cause, one finding.
    guard type != "nothing at all" || !Placeholder.keepsPlace(text) else { return }
    retyped.append((document.range(of: node), type))
  }

  /// Reports all such texts in one finding, at the first of them, except for places that already have a syntax finding.
  mutating func joinRetyped() {
    let bytes = document.source.bytes
    let spoken = document.diagnostics.map(\.range).sorted { $0.start < $1.start }
    var next = 0
    let places = retyped.sorted { $0.range.start < $1.range.start }.filter { place in
      while next < spoken.count, spoken[next].end < place.range.start { next += 1 }
      return next == spoken.count || spoken[next].start > place.range.end
    }
    retyped = []
    guard let first = places.first else { return }
    func text(_ range: SourceRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }
    let word = text(first.range)
    let others = places.dropFirst()
    report(
      .retypedScalar, .mild, at: first.range,
      others.isEmpty
        ? "other programs read \(word) as \(first.type), not as text"
        : "other programs read \(word) here as \(first.type), not as text, and \(Prose.count(others.count, "other answer")) in the same way",
      help: others.isEmpty
        ? "put it in quotes: \"\(word)\""
        : "put each of them in quotes, as in \"\(word)\"; `concord lint --fix` does it for you",
      notes: others.map { Note(at: $0.range, "\(text($0.range)) is read as \($0.type)") },
      fix: Fix(.safe, places.map { Edit($0.range, with: "\"\(text($0.range))\"".utf8) }))
  }

  @inline(__always)
  private static func mayRetype(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x3D, 0x7E: true
    case 0x79, 0x59, 0x6E, 0x4E, 0x74, 0x54, 0x66, 0x46, 0x6F, 0x4F: true  // y n t f o
    default: false
    }
  }
}

/// The implicit types of YAML 1.1 (yaml.org/type) and of the core schema of YAML 1.2, section 10.3.
enum Retyping {
  /// What a plain scalar becomes elsewhere; nil if every reader takes it as text.
  static func type(of text: String) -> String? {
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return "the value true"
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return "the value false"
    case "~", "null", "Null", "NULL": return "nothing at all"
    case "=": return "a default value"
    default: break
    }
    if isNumber(text) { return "a number" }
    if isTimestamp(text) { return "a date" }
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    var body = Substring(text)
    if let sign = body.first, sign == "-" || sign == "+" { body = body.dropFirst() }
    guard let first = body.first else { return false }
    switch body {
    case ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN": return true
    default: break
    }
    if body.hasPrefix("0x") { return body.count > 2 && body.dropFirst(2).allSatisfy { $0.isHexDigit || $0 == "_" } }
    if body.hasPrefix("0o") { return body.count > 2 && body.dropFirst(2).allSatisfy { ("0"..."7").contains($0) } }
    if body.hasPrefix("0b") { return body.count > 2 && body.dropFirst(2).allSatisfy { "01_".contains($0) } }
    guard first.isASCII, first.isNumber || first == "." && body.dropFirst().first?.isNumber == true else {
      return false
    }
    // Base 60 of YAML 1.1: 15:30 is 930.
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 1 {
      return parts.first.map { $0.allSatisfy(isDigit) } == true
        && parts.dropFirst().dropLast().allSatisfy {
          $0.count <= 2 && !$0.isEmpty && $0.allSatisfy(isDigit) && ($0.count < 2 || $0 < "60")
        }
        && parts.last.map { part in
          let whole = part.prefix { isDigit($0) }
          return (1...2).contains(whole.count) && (whole.count < 2 || whole < "60")
            && part.dropFirst(whole.count).allSatisfy { $0 == "." || isDigit($0) }
        } == true
    }
    let mantissa = body.prefix { isDigit($0) || $0 == "." || $0 == "_" }
    guard mantissa.filter({ $0 == "." }).count <= 1, mantissa.contains(where: isDigit) else { return false }
    var rest = body.dropFirst(mantissa.count)
    if rest.isEmpty { return true }
    guard rest.first == "e" || rest.first == "E" else { return false }
    rest = rest.dropFirst()
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isTimestamp(_ text: String) -> Bool {
    let date = text.prefix { isDigit($0) || $0 == "-" }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count)
    else { return false }
    let rest = text.dropFirst(date.count)
    return rest.isEmpty
      || (rest.first == "T" || rest.first == "t" || rest.first == " ") && rest.dropFirst().first.map(isDigit) == true
        && rest.contains(":")
  }
}
