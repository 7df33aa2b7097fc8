import Agreement
import AgreementPaper
import Diagnostics
import TestSupport
import Testing

/// Everything that is signed is on the printed page.
@Suite struct PrintTests {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func spoken(_ day: CalendarDate) -> String { "\(months[day.month - 1]) \(day.day), \(day.year)" }

  /// What stands for a leaf on paper.
  private static func spoken(_ leaf: CanonicalLeaf, in agreement: Agreement) -> [String] {
    let catalog = agreement.catalog
    func name(of id: String) -> String {
      for entry in agreement.participants where entry.id == id {
        return entry.part.value?.name.value.map { agreement.folded($0) } ?? id
      }
      for entry in agreement.others where entry.id == id {
        return entry.part.value?.name.value.map { agreement.folded($0) } ?? id
      }
      return id
    }
    func campus(of id: String) -> String {
      agreement.campuses.first { $0.id == id }?.part.value?.name.value.map { agreement.folded($0) } ?? id
    }
    let path = leaf.path.dropFirst()
    let key = path.last ?? ""
    switch path.first {
    case "participants" where key == "campuses": return [campus(of: leaf.text)]
    case "participants" where path.dropLast().last == "campuses": return ["\(campus(of: key)) \(leaf.text)"]
    case "participants" where key == "concerns":
      return [catalog.topics.first { $0.id == leaf.text }?.title ?? leaf.text]
    case "participants" where key == "role": return [leaf.text.replacing("-", with: " ")]
    case "conversation" where key == "purposes":
      return [catalog.purposes.first { $0.id == leaf.text }?.means ?? leaf.text]
    case "conversation" where ["facilitator", "note-taker", "absent"].contains(key): return [name(of: leaf.text)]
    case "topics" where key == "owner", "drafting" where key == "owner", "meetings" where key == "invitations":
      return [name(of: leaf.text)]
    case "topics" where path.dropLast().last == "commitments" && key == "id": return ["(\(leaf.text))"]
    case "meetings" where key == "every":
      return [["week": "every ", "two-weeks": "every second "][leaf.text] ?? "of each month"]
    case "meetings" where key == "weekday":
      let day = leaf.text.split(separator: " ").last ?? ""
      return [leaf.text.dropLast(day.count) + day.prefix(1).uppercased() + day.dropFirst()]
    case "meetings" where key == "kind":
      return [leaf.text == "check-in" ? leaf.text : leaf.text.replacing("-", with: " ")]
    case "meetings" where key == "minutes": return [leaf.text == "1" ? "1 minute" : "\(leaf.text) minutes"]
    case "meetings" where key == "at":
      let parts = leaf.text.split(separator: ":").compactMap { Int($0) }
      return ["\((parts[0] + 11) % 12 + 1):\(leaf.text.suffix(2)) \(parts[0] < 12 ? "am" : "pm")"]
    case nil: return ["canonical form \(leaf.text)"]
    default: return [CalendarDate(leaf.text.utf8).map { spoken($0) } ?? leaf.text]
    }
  }

  /// The text that a browser would show, in one line.
  private static func shown(_ html: String) -> String {
    let body = html.firstRange(of: "<body>").map { html[$0.upperBound...] } ?? html[...]
    return String(body).replacing(/<\/?(b|span|time|code)[^>]*>/, with: "").replacing(/<[^>]*>/, with: " ")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&#58;", with: ":").replacing("&#35;", with: "#")
      .replacing("&amp;", with: "&").split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The leaves that a page lacks.
  private static func missing(_ source: SourceFile, catalog: Catalog = .builtIn) throws -> [String] {
    let reading = AgreementReader.read(source, catalog: catalog)
    let agreement = try #require(reading.agreement)
    let canonical = try #require(reading.canonicalForm, "\(source.name)")
    let today = try #require(CalendarDate("2026-09-01".utf8))
    let sheet = try #require(PrintedAgreement(reading, district: "Riverbend", today: today)).sheet
    let page = shown(PaperFormat.html.draw([sheet], width: 80))
    let leaves = CanonicalLeaf.all(in: canonical)
    #expect(leaves.count > 5)
    return leaves.filter { leaf in
      !spoken(leaf, in: agreement).allSatisfy { page.contains($0.split { $0.isWhitespace }.joined(separator: " ")) }
    }.map(\.description)
  }

  @Test(arguments: Root.riverbend + Root.otherSamples + Root.voices + Root.vectors)
  func eachLeafIsOnThePage(file: String) throws {
    let missing = try Self.missing(Root.source(file))
    #expect(missing == [], "\(missing)")
  }

  @Test(arguments: 0..<40) func eachLeafOfAMadeAgreementIsOnThePage(block: Int) throws {
    for seed in 0..<10 {
      var agreement = AgreementGenerator(seed: UInt64(block * 10 + seed))
      let topics = agreement.topics.map(\.id)
      switch seed % 5 {
      case 0: agreement.carried = [topics[0], "initial-caseload"]
      case 1: agreement.setAside = ["specific-issues": "Decided by the district", "planning-data": "No tests here"]
      case 2: agreement.notRelevant = ["data-review": "There are no benchmarks"]
      case 3: agreement.open = ["planning-days": "2026-10-01"]
      default:
        agreement.meetings[0].every = "month"
        agreement.meetings[0].place = "<b>Room</b> & \"hall\""
      }
      if seed % 5 == 0 { agreement.promises.removeAll { agreement.carried.contains($0.topic) } }
      if seed % 5 == 0 { for topic in agreement.carried { agreement.told[topic] = nil } }
      var layout: SeededGenerator? = seed % 2 == 0 ? nil : SeededGenerator(seed: UInt64(seed))
      let text = agreement.text(&layout)
      #expect(try Self.missing(SourceFile(name: "made.agreement.yaml", bytes: Array(text.utf8))) == [], "\(text)")
    }
  }

  /// Each word is a mark of its own, so that none is there by chance.
  @Test func eachPlaceIsOnThePage() throws {
    let text = """
      format: 1
      id: every-place
      school-year: 2026-27
      starts: 2026-08-17
      ends: 2027-05-28
      status: agreed
      amended: 2026-11-02
      campuses: {north: {name: Campus-aa, code: "0412-bb"}, south: Campus-cc}
      participants:
        adams: {name: Name-dd, role: [principal, instructional-coach], title: Title-ee, campuses: {north: 61%}, elsewhere: Else-ff}
        brown: {name: Name-gg, role: facilitator, concerns: [planning-days], joined: 2026-11-03}
        clark: {name: Name-hh, role: teacher, campuses: [south], left: 2027-01-15}
      others: {office: {name: Other-ii, about: About-jj}}
      conversation: {date: 2026-08-03, facilitator: brown, note-taker: adams, absent: [clark], purposes: [align-leadership, Purpose-kk]}
      norms: {agreed: [Norm-ll], reviewed: 2026-08-04}
      focus:
        roles: {mentor: Role-mm}
        role-documents: Paper-nn
        challenges: [Challenge-oo]
        strengths: [Strength-pp]
        expected-results: [Result-qq]
        confidentiality: {shared: Shared-rr, private: Private-ss, exceptions: Except-tt}
      topics:
        engagement:
          told-to-teachers: Told-uu
          not-relevant: Aside-vv
          team-coaching:
            agreed: [Answer-ww, Answer-xx]
            notes: [Note-yy]
            told-to-teachers: Told-zz
            commitments:
              - {id: promise-ab, owner: [adams, office], does: Does-ac, due: 2026-10-02}
              - {owner: office, does: Does-ad, every: Rhythm-ae}
          individual-cycles: {not-relevant: Reason-af, notes: Note-ag}
        access:
          planning-days: {open: {until: 2026-10-05, why: Why-ah}, notes: Note-ai}
          weekly-planning: {carried: Carried-aj}
        boundaries:
          class-coverage: Boundary-ak
      drafting: {owner: clark, due: 2026-08-06, review: {how: Review-al, due: 2026-08-07}, sign: {how: Sign-am, due: 2026-08-10}}
      meetings:
        schedule:
          - {what: Meet-an, date: 2026-10-06, at: "0:05", minutes: 1, place: Place-ao, kind: norms-review}
          - {what: Meet-ap, dates: [2026-10-07, 2026-10-08], kind: other}
          - {what: Meet-aq, every: month, weekday: first and last friday, at: 12:30 pm, minutes: 045}
          - {what: Meet-ar, every: two-weeks, weekday: monday}
          - {what: Meet-as, every: week, weekday: sunday}
        if-canceled: Cancel-at
        if-absent: Absent-au
        invitations: office
      """
    let missing = try Self.missing(SourceFile(name: "made.agreement.yaml", bytes: Array(text.utf8)))
    #expect(missing == [], "\(missing)")
  }

  @Test func aDraftHasNoLinesToSignOn() throws {
    let today = try #require(CalendarDate("2026-08-12".utf8))
    func page(_ file: String, _ old: String = "", _ new: String = "") throws -> String {
      let text = try Root.text(file).replacing(old.isEmpty ? "\u{0}" : old, with: new)
      let reading = AgreementReader.read(SourceFile(name: file, bytes: Array(text.utf8)))
      return PaperFormat.html.draw(
        [try #require(PrintedAgreement(reading, district: nil, today: today)).sheet], width: 80)
    }
    let line = "<span>Signature</span>"
    let draft = try page(Root.otherSamples[0])
    #expect(draft.contains("@bottom-center { content: \"draft, not for signing\";") && !draft.contains(line))
    let signed = try page(Root.otherSamples[1])
    #expect(!signed.contains("not for signing") && !signed.contains(line))
    #expect(signed.contains("@bottom-left { content: \"fox-prairie-literacy 2026-27, text 5bf6fc00\";"))
    // A word changes, so every signature is for an earlier text.
    let changed = try page(Root.otherSamples[1], "By phone", "By mail")
    #expect(changed.ranges(of: line).count == 4 && changed.ranges(of: "Signed an earlier text on").count == 4)
  }

  @Test func hostileTextsAreInert() throws {
    let hostile = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)> ::error::x ##[group]y ##vso[z"
    var text = try Root.text(Root.otherSamples[1])
    for word in [
      "Petra Lindqvist", "Hazel Grove School", "The front office at Fox Prairie", "Say which hat you are wearing",
      "By phone",
      "Literacy coach\n",
    ] {
      text = text.replacing(word, with: "'\(hostile)'" + (word.hasSuffix("\n") ? "\n" : ""))
    }
    let reading = AgreementReader.read(SourceFile(name: "hostile.agreement.yaml", bytes: Array(text.utf8)))
    let agreement = try #require(reading.agreement)
    let today = try #require(CalendarDate("2026-08-12".utf8))
    let sheets = [
      try #require(PrintedAgreement(reading, district: hostile, today: today)).sheet,
      Worksheet(agreement, for: 0).sheet, Agenda(agreement, start: .zero).sheet,
    ]
    let page = PaperFormat.html.draw(sheets, width: 80)
    let tags = Set(page.matches(of: /<\/?([a-zA-Z]+)/).map { String($0.output.1) })
    #expect(
      tags.isSubset(of: [
        "html", "head", "meta", "title", "style", "body", "main", "article", "header", "section", "div", "h", "p", "b",
        "span", "time", "code", "table", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd",
      ]), "\(tags)")
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    for format in PaperFormat.allCases {
      let drawn = format.draw(sheets, width: 60)
      #expect(!drawn.contains("##[") && !drawn.contains("##vso["), "\(format)")
      #expect(!drawn.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") }, "\(format)")
    }
    let markdown = PaperFormat.markdown.draw(sheets, width: 60)
    #expect(!markdown.contains("<script") && !markdown.contains("<img"))
  }

  @Test func theTextIsInEveryFormat() throws {
    let reading = AgreementReader.read(try Root.source(Root.otherSamples[1]))
    let today = try #require(CalendarDate("2026-08-12".utf8))
    let sheet = try #require(PrintedAgreement(reading, district: nil, today: today)).sheet
    let canonical = try #require(reading.canonicalForm)
    let agreement = try #require(reading.agreement)
    func words(_ text: String) -> Set<Substring> { Set(text.split { !$0.isLetter && !$0.isNumber }) }
    for format in PaperFormat.allCases {
      let drawn = words(Self.shown("<body>" + format.draw([sheet], width: 70).replacing("<!-- -->", with: "")))
      for leaf in CanonicalLeaf.all(in: canonical) {
        for said in Self.spoken(leaf, in: agreement) {
          #expect(words(said).isSubset(of: drawn), "\(format): \(leaf)")
        }
      }
    }
  }
}
