internal import CLibYAML
internal import Diagnostics

/// What the bytes of a file show before YAML is read: the rule `encoding`.
struct ByteCheck {
  /// Whether every byte is ASCII, so that characters and bytes agree.
  private(set) var isASCII = true
  private(set) var diagnostics: [Diagnostic] = []
  /// Symbol font characters at the start of a line, which are findings only if nothing takes them for bullets.
  private(set) var bullets: [Diagnostic] = []
  /// What to change in a copy so that reading can go on, in file order.
  private(set) var edits: [Edit] = []
  /// Whether there is any text to read.
  private(set) var isReadable = true

  /// The most places to report, and the most to repair.
  private static let places = 200
  private static let repairedBytes = 10_000

  private let bytes: [UInt8]
  private let start: Int

  /// Checks every byte from `start` on.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
    if let foreign = ForeignFormat(bytes) {
      diagnostics = [
        Diagnostic(.encoding, at: SourceRange(0..<0), foreign.message, help: foreign.help)
      ]
      isReadable = false
      return
    }
    checkLineEndings()
    isASCII = Self.firstBeyondASCII(in: bytes, from: start) == bytes.count
    if !isASCII { checkCharacters() }
  }

  /// The first byte at or after a place that is not ASCII; the end if there is none.
  private static func firstBeyondASCII(in bytes: [UInt8], from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= raw.count {
        let beyond =
          unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          & 0x8080_8080_8080_8080
        if beyond != 0 { return index + beyond.trailingZeroBitCount >> 3 }
        index += 8
      }
      while index < raw.count, unsafe raw[index] < 0x80 { index += 1 }
      return index
    }
  }

  private mutating func checkLineEndings() {
    guard let first = loneCarriageReturn(from: start) else { return }
    guard !bytes.contains(0x0A) else {
      var places = [first]
      while places.count < Self.places, let next = loneCarriageReturn(from: (places.last ?? first) + 1) {
        places.append(next)
      }
      let others = places.count - 1
      let more =
        others == 0
        ? "" : ", and \(others + 1 < Self.places ? "\(others)" : "many") more \(others == 1 ? "is" : "are") in the file"
      diagnostics.append(
        Diagnostic(
          .encoding, at: SourceRange(first..<first + 1),
          "there is an invisible line end here (U+000D)\(more): most programs show one line where there are two",
          help: "delete it and press Enter in its place",
          notes: places.dropFirst().prefix(20).map { Note(at: SourceRange($0..<$0 + 1), "here, too") }))
      return
    }
    let carriageReturn = first
    diagnostics.append(
      Diagnostic(
        .encoding, at: SourceRange(carriageReturn..<carriageReturn + 1),
        "lines end with a lone carriage return, as on old Macs, so most programs see one long line",
        help: "save the file with Unix (LF) or Windows (CRLF) line endings"))
  }

  /// The first carriage return at or after a place that no line feed follows.
  private func loneCarriageReturn(from place: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return nil }
      var index = place
      while index < raw.count, let found = unsafe memchr(base + index, 0x0D, raw.count - index) {
        let offset = unsafe UnsafeRawPointer(found) - base
        // Several before one line feed, as some programs leave them, end the line where everybody sees it end.
        index = offset + 1
        while index < raw.count {
          let after = unsafe raw[index]
          if after != 0x0D { break }
          index += 1
        }
        guard index < raw.count else { return offset }
        let after = unsafe raw[index]
        if after != 0x0A { return offset }
      }
      return nil
    }
  }

  private mutating func checkCharacters() {
    var index = start
    var previous: UInt32 = 0
    var invalid: [Int] = []
    var spaceLine = -1
    var troubleLine = -1
    var line = LinePlace(start: start)
    var marks = 0
    while true {
      let next = Self.firstBeyondASCII(in: bytes, from: index)
      if next > index {
        previous = UInt32(bytes[next - 1])
        marks = 0
        index = next
      }
      guard index < bytes.count else { break }
      guard let (scalar, count) = UTF8Decoding.scalar(in: bytes, at: index) else {
        invalid.append(index)
        index += 1
        if invalid.count > Self.repairedBytes { break }
        continue
      }
      let range = index..<index + count
      marks = CombiningMarks.isMark(scalar) ? marks + 1 : 0
      let isWide = Self.isWideSpace(scalar)
      if let trouble = TroublesomeCharacter(
        scalar, after: previous, before: UTF8Decoding.next(in: bytes, at: index + count))
        ?? CombiningMarks.trouble(marks)
      {
        let found = Diagnostic(.encoding, at: SourceRange(range), trouble.message, help: trouble.help)
        // Word's bullets are such characters; those that begin an item have a separate finding with a fix.
        if trouble.isPrivateUse, line.isAtStart(at: index, in: bytes), index + count < bytes.count,
          [0x20, 0x09].contains(bytes[index + count])
        {
          if bullets.count < Self.places { bullets.append(found) }
          previous = scalar
          index += count
          continue
        }
        let start = line.start(at: index, in: bytes)
        if start != troubleLine, diagnostics.count < Self.places { diagnostics.append(found) }
        troubleLine = start
        if edits.count < Self.repairedBytes {
          edits.append(Edit(SourceRange(range), with: trouble.isLineBreak ? [0x20] : []))
        } else if marks > CombiningMarks.most {
          // The rest would take too long to sort.
          isReadable = false
          return
        }
      } else if isWide, line.isStructural(at: index, in: bytes) {
        let start = line.start(at: index, in: bytes)
        if start != spaceLine, diagnostics.count < Self.places {
          diagnostics.append(
            Diagnostic(
              .yamlSyntax, at: SourceRange(range),
              "there is a non-breaking space here, which looks like a space but does not count as one",
              help:
                "delete it and press the space bar; such spaces come along when text is copied from Word or a web page"
            ))
        }
        spaceLine = start
        edits.append(Edit(SourceRange(range), with: [0x20]))
      }
      previous = scalar
      index += count
    }
    if let first = invalid.first { report(invalid: invalid, first: first) }
  }

  private mutating func report(invalid: [Int], first: Int) {
    let others = invalid.count - 1
    let rest = others == 0 ? "" : others > Self.repairedBytes - 1 ? " and many more" : " and \(others) more"
    let likely = invalid.allSatisfy { Windows1252.scalar(bytes[$0]) != nil }
    diagnostics.append(
      Diagnostic(
        .encoding, at: SourceRange(first..<first + 1),
        "this character\(rest) cannot be read, because the file is not saved as UTF-8\(likely ? "; it looks like Windows-1252 (\"ANSI\")" : "")",
        help: "save the file again and choose the encoding UTF-8"))
    guard invalid.count <= Self.repairedBytes else {
      isReadable = false
      return
    }
    for offset in invalid {
      let scalar = Windows1252.scalar(bytes[offset]) ?? "\u{FFFD}"
      edits.append(Edit(SourceRange(offset..<offset + 1), with: String(scalar).utf8))
    }
    edits.sort { $0.range.start < $1.range.start }
  }

  /// The control characters that libyaml refuses, which are searched for only after it did.
  static func controlCharacters(in bytes: [UInt8], from start: Int) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var index = start
    while index < bytes.count, result.count < places {
      guard isControl(bytes[index]) else {
        index += 1
        continue
      }
      let first = index
      while index < bytes.count, isControl(bytes[index]) { index += 1 }
      let name = bytes[first] == 0 ? "U+0000" : "U+00\(hex(bytes[first]))"
      result.append(
        Diagnostic(
          .encoding, at: SourceRange(first..<index), "there is an invisible control character here (\(name))",
          help: "delete it and retype that spot"))
    }
    return result
  }

  static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  fileprivate static func isWideSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// Where in its line a character is, as far as it matters for a wide space: YAML requires spaces in the indentation,
/// after a dash, and after a key's colon.
///
/// Few files have such a character, so lines are looked at only where one is; each byte is looked at once.
private struct LinePlace {
  private enum Part {
    /// Spaces and dashes, in any mix.
    case indent
    /// A single plain word, which may be a key.
    case word
    case colon
    case text
  }

  private var start: Int
  private var part = Part.indent
  /// Everything before this byte has been looked at.
  private var done: Int

  init(start: Int) {
    self.start = start
    done = start
  }

  /// The UTF-8 byte offset of the first byte of the line of a place.
  mutating func start(at place: Int, in bytes: [UInt8]) -> Int {
    advance(to: place, in: bytes)
    return start
  }

  /// Whether only spaces and dashes come before a place.
  mutating func isAtStart(at place: Int, in bytes: [UInt8]) -> Bool {
    advance(to: place, in: bytes)
    return part == .indent
  }

  /// Whether YAML requires a space at a place.
  mutating func isStructural(at place: Int, in bytes: [UInt8]) -> Bool {
    advance(to: place, in: bytes)
    return part == .indent || part == .colon
  }

  private mutating func advance(to place: Int, in bytes: [UInt8]) {
    // Only the last of the lines before the place matters.
    if let end = bytes[done..<place].lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      start = end + 1
      part = .indent
      done = end + 1
    }
    while done < place {
      if bytes[done] < 0x80 {
        take(bytes[done])
        done += 1
      } else {
        let (scalar, count) = UTF8Decoding.scalar(in: bytes, at: done) ?? (0, 1)
        if part != .indent || !ByteCheck.isWideSpace(scalar) { part = .text }
        done += count
      }
    }
  }

  private mutating func take(_ byte: UInt8) {
    switch (byte, part) {
    case (0x20, .indent), (0x09, .indent), (0x2D, .indent): break
    case (0x3A, .word): part = .colon
    case (_, .indent), (_, .word): part = byte.isWordByte || byte == 0x2D ? .word : .text
    default: part = .text
    }
  }
}

/// Two upper-case hexadecimal digits.
func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}

extension UInt8 {
  /// Whether the byte is an ASCII letter, a digit or an underscore.
  var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}

/// Strict UTF-8, as defined by RFC 3629.
enum UTF8Decoding {
  /// The scalar that begins at an offset; zero at the end, and if the bytes are not UTF-8.
  static func next(in bytes: [UInt8], at offset: Int) -> UInt32 {
    offset < bytes.count ? scalar(in: bytes, at: offset)?.0 ?? 0 : 0
  }

  /// The scalar that begins at an offset and its length in bytes; nil if the bytes are not UTF-8.
  static func scalar(in bytes: [UInt8], at offset: Int) -> (UInt32, Int)? {
    let lead = bytes[offset]
    let count: Int
    var value: UInt32
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xC2...0xDF: (count, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (count, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (count, value) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard offset + count <= bytes.count else { return nil }
    for byte in bytes[offset + 1..<offset + count] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return (value, count)
  }
}
