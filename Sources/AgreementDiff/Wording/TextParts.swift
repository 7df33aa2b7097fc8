/// A text taken apart once, for all that is asked of it.
struct TextParts {
  /// Its words.
  let words: [Word]
  /// How often, wherever it says so.
  let times: [Frequency]
  /// The numbers of something, outside of those.
  let amounts: [Quantity]

  /// How often the promise as a whole is kept, in thousandths of a time in a school year; nil where it has no answer to `every`.
  let perYear: Int?

  /// Takes a text apart; `every` is the answer beside it.
  init(_ text: String, every: String? = nil) {
    perYear = every.flatMap { Frequency.every($0) }?.perYear
    words = Word.all(in: text)
    times = Frequency.all(in: words)
    amounts = Quantity.all(in: words, outside: times.map(\.places))
  }
}
