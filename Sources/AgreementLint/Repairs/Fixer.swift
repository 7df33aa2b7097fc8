package import Agreement
package import Diagnostics
package import YAMLSyntax

/// Applies the fixes that findings propose, and checks the result before anybody sees it.
package struct Fixer: Sendable {
  private let linter: Linter
  private let catalog: Catalog
  private let limits: Limits
  private let takesUnsafe: Bool

  /// The most rounds of fixes for one file; one fix can make another possible.
  private static let rounds = 10
  /// How often a file is read to find those fixes that do no harm, when all of them together do.
  private static let mostChecks = 200

  /// Makes a fixer that takes the safe fixes, or the unsafe ones, too.
  package init(_ linter: Linter, catalog: Catalog, limits: Limits, takesUnsafe: Bool) {
    self.linter = linter
    self.catalog = catalog
    self.limits = limits
    self.takesUnsafe = takesUnsafe
  }

  /// A file after its fixes.
  package struct Result: Sendable {
    /// The file afterward; the same file if nothing was fixed.
    package let source: SourceFile
    /// The number of fixes made.
    package let count: Int
  }

  /// Fixes a file, in memory.
  package func fix(_ source: SourceFile) -> Result {
    var current = read(source)
    var count = 0
    for _ in 0..<Self.rounds {
      let fixes = self.fixes(in: current)
      guard !fixes.isEmpty, let next = applied(fixes, to: current) else { break }
      current = next.reading
      count += next.count
    }
    return Result(source: current.document.source, count: count)
  }

  /// Makes fixes that were found by looking at other files, too; returns nil if they would do harm.
  package func apply(_ fixes: [Fix], to source: SourceFile) -> Result? {
    let wanted = fixes.filter { takesUnsafe || $0.safety == .safe }
    guard !wanted.isEmpty, let result = applied(wanted, to: read(source)) else { return nil }
    return Result(source: result.reading.document.source, count: result.count)
  }

  private func read(_ source: SourceFile) -> AgreementReading {
    AgreementReader.read(source, catalog: catalog, limits: limits)
  }

  /// The fixes that do not touch each other, in file order.
  private func fixes(in reading: AgreementReading) -> [Fix] {
    var result: [Fix] = []
    var end = -1
    var cause: SourceRange?
    for finding in linter.lint(reading) where finding.suppression == nil {
      guard let fix = finding.diagnostic.fix, takesUnsafe || fix.safety == .safe, let first = fix.edits.first,
        let last = fix.edits.last
      else { continue }
      // Things missing from one place can be inserted one after the other; the order of other insertions would matter.
      let follows =
        Int(first.range.start) == end && fix.edits.allSatisfy(\.range.isEmpty) && cause == finding.diagnostic.range
      guard Int(first.range.start) > end || follows else { continue }
      result.append(fix)
      end = Int(last.range.end)
      cause = finding.diagnostic.range
    }
    return result
  }

  /// The file with all fixes, or with those that do no harm if together they would; nil if there are none.
  private func applied(_ fixes: [Fix], to reading: AgreementReading) -> (reading: AgreementReading, count: Int)? {
    var kept: [Fix] = []
    var result: AgreementReading?
    var checks = 0
    // Where several do harm together, each half is tried by itself, so that a few harmful ones among many are soon found.
    var rest = [fixes[...]]
    while let next = rest.popLast(), checks < Self.mostChecks {
      checks += 1
      if let after = checked(kept + next, reading) {
        kept += next
        result = after
      } else if next.count > 1 {
        let middle = next.startIndex + next.count / 2
        rest += [next[middle...], next[..<middle]]
      }
    }
    return result.map { ($0, kept.count) }
  }

  /// The file after some fixes; nil if a safe one would change what was signed, or the file would have more errors.
  private func checked(_ fixes: [Fix], _ reading: AgreementReading) -> AgreementReading? {
    let source = reading.document.source
    let bytes = Fix(.unsafe, fixes.flatMap(\.edits)).applied(to: source.bytes)
    guard bytes != source.bytes else { return nil }
    let after = read(SourceFile(name: source.name, bytes: bytes))
    if reading.isSound {
      guard after.isSound else { return nil }
      if !fixes.contains(where: { $0.safety == .unsafe }), after.canonicalForm != reading.canonicalForm { return nil }
    } else if errorCount(after) > errorCount(reading) || !after.document.isComplete && reading.document.isComplete {
      return nil
    }
    return after
  }

  private func errorCount(_ reading: AgreementReading) -> Int {
    reading.diagnostics.count { $0.severity == .error }
  }
}
