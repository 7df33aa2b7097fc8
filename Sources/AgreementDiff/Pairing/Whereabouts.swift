internal import SchoolEnglish

/// Finds where a text of one side may still be said on the other, in any part, before a report says that nothing like
/// it is left.
struct Whereabouts {
  /// A part of an agreement that has texts.
  enum Place {
    case answer(topic: String)
    case meeting(String)
    case norm
    case promise(topic: String)

    var isPromise: Bool { if case .promise = self { true } else { false } }

    /// The place in words: `the answer to "Classroom access"`.
    var words: String {
      switch self {
      case .answer(let topic): "the answer to \"\(topic)\""
      case .meeting(let what): "the meeting \"\(what)\""
      case .norm: "a norm"
      case .promise(let topic): "a promise under \"\(topic)\""
      }
    }
  }

  private let texts: [(place: Place, stems: Set<String>)]
  private var postings: [String: [Int]] = [:]

  /// A word in more texts than this does not tell them apart.
  private static let most = 50

  init(_ texts: [(place: Place, text: String)]) {
    self.texts = texts.map { ($0.place, Word.contentStems(in: $0.text)) }
    for (index, text) in self.texts.enumerated() {
      for stem in text.stems { postings[stem, default: []].append(index) }
    }
  }

  /// The place that has most of the words of a text; nil if there is none.
  func place(of text: String) -> Place? {
    let words = Word.contentStems(in: text)
    guard words.count >= 3 else { return nil }
    var counts: [Int: Int] = [:]
    for word in words {
      guard let found = postings[word], found.count <= Self.most else { continue }
      for index in found { counts[index, default: 0] += 1 }
    }
    let best = counts.keys.max { left, right in
      (counts[left, default: 0], texts[right].place.words) < (counts[right, default: 0], texts[left].place.words)
    }
    guard let best, 10 * words.intersection(texts[best].stems).count >= 7 * words.count else { return nil }
    return texts[best].place
  }
}
