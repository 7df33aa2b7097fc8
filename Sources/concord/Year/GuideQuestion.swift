internal import Agreement
internal import AgreementEditing
internal import TextSupport

/// One thing that the guide asks for, if the file does not say it yet.
struct GuideQuestion {
  /// What is asked.
  let words: String
  /// Where the answer goes, and under which key.
  let path: [String]
  let key: String
  let kind: Kind

  enum Kind {
    case day
    /// A participant, or one of the others, too.
    case person(takesOthers: Bool)
    case text
    /// Several texts, each on a line.
    case texts
    /// The coaching roles, each with what it means.
    case roles

    /// Whether there can always be one more.
    var isList: Bool {
      switch self {
      case .texts, .roles: true
      case .day, .person, .text: false
      }
    }
  }

  init(_ words: String, _ path: String, _ key: String, _ kind: Kind) {
    self.words = words
    self.path = path.split(separator: ".").map(String.init)
    self.key = key
    self.kind = kind
  }

  /// The name of the key with its parents.
  var name: String { (path + [key]).joined(separator: ".") }

  /// The questions of each step of the conversation, by the id of the step; the topics are asked besides.
  static let all: [String: [GuideQuestion]] = [
    "meet-before-the-year": [GuideQuestion("When do you meet?", "conversation", "date", .day)],
    "explain-purposes": [
      GuideQuestion("Who leads the talk?", "conversation", "facilitator", .person(takesOthers: false))
    ],
    "agree-norms": [GuideQuestion("How do you treat each other?", "norms", "agreed", .texts)],
    "choose-note-taker": [
      GuideQuestion("Who writes down what you decide?", "conversation", "note-taker", .person(takesOthers: false))
    ],
    "set-focus": [
      GuideQuestion("Which roles does the coach have, and what does each mean here?", "focus", "roles", .roles),
      GuideQuestion("What will be hard this year?", "focus", "challenges", .texts),
      GuideQuestion("What can you build on?", "focus", "strengths", .texts),
      GuideQuestion("What should be different at the end of the year?", "focus", "expected-results", .texts),
      GuideQuestion("What does the coach tell administrators?", "focus.confidentiality", "shared", .text),
      GuideQuestion("What stays between coach and teacher?", "focus.confidentiality", "private", .text),
      GuideQuestion("When must even that be told?", "focus.confidentiality", "exceptions", .text),
    ],
    "plan-the-draft": [
      GuideQuestion("Who writes the text?", "drafting", "owner", .person(takesOthers: false)),
      GuideQuestion("When is the draft ready?", "drafting", "due", .day),
      GuideQuestion("How does everyone read it?", "drafting.review", "how", .text),
      GuideQuestion("By when?", "drafting.review", "due", .day),
      GuideQuestion("How does everyone sign it?", "drafting.sign", "how", .text),
      GuideQuestion("By when?", "drafting.sign", "due", .day),
    ],
    "reread-norms": [GuideQuestion("On which day did you read the norms again?", "norms", "reviewed", .day)],
    "schedule-meetings": [
      GuideQuestion("What happens if a meeting is canceled?", "meetings", "if-canceled", .text),
      GuideQuestion("What do you do if somebody cannot come?", "meetings", "if-absent", .text),
      GuideQuestion("Who sends the invitations?", "meetings", "invitations", .person(takesOthers: true)),
    ],
  ]
}
