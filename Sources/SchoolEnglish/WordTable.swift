/// What words can mean, searched without hashing strings, because every word of every text is looked up.
struct WordTable: Sendable {
  private struct Slot {
    var word = WordLetters()
    var traits: Word.Traits = []
  }

  /// More than twice as many as there are words, so that a free slot is always near.
  private var slots: [Slot]

  init(_ lists: [(traits: Word.Traits, words: [String])]) {
    var count = 1
    while count < 3 * lists.reduce(0, { $0 + $1.words.count }) { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    for (traits, words) in lists {
      for var word in words {
        precondition(word.utf8.count <= WordLetters.most, "a longer word has no traits")
        let letters = word.withUTF8 { unsafe WordLetters($0) }
        let place = place(of: letters)
        slots[place].word = letters
        slots[place].traits.formUnion(traits)
      }
    }
  }

  subscript(_ word: WordLetters) -> Word.Traits { slots[place(of: word)].traits }

  /// The slot of a word, or the slot where it would go.
  private func place(of word: WordLetters) -> Int {
    var place = word.spread & (slots.count - 1)
    while !slots[place].traits.isEmpty, slots[place].word != word { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
