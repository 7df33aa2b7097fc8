package import Agreement
internal import Diagnostics
internal import TextSupport

/// An agreement on paper: everything that is signed, and lines for those who still have to sign.
package struct PrintedAgreement: Sendable {
  let reading: AgreementReading
  let agreement: Agreement
  let digest: Digest
  let today: CalendarDate
  let district: String?
  let names: PaperNames
  let tally: TopicTally

  /// Takes an agreement without errors in its text or structure; nil for any other, because it has no digest.
  package init?(_ reading: AgreementReading, district: String?, today: CalendarDate) {
    guard let agreement = reading.agreement, let digest = reading.digest else { return nil }
    self.reading = reading
    self.agreement = agreement
    self.digest = digest
    self.today = today
    self.district = district
    names = PaperNames(agreement)
    tally = TopicTally(agreement)
  }

  var content: AgreementContent { agreement.content }

  /// Whether the text is not final, so that nobody can sign it.
  var isDraft: Bool { content.status.value == .draft }

  /// The id and the school year: "riverbend-math 2026-27".
  var identity: String {
    [content.id.value, content.schoolYear.value?.description].compactMap { $0 }.joined(separator: " ")
  }

  /// The sheet.
  package var sheet: Sheet {
    let year = content.schoolYear.value?.description ?? ""
    var lead: [Line] = ["\(names.schools), school year \(year)"]
    if let days = names.year { lead.append("\(days.lowerBound) to \(days.upperBound)") }
    if let amended = content.amended.value { lead.append("Amended on \(amended)") }
    let codes = agreement.campuses.indices.compactMap { index in
      names.text(agreement.campuses[index].part.value?.code).map { "\(names.campus(index)) \($0)" }
    }
    if !codes.isEmpty { lead.append("School numbers: \(codes.joined(separator: ", "))") }
    var sheet = Sheet(
      title: "Partnership agreement, \(names.schools), \(year)", above: district, heading: "Partnership agreement",
      lead: lead,
      foot: Sheet.Foot(
        [identity, "text \(Spoken.short(digest))"], middle: isDraft ? "draft, not for signing" : nil))
    if isDraft { sheet.blocks.append(.notice(draftNotice)) }
    sheet.blocks += people + why + conduct + work + answers + promises + meetings + drafting + signatures
    return sheet
  }

  /// What a draft still lacks.
  private var draftNotice: Line {
    func some(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(Prose.count(count, "topic")) \(count == 1 ? one : many)"
    }
    let parts = [
      some(tally.count(.unanswered), "has no answer yet", "have no answer yet"),
      some(tally.count(.carried), "still has last year’s answer", "still have last year’s answers"),
      some(tally.count(.open), "is to be settled later", "are to be settled later"),
    ].compactMap { $0 }
    return parts.isEmpty
      ? "\(strong: "Draft, not for signing.")" : "\(strong: "Draft, not for signing.") \(Prose.list(parts))."
  }

  // MARK: - The parts before the answers

  private var people: [Block] {
    var rows: [[Line]] = []
    for index in agreement.participants.indices {
      guard let person = agreement.participants[index].part.value else { continue }
      var name: Line = "\(strong: names.person(index))"
      if let joined = person.joined.value { name = "\(name) joined on \(joined)" }
      if let left = person.left.value { name = "\(name) left on \(left)" }
      let concerns = (person.concerns.value ?? []).compactMap { $0.value.map { names.topic($0.index) } }
      rows.append([
        name, Line(names.position(person)), Line(names.places(person)), Line(concerns.joined(separator: "; ")),
      ])
    }
    var blocks: [Block] = [
      .heading("Who we are"),
      .table(
        Block.Table(
          columns: [.init("Name", .name), .init("Role"), .init("Where"), .init("Most wants to settle")],
          groups: rows.map { .init(rows: [$0]) })),
    ]
    let talk = content.conversation.value
    let absent = (talk?.absent.value ?? []).compactMap { $0.value.map { names.person($0.index) } }
    let parts: [Line] = [
      talk?.date.value.map { "on \($0)" } ?? Line(), names.person(talk?.facilitator).map { "led by \($0)" } ?? Line(),
      names.person(talk?.noteTaker).map { "notes by \($0)" } ?? Line(),
      absent.isEmpty ? Line() : "without \(Prose.list(absent))",
    ]
    let conversation = Line.joined(parts, by: ", ")
    if !conversation.isEmpty { blocks.append(.paragraph("Talked over \(conversation).", .small)) }
    return blocks + others
  }

  /// The people and groups who are named and do not sign.
  private var others: [Block] {
    let lines: [Line] = agreement.others.indices.map { index in
      let about = names.text(agreement.others[index].part.value?.about)
      return "\(strong: names.party(.other(index)))\(about.map { ": \($0)" } ?? "")"
    }
    return lines.isEmpty
      ? [] : [.section([.subheading("Also named; they do not sign"), .list(lines)], isTogether: true)]
  }

  private var why: [Block] {
    let purposes = names.texts(content.conversation.value?.purposes).map { Line(names.purpose($0)) }
    return purposes.isEmpty ? [] : [.section([.heading("Why we met"), .list(purposes)], isTogether: true)]
  }

  private var conduct: [Block] {
    let norms = names.texts(content.norms.value?.agreed).map { Line($0) }
    let reviewed = content.norms.value?.reviewed.value
    guard !norms.isEmpty || reviewed != nil else { return [] }
    var blocks: [Block] = [.heading("How we treat each other")]
    if !norms.isEmpty { blocks.append(.list(norms, isNumbered: true)) }
    if let reviewed { blocks.append(.paragraph("Read again on \(reviewed).", .small)) }
    return [.section(blocks, isTogether: norms.count <= Block.Table.mostTogether)]
  }

  private var work: [Block] {
    guard let focus = content.focus.value else { return [] }
    var blocks: [Block] = []
    let roles = (focus.roles.value ?? []).compactMap { entry -> Block.Entry? in
      guard let text = names.text(entry.part) else { return nil }
      let title = agreement.catalog.roles.first { $0.id == entry.id }?.title ?? Spoken.words(entry.id)
      return Block.Entry(name: title, blocks: [.paragraph(Line(text))])
    }
    if !roles.isEmpty { blocks.append(.entries(roles)) }
    let columns: [[Block]] = [
      ("Results we hope for", focus.expectedResults), ("What will be hard", focus.challenges),
      ("What we build on", focus.strengths), ("Papers on the coach’s role", focus.roleDocuments),
    ].compactMap { title, part in
      let texts = names.texts(part).map { Line($0) }
      return texts.isEmpty ? nil : [.subheading(title), .list(texts)]
    }
    if !columns.isEmpty { blocks.append(.columns(columns)) }
    let confidentiality = focus.confidentiality.value
    let privacy = [
      ("What administrators hear", confidentiality?.shared), ("What stays with the teacher", confidentiality?.private),
      ("Except", confidentiality?.exceptions),
    ].compactMap { title, part in
      names.text(part).map { Block.paragraph("\(strong: "\(title):") \($0)") }
    }
    if !privacy.isEmpty { blocks.append(.box([.subheading("Confidentiality")] + privacy)) }
    return blocks.isEmpty ? [] : [.section([.heading("The coach’s work this year")] + blocks)]
  }
}
