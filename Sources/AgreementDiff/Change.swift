internal import Agreement
package import Diagnostics

/// One difference between the two sides, with its place on each.
package struct Change: Sendable {
  /// What kind of change it is.
  package let kind: ChangeClass
  /// The heading it is listed under: that of its class, or the first one if it is about confidentiality, consent or
  /// evaluation.
  package internal(set) var group: ChangeGroup
  /// Where it belongs, with slashes: `topics/access/classroom-access`. It contains no positions, so it stays the same
  /// from year to year.
  package let path: String
  /// What it is about, in words: a topic, a person, a role.
  package internal(set) var subject: String
  /// The subject as shown after the title of the class; empty if the title says it all.
  package internal(set) var label: String
  /// The id of the topic it is about.
  package let topic: String?
  /// The title of that topic.
  package internal(set) var topicTitle: String?
  /// The ids of the people it is about: owners on both sides, or the person.
  package let people: [String]
  /// How it was; nil if it is new.
  package internal(set) var old: Wording?
  /// How it is; nil if it is gone.
  package internal(set) var new: Wording?
  /// Whether the texts of both sides differ in a way that is not shown, because they may be private.
  package internal(set) var hidesDifference = false
  /// The dates in the notes of both sides that moved with the school year and mean the same day, as written.
  package internal(set) var rolledDates: Set<String> = []
  /// Whether the opening already reports it, along with who follows whom.
  package internal(set) var isToldInOpening = false
  /// Why it has this class, in words; empty if the class says it all.
  package internal(set) var reasons: [String]
  /// How the two sides were found to belong together; nil if there is only one side.
  package let match: Match?
  /// Identifies this change from run to run: 32 hexadecimal digits made from the agreement's id, the class, the path and
  /// both texts with their notes, never from positions.
  package internal(set) var fingerprint = ""
  /// The fingerprint of the change that this one is part of: both have the same cause and are shown as one.
  package internal(set) var partOf: String?

  /// The same change, reported separately.
  package var detached: Change {
    var change = self
    change.partOf = nil
    return change
  }

  /// The origin that several changes share, so that they are shown as one.
  var origin: Origin?
  /// How often something happens on both sides, in thousandths of a time in a school year; nil if it does not say.
  var rhythm: Rhythm?

  /// The common origin of several changes.
  enum Origin: Hashable {
    /// Schools that became one, or one school that became several.
    case campuses
    /// A commitment, by its 0-based indices among those of both sides.
    case commitment(old: Int, new: Int)
    /// A norm, by its 0-based indices among those of both sides.
    case norm(old: Int, new: Int)
  }

  /// A frequency on both sides.
  struct Rhythm: Hashable {
    let old: Int?
    let new: Int?
  }

  /// The wording of one side.
  package struct Wording: Sendable {
    /// The texts; an answer may have several.
    package let texts: [String]
    /// The texts as people know them, with titles instead of ids.
    package let shown: [String]
    /// Details next to the text, such as an owner or a date.
    package let note: String?
    /// Its place in the file, in UTF-8 byte offsets.
    package let range: SourceRange

    init(_ texts: [String], shown: [String]? = nil, note: String? = nil, at range: SourceRange) {
      self.texts = texts
      self.shown = shown ?? texts
      self.note = note
      self.range = range
    }

    init(_ text: String, note: String? = nil, at range: SourceRange) { self.init([text], note: note, at: range) }

    /// The texts joined into one.
    package var text: String { texts.joined(separator: " / ") }
  }

  init(
    _ kind: ChangeClass, path: String, subject: String, topic: String? = nil, people: [String] = [], old: Wording?,
    new: Wording?, reasons: [String] = [], match: Match? = nil, group: ChangeGroup? = nil, label: String? = nil
  ) {
    self.kind = kind
    self.group = group ?? kind.group
    self.path = path
    self.subject = subject
    self.label = label ?? subject
    self.topic = topic
    self.people = people
    self.old = old
    self.new = new
    self.reasons = reasons
    self.match = match
  }

  /// The text that determines the order of changes and their fingerprints; `repetition` distinguishes changes that are
  /// otherwise identical.
  func content(of agreement: String, repetition: Int) -> String {
    func text(_ wording: Wording?) -> String {
      wording.map { $0.texts.sorted().joined(separator: "\u{1}") + "\u{1}\u{1}" + ($0.note ?? "") } ?? ""
    }
    return "\(agreement)\u{0}\(kind.id)\u{0}\(path)\u{0}\(text(old))\u{0}\(text(new))"
      + (repetition == 0 ? "" : "\u{0}\(repetition)")
  }
}

/// Something that stayed the same from one year to the next.
package struct Carried: Sendable {
  /// The kinds of things that can be carried on.
  package enum Kind: String, Sendable, CaseIterable {
    case commitment
    case norm
    case topic
  }

  /// Whether it is a commitment, norm or topic.
  package let kind: Kind
  /// Where it belongs: `topics/access/classroom-access`.
  package let path: String
  /// The id of the topic it belongs to.
  package let topic: String?
  /// The title of that topic, looked up on demand because most of what is carried on is only counted.
  package var topicTitle: String? { known?.title }
  /// That topic in the catalog.
  var known: Topic?
  /// The ids of the people it is about.
  package let people: [String]
  /// What it says.
  package internal(set) var text: String
  /// The names of the people who promise it.
  package internal(set) var owners: [String] = []
  /// Whether the people who sign agreed to this year's text; otherwise it was merely copied.
  package let isAgreedAgain: Bool
  /// How many school years it has been unchanged, including this one: 2 or more, or 1 for two texts of the same year.
  package var years = 2
  /// The 0-based index among the commitments, norms or topics of the old side.
  let oldIndex: Int
  /// The 0-based index among the commitments, norms or topics of the new side.
  let newIndex: Int
}
