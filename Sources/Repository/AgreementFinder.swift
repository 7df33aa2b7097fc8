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
  /// The folders that were searched.
  public private(set) var folders: [FilePath] = []
  /// Files below the folders whose names may have been meant as those of agreements, sorted by path.
  public private(set) var misnamed: [FilePath] = []
  private let isMisnamed: (String) -> Bool
  /// What could not be looked at.
  public private(set) var failures: [FileFailure] = []

  private static let suffixes = [".agreement.yaml", ".agreement.yml"]

  /// Whether the name of a file is that of an agreement.
  static func isAgreement(_ name: String) -> Bool { suffixes.contains { name.hasSuffix($0) && name != $0 } }

  /// Looks at each path: a file is taken as it is, a folder is searched.
  ///
  /// Hidden folders are skipped and links to folders are not followed, so the search always ends. A link to a file is followed where
  /// it leads to another agreement in the same folder or below: a pull request may hold one to whatever CI can read.
  public init(_ paths: [FilePath], misnamed isMisnamed: @escaping (String) -> Bool = { _ in false }) {
    self.isMisnamed = isMisnamed
    for path in paths {
      do {
        let status = try Stat(path, followTargetSymlink: true)
        if status.type == .directory {
          folders.append(path)
          search(path)
        } else {
          files.append(path)
        }
      } catch {
        failures.append(FileFailure(path, error))
      }
    }
    files.sort(by: Self.precedes)
    misnamed.sort(by: Self.precedes)
    files = files.indices.filter { $0 == 0 || files[$0] != files[$0 - 1] }.map { files[$0] }
  }

  private static func precedes(_ left: FilePath, _ right: FilePath) -> Bool {
    left.withPlatformString { left in right.withPlatformString { strcmp(left, $0) < 0 } }
  }

  private mutating func search(_ root: FilePath) {
    var waiting = [root]
    let home = root.resolved
    while let folder = waiting.popLast() {
      do {
        for entry in try Self.entries(of: folder) {
          let path = folder == "." ? FilePath(root: nil, [entry.name]) : folder.appending(entry.name)
          let name = entry.name.string
          let isAgreement = Self.isAgreement(name)
          // Where it vanished, reading it will say so.
          let type = entry.type ?? (try? Stat(path, followTargetSymlink: false))?.type
          if type == .directory {
            if !name.hasPrefix(".") { waiting.append(path) }
          } else if isAgreement, type == .symbolicLink, !Self.leads(path, toAgreementBelow: home) {
            failures.append(
              FileFailure(path, "it is a link to something that is no agreement of this folder; name it to lint it"))
          } else if isAgreement {
            files.append(path)
          } else if type == .regular, isMisnamed(name) {
            misnamed.append(path)
          }
        }
      } catch {
        failures.append(error)
      }
    }
  }

  /// Whether a link may be followed; reading says of one that leads nowhere that it does.
  private static func leads(_ link: FilePath, toAgreementBelow folder: FilePath?) -> Bool {
    guard let real = link.resolved else { return true }
    guard let folder, let name = real.lastComponent?.string else { return false }
    return real.starts(with: folder) && isAgreement(name)
  }

  private struct Entry {
    let name: FilePath.Component
    /// What it is, where the file system says so along with the name.
    let type: FileType?
  }

  /// The names in a folder; swift-system has no call for it yet.
  private static func entries(of folder: FilePath) throws(FileFailure) -> [Entry] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      throw FileFailure(folder, Errno(rawValue: errno))
    }
    defer { closedir(stream) }
    var result: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          FilePath.Component(platformString: $0)
        }
      }
      guard let name, name.kind == .regular else { continue }
      let type: FileType? =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_UNKNOWN): nil
        case Int32(DT_DIR): .directory
        case Int32(DT_LNK): .symbolicLink
        default: .regular
        }
      result.append(Entry(name: name, type: type))
    }
    return result
  }
}
