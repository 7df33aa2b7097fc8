extension Word {
  /// What a word can mean; most words have no traits.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// It says little about the subject of a text.
    package static let small = Traits(rawValue: 1 << 0)
    /// It reverses or limits a sentence.
    package static let limit = Traits(rawValue: 1 << 1)
    /// It is a day, a month or a season.
    package static let date = Traits(rawValue: 1 << 2)
    /// It is a number, or begins one.
    package static let number = Traits(rawValue: 1 << 3)
    /// A hedge or a condition may begin with it.
    package static let hedge = Traits(rawValue: 1 << 4)
    /// It says how binding a promise is.
    package static let modal = Traits(rawValue: 1 << 5)
    /// It is first or second in a rhythm.
    package static let frequency = Traits(rawValue: 1 << 6)
    /// It adds nothing to the meaning.
    package static let filler = Traits(rawValue: 1 << 7)
    /// It means a person or people.
    package static let party = Traits(rawValue: 1 << 8)
    /// It belongs to what follows or precedes it.
    package static let binding = Traits(rawValue: 1 << 9)
    /// It stands for two words.
    package static let contraction = Traits(rawValue: 1 << 10)
    /// There is another word for it, or for the words that it begins.
    package static let synonym = Traits(rawValue: 1 << 11)
    /// A verb comes after it.
    package static let subject = Traits(rawValue: 1 << 12)
    /// It is a sign or a word for money.
    package static let money = Traits(rawValue: 1 << 13)
    /// It says how many of all things or people.
    package static let quantifier = Traits(rawValue: 1 << 14)
    /// It says that something is not so.
    package static let negation = Traits(rawValue: 1 << 15)
    /// It is a day of the week.
    package static let weekday = Traits(rawValue: 1 << 16)
    /// It makes the number after it a name: grade 4, room 12.
    package static let label = Traits(rawValue: 1 << 17)
    /// It is a title before a name; the period after it does not end a sentence.
    package static let title = Traits(rawValue: 1 << 18)
    /// It is an abbreviation whose period does not end a sentence.
    package static let abbreviation = Traits(rawValue: 1 << 19)
    /// It is an article, or another word that only says which one before a noun.
    package static let article = Traits(rawValue: 1 << 20)
    /// It ends a noun: what comes before it is not part of a longer name.
    package static let function = Traits(rawValue: 1 << 21)
    /// It says on which days, or when on a day.
    package static let time = Traits(rawValue: 1 << 22)
    /// It is somebody who may be meant to act besides the coach.
    package static let somebody = Traits(rawValue: 1 << 23)
    /// It names a substitute but is also a verb: "the coach subs".
    package static let substitute = Traits(rawValue: 1 << 24)
    /// It makes such a word a noun: an article and the like.
    package static let beforeSubstitute = Traits(rawValue: 1 << 25)
    /// It makes the capitalized word after it a name: a title, or "coach".
    package static let beforeName = Traits(rawValue: 1 << 26)
    /// After it, somebody is not the actor.
    package static let preposition = Traits(rawValue: 1 << 27)
    /// It is a verb for acting alongside somebody.
    package static let help = Traits(rawValue: 1 << 28)
    /// A verb follows it.
    package static let leadingToVerb = Traits(rawValue: 1 << 29)
    /// It denies what a sentence says, or only reports a fear.
    package static let denial = Traits(rawValue: 1 << 30)
    /// Capitalized, it names a thing in schools and not a person: "Student Council", "student Canvas accounts".
    package static let school = Traits(rawValue: 1 << 31)
    /// It is a month, as in a date.
    package static let month = Traits(rawValue: 1 << 32)
  }
}
