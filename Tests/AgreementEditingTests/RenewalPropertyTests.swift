import Agreement
import AgreementEditing
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// A renewed agreement says what last year's said: with every answer agreed to again, it is the same text on other days, without what a
/// new year asks anew.
@Suite struct RenewalPropertyTests {
  @Test(arguments: Root.riverbend + Root.otherSamples + Root.voices)
  func realAgreementsStayTheSame(path: String) throws { try check(try Root.bytes(path), path) }

  /// 250 made agreements, in five layouts, with people who left, topics that are open, and signatures.
  @Test(arguments: 0..<10) func madeAgreementsStayTheSame(part: Int) throws {
    for school in 0..<25 {
      let number = part * 25 + school
      try check(Self.made(number), "made agreement \(number)")
    }
  }

  /// 500 smaller ones in layouts of every kind, with each part of an agreement here and there.
  @Test(arguments: 0..<10) func generatedAgreementsStayTheSame(part: Int) throws {
    for seed in part * 50..<part * 50 + 50 {
      var agreement = AgreementGenerator(seed: UInt64(seed))
      if seed % 2 == 0 { agreement.people[seed / 2 % 3].left = "2027-02-01" }
      if seed % 3 == 0 { agreement.open["common-assessments"] = "2026-10-0\(1 + seed % 9)" }
      if seed % 3 == 1 { agreement.notRelevant["data-review"] = "The district: it decides" }
      if seed % 5 == 0 { agreement.setAside["specific-issues"] = "There is no money" }
      if seed % 7 == 0 { agreement.carried = ["work-records", "team-coaching"] }
      if seed % 4 == 0 {
        var gathering = agreement.meetings[1]
        (gathering.date, gathering.dates) = (nil, ["2026-10-15", "2027-01-14"])
        agreement.meetings.append(gathering)
      }
      var layout: SeededGenerator? = SeededGenerator(seed: UInt64(seed))
      try check(Array(agreement.text(&layout).utf8), "generated agreement \(seed)")
    }
  }

  static func made(_ number: Int) -> [UInt8] {
    var text = String(decoding: Corpus(seed: 7).agreement(number, year: 2024 + number % 4).bytes, as: UTF8.self)
    let year = 2024 + number % 4
    text = text.replacing("status: agreed\n", with: "status: agreed\namended: \(year)-10-02   # a second thought\n")
    if number % 3 == 0 {
      text = text.replacing(
        "    role: assistant-principal\n", with: "    role: assistant-principal\n    left: \(year + 1)-02-03\n")
    }
    if number % 3 == 1 {
      text = text.replacing(
        "    role: principal\n",
        with:
          "    role: principal\n    concerns:\n      - classroom-access   # most of all\n      - teacher-naming\n    joined: \(year)-11-02\n"
      )
    }
    let topics = [
      "common-planning-periods: {open: {until: \(year)-10-01, why: \"The schedule, once more\"}, notes: Soon}",
      "coach-complaints:\n      not-relevant: >-\n        The district\n        decides\n      notes:\n      - Ask again",
    ]
    for (index, topic) in topics.enumerated() where number % 4 == index {
      let key = topic.prefix { $0 != ":" }
      guard let start = text.firstRange(of: "    \(key):") else { continue }
      var end = text[start.upperBound...].firstIndex(of: "\n") ?? text.endIndex
      while text[end...].hasPrefix("\n      ") {
        end = text[text.index(after: end)...].firstIndex(of: "\n") ?? text.endIndex
      }
      text.replaceSubrange(start.lowerBound..<end, with: "    \(topic)")
    }
    switch number % 5 {
    case 1: return Array(text.replacing("\n", with: "\r\n").utf8)
    case 2: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 3: return wide(text)
    case 4: return inBraces(text)
    default: return Array(text.utf8)
    }
  }

  /// The same with four spaces for two, and without the last line ending.
  private static func wide(_ text: String) -> [UInt8] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let spaces = String(repeating: " ", count: line.prefix { $0 == " " }.count)
      return spaces + line.replacing(spaces + "- ", with: spaces + "-   ", maxReplacements: 1)
    }
    return Array(lines.joined(separator: "\n").utf8.dropLast())
  }

  /// The same on a single line.
  private static func inBraces(_ text: String) -> [UInt8] {
    guard let agreement = YearFile.reading(Array(text.utf8)).agreement else { return [] }
    return agreement.fullForm
  }

  private func check(_ bytes: [UInt8], _ name: String) throws {
    let reading = YearFile.reading(bytes)
    let before = try #require(reading.agreement)
    let isSound = reading.isSound
    try #require(isSound, "\(name): \(reading.diagnostics.first?.message ?? "")")
    let result = try YearFile.renew(reading)
    // No text has the word, so it is always the key.
    let words = String(decoding: result.bytes, as: UTF8.self)
    let again = words.replacing("carried:", with: "agreed:").replacing("\"carried\":", with: "\"agreed\":")
    let after = try #require(YearFile.reading(Array(again.utf8)).agreement)
    #expect(
      Self.without(FormTree(after), isNew: true) == Self.moved(Self.without(FormTree(before)), result.days), "\(name)")
    #expect(!result.carried.isEmpty)

    let renewed = YearFile.reading(result.bytes)
    #expect(renewed.isSound && renewed.agreement?.content.status.value == .draft, "\(name)")
    #expect(
      renewed.agreement?.topics.answers.contains { if case .agreed = $0.part.value?.state { true } else { false } }
        == false)
    // Comments stay, though some begin with other words.
    let signatures = before.content.signatures
    for comment in reading.document.comments
    where signatures.isAbsent || comment.start < signatures.keyRange.start {
      let text = String(decoding: bytes[comment.indices], as: UTF8.self)
      let gone = before.participants.contains { person in
        result.gone.contains(person.id) && (person.keyRange.start..<person.part.range.end + 80).contains(comment.start)
      }
      if gone || text.contains("a second thought") { continue }
      #expect(words.contains(text.drop { $0 == "#" || $0 == " " }), "\(name): \(text)")
    }
    if bytes.contains(0x0D) { #expect(words.utf8.count { $0 == 0x0A } == words.utf8.count { $0 == 0x0D }) }
  }

  /// Without what a new year asks anew.
  private static func without(_ form: FormTree, isNew: Bool = false) -> FormTree {
    var form = form
    for key in ["school-year", "starts", "ends", "status", "amended", "signatures"] { form[key] = nil }
    form.edit("conversation") { for key in ["date", "facilitator", "note-taker", "absent"] { $0[key] = nil } }
    form.edit("norms") { $0["reviewed"] = nil }
    let texts = texts(form)
    form.edit("participants") { people in
      for id in people.keys {
        people.edit(id) { person in
          for key in ["joined", "concerns"] { person[key] = nil }
        }
        // Somebody who left and has nothing to do here is gone.
        if !isNew, people[id]?["left"] != nil, !texts.contains(id) { people[id] = nil }
      }
    }
    form.edit("topics") { topics in
      for section in topics.keys {
        topics.edit(section) { section in
          section["not-relevant"] = nil
          for topic in section.keys where section[topic]?["open"] != nil || section[topic]?["not-relevant"] != nil {
            section[topic] = nil
          }
          for topic in section.keys {
            section.edit(topic) { answer in
              if let carried = answer["carried"] { (answer["carried"], answer["agreed"]) = (nil, carried) }
            }
          }
        }
      }
    }
    return form
  }

  private static func texts(_ form: FormTree) -> Set<String> {
    switch form {
    case .text(let text): [text]
    case .list(let items): items.reduce(into: []) { $0.formUnion(texts($1)) }
    case .mapping(let members): members.reduce(into: []) { $0.formUnion(texts($1.value)) }
    }
  }

  /// Every day later by a number of days, except when somebody left.
  private static func moved(_ form: FormTree, _ days: Int) -> FormTree {
    switch form {
    case .text(let text):
      CalendarDate(text.utf8).flatMap { CalendarDate(dayNumber: $0.dayNumber + days) }.map { .text($0.description) }
        ?? form
    case .list(let items): .list(items.map { moved($0, days) })
    case .mapping(let members):
      members.reduce(into: FormTree.mapping([])) { result, member in
        result[member.key] = member.key == "left" ? member.value : moved(member.value, days)
      }
    }
  }
}
