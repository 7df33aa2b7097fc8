internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TestSupport
internal import TextSupport

/// Measures concord against libyaml's own event loop over the same bytes, in the same run, because only ratios are
/// comparable.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord-bench", abstract: "Measure concord against libyaml's bare event loop.",
    subcommands: [Measure.self, Loop.self, Generate.self], defaultSubcommand: Measure.self)
}

/// `concord-bench loop`: the bare loop in a separate process, to run two side by side.
struct Loop: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "loop", abstract: "Run the bare loop.")

  @Argument(help: "A folder of agreements.")
  var folder: String

  @Option(help: "How often.")
  var rounds = 1

  func run() throws {
    let files = try Files(folder)
    for _ in 0..<rounds { for bytes in files.bytes { BareLoop.run(bytes) } }
  }
}

/// `concord-bench generate`: writes a corpus to look at.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "generate", abstract: "Write a corpus.")

  @Argument(help: "The folder to write.")
  var folder: String

  @Option(help: "How many agreements.")
  var files = 10

  @Flag(help: "With findings.")
  var flawed = false

  func run() throws { try Files.write(folder, count: files, flawed: flawed) }
}

/// The files of a folder, in memory.
struct Files {
  private(set) var names: [String] = []
  private(set) var bytes: [[UInt8]] = []

  /// Reads the agreements in a folder, of all years or of one.
  init(_ folder: String, year: String = "") throws {
    for path in AgreementFinder([FilePath(folder)]).files where path.lastComponent?.string.hasPrefix(year) == true {
      names.append(path.string)
      bytes.append(try FileReader.read(path, limit: 1 << 30))
    }
  }

  /// Writes a corpus unless the folder already exists.
  static func write(_ folder: String, count: Int, flawed: Bool = false) throws {
    if AgreementFinder([FilePath(folder)]).files.count == count { return }
    let corpus = Corpus()
    for school in 0..<count {
      let file = flawed ? corpus.flawed(school) : corpus.agreement(school)
      try write(file.bytes, to: "\(folder)/\(file.path)")
    }
  }

  /// Writes copies of agreements, each under an id of its own and with digests that fit, unless the folder already exists.
  static func write(_ folder: String, copiesOf samples: Files, count: Int) throws {
    if AgreementFinder([FilePath(folder)]).files.count == count { return }
    for copy in 0..<count {
      let place = copy % samples.bytes.count
      let old = AgreementReader.read(SourceFile(name: samples.names[place], bytes: samples.bytes[place]))
      guard let id = old.agreement?.content.id.value, let digest = old.digest else {
        throw BenchFailure("\(samples.names[place]) has no digest")
      }
      let name = "\(id)-\(copy)"
      let text = String(decoding: samples.bytes[place], as: UTF8.self).replacing(
        "\nid: \(id)\n", with: "\nid: \(name)\n")
      let new = AgreementReader.read(SourceFile(name: name, bytes: Array(text.utf8))).digest
      guard let new else { throw BenchFailure("a copy of \(samples.names[place]) has no digest") }
      let signed = text.replacing("\(digest)", with: "\(new)")
      try write(Array(signed.utf8), to: "\(folder)/\(name)/2026-27.agreement.yaml")
    }
  }

  /// Writes a file and the folders it needs.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let path = FilePath(path)
    var folder = FilePath(path.root.map { "\($0)" } ?? "")
    for component in path.removingLastComponent().components {
      folder.append(component)
      do { try folder.createDirectory() } catch Errno.fileExists {}
    }
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }
}
