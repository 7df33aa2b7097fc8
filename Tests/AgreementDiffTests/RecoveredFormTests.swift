import Agreement
import AgreementDiff
import Diagnostics
import TestSupport
import Testing

/// What git shows of an agreement with errors: what can be read, and then the keys of each part that cannot, however many there are.
@Suite struct RecoveredFormTests {
  private static let sound = Corpus().agreement(1).bytes

  private static func lines(with slips: [String]) -> [String]? {
    let text = String(decoding: sound, as: UTF8.self) + slips.map { $0 + "\n" }.joined()
    let source = SourceFile(name: "x", bytes: Array(text.utf8))
    return Edition.recoveredForm(of: source, AgreementReader.read(source), catalog: .builtIn, withheld: .none)
  }

  private static func slips(_ pattern: String, _ count: Int) -> [String] {
    (0..<count).map { pattern.replacing("%", with: "\($0)") }
  }

  @Test(
    arguments: ["x-%: \"a\" b", "x-%: a: b", "x-%: 'a' b", "wrong-%: a"], [1, 3, 20, 80])
  func eachLineThatCannotBeReadComesLast(pattern: String, count: Int) throws {
    let slips = Self.slips(pattern, count)
    let plain = try #require(Self.lines(with: []))
    let found = try #require(Self.lines(with: slips))
    #expect(found == plain + slips.map { "not read: \($0.prefix { $0 != ":" })" })
  }

  /// Where one reading finds only one of them, the file is read for each, up to a number.
  @Test(arguments: [1, 40])
  func linesThatRunTogetherComeLast(count: Int) throws {
    let tabs = try #require(Self.lines(with: Self.slips("\tx-%: a", count)))
    #expect(tabs.suffix(count).allSatisfy { $0.hasPrefix("not read: ") && $0.contains("x-") }, "\(tabs.suffix(count))")
    let words = try #require(Self.lines(with: Self.slips("%", count)))
    #expect(words.last == (count == 1 ? "not read: 1 line" : "not read: \(count) lines"))
  }

  /// One line of a sample, and the part that is named for it; everything else is what it was.
  @Test(arguments: [
    ("      agreed: By invitation", "      agreed: By: invitation", "topics.access.classroom-access.agreed"),
    ("    name: Karin Lindqvist", "    name: \"Karin\" Lindqvist", "participants.lindqvist.name"),
    ("status: agreed", "status: [agreed", "status"), ("starts: 2026-08-17", "starts: 17 or 18 August", "starts"),
    (
      "          does: Finish three cycles", "          does: {Finish three cycles",
      "topics.engagement.individual-cycles.commitments.does"
    ),
  ])
  func eachPartIsNamedByItsKeys(line: String, broken: String, path: String) throws {
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    #expect(text.contains(line), "the sample has changed")
    func lines(_ text: String) -> [String] {
      let source = SourceFile(name: "x", bytes: Array(text.utf8))
      return Edition.recoveredForm(of: source, AgreementReader.read(source), catalog: .builtIn, withheld: .none) ?? []
    }
    let (sound, found) = (lines(text), lines(text.replacing(line, with: broken)))
    #expect(found.last == "not read: \(path)", "\(found.suffix(3))")
    #expect(Set(sound).symmetricDifference(found).count <= 3, "\(Set(sound).symmetricDifference(found))")
  }

  /// A file too large to set its errors aside is read as far as it goes; one that is no agreement is not.
  @Test func whatIsLargeIsReadAsFarAsItGoes() throws {
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let large =
      text.replacing("status: agreed", with: "status: agred") + String(repeating: "# padding\n", count: 20_000)
    let source = SourceFile(name: "x", bytes: Array(large.utf8))
    let found = try #require(
      Edition.recoveredForm(of: source, AgreementReader.read(source), catalog: .builtIn, withheld: .none))
    #expect(found.count > 100 && found.last == "not read: status", "\(found.suffix(3))")
    let other = SourceFile(name: "x", bytes: Array("no agreement: at all\n".utf8))
    #expect(Edition.recoveredForm(of: other, AgreementReader.read(other), catalog: .builtIn, withheld: .none) == nil)
  }
}
