internal import Agreement
internal import TextSupport

/// The name of a file that was meant as an agreement, and that a search passes by.
public struct MisnamedName: Sendable {
  /// The name as it is.
  public let name: String
  /// Whether nothing but capitals, blanks or a second ending keep it from being the name of an agreement.
  public let isSure: Bool
  /// Whether the name alone tells nothing, so that only the agreements beside the file and its first lines do: `brookside.yaml`.
  public let needsCompany: Bool
  /// What is left of the name without the ending of a copy that an editor keeps, such as `~` or `.bak`; nil where it has none.
  public let original: String?
  /// Whether the ending is that of a word processor, whose files are no plain text.
  let isDocument: Bool
  /// What comes before the word "agreement", without what joins the two.
  private let stem: String

  /// Nil where the name is that of an agreement, or of something else.
  ///
  /// Meant as agreements are files for YAML with the word "agreement" or a school year in their names, also where an editor has added
  /// `.txt` to them; and, where they are beside agreements, all others for YAML, and the copies that editors keep.
  public init?(path: String) {
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
    // `.agreement.yaml.yaml`, and a file whose ending got lost.
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

  /// What is left of a name without the number of a copy and without words such as "final".
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

  /// The endings of copies that editors and people keep beside a file.
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

  /// Whether some bytes begin like an agreement: one of its first keys begins a line.
  public static func isAgreement(_ bytes: some Collection<UInt8>) -> Bool {
    let keys = ["format:", "id:", "school-year:", "participants:", "signatures:"].map { Array($0.utf8) }
    return bytes.prefix(16_384).split(separator: 0x0A).count { line in
      keys.contains { line.starts(with: $0) }
    } >= 2
  }

  private static func isAgreement(_ name: String) -> Bool {
    [".agreement.yaml", ".agreement.yml"].contains { name.hasSuffix($0) && name != $0 }
  }

  /// Whether there are four digits, a hyphen and two digits.
  private static func hasYear(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count >= 7 else { return false }
    return (0...(bytes.count - 7)).contains { start in
      (0..<7).allSatisfy { $0 == 4 ? bytes[start + $0] == 0x2D : (0x30...0x39).contains(bytes[start + $0]) }
    }
  }
}
