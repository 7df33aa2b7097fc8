import Agreement
import AgreementDiff
import Diagnostics
import TestSupport
import Testing

/// What git shows of an agreement with errors: what can be read, and then each line that cannot, however many there are.
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
    #expect(found == plain + slips.map { "cannot be read: \($0)" })
  }

  /// Where one reading finds only one of them, the file is read for each, up to a number.
  @Test(arguments: ["%", "\tx-%: a"], [1, 40])
  func linesThatRunTogetherComeLast(pattern: String, count: Int) throws {
    let slips = Self.slips(pattern, count)
    let found = try #require(Self.lines(with: slips))
    #expect(found.suffix(count) == slips.map { "cannot be read: \($0)" }[...])
  }
}
