internal import Agreement
package import AgreementLint
internal import Diagnostics

/// Findings as the tests write them: `line:column rule: message`.
package enum Findings {
  /// The findings of some bytes.
  package static func lines(
    _ bytes: [UInt8], today: String = Example.standardDay, rules: [Rule] = Rule.all, withInfos: Bool = true
  ) -> [String] {
    guard let day = CalendarDate(today.utf8) else { return ["no such day"] }
    let source = SourceFile(name: "test.agreement.yaml", bytes: bytes)
    let index = LineIndex(bytes, from: source.byteOrderMarkCount)
    return Linter(rules: rules, today: day).lint(AgreementReader.read(source)).filter { withInfos || $0.level > .info }
      .map {
        let place = LineColumn(Int($0.diagnostic.range.start), in: bytes, lines: index)
        return "\(place.line):\(place.column) \($0.diagnostic.rule): \($0.diagnostic.message)"
      }
  }
}

extension Findings {
  /// The digest of some bytes, or why there is none.
  package static func digest(of bytes: [UInt8]) -> String {
    let reading = AgreementReader.read(SourceFile(name: "test.agreement.yaml", bytes: bytes))
    return reading.digest?.description ?? "no digest: \(reading.diagnostics.map(\.message))"
  }
}

extension Findings {
  /// Whether some bytes are an agreement without errors of syntax or structure.
  package static func isSound(_ bytes: [UInt8]) -> Bool {
    AgreementReader.read(SourceFile(name: "test.agreement.yaml", bytes: bytes)).isSound
  }
}
