internal import Agreement
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// One side of a comparison, as named on the command line.
enum DiffSide {
  case year(SchoolYear)
  case standardInput
  case revision(GitRevision)
  case path(FilePath)

  /// Reads `2025-26`, `-`, a path, or `REV:path`; an existing file or folder takes precedence over a revision.
  init(_ text: String) throws {
    if text == "-" {
      self = .standardInput
    } else if let year = SchoolYear(text) {
      self = .year(year)
    } else if let revision = try GitRevision(word: text) {
      self = .revision(revision)
    } else {
      self = .path(FilePath(typed: text))
    }
  }

  /// Whether one file was named, as opposed to a folder that happens to hold only one.
  func isOneFile(_ inputs: [DiffInput]) -> Bool {
    guard inputs.count == 1 else { return false }
    if case .path(let named) = self, case .file(let path, _) = inputs[0] { return path == named }
    return true
  }

  /// The inputs to compare; each is read when its turn comes.
  func inputs() throws -> [DiffInput] {
    switch self {
    case .year: []
    case .standardInput: [try Self.standardInputSource()]
    case .revision(let revision): try DiffInput.objects(revision)
    case .path(let path): try DiffInput.files([path])
    }
  }
}

extension DiffSide {
  private static func standardInputSource() throws -> DiffInput {
    do {
      return .source(
        SourceFile(name: "<stdin>", bytes: try FileReader.readStandardInput(limit: Limits.standard.bytes)))
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }
}

/// One agreement on one side, not read yet except for standard input, which can be read only once.
enum DiffInput: Sendable {
  /// A file, and its path with links resolved.
  case file(FilePath, at: FilePath)
  case object(GitObject)
  case source(SourceFile)

  /// The agreements below what some words name, in the folder or in git.
  static func named(_ words: [String]) throws -> [DiffInput] {
    var paths: [FilePath] = []
    var stored: [DiffInput] = []
    for word in words {
      if let revision = try GitRevision(word: word) {
        stored += try objects(revision)
      } else {
        paths.append(FilePath(typed: word))
      }
    }
    return try files(paths) + stored
  }

  /// The agreements in a revision.
  static func objects(_ revision: GitRevision) throws -> [DiffInput] {
    do {
      return try revision.files().map { .object($0) }
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
  }

  /// The agreements below some paths.
  static func files(_ paths: [FilePath]) throws -> [DiffInput] {
    let finder = AgreementFinder(paths)
    for failure in finder.failures {
      Output.error(failure)
    }
    if !finder.failures.isEmpty { throw ExitCode(2) }
    return finder.files.map { .file($0, at: finder.reals[$0] ?? $0) }
  }

  /// The catalog of its topics; an input that is in no folder uses the current folder's.
  var catalog: Catalog {
    switch self {
    case .file(let path, _): Catalogs.catalog(for: path)
    case .object, .source: Catalogs.catalog(for: "")
    }
  }

  var name: String {
    switch self {
    case .file(let path, _): path.string
    case .object(let object): object.name
    case .source(let source): source.name
    }
  }

  func read() throws(FileFailure) -> SourceFile {
    let limit = Limits.standard.bytes
    switch self {
    case .file(let path, let real):
      return SourceFile(name: path.string, bytes: try FileReader.read(path, at: real, limit: limit))
    case .object(let object): return SourceFile(name: object.name, bytes: try object.read(limit: limit))
    case .source(let source): return source
    }
  }
}
