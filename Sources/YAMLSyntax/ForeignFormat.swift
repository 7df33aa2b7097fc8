/// A file that is not UTF-8 text at all, recognized by its first bytes.
struct ForeignFormat {
  /// What the file is.
  let message: String
  /// How to get a text file from it.
  let help: String

  private static let copyText =
    "copy the text, paste it into a new file in a code editor or on GitHub, and save that"

  /// Nil if the bytes may be text.
  init?(_ bytes: [UInt8]) {
    func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    func beginsWithTag(_ name: String) -> Bool {
      let head = bytes.prefix(512).drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 >= 0x80 }
      return head.prefix(name.utf8.count).elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
    if begins([0x50, 0x4B, 0x03, 0x04]) {
      message = "this is a Word document or another zip file with a new name, not a text file"
      help = Self.copyText
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      message = "this is an old Word document with a new name, not a text file"
      help = Self.copyText
    } else if begins(Array("%PDF".utf8)) {
      message = "this is a PDF with a new name, not a text file"
      help = Self.copyText
    } else if begins(Array("{\\rtf".utf8)) {
      message = "this is formatted text (RTF), as TextEdit and WordPad save it, not plain text"
      help = "in TextEdit choose Format > Make Plain Text, or copy the text into a new plain-text file"
    } else if beginsWithTag("<!doctype") || beginsWithTag("<html") || beginsWithTag("<?xml") {
      message = "this is a web page with a new name, not an agreement"
      help = Self.copyText
    } else if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) || Self.hasZeros(bytes, every: 4) {
      message = "the file is in UTF-32, not UTF-8"
      help = Self.saveAgain
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) || Self.hasZeros(bytes, every: 2) {
      message = "the file is in UTF-16 (\"Unicode\" in older Windows programs), not UTF-8"
      help = Self.saveAgain
    } else {
      return nil
    }
  }

  private static let saveAgain = "save the file again and choose the encoding UTF-8"

  /// Whether the file has ASCII text in units of `width` bytes, big-endian or little-endian.
  private static func hasZeros(_ bytes: [UInt8], every width: Int) -> Bool {
    let head = Array(bytes.prefix(32))
    guard head.count >= 4, head.count % width == 0 || bytes.count > 32 else { return false }
    return [0, width - 1].contains { place in
      head.indices.allSatisfy { (head[$0] != 0) == ($0 % width == place) }
    }
  }
}
