import Agreement
import AgreementDiff
import AgreementReporting
import Diagnostics
import TestSupport
import Testing

/// Whatever two agreements say, their diff comes to an end, tells the same from both sides, and prints nothing that a terminal obeys.
@Suite struct MutantDiffTests {
  @Test func diffsOfMutantsHold() throws {
    var mutator = Mutator(seed: 5)
    let sources =
      try (Root.vectors + Root.riverbend.prefix(4)).map { try Root.bytes($0) } + MistakeCorpus.all.flatMap { $0.cures }
    var previous: (source: SourceFile, edition: Edition)?
    var compared = 0
    for number in 0..<5000 {
      let source = SourceFile(name: "mutant.agreement.yaml", bytes: mutator.sibling(of: sources))
      guard let edition = Edition(AgreementReader.read(source), withheld: .none) else { continue }
      // Mostly a file and its own mutant, else two that have little in common.
      defer { if number % 3 == 0 || previous == nil { previous = (source, edition) } }
      guard let old = previous else { continue }
      compared += 1
      let there = Comparison(old.edition, edition)
      let back = Comparison(edition, old.edition)
      let explanation = String(
        decoding: old.source.bytes + [0x0A, 0x2D, 0x2D, 0x2D, 0x0A] + source.bytes, as: UTF8.self)
      #expect(
        back.changes.map(\.kind.mirror.id).sorted() == there.changes.map(\.kind.id).sorted(),
        "from the other side: \(explanation)")
      #expect(there.carried.count == back.carried.count, "\(explanation)")
      #expect(Comparison(edition, edition).changes.isEmpty, "\(explanation)")
      let format = DiffFormat.all[number % DiffFormat.all.count]
      var reporter = format.diff(DiffStyle(text: TextStyle(colored: false), width: 80))
      var district = DistrictSummary()
      let diff = ReportedDiff(there, old: old.source, new: source)
      district.add(diff)
      let body = reporter.add(diff)
      let (head, tail) = reporter.finish(district)
      let output = head + body + tail
      #expect(
        !output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F },
        "a control character: \(explanation)")
    }
    #expect(compared > 600)
  }
}
