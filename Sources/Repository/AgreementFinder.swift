#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
public import SystemPackage

/// Finds the agreements that a command was asked for.
public struct AgreementFinder {
  /// The agreements, sorted by path, each once.
  public private(set) var files: [FilePath] = []
  /// What could not be looked at.
  public private(set) var failures: [FileFailure] = []

  private static let suffixes = [".agreement.yaml", ".agreement.yml"]

  /// Looks at each path: a file is taken as it is, a folder is searched.
  ///
  /// Hidden folders are skipped and links to folders are not followed, so the search always ends.
  public init(_ paths: [FilePath]) {
    for path in paths {
      do {
        let status = try Stat(path, followTargetSymlink: true)
        if status.type == .directory { search(path) } else { files.append(path) }
      } catch {
        failures.append(FileFailure(path, error))
      }
    }
    files.sort { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
    files = files.indices.filter { $0 == 0 || files[$0] != files[$0 - 1] }.map { files[$0] }
  }

  private mutating func search(_ root: FilePath) {
    var waiting = [root]
    while let folder = waiting.popLast() {
      do {
        for entry in try Self.entries(of: folder) {
          let path = folder == "." ? FilePath(root: nil, [entry]) : folder.appending(entry)
          let name = entry.string
          let isAgreement = Self.suffixes.contains { name.hasSuffix($0) && name != $0 }
          guard let status = try? Stat(path, followTargetSymlink: false) else {
            if isAgreement { files.append(path) }
            continue
          }
          if status.type == .directory, !name.hasPrefix(".") {
            waiting.append(path)
          } else if isAgreement, status.type != .directory {
            files.append(path)
          }
        }
      } catch {
        failures.append(error)
      }
    }
  }

  /// The names in a folder; swift-system has no call for it yet.
  private static func entries(of folder: FilePath) throws(FileFailure) -> [FilePath.Component] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      throw FileFailure(folder, Errno(rawValue: errno))
    }
    defer { closedir(stream) }
    var result: [FilePath.Component] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          FilePath.Component(platformString: $0)
        }
      }
      if let name, name.kind == .regular { result.append(name) }
    }
    return result
  }
}
