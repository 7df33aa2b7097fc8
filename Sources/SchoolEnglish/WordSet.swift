/// The letters of a word of limited length, as three numbers, for fast comparisons and lookups.
package struct WordLetters: Hashable, Sendable {
  /// The most bytes that fit.
  package static let most = 24

  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0

  /// Takes a word of at most `most` bytes.
  package init(_ word: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < word.count {
      unsafe set(word[place], at: place)
      place &+= 1
    }
  }

  /// Takes a word; one that is too long has no letters, and is in no set.
  package init(_ word: String) {
    var word = word
    self = word.withUTF8 { unsafe $0.count > Self.most ? WordLetters() : WordLetters($0) }
  }

  /// No letters yet.
  package init() {}

  /// Whether there are no letters.
  package var isEmpty: Bool { first == 0 }

  /// Sets the byte at a place that has none yet.
  @inline(__always)
  package mutating func set(_ byte: UInt8, at place: Int) {
    let bits = UInt64(byte) &<< UInt64(8 &* (place & 7))
    switch place &>> 3 {
    case 0: first |= bits
    case 1: second |= bits
    default: third |= bits
    }
  }

  /// A hash of the word, which is its place in a table.
  @inline(__always)
  package var spread: Int {
    // The factor comes from the golden ratio and spreads words over the upper bits.
    let mixed = (first ^ (second ^ third) &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32)
  }
}

/// A set of lowercase words that is searched without hashing strings, because the rules check dozens of sets for every
/// word.
package struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// At least twice as many as there are words, so that a free slot is always near.
  package private(set) var slots: [WordLetters] = [WordLetters()]
  private var count = 0

  package init(arrayLiteral words: StaticString...) { self.init(words) }

  package init(_ words: [StaticString]) {
    reserve(words.count)
    for word in words {
      precondition(word.utf8CodeUnitCount <= WordLetters.most, "a longer word is in no set")
      insert(word.withUTF8Buffer { unsafe WordLetters($0) })
    }
  }

  /// The words of several sets.
  package init(of sets: WordSet...) {
    reserve(sets.reduce(0) { $0 + $1.count })
    for set in sets {
      for word in set.slots where !word.isEmpty { insert(word) }
    }
  }

  /// Each word of some phrases, which are separated by spaces.
  package init(wordsOf phrases: [StaticString], isLastOnly: Bool = false) {
    reserve(4 * phrases.count)
    for phrase in phrases {
      phrase.withUTF8Buffer { bytes in
        var start = 0
        for index in 0...bytes.count where unsafe index == bytes.count || bytes[index] == 0x20 {
          if !isLastOnly || index == bytes.count {
            unsafe insert(WordLetters(UnsafeBufferPointer(rebasing: bytes[start..<index])))
          }
          start = index + 1
        }
      }
    }
  }

  /// Makes room for some words in an empty set.
  private mutating func reserve(_ words: Int) {
    var room = 2
    while room < 2 * words { room *= 2 }
    slots = Array(repeating: WordLetters(), count: room)
  }

  private mutating func insert(_ word: WordLetters) {
    let place = place(of: word)
    guard slots[place].isEmpty else { return }
    slots[place] = word
    count += 1
    // Phrases may have more words than there was room for.
    guard 2 * count > slots.count else { return }
    let words = slots
    slots = Array(repeating: WordLetters(), count: 2 * words.count)
    for word in words where !word.isEmpty { slots[self.place(of: word)] = word }
  }

  /// The slot of a word, or the slot where it would go.
  @inline(__always)
  private func place(of word: WordLetters) -> Int {
    let mask = slots.count &- 1
    var place = word.spread & mask
    while !slots[place].isEmpty, slots[place] != word { place = (place &+ 1) & mask }
    return place
  }

  package func contains(_ word: WordLetters) -> Bool { !word.isEmpty && !slots[place(of: word)].isEmpty }

  package func contains(_ word: Word) -> Bool { contains(word.letters) }

  package func contains(_ word: String) -> Bool { contains(WordLetters(word)) }
}
