internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax
internal import SchoolEnglish

/// Finds, in one pass over the bytes of a file, the texts that the word rules should look at.
///
/// Most files have few of the words, and making a string of every text would cost more than all other rules together.
final class TextScan: Sendable {
  /// A word, as a slice of `letters`, and the rule that it triggers.
  private struct Trigger {
    let start: Int
    let count: Int
    /// The first eight letters or fewer, the first in the lowest byte, and the bits of those that there are.
    let head: UInt64
    let mask: UInt64
    let rule: Int
    /// Whether it counts only in a text that may have somebody's name in it.
    let needsName: Bool
  }

  /// Where a rule finds one of its words.
  struct Place {
    let offset: Int
    let rule: Int
    let needsName: Bool
  }

  /// The letters of all triggers.
  private let letters: [UInt8]
  /// The triggers, sorted by a hash of their first three letters, and where those of each hash begin.
  private let triggers: [Trigger]
  private let starts: [UInt16]
  /// For each such hash, the fourth and the fifth letters that its triggers have, as bits of five-bit letters: most words
  /// with a common beginning, such as "the", are ruled out by them.
  private let nextLetters: [(fourth: UInt32, fifth: UInt32)]
  /// For each such hash, 1 if a trigger begins that way. Three letters tell nearly all words apart.
  private let beginnings: [UInt8]
  /// The single characters to look for, each with a rule that it triggers.
  private let signs: [(byte: UInt8, rule: Int)]
  /// The rules that long numbers trigger.
  private let numbers: [Int]

  /// Takes the words of each rule, in lower-case ASCII.
  ///
  /// A word has three or more letters and counts at the start of a word; a single character counts anywhere, and `0`
  /// stands for nine digits with at most two other characters between them, as in a telephone number. With `+` before
  /// it, a word counts only next to a capitalized word, which may be a name: many of the words are in half of all
  /// files.
  init(_ words: [[String]]) {
    var letters: [UInt8] = []
    var sorted: [(beginning: Int, trigger: Trigger)] = []
    var beginnings = Array(repeating: UInt8(0), count: Self.numberOfBeginnings)
    var nextLetters = Array(repeating: (fourth: UInt32(0), fifth: UInt32(0)), count: Self.numberOfBeginnings)
    var signs: [(byte: UInt8, rule: Int)] = []
    var numbers: [Int] = []
    for (rule, words) in words.enumerated() {
      for word in words {
        let needsName = word.utf8.first == 0x2B
        let bytes = Array(word.utf8.dropFirst(needsName ? 1 : 0))
        if bytes == [0x30] {
          numbers.append(rule)
        } else if bytes.count == 1 {
          signs.append((bytes[0], rule))
        } else {
          precondition(bytes.count >= 3, "a word to look for has three letters or more")
          let head = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          let beginning = Self.beginning(UInt32(truncatingIfNeeded: head))
          sorted.append(
            (
              beginning,
              Trigger(
                start: letters.count, count: bytes.count, head: head,
                mask: bytes.count < 8 ? 1 << UInt64(8 * bytes.count) - 1 : .max, rule: rule, needsName: needsName)
            ))
          nextLetters[beginning].fourth |= bytes.count > 3 ? 1 << UInt32(bytes[3] & 0x1F) : .max
          nextLetters[beginning].fifth |= bytes.count > 4 ? 1 << UInt32(bytes[4] & 0x1F) : .max
          letters += bytes
          beginnings[beginning] = 1
        }
      }
    }
    sorted.sort { ($0.beginning, $0.trigger.start) < ($1.beginning, $1.trigger.start) }
    precondition(sorted.count <= UInt16.max, "places of words are counted in 16 bits")
    triggers = sorted.map(\.trigger)
    var starts = Array(repeating: UInt16(0), count: Self.numberOfBeginnings + 1)
    for (beginning, _) in sorted { starts[beginning + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
    self.nextLetters = nextLetters
    self.letters = letters
    self.beginnings = beginnings
    self.signs = signs
    self.numbers = numbers
  }

  private static var numberOfBeginnings: Int { 1 << 13 }

  /// A hash below `numberOfBeginnings` of a word's first letters, whatever their case; the first is the lowest byte.
  @inline(__always)
  private static func beginning(_ bytes: UInt32) -> Int {
    // Five bits tell letters apart; the factor comes from the golden ratio and spreads them over the upper bits.
    Int(truncatingIfNeeded: ((bytes & 0x1F_1F1F) &* 0x9E37_79B1) &>> 19)
  }

  /// Eight bytes with the capital letters of ASCII made small.
  @inline(__always)
  private static func small(_ word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & ~high
    // Bytes of at least `A` carry into the high bit, and so do bytes above `Z`.
    let capitals = (low &+ 0x3F &* ones) & ~(low &+ 0x25 &* ones) & ~word & high
    return word | capitals &>> 2
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// A text that a rule should look at, and its place.
  typealias Found = (rule: Int, range: SourceRange, text: FoldedText)

  /// The texts to look at, as the rule and the node or comment, each once, in file order.
  ///
  /// Texts count as they are read. One pass over the file finds the words of texts that are stored that way; the others
  /// are scanned separately.
  ///
  /// With `unread`, bytes outside of texts and comments count as well, line by line and with the lines around them: in
  /// a file that cannot be read, nobody knows where a text begins and ends.
  func texts(in document: Document, withUnread lines: LineIndex? = nil) -> [Found] {
    var result: [Found] = []
    // Places come in order, so a text that was found before is the last one.
    var last: (range: SourceRange, text: FoldedText, first: Int)?
    // Where the last text ends that has no name in it: a long one is not searched again for each of its words.
    var namelessEnd = 0
    var unread = lines.map { UnreadTexts($0, document.source.bytes) }
    for place in places(in: document.source.bytes) {
      if let last, Int(last.range.end) > place.offset {
        guard !result[last.first...].contains(where: { $0.rule == place.rule }) else { continue }
        result.append((place.rule, last.range, last.text))
        continue
      }
      if place.needsName, place.offset < namelessEnd { continue }
      var node = document.scalar(at: place.offset)
      var range = node.map { document.range(of: $0) }
      if node.map({ document.isBlock($0) }) ?? true, let comment = document.comment(at: place.offset) {
        (node, range) = (nil, comment)
      }
      if let node, document.isCopied(node) { continue }
      guard let range else {
        unread?.add(place, to: &result)
        continue
      }
      if place.needsName, !Self.mayHaveName(document.source.bytes, range.indices) {
        namelessEnd = Int(range.end)
        continue
      }
      let text = FoldedText(
        node.map { Folding.fold(document.bytes(of: $0)) }
          ?? Folding.fold(String(decoding: document.source.bytes[range.indices], as: UTF8.self)))
      last = (range, text, result.count)
      result.append((place.rule, range, text))
    }
    let read = textsAsRead(in: document)
    return read.isEmpty
      ? result : (result + read).sorted { ($0.range.start, $0.rule) < ($1.range.start, $1.rule) }
  }

  /// Whether a text has a capitalized word that may be a name: one inside a sentence, or a first word that is not common.
  ///
  /// A sentence ends after a word of four small letters or more, and so not after "Mrs." or "Prof."
  static func mayHaveName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var isFirst = true
      var previous: UInt8 = 0x20
      var smallLetters = 0
      for index in range {
        let byte = unsafe bytes[index]
        defer { previous = byte }
        if smallLetters >= 4, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
          isFirst = true
        }
        smallLetters = (0x61...0x7A).contains(byte) ? smallLetters &+ 1 : 0
        guard (0x41...0x5A).contains(byte) || byte >= 0xC3, !isLetter(previous), previous < 0x80 else {
          isFirst = isFirst && !isLetter(byte)
          continue
        }
        if !isFirst { return true }
        isFirst = false
        if !beginnings.contains(where: { beginning in
          let count = beginning.utf8CodeUnitCount
          return unsafe index + count < range.upperBound && !isLetter(bytes[index + count])
            && (0..<count).allSatisfy { unsafe bytes[index + $0] | 0x20 == beginning.utf8Start[$0] }
        }) {
          return true
        }
      }
      return false
    }
  }

  /// Words that begin many texts and are not names, in lower case.
  private static let beginnings: [StaticString] = [
    "a", "all", "an", "any", "as", "at", "by", "coach", "each", "every", "for", "grade", "if", "in", "it", "monthly",
    "names", "no", "not",
    "on", "once", "one", "only", "our", "principal", "some", "teachers", "team", "teams", "the", "they", "to", "two",
    "we",
    "weekly", "when", "yes",
  ]

  /// The places where a rule finds one of its words, in file order.
  func places(in bytes: [UInt8]) -> [Place] {
    var result: [Place] = []
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe addWords(in: bytes, to: &result)
      let words = result.count
      unsafe addSignsAndNumbers(in: bytes, to: &result)
      if result.count > words { result.sort { ($0.offset, $0.rule) < ($1.offset, $1.rule) } }
    }
    return result
  }

  /// This runs for every byte of every file, six places at a time. Anything is looked up only where a word begins.
  private func addWords(in bytes: UnsafeBufferPointer<UInt8>, to result: inout [Place]) {
    let raw = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    unsafe beginnings.withUnsafeBufferPointer { beginnings in
      var index = 0
      // The high bit of the lowest byte is set if a letter comes before the place.
      var before: UInt64 = 0
      while index &+ 8 <= bytes.count {
        let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // Bytes of at least `a` carry into the high bit, and so do bytes above `z`.
        let small = (word | 0x20 &* ones) & ~high
        let letters = (small &+ 0x1F &* ones) & ~(small &+ 0x05 &* ones) & ~word & high
        // The same for bytes of at least `0` and at most `9`.
        let low = word & ~high
        let digits = (low &+ 0x50 &* ones) & ~(low &+ 0x46 &* ones) & ~word
        var starts = (letters | digits) & ~(letters &<< 8 | before) & 0x0000_8080_8080_8080
        before = letters &>> 40 & 0x80
        while starts != 0 {
          let shift = starts.trailingZeroBitCount &- 7
          let beginning = Self.beginning(UInt32(truncatingIfNeeded: word &>> UInt64(shift)))
          if unsafe beginnings[beginning] != 0 {
            unsafe addWord(in: bytes, at: index &+ shift &>> 3, beginning, to: &result)
          }
          starts &= starts &- 1
        }
        index &+= 6
      }
      while index < bytes.count - 2 {
        // A word counts only at its start.
        if unsafe index == 0 || !Self.isLetter(bytes[index - 1]) {
          let letters = unsafe UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
          unsafe addWord(in: bytes, at: index, Self.beginning(letters), to: &result)
        }
        index += 1
      }
    }
  }

  /// Adds the words that begin at a place, which begins with one of the beginnings.
  private func addWord(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ beginning: Int, to result: inout [Place]
  ) {
    var word: UInt64 = 0
    if index &+ 8 <= bytes.count {
      word = unsafe UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      for place in (index..<bytes.count).reversed() { word = unsafe word << 8 | UInt64(bytes[place]) }
    }
    let next = nextLetters[beginning]
    guard next.fourth & 1 &<< (UInt32(truncatingIfNeeded: word &>> 24) & 0x1F) != 0,
      next.fifth & 1 &<< (UInt32(truncatingIfNeeded: word &>> 32) & 0x1F) != 0
    else { return }
    word = Self.small(word)
    unsafe triggers.withUnsafeBufferPointer { triggers in
      for place in Int(starts[beginning])..<Int(starts[beginning &+ 1]) {
        guard unsafe word & triggers[place].mask == triggers[place].head,
          unsafe matches(triggers[place], bytes, at: index)
        else {
          continue
        }
        unsafe result.append(
          Place(offset: index, rule: triggers[place].rule, needsName: triggers[place].needsName))
      }
    }
  }

  /// Adds the single characters and the long numbers, eight bytes at a time.
  ///
  /// The first nine digits of a long number lie within 25 bytes, or hardly more where dashes are long, so five blocks
  /// with fewer digits cannot hold the ninth. Dates and times have at most eight digits, so hardly any block is ever
  /// looked at byte by byte.
  private func addSignsAndNumbers(
    in bytes: UnsafeBufferPointer<UInt8>, to result: inout [Place]
  ) {
    let raw = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    // The number of digits in each of the last eight blocks, the last one lowest, and in the last five together.
    var counts: UInt64 = 0
    var digits: UInt64 = 0
    var done = 0
    while index &+ 8 <= bytes.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A digit minus `0` is below ten; ten and more carry into the high bit.
      let found = ~(((word ^ 0x30 &* ones) & ~high &+ 0x76 &* ones) | word) & high
      let count = (found &>> 7 &* ones) &>> 56
      digits = digits &+ count &- (counts &>> 32) & 0xFF
      counts = counts &<< 8 | count
      index &+= 8
      if digits > 8 { unsafe addNumbers(in: bytes, from: max(done, index - 40), to: index, &done, &result) }
      for sign in signs {
        // A zero byte borrows from the ones above it; a wrong guess only takes the slower path.
        let differences = word ^ UInt64(sign.byte) &* ones
        if (differences &- ones) & ~differences & high != 0 {
          unsafe addSigns(sign, in: bytes, index - 8..<index, &result)
        }
      }
    }
    unsafe addNumbers(in: bytes, from: max(done, index - 40), to: bytes.count, &done, &result)
    for sign in signs { unsafe addSigns(sign, in: bytes, index..<bytes.count, &result) }
  }

  private func addSigns(
    _ sign: (byte: UInt8, rule: Int), in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ result: inout [Place]
  ) {
    for index in range where unsafe bytes[index] == sign.byte {
      result.append(Place(offset: index, rule: sign.rule, needsName: false))
    }
  }

  /// Adds the long numbers that begin in a range; `done` marks the place before which no other number begins.
  private func addNumbers(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, _ done: inout Int,
    _ result: inout [Place]
  ) {
    guard !numbers.isEmpty else { return }
    var index = start
    while index < limit {
      guard unsafe Self.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      // Digits after a letter are part of a word, such as a digest.
      if index > 0, unsafe Self.isLetter(bytes[index - 1]) || Self.isDigit(bytes[index - 1]) {
        index += 1
        continue
      }
      let (places, numberEnd) = unsafe Self.number(in: bytes, from: index)
      for place in places {
        for rule in numbers { result.append(Place(offset: place, rule: rule, needsName: false)) }
      }
      index = numberEnd
    }
    done = index
  }

  /// The places of the ninth digit of a number with at most two other characters between its digits and of each group
  /// of digits after it, since the number may span several texts; and where the number ends.
  private static func number(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (places: [Int], end: Int) {
    var places: [Int] = []
    var digits = 0
    var gap = 0
    var index = start
    while index < bytes.count {
      if unsafe isDigit(bytes[index]) {
        digits += 1
        if digits == 9 || digits > 9 && gap > 0 { places.append(index) }
        gap = 0
      } else {
        // A continuation byte, as in a dash that Word made longer, is not a separate character.
        if unsafe bytes[index] & 0xC0 != 0x80 { gap += 1 }
        if unsafe gap > 2 || isLetter(bytes[index]) || bytes[index] < 0x20 { break }
      }
      index += 1
    }
    return (places, max(index, start + 1))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether the letters of a trigger after the first eight follow, too.
  private func matches(_ trigger: Trigger, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + trigger.count <= bytes.count else { return false }
    var index = 8
    while index < trigger.count {
      guard unsafe letters[trigger.start &+ index] == Self.small(bytes[start &+ index]) else { return false }
      index &+= 1
    }
    return true
  }
}
