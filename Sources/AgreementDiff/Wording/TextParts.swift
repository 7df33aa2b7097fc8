/// A text taken apart once, for all that is asked of it.
struct TextParts {
  /// Its words.
  let words: [Word]
  /// How often, wherever it says so.
  let times: [Frequency]
  /// The numbers of something, outside of those.
  let amounts: [Quantity]

  init(_ text: String) {
    words = Word.all(in: text)
    times = Frequency.all(in: words)
    amounts = Quantity.all(in: words, outside: times.map(\.places))
  }
}
