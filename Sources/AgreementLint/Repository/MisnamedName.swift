internal import Agreement
internal import TextSupport

/// The name of a file that was meant as an agreement but that a search skips.
package struct MisnamedName: Sendable {
  /// The name as it is.
  package let name: String
  /// Whether only capitals, blanks or a second extension keep it from being the name of an agreement.
  package let isSure: Bool
  /// Whether the name alone does not tell, so that the agreements next to the file and its first lines have to:
  /// `brookside.yaml`.
  package let needsCompany: Bool
  /// The name without the ending of a copy that an editor keeps, such as `~` or `.bak`; nil if it has no such ending.
  package let original: String?
  /// Whether the extension is that of a word processor, whose files are not plain text.
  let isDocument: Bool
  /// What comes before the word "agreement", without the separator.
  private let stem: String

  /// Takes a file name; nil if it is an agreement's, or something else's.
  ///
  /// Files meant as agreements are YAML files with the word "agreement" or a school year in their names, even if an
  /// editor has added `.txt`; and, next to agreements, all other YAML files and the copies that editors keep.
  package init?(path: String) {
    let name = path.split(separator: Character("/")).last.map(String.init) ?? ""
    guard name.utf8.count <= 255, !name.hasPrefix("."), !Self.isAgreement(name) else { return nil }
    var plain = name.lowercased().filter { !$0.isWhitespace }
    let copy = Self.copies.first { plain.hasSuffix($0) }
    let document = Self.documents.first { plain.hasSuffix($0) }
    plain.removeLast((copy ?? document ?? "").count)
    original = copy.map { String(name.dropLast($0.count)) }
    isDocument = document != nil
    var hasEnding = false
    for ending in [".txt", ".yaml", ".yml"] where plain.hasSuffix(ending) {
      plain.removeLast(ending.count)
      hasEnding = ending != ".txt"
      if hasEnding { break }
    }
    // `.agreement.yaml.yaml`, and a file that lost its extension.
    for ending in [".yaml", ".yml"] where plain.hasSuffix(ending) {
      plain.removeLast(ending.count)
      hasEnding = true
    }
    let isWhole = plain.hasSuffix(".agreement") && plain != ".agreement"
    guard hasEnding || isWhole, !isDocument || isWhole, plain != "concord" else { return nil }
    let word =
      plain.firstRange(of: "agreements") ?? plain.firstRange(of: "agreement") ?? Self.misspelled(in: plain)
    self.name = name
    isSure = isWhole && copy == nil
    needsCompany = word == nil && !Self.hasYear(plain) || copy != nil
    var rest = plain
    if let word { rest.replaceSubrange(word, with: ".") }
    stem = Self.stem(of: rest)
  }

  /// A name without the number of a copy and without words such as "final".
  private static func stem(of name: String) -> String {
    var stem = ""
    var joint = ""
    var word = ""
    func flush() {
      let isCopy = joint.contains("(") && word.allSatisfy(\.isNumber)
      if !word.isEmpty, !isCopy, !additions.contains(word) {
        stem += (stem.isEmpty ? "" : joint.contains("_") ? "_" : joint.contains(".") ? "." : "-") + word
      }
      (joint, word) = ("", "")
    }
    for character in name {
      if ".-_()".contains(character) {
        if !word.isEmpty { flush() }
        joint.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return stem
  }

  /// The endings of copies that editors and people keep next to a file.
  private static let copies = ["~", ".backup", ".bak", ".old", ".orig", ".save"]

  private static let documents = [".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf"]

  /// What people and programs add to the name of another version.
  private static let additions: Set<String> = ["copy", "draft", "edited", "final", "new", "old", "signed", "updated"]

  /// The word "agreement" with a letter too many or too few.
  private static func misspelled(in name: String) -> Range<String.Index>? {
    var start = name.startIndex
    while let first = name[start...].firstIndex(where: \.isLetter) {
      let end = name[first...].firstIndex { !$0.isLetter } ?? name.endIndex
      if (7...12).contains(name.distance(from: first, to: end)),
        DidYouMean.nearest(to: String(name[first..<end]), among: ["agreement"]) != nil
      {
        return first..<end
      }
      start = end
    }
    return nil
  }

  /// The name that was meant.
  func meant(for year: SchoolYear?) -> String {
    "\(stem.isEmpty ? year?.description ?? "2026-27" : stem).agreement.yaml"
  }

  /// Whether some bytes begin like an agreement, with one of its first keys at the start of a line.
  package static func isAgreement(_ bytes: some Collection<UInt8>) -> Bool {
    let keys = ["format:", "id:", "school-year:", "participants:", "signatures:"].map { Array($0.utf8) }
    return bytes.prefix(16_384).split(separator: 0x0A).count { line in
      keys.contains { line.starts(with: $0) }
    } >= 2
  }

  private static func isAgreement(_ name: String) -> Bool {
    [".agreement.yaml", ".agreement.yml"].contains { name.hasSuffix($0) && name != $0 }
  }

  /// Whether a name has four digits, a hyphen and two digits.
  private static func hasYear(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count >= 7 else { return false }
    return (0...(bytes.count - 7)).contains { start in
      (0..<7).allSatisfy { $0 == 4 ? bytes[start + $0] == 0x2D : (0x30...0x39).contains(bytes[start + $0]) }
    }
  }
}
