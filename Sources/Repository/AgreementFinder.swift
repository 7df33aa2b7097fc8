#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import SystemPackage
internal import TextSupport

/// Finds the agreements that a command was asked about.
package struct AgreementFinder {
  /// The agreements, sorted by path, each once, however often and under whatever names it was asked for.
  package private(set) var files: [FilePath] = []
  /// The folders that were searched.
  package private(set) var folders: [FilePath] = []
  /// Files below the folders whose names may have been meant as names of agreements, sorted by path.
  package private(set) var misnamed: [FilePath] = []
  private let isMisnamed: (String) -> Bool
  private let followed: TrustedPath.Links
  /// Temporary files below the folders that a killed run left behind.
  package private(set) var leftovers: [FilePath] = []
  /// What could not be checked.
  package private(set) var failures: [FileFailure] = []
  /// The resolved paths of the files that links lead to or that were named through a link; all other files are where
  /// their paths say.
  package private(set) var reals: [FilePath: FilePath] = [:]
  /// The files that are links.
  private var links: Set<FilePath> = []

  private static let suffixes = [".agreement.yaml", ".agreement.yml"]

  /// Whether the name of a file is that of an agreement.
  static func isAgreement(_ name: String) -> Bool { suffixes.contains { name.hasSuffix($0) && name != $0 } }

  /// Whether a file has the name of an agreement or of a settings file.
  package static func isOfConcord(_ path: FilePath) -> Bool {
    guard let name = path.lastComponent?.string else { return false }
    return isAgreement(name) || name == ConfigurationFinder.fileName
  }

  /// Looks at each path: a file is taken as it is, a folder is searched.
  ///
  /// Hidden folders are skipped and links to folders are not followed, so the search always ends. A link to a file is
  /// followed only if it leads to another agreement in the same folder or below, because a pull request may contain a
  /// link to anything that CI can read. Each folder is opened from the one that was asked for, so nothing outside is
  /// searched, whatever somebody moves meanwhile. `areNamed` says that a person named the paths, as opposed to the
  /// settings, which may be a stranger's; only then may a folder be a link.
  package init(
    _ paths: [FilePath], areNamed: Bool = true, misnamed isMisnamed: @escaping (String) -> Bool = { _ in false }
  ) {
    self.isMisnamed = isMisnamed
    followed = areNamed ? .inside : .none
    for path in paths {
      do {
        let status = try Stat(path, followTargetSymlink: true)
        if status.type == .directory {
          folders.append(path)
          search(path)
        } else {
          take(named: path)
        }
      } catch Errno.noSuchFileOrDirectory {
        failures.append(FileFailure(missing: path))
      } catch {
        failures.append(FileFailure(path, error))
      }
    }
    // A single search that met no link finds nothing twice.
    let mayRepeat = paths.count > 1 || !reals.isEmpty
    let order =
      mayRepeat ? Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
    files.sort(by: Self.precedes)
    misnamed.sort(by: Self.precedes)
    files = files.indices.filter { $0 == 0 || files[$0] != files[$0 - 1] }.map { files[$0] }
    if mayRepeat { keepEachOnce(order) }
  }

  /// Keeps, of several names for one file, the first that is not a link.
  private mutating func keepEachOnce(_ order: [FilePath: Int]) {
    func rank(_ path: FilePath) -> (Int, Int) { (links.contains(path) ? 1 : 0, order[path] ?? 0) }
    var best: [FilePath: FilePath] = [:]
    for path in files {
      let real = reals[path] ?? path.absolute
      if let known = best[real], rank(known) <= rank(path) { continue }
      best[real] = path
    }
    files = files.filter { best[reals[$0] ?? $0.absolute] == $0 }
  }

  /// Takes a file that was named, unless a link on the way leads out of its repository.
  private mutating func take(named path: FilePath) {
    let real: FilePath?
    do throws(FileFailure) {
      real =
        StreamPath.isOne(path) ? path.resolved : try TrustedPath.resolve(path, links: .inside, isFolder: false)
    } catch {
      failures.append(error)
      return
    }
    take(path, real: real, isLink: (try? Stat(path, followTargetSymlink: false))?.type == .symbolicLink)
  }

  private mutating func take(_ path: FilePath, real: FilePath?, isLink: Bool) {
    files.append(path)
    if let real, real != path.absolute { reals[path] = real }
    if isLink { links.insert(path) }
  }

  private static func precedes(_ left: FilePath, _ right: FilePath) -> Bool {
    unsafe left.withPlatformString { left in unsafe right.withPlatformString { unsafe strcmp(left, $0) < 0 } }
  }

  private mutating func search(_ root: FilePath) {
    let home: FilePath
    let top: Int32
    do throws(FileFailure) {
      // The folder that is searched is the one whose place is known, whatever a link leads to meanwhile.
      home = try TrustedPath.resolve(root, links: followed, isFolder: true)
      top = try TrustedPath.openFolder(home, links: .none)
    } catch {
      failures.append(error)
      return
    }
    defer { close(top) }
    // If the folder is its own resolved path, so is every file below it.
    let isPlain = home == root.absolute
    // The path below the opened folder, which is empty for the folder itself.
    var waiting: [(path: FilePath, below: FilePath, real: FilePath?)] = [(root, "", isPlain ? nil : home)]
    while let folder = waiting.popLast() {
      do {
        for entry in try Self.entries(of: folder.below, in: top, shown: folder.path) {
          let path = folder.path == "." ? FilePath(root: nil, [entry.name]) : folder.path.appending(entry.name)
          let name = entry.name.string
          let isAgreement = Self.isAgreement(name)
          // If it vanished, reading it will say so.
          let type = entry.type
          if type == .directory {
            if !name.hasPrefix(".") {
              waiting.append((path, folder.below.appending(entry.name), folder.real?.appending(entry.name)))
            }
          } else if isAgreement, type == .symbolicLink {
            let real = path.resolved
            if real == nil {
              failures.append(FileFailure(path, Errno(rawValue: errno)))
            } else if Self.leads(real, toAgreementBelow: home) {
              take(path, real: real, isLink: true)
            } else {
              failures.append(
                FileFailure(
                  path,
                  "it is a link to something that is not an agreement in this folder; name the file that it leads to"))
            }
          } else if isAgreement {
            take(path, real: folder.real?.appending(entry.name), isLink: false)
          } else if type == .regular, Leftovers.isName(name) {
            leftovers.append(path)
          } else if type == .regular, isMisnamed(name) {
            misnamed.append(path)
          }
        }
      } catch {
        failures.append(error)
      }
    }
  }

  /// Whether a link may be followed.
  private static func leads(_ real: FilePath?, toAgreementBelow folder: FilePath?) -> Bool {
    guard let real, let folder, let name = real.lastComponent?.string else { return false }
    return real.starts(with: folder) && isAgreement(name)
  }

  fileprivate struct Entry {
    let name: FilePath.Component
    /// The type; nil if the file vanished.
    let type: FileType?
  }

  /// The names in a folder relative to an open one; swift-system has no call for this yet.
  private static func entries(of below: FilePath, in top: Int32, shown: FilePath) throws(FileFailure) -> [Entry] {
    let folder = Beneath.open(below.isEmpty ? "." : below, from: .folder(top), O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { throw FileFailure(shown, Errno(rawValue: errno)) }
    guard let stream = unsafe fdopendir(folder) else {
      let error = Errno(rawValue: errno)
      close(folder)
      throw FileFailure(shown, error)
    }
    return unsafe entries(of: stream)
  }

  /// The names in an open folder.
  static func names(in folder: Int32) -> [FilePath.Component] {
    ((try? entries(of: "", in: folder, shown: "")) ?? []).map(\.name)
  }

  /// The names in a folder.
  fileprivate static func entries(of folder: FilePath) throws(FileFailure) -> [Entry] {
    guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else {
      throw FileFailure(folder, Errno(rawValue: errno))
    }
    return unsafe entries(of: stream)
  }

  #if canImport(Darwin)
    private typealias FolderStream = UnsafeMutablePointer<DIR>
  #else
    private typealias FolderStream = OpaquePointer
  #endif

  private static func entries(of stream: FolderStream) -> [Entry] {
    defer { unsafe closedir(stream) }
    var result: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(
          to: CInterop.PlatformChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)
        ) {
          unsafe FilePath.Component(platformString: $0)
        }
      }
      guard let name, name.kind == .regular else { continue }
      let type: FileType? =
        switch unsafe Int32(entry.pointee.d_type) {
        // Some file systems do not give the type along with the name.
        case Int32(DT_UNKNOWN): unsafe type(of: name, in: dirfd(stream))
        case Int32(DT_DIR): .directory
        case Int32(DT_LNK): .symbolicLink
        default: .regular
        }
      result.append(Entry(name: name, type: type))
    }
    return result
  }
}

extension AgreementFinder {
  /// The type of a name in an open folder.
  private static func type(of name: FilePath.Component, in folder: Int32) -> FileType? {
    var status = stat()
    let isThere = unsafe FilePath(root: nil, [name]).withPlatformString {
      unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) == 0
    }
    return isThere ? Stat(rawValue: status).type : nil
  }
}

extension FileFailure {
  /// A missing file or folder, with a neighboring name that was probably meant.
  package init(missing path: FilePath) {
    let reason = "there is no such file or folder"
    // Each folder of the path is checked, and systems do not open longer paths.
    guard path.length <= 4_096 else {
      self.init(path, reason)
      return
    }
    var folder = path.removingLastComponent()
    var name = path.lastComponent
    var rest: [FilePath.Component] = []
    // The first missing part of the path is the one that was mistyped.
    while let component = folder.lastComponent, (try? Stat(folder, followTargetSymlink: true)) == nil {
      if let name { rest.append(name) }
      name = component
      folder.removeLastComponent()
    }
    let names = (try? AgreementFinder.entries(of: folder.isEmpty ? "." : folder))?.map(\.name.string)
    guard let name, let names, let near = DidYouMean.nearest(to: name.string, among: names.sorted()),
      near != name.string
    else {
      self.init(path, reason)
      return
    }
    let part = folder.appending(near)
    let whole = rest.reversed().reduce(part) { $0.appending($1) }
    let meant = (try? Stat(whole, followTargetSymlink: true)) == nil ? part : whole
    self.init(path, "\(reason); did you mean '\(TerminalText.escape(meant.string))'?")
  }
}
