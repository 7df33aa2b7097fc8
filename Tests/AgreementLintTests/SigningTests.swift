import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// What happens to signatures during a year, step by step: each help is applied to the letter, until nothing is left to say.
@Suite struct SigningTests {
  private static let sample = "samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"
  private static let day = "2026-11-22"

  /// The findings, but for the one that nobody can do anything about: who signs late signs late.
  private func findings(_ text: String, _ today: String = day) throws -> [Finding] {
    let source = SourceFile(name: "2026-27.agreement.yaml", bytes: Array(text.utf8))
    let day = try #require(CalendarDate(today.utf8))
    return Linter(today: day).lint(AgreementReader.read(source)).filter {
      $0.diagnostic.rule.rawValue != "signature-late"
    }
  }

  private func messages(_ text: String, _ today: String = day) throws -> [String] {
    try findings(text, today).map { "\($0.diagnostic.rule): \($0.diagnostic.message)" }
  }

  /// Applies the help of the first finding again and again; returns the messages on the way.
  private func follow(_ text: String, today: String = day) throws -> (text: String, messages: [String]) {
    var text = text
    var said: [String] = []
    for _ in 0..<6 {
      guard let finding = try findings(text, today).first else { return (text, said) }
      said.append("\(finding.diagnostic.rule): \(finding.diagnostic.message)")
      let help = try #require(finding.diagnostic.help)
      let next = LiteralHelp.apply(help, to: text)
      try #require(next != text, "nothing to apply in: \(help)")
      text = next
    }
    Issue.record("a circle: \(said)")
    return (text, said)
  }

  @Test func aChange() throws {
    let text = try Root.text(Self.sample).replacing("Book room is stocked", with: "The book room is full")
    let (end, said) = try follow(text)
    #expect(
      said == ["signature-stale: the text changed after Alicia Muñoz, Karin Lindqvist and Denise Brandt signed it"])
    #expect(end.contains("status: agreed\namended: 2026-11-22\n"))
    #expect(end.contains("  brandt:\n    signed: 2026-11-22\n    method: typed\n    digest: "))
    // A second change after that is one to the text as amended, and they sign it again.
    let again = end.replacing("The book room is full", with: "The book room is empty")
    let (last, more) = try follow(again, today: "2027-02-03")
    #expect(
      more == [
        "signature-stale: Alicia Muñoz, Karin Lindqvist and Denise Brandt have not signed the text as amended on 2026-11-22"
      ])
    #expect(last.contains("\namended: 2026-11-22\n") && last.contains("    signed: 2027-02-03\n"))
  }

  /// Where the day of the change is there, it is not asked for again.
  @Test func aChangeWithItsDay() throws {
    let text = try Root.text(Self.sample).replacing("Book room is stocked", with: "The book room is full")
      .replacing("status: agreed\n", with: "status: agreed\namended: \(Self.day)\n")
    let help = try #require(try findings(text).first?.diagnostic.help)
    #expect(!help.contains("amended"))
    let (_, said) = try follow(text)
    #expect(
      said == [
        "signature-stale: Alicia Muñoz, Karin Lindqvist and Denise Brandt have not signed the text as amended on 2026-11-22"
      ])
  }

  /// Whoever only sets the day, as `concord amend` does, is told the rest on any later day: nothing asks for the day again.
  @Test(arguments: ["2026-11-22", "2026-11-23", "2027-05-01"])
  func onlyTheDay(later: String) throws {
    let text = try Root.text(Self.sample).replacing("Book room is stocked", with: "The book room is full")
    let amended = text.replacing("status: agreed\n", with: "status: agreed\namended: \(Self.day)\n")
    for text in [amended, amended.replacing("signed: 2026-08-11", with: "signed: \(Self.day)")] {
      let (end, said) = try follow(text, today: later)
      #expect(
        said == [
          "signature-stale: Alicia Muñoz, Karin Lindqvist and Denise Brandt have not signed the text as amended on 2026-11-22"
        ])
      #expect(end.contains("\namended: 2026-11-22\n"))
    }
  }

  /// Commands come before the lines to paste, and fit a shell.
  @Test func commandsAreNamed() throws {
    let text = try Root.text(Self.sample).replacing(
      "    signed: 2026-08-11\n", with: "    signed: 2026-08-11\n    withdrawn: 2026-11-02\n")
    for (name, word) in [
      ("a/2026-27.agreement.yaml", "a/2026-27.agreement.yaml"), ("-a b.agreement.yaml", "'./-a b.agreement.yaml'"),
      ("it's.agreement.yaml", "'it'\\''s.agreement.yaml'"),
    ] {
      let source = SourceFile(name: name, bytes: Array(text.utf8))
      let day = try #require(CalendarDate(Self.day.utf8))
      let help = Linter(today: day).lint(AgreementReader.read(source)).last?.diagnostic.help
      #expect(
        help?.contains("type `concord sign \(word) --as brandt`, or under `signatures`, replace the lines of") == true)
    }
    let source = SourceFile(name: "a\nb.agreement.yaml", bytes: Array(text.utf8))
    let day = try #require(CalendarDate(Self.day.utf8))
    let help = Linter(today: day).lint(AgreementReader.read(source)).last?.diagnostic.help
    #expect(help?.contains("concord sign") == false)
  }

  /// Each person signs on another day, and only those who have not are asked.
  @Test func oneAfterTheOther() throws {
    let text = try Root.text(Self.sample).replacing("Book room is stocked", with: "The book room is full")
    let help = try #require(try findings(text).first?.diagnostic.help)
    let all = LiteralHelp.apply(help, to: text)
    let old = try #require(text.firstRange(of: "  brandt:\n    signed: 2026-08-11"))
    let new = try #require(all.firstRange(of: "  brandt:\n    signed: 2026-11-22"))
    let two = all[..<new.lowerBound] + text[old.lowerBound...]
    let (_, said) = try follow(String(two))
    #expect(said == ["signature-stale: Denise Brandt has not signed the text as amended on 2026-11-22"])
  }

  @Test(arguments: [
    "  okafor:\n    name: Uche Okafor\n    role: assistant-principal\n",
    "  okafor: {name: Uche Okafor, role: assistant-principal}\n",
  ])
  func somebodyJoins(lines: String) throws {
    let text = try Root.text(Self.sample).replacing("\nconversation:", with: lines + "\nconversation:")
    let (end, said) = try follow(text)
    #expect(
      said == [
        "signature-stale: Alicia Muñoz, Karin Lindqvist and Denise Brandt signed before Uche Okafor was added",
        "signature-missing: Uche Okafor (assistant principal) has not signed",
      ])
    // The others did not sign again.
    #expect(end.contains("    signed: 2026-08-11\n") && end.contains("joined: 2026-11-22"))
    #expect(end.contains("c65008396bdec04c4adf2f9c111d2c6ce19fdf9bb89a7af52b550a4743340bf3\n  okafor:\n"))
  }

  /// The new person has signed the text with their own name in it, as an earlier version of the file asked for.
  @Test func somebodyJoinsAndHasSigned() throws {
    let text = try Root.text(Self.sample).replacing(
      "\nconversation:", with: "  okafor:\n    name: Uche Okafor\n    role: assistant-principal\n\nconversation:")
    let digest = Findings.digest(of: Array(text.utf8))
    let signed = text + "  okafor:\n    signed: 2026-11-20\n    method: typed\n    digest: \(digest)\n"
    let (_, said) = try follow(signed)
    #expect(said.count == 1 && said.first?.contains("before Uche Okafor was added") == true, "\(said)")
    // The same with `joined` set by hand: only that one signature is for another text.
    let joined = signed.replacing(
      "    role: assistant-principal\n", with: "    role: assistant-principal\n    joined: 2026-11-20\n")
    let (end, more) = try follow(joined)
    #expect(more == ["signature-stale: Uche Okafor signed a different text from the others"])
    #expect(!end.contains("amended"))
  }

  @Test func somebodyLeaves() throws {
    let text = try Root.text(Self.sample)
    let left = text.replacing(
      "    title: K-5 literacy coordinator\n", with: "    title: K-5 literacy coordinator\n    left: 2026-11-20\n")
    let expected = try findings(left).filter { $0.diagnostic.rule.rawValue.hasPrefix("signature") }.map(
      \.diagnostic.message)
    #expect(expected == [])
    // Somebody who was taken out is put back: the signature is still there.
    let lines =
      "  brandt:\n    name: Denise Brandt\n    role: content-coordinator\n    title: K-5 literacy coordinator\n"
    let gone = text.replacing(lines, with: "")
    let found = try findings(gone).first { $0.diagnostic.rule.rawValue == "unknown-reference" }
    #expect(
      found?.diagnostic.help?.contains("put their lines back under `participants` as they were, and add `left:`")
        == true)
  }

  @Test func somebodyWithdraws() throws {
    let text = try Root.text(Self.sample).replacing(
      "    signed: 2026-08-11\n", with: "    signed: 2026-08-11\n    withdrawn: 2026-11-02\n")
    let (end, said) = try follow(text)
    #expect(said.first == "signature-missing: Denise Brandt (content coordinator) withdrew the signature on 2026-11-02")
    #expect(!end.contains("withdrawn"))
  }

  /// Last year's file, copied: the dates at the top are new, and some others, too.
  @Test(arguments: [
    [("", "")],
    [("  date: 2026-08-06\n", "  date: 2027-08-05\n"), ("  reviewed: 2026-08-06\n", "  reviewed: 2027-08-05\n")],
    [("signed: 2026-08-13", "signed: 2027-01-20"), ("  date: 2026-08-06\n", "")],
    [("signed: 2026-08-13", "signed: 2027-01-20"), ("status: agreed\n", "status: agreed\namended: 2027-01-20\n")],
    [
      (
        "signed: 2026-08-13\n    method: typed\n    digest: c65008396bdec04c4adf2f9c111d2c6ce19fdf9bb89a7af52b550a4743340bf3\n",
        "signed: 2026-08-13\n    method: typed\n"
      )
    ],
  ])
  func theFileOfLastYear(changes: [(String, String)]) throws {
    var text = try Root.text(Self.sample)
    for (old, new) in [("2026-27", "2027-28"), ("2026-08-17", "2027-08-16"), ("2027-05-28", "2028-05-26")] + changes {
      text = old.isEmpty ? text : text.replacing(old, with: new)
    }
    let found = try findings(text, "2027-08-09").filter { $0.diagnostic.rule.rawValue.hasPrefix("signature") }
    #expect(
      found.map(\.diagnostic.message) == [
        "Alicia Muñoz, Karin Lindqvist and Denise Brandt signed last year's text, not this one"
      ])
    let help = try #require(found.first?.diagnostic.help)
    let next = LiteralHelp.apply(help, to: text)
    #expect(!next.contains("signatures:"))
    let missing = try findings(next, "2027-08-09").last
    #expect(missing?.diagnostic.message.hasPrefix("nobody has signed yet") == true)
    #expect(missing?.diagnostic.help?.contains("\nsignatures:\n  munoz:\n    signed: 2027-08-09\n") == true)
  }

  /// A file with errors prints no lines to paste, and who has to sign comes last.
  @Test func errorsComeFirst() throws {
    let text = try Root.text(Self.sample)
    let start = try #require(text.firstRange(of: "\nsignatures:"))
    let unsigned = String(text[..<start.lowerBound])
    let broken = unsigned.replacing("  reviewed: 2026-08-06\n", with: "  reviewed: soon\n")
    let found = try findings(broken)
    #expect(found.count > 1 && found.last?.diagnostic.rule.rawValue == "signature-missing")
    #expect(found.last?.diagnostic.help == "correct the errors in this file first; then this prints the lines to paste")
    let (end, said) = try follow(unsigned + "\n")
    #expect(said.count == 1 && end.hasSuffix("\n"))
  }

  /// However the signatures are laid out, the lines fit.
  @Test(arguments: [
    "signatures:\n",
    "signatures:\n    munoz:\n        signed: 2026-08-13\n        method: typed\n        digest: DIGEST\n",
    "signatures: {munoz: {signed: 2026-08-13, method: typed, digest: DIGEST}}\n",
    "signatures: {munoz: {signed: 2026-08-13, method: paper, recorded-by: brandt}}\n",
    "signatures:\n  munoz: {signed: 2026-08-13, method: typed}\n  brandt:\n",
  ])
  func anyLayout(signatures: String) throws {
    let text = try Root.text(Self.sample)
    let start = try #require(text.firstRange(of: "signatures:"))
    let digest = Findings.digest(of: Array(text.utf8))
    let whole = text[..<start.lowerBound] + signatures.replacing("DIGEST", with: digest)
    let (end, _) = try follow(String(whole), today: "2026-08-14")
    #expect(try messages(end, "2026-08-14") == [])
    #expect(Findings.digest(of: Array(end.utf8)) == digest)
  }
}
