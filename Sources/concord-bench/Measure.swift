internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TestSupport
internal import TextSupport

/// `concord-bench`: one run, one table of ratios.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure", abstract: "Measure, and print a table.")

  @Option(help: "How many agreements.")
  var files = 10_000

  @Option(help: "The agreements of which copies are measured, too.")
  var samples = "samples/riverbend"

  @Option(help: "How many copies of them.")
  var copies = 2_100

  @Option(help: "How many agreements for the measurement of memory and of linear time; 0 leaves it out.")
  var many = 0

  @Option(help: "How often each measurement is repeated; the median counts.")
  var rounds = 5

  @Option(help: "The concord to start.")
  var concord = ".build/release/concord"

  @Option(help: "Where the corpora are kept.")
  var folder = ".build/bench"

  @Option(help: "Where to write the figures as JSON.")
  var output = ".build/bench/figures.json"

  @Option(help: "A folder with ryl, yamllint, check-jsonschema and jsonschema in it: what people would use instead.")
  var peers: String?

  @Flag(help: "Only what runs inside this process.")
  var inProcess = false

  private static let today = "2026-09-01"

  func run() throws {
    var table = Table()
    let clean = "\(folder)/agreements-\(files)"
    let flawed = "\(folder)/findings-\(min(files, 2_000))"
    Output.note("writing \(files) agreements")
    try Files.write(clean, count: files)
    try Files.write(flawed, count: min(files, 2_000), flawed: true)
    let real = "\(folder)/samples-\(copies)"
    try Files.write(real, copiesOf: Files(samples, year: "2026-27"), count: copies)
    if !inProcess {
      // Runs first, while this process is small: the memory of a child is counted from its parent's (Linux,
      // `ru_maxrss`).
      try measureProgram(clean, &table)
      if many > 0 { try measureMany(clean, &table) }
      try measureStart(clean, &table)
      try measureDiff(&table)
      if let peers { try measurePeers(peers, clean, &table) }
      try measureLarge(&table)
    }
    try measureParts(clean, "clean", &table)
    try measureParts(real, "copies of the samples", &table)
    try measureParts(flawed, "with findings", &table)
    Output.write(table.text)
    try Files.write(Array(table.json.utf8), to: output)
  }

  // MARK: - Inside this process

  /// The bare loop, reading, and the whole lint, in alternation over bytes in memory.
  private func measureParts(_ folder: String, _ name: String, _ table: inout Table) throws {
    let files = try Files(folder)
    guard let today = CalendarDate(Self.today.utf8) else { return }
    let linter = Linter(today: today)
    // Pieces of the corpus in turn, keeping the fastest round of each piece, so that noisy neighbors do not count.
    let pieces = stride(from: 0, to: files.bytes.count, by: 100).map { $0..<min($0 + 100, files.bytes.count) }
    var loop = Array(repeating: Double.infinity, count: pieces.count)
    var read = loop
    var lint = loop
    func time(_ best: inout Double, _ body: () -> Void) {
      let start = Stopwatch.cpu
      body()
      best = min(best, Stopwatch.cpu - start)
    }
    for round in 0..<rounds {
      Output.note("\(name): round \(round + 1) of \(rounds)")
      for (piece, range) in pieces.enumerated() {
        time(&loop[piece]) { for index in range { BareLoop.run(files.bytes[index]) } }
        time(&read[piece]) {
          for index in range {
            _ = AgreementReader.read(SourceFile(name: files.names[index], bytes: files.bytes[index]))
          }
        }
        time(&lint[piece]) {
          var reporter = ReportFormat.text.make(TextStyle(colored: false))
          for index in range {
            let source = SourceFile(name: files.names[index], bytes: files.bytes[index])
            _ = reporter.file(ReportedFile(source, linter.lint(AgreementReader.read(source))))
          }
        }
      }
    }
    let bare = loop.reduce(0, +)
    table.add("\(name): bare loop, microseconds a file", bare / Double(files.bytes.count) * 1e6)
    table.add("\(name): reading / bare loop", read.reduce(0, +) / bare)
    table.add("\(name): lint / bare loop", lint.reduce(0, +) / bare, bar: name == "with findings" ? nil : 1.7)
  }

  // MARK: - The program

  private func lint(_ folder: String, jobs: Int?) throws -> Run {
    let run = try Run(
      concord,
      ["lint", "--today", Self.today, "--format", "short"] + (jobs.map { ["--jobs", "\($0)"] } ?? []) + [folder])
    guard run.status == 0 || run.status == 1 else { throw BenchFailure("concord ended with \(run.status)") }
    return run
  }

  private func measureProgram(_ folder: String, _ table: inout Table) throws {
    var speedUps: [Double] = []
    var loops: [Double] = []
    var wall: [Double] = []
    var peak = 0
    let me = CommandLine.arguments[0]
    let loop = ["loop", folder, "--rounds", "3"]
    for round in 0..<rounds {
      Output.note("the program: round \(round + 1) of \(rounds)")
      let one = try lint(folder, jobs: 1)
      let two = try lint(folder, jobs: 2)
      peak = max(peak, two.peak)
      wall.append(two.wall)
      speedUps.append(one.wall / two.wall)
      let single = try Run(me, loop)
      let (left, right) = (try Started(me, loop), try Started(me, loop))
      let both = max(try Run(started: left).wall, try Run(started: right).wall)
      loops.append(2 * single.wall / both)
    }
    table.add("the program on 2 cores: seconds", wall.median)
    table.add("the program: speed-up on 2 cores", speedUps.median)
    table.add("two bare loops side by side: speed-up", loops.median)
    table.add("speed-up of the program / of two loops", speedUps.median / loops.median, least: 0.9)
    table.add("peak memory, MiB", Double(peak) / 1024, bar: 48 + Double(files) / 1024)
  }

  private func measureStart(_ folder: String, _ table: inout Table) throws {
    let empty = "\(self.folder)/empty"
    try Files.write(Array("int main(void) { return 0; }\n".utf8), to: empty + ".c")
    guard try Run("cc", ["-O2", "-o", empty, empty + ".c"]).status == 0 else { throw BenchFailure("no C compiler") }
    guard let file = AgreementFinder([FilePath(folder)]).files.first?.string else { return }
    var programs: [Double] = []
    var empties: [Double] = []
    for _ in 0..<60 {
      empties.append(try Run(empty, []).wall)
      programs.append(try Run(concord, ["lint", file]).wall)
    }
    table.add("an empty C program, ms", empties.median * 1e3)
    table.add("one file, ms", programs.median * 1e3, bar: 2.5 * empties.median * 1e3 + 3)
  }

  private func measureLarge(_ table: inout Table) throws {
    var times: [Double] = []
    for megabytes in [1, 10] {
      let path = "\(folder)/large-\(megabytes).agreement.yaml"
      let bytes = Corpus().large(bytes: megabytes << 20).bytes
      try Files.write(bytes, to: path)
      let start = Stopwatch.cpu
      for _ in 0..<3 { BareLoop.run(bytes) }
      let loop = (Stopwatch.cpu - start) / 3
      // The system counts processor time in steps too coarse for this, and one core is busy all the time.
      let quickest = try (0..<9).map { _ in try lint(path, jobs: 1).wall }.min() ?? 0
      times.append(quickest)
      table.add("one agreement of \(megabytes) MiB: lint / bare loop", quickest / loop)
    }
    table.add("10 MiB / 10 times 1 MiB", times[1] / (10 * times[0]), bar: 1.15)
  }

  private func measureMany(_ folder: String, _ table: inout Table) throws {
    let large = "\(self.folder)/agreements-\(many)"
    Output.note("writing \(many) agreements")
    try Files.write(large, count: many)
    let few = try lint(folder, jobs: nil)
    let all = try lint(large, jobs: nil)
    let factor = Double(many) / Double(files)
    table.add("\(many) files: peak memory, MiB", Double(all.peak) / 1024, bar: 48 + Double(many) / 1024)
    table.add("\(many) files / \(files) files, CPU, for each file", all.cpu / few.cpu / factor, bar: 1.15)
  }
}

extension [Double] {
  /// The median.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

/// Writes to the terminal.
enum Output {
  static func note(_ text: String) { _ = try? FileDescriptor.standardError.writeAll((text + "\n").utf8) }
  static func write(_ text: String) { _ = try? FileDescriptor.standardOutput.writeAll(text.utf8) }
}

/// The figures, with the limits they are held to.
struct Table {
  private var rows: [(name: String, value: Double, bar: String, isMet: Bool?)] = []

  mutating func add(_ name: String, _ value: Double, bar: Double? = nil, least: Double? = nil) {
    let isMet = bar.map { value <= $0 } ?? least.map { value >= $0 }
    let text = bar.map { "at most \(Self.short($0))" } ?? least.map { "at least \(Self.short($0))" } ?? ""
    rows.append((name, value, text, isMet))
  }

  private static func short(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    let cents = String(scaled % 100)
    return "\(scaled / 100).\(cents.utf8.count < 2 ? "0" : "")\(cents)"
  }

  var text: String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let name = row.name + String(repeating: " ", count: width - row.name.count)
      let value = Self.short(row.value)
      let number = String(repeating: " ", count: max(0, 10 - value.count)) + value
      return "\(name) \(number)  \(row.bar)\(row.isMet.map { $0 ? "  met" : "  NOT MET" } ?? "")\n"
    }.joined()
  }

  var json: String {
    var writer = JSONWriter(indented: true)
    writer.array { writer in
      for row in rows {
        writer.object { writer in
          writer.key("name")
          writer.string(row.name)
          writer.key("value")
          writer.string(Self.short(row.value))
          writer.key("bar")
          writer.string(row.bar)
          if let isMet = row.isMet {
            writer.key("met")
            writer.bool(isMet)
          }
        }
      }
    }
    return writer.text + "\n"
  }
}
