internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax
internal import SchoolEnglish

extension Rule {
  static let copiedAnswer = Rule(
    .copiedAnswer, .warning, .commitments, heuristic: true, source: .practice,
    summary: "the same answer for different topics",
    rationale: """
      When two questions get the same sentence, one of them was often answered by copy and paste. From six words on, look again. A
      short answer, such as "none", may be right for several topics, but not for ten.
      """,
    failing: [
      Example(
        """
        format: 1
        topics:
          planning-data:
            data-gathering: The coach pulls the reports in the first week
            data-review: ↓The coach pulls the reports in the first week↑
        """, "`data-review` has the same answer as `data-gathering`",
        help: "answer what this question asks, or say how the two go together"),
      Example(
        """
        format: 1
        topics:
          engagement:
            coach-introduction: ↓None↑
            team-coaching: none
            individual-cycles: None
            initial-caseload: None
            principal-priorities: None
          feedback-review:
            impact-timeline: None
            change-communication: None
            work-records: None
            work-visibility: None
            teacher-naming: None
        """, "10 topics have the same answer, \"None\"",
        help:
          "answer each question in your own words; where a topic does not matter here, write `not-relevant:` and the reason"
      ),
    ],
    passing: [
      Example(
        """
        format: 1
        topics:
          planning-data:
            data-gathering: The coach
            data-review: The coach
            learning-targets: The coach pulls the reports in the second week
        """)
    ],
    check: .agreement { agreement, context in
      reportShort(in: agreement, &context)
      // Most texts differ in a hash of their letters, so few are ever compared word by word.
      var seen: [String: (topic: String, range: SourceRange)] = [:]
      let alike = textsAlike(in: agreement)
      guard !alike.isEmpty else { return }
      // A copied list is one finding, at its first text.
      var reported: Set<String> = []
      for answer in agreement.topics.answers {
        guard case .agreed(let texts) = answer.part.value?.state else { continue }
        for text in texts where alike.contains(key(of: text, in: agreement)) {
          let folded = agreement.folded(text)
          let words = Word.texts(of: folded)
          guard words.count >= 6 else { continue }
          let name = agreement.catalog.topics[answer.index].id
          let range = agreement.document.range(of: text.node)
          let key = words.joined(separator: " ")
          guard let first = seen[key] else {
            seen[key] = (name, range)
            continue
          }
          guard first.topic != name, reported.insert("\(first.topic) \(name)").inserted else { continue }
          context.report(
            at: range, "`\(name)` has the same answer as `\(first.topic)`",
            help: "answer what this question asks, or say how the two go together",
            notes: [Note(at: first.range, "the same answer is here")])
        }
      }
    })

  /// The number of topics with one short answer that shows they were not discussed one by one.
  private static let mostAlike = 10

  /// Reports, once per file, that many topics have the same short answer; answers that another rule reports are left
  /// out.
  private static func reportShort(in agreement: Agreement, _ context: inout RuleContext) {
    let document = agreement.document
    var places: [UInt64: [(range: SourceRange, text: Text)]] = [:]
    var count = 0
    for answer in agreement.topics.answers {
      guard case .present(let located) = answer.part, case .agreed(let texts) = located.value.state, texts.count == 1
      else { continue }
      let bytes = document.bytes(of: texts[0].node)
      guard bytes.count <= 20 else { continue }
      var key = StableHash()
      for index in bytes.indices {
        key.add(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
      }
      places[key.value, default: []].append((document.range(of: texts[0].node), texts[0]))
      count += 1
    }
    guard count >= mostAlike,
      let alike = places.values.filter({ $0.count >= mostAlike }).min(by: { $0[0].range.start < $1[0].range.start })
    else { return }
    let text = agreement.folded(alike[0].text)
    let words = Word.compounds(in: text)
    guard !Placeholder.keepsPlace(document.bytes(of: alike[0].text.node)), !Vagueness.leavesOpen(words),
      !Vagueness.isBareYes(words), !Vagueness.isPointer(words)
    else { return }
    context.report(
      at: alike[0].range, "\(alike.count) topics have the same answer, \"\(text)\"",
      help:
        "answer each question in your own words; where a topic does not matter here, write `not-relevant:` and the reason",
      notes: alike.dropFirst().prefix(40).map { Note(at: $0.range, "the same answer is here") })
  }

  /// A hash of the last twenty letters of a text: equal for equal answers, and seldom for others.
  private static func ending(of text: Text, in agreement: Agreement) -> UInt64 {
    let document = agreement.document
    let bytes = document.bytes(of: text.node)
    var ending: UInt64 = 0
    var letters = 0
    var index = bytes.count
    while index > 0, letters < 20 {
      index &-= 1
      let byte = bytes[index] | 0x20
      guard byte >= 0x61 else { continue }
      ending = (ending &<< 5 | ending &>> 59) ^ UInt64(byte)
      letters &+= 1
    }
    return ending
  }

  /// A hash of the letters of a text: equal for equal answers.
  private static func key(of text: Text, in agreement: Agreement) -> UInt64 {
    let document = agreement.document
    let bytes = document.bytes(of: text.node)
    var key = StableHash()
    for index in bytes.indices {
      let byte = bytes[index] | 0x20
      if byte >= 0x61 { key.add(byte) }
    }
    return key.value
  }

  /// Calls `body` for each text of an answer that is long enough to have six words.
  private static func forEachText(in agreement: Agreement, _ body: (Text) -> Void) {
    let topics = agreement.topics
    for place in topics.answers.indices {
      guard case .present(let located) = topics.answers[place].part, case .agreed(let texts) = located.value.state
      else { continue }
      for text in texts where agreement.document.textCount(of: text.node) >= 20 { body(text) }
    }
  }

  /// The hashes shared by several answers of six words or more.
  private static func textsAlike(in agreement: Agreement) -> Set<UInt64> {
    // Only texts with equal endings are read as a whole.
    var endings: [UInt64] = []
    endings.reserveCapacity(128)
    forEachText(in: agreement) { endings.append(ending(of: $0, in: agreement)) }
    endings.sort()
    var repeated: Set<UInt64> = []
    for place in endings.indices.dropFirst() where endings[place] == endings[place - 1] {
      repeated.insert(endings[place])
    }
    guard !repeated.isEmpty else { return [] }
    var keys: [UInt64] = []
    forEachText(in: agreement) { text in
      if repeated.contains(ending(of: text, in: agreement)) { keys.append(key(of: text, in: agreement)) }
    }
    keys.sort()
    var alike: Set<UInt64> = []
    for place in keys.indices.dropFirst() where keys[place] == keys[place - 1] { alike.insert(keys[place]) }
    return alike
  }
}
