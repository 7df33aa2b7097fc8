internal import ArgumentParser
internal import TestSupport

extension Measure {
  /// The diff of two school years next to the lint of the same files, and one pair of very long agreements.
  func measureDiff(_ table: inout Table) throws {
    let schools = files / 2
    let folder = "\(self.folder)/two-years-\(schools)"
    Output.note("writing \(schools) agreements of two years")
    let corpus = Corpus()
    for school in 0..<schools {
      for year in [2025, 2026] {
        let file = corpus.agreement(school, year: year)
        try Files.write(file.bytes, to: "\(folder)/\(file.path)")
      }
    }
    var ratios: [Double] = []
    var peak = 0
    for round in 0..<rounds {
      Output.note("the diff: round \(round + 1) of \(rounds)")
      let lint = try Run(concord, ["lint", "--today", "2026-09-01", "--format", "short", folder])
      let diff = try Run(concord, ["diff", "2025-26", "2026-27", folder])
      guard diff.status == 0 else { throw BenchFailure("concord diff ended with \(diff.status)") }
      ratios.append(diff.cpu / lint.cpu)
      peak = max(peak, diff.peak)
    }
    table.add("two years of \(schools) agreements: diff / lint, CPU", ratios.median, bar: 2.2)
    table.add("two years of \(schools) agreements: peak memory of the diff, MiB", Double(peak) / 1024)
    for (name, does) in [
      ("2,000 commitments", { "Step \($0), go through unit \($0 * 7 % 2000) with team \($0 % 13)" }),
      ("2,000 commitments that are all alike", { "Bring plan number\($0)" }),
    ] as [(String, (Int) -> String)] {
      var paths: [String] = []
      for year in [2025, 2026] {
        let text = Self.long(year: year, does: { year == 2025 ? does($0) : does($0) + " again" })
        paths.append("\(self.folder)/long-\(year).agreement.yaml")
        try Files.write(Array(text.utf8), to: paths[paths.count - 1])
      }
      var times: [Double] = []
      for _ in 0..<rounds { times.append(try Run(concord, ["diff"] + paths).wall) }
      table.add("\(name) on each side, seconds", times.median, bar: 1)
    }
  }

  private static func long(year: Int, does: (Int) -> String) -> String {
    var text = """
      format: 1
      id: long
      school-year: \(year)-\((year + 1) % 100)
      starts: \(year)-08-17
      ends: \(year + 1)-05-28
      status: draft
      campuses: {north: North}
      participants:
        coach: {name: Bo Brown, role: instructional-coach}
      topics:
        roles-focus:
          relationship-building:
            agreed: Much
            commitments:

      """
    for number in 0..<2000 { text += "        - {owner: coach, does: \"\(does(number))\"}\n" }
    return text
  }
}
