/// What one or more words of a text amount to.
package struct Term: Sendable {
  /// What a term means, as far as that is known.
  package enum Meaning: Sendable, Equatable {
    case word
    case amount(Amount)
    case money(Money)
    case rhythm(Rhythm)
    /// Days of the week that do not say how often.
    case days(Set<Int>)
    case grades(Set<Int>)
    case hedge(Hedges.Kind)
    /// A verb that binds, with its strength.
    case modal(Int)
    case negation
    case quantifier(Int)
    /// A number that is a name or a date, or that could not be read.
    case label
  }

  package let meaning: Meaning
  /// What it says; two terms with the same text are the same.
  package let exact: String
  /// The key by which terms of two texts are paired for comparison: the stem of a word, the same for all its forms.
  package let key: String
  /// The same, keeping the form of a verb.
  package let plain: String
  /// The indices of its words among all words of the text.
  package let places: Range<Int>
  /// Whether it is a verb, whose form says little.
  package let isVerb: Bool
  /// The index of the condition of the text that it belongs to.
  package var condition: Int?

  init(
    _ meaning: Meaning, exact: String, key: String? = nil, plain: String? = nil, places: Range<Int>,
    isVerb: Bool = false
  ) {
    self.meaning = meaning
    self.exact = exact
    self.key = key ?? exact
    self.plain = plain ?? exact
    self.places = places
    self.isVerb = isVerb
  }
}
