internal import ArgumentParser
internal import Repository
internal import SystemPackage

/// Writes the files of this repository that are made from its sources.
@main
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord-generate",
    abstract: "Write the generated files of this repository, and list those that changed.")

  @Flag(help: "Write nothing, and exit with 1 if a file is out of date.")
  var check = false

  func run() throws {
    var isStale = false
    for file in GeneratedFile.all {
      let (path, bytes) = (FilePath(file.path), Array(file.text().utf8))
      if let old = try? FileReader.read(path, limit: 1 << 24), old == bytes { continue }
      isStale = true
      print(file.path)
      if !check { try Self.write(bytes, to: path) }
      // The files after an outdated source are made by a program that was built from it.
      if file.isSource { break }
    }
    if check, isStale { throw ExitCode(1) }
  }

  private static func write(_ bytes: [UInt8], to path: FilePath) throws {
    let file = try AtomicFile.create(path)
    try file.write(bytes)
    try file.commit()
  }
}
