internal import YAMLSyntax

/// The SHA-256 of an agreement's canonical form.
package struct Digest: BitwiseCopyable, Hashable, Sendable, CustomStringConvertible {
  // An array or a string would be a separate object in memory.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Takes 32 bytes.
  init?(bytes: some Sequence<UInt8>) {
    var count = 0
    for byte in bytes {
      guard count < 32 else { return nil }
      shift(in: byte >> 4)
      shift(in: byte & 15)
      count += 1
    }
    guard count == 32 else { return nil }
  }

  /// Takes 64 lower-case hexadecimal digits.
  package init?(_ text: String) { self.init(Array(text.utf8).span) }

  /// Takes 64 lower-case hexadecimal digits.
  init?(_ text: Span<UInt8>) {
    guard text.count == 64 else { return nil }
    for index in text.indices {
      switch text[index] {
      case 0x30...0x39: shift(in: text[index] - 0x30)
      case 0x61...0x66: shift(in: text[index] - 0x57)
      default: return nil
      }
    }
  }

  /// Adds a digit at the end.
  private mutating func shift(in digit: UInt8) {
    words.0 = words.0 << 4 | words.1 >> 60
    words.1 = words.1 << 4 | words.2 >> 60
    words.2 = words.2 << 4 | words.3 >> 60
    words.3 = words.3 << 4 | UInt64(digit)
  }

  /// The 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = [words.0, words.1, words.2, words.3].flatMap { word in
      stride(from: UInt64(60), through: 0, by: -4).map { digits[Int(word >> $0 & 15)] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Compares all 32 bytes.
  package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  /// A digest is as good as random, so part of it is enough.
  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Digest: CellValue {
  /// It is longer than a cell, and read once more.
  package init(_ place: CellPlace) {
    let document = place.arena.document
    self = Digest(document.bytes(of: place.cell.node)) ?? Digest()
  }

  private init() {}
}
