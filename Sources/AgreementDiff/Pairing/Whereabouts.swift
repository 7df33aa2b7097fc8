internal import SchoolEnglish

/// Where a text of one side may still be said on the other, in whatever part: before anybody says that nothing like it is left.
struct Whereabouts {
  private let texts: [(place: String, stems: Set<String>)]
  private var postings: [String: [Int]] = [:]

  /// A word in more texts than this tells them not apart.
  private static let most = 50

  init(_ texts: [(place: String, text: String)]) {
    self.texts = texts.map { ($0.place, Absorption.stems($0.text)) }
    for (index, text) in self.texts.enumerated() {
      for stem in text.stems { postings[stem, default: []].append(index) }
    }
  }

  /// Where most of the words of a text are, if anywhere.
  func place(of text: String) -> String? {
    let words = Absorption.stems(text)
    guard words.count >= 3 else { return nil }
    var counts: [Int: Int] = [:]
    for word in words {
      guard let found = postings[word], found.count <= Self.most else { continue }
      for index in found { counts[index, default: 0] += 1 }
    }
    let best = counts.keys.max { left, right in
      (counts[left, default: 0], texts[right].place) < (counts[right, default: 0], texts[left].place)
    }
    guard let best, 10 * words.intersection(texts[best].stems).count >= 7 * words.count else { return nil }
    return texts[best].place
  }
}
