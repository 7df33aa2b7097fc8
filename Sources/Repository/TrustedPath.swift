#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SystemPackage

/// Opens paths that others may have made: every file and folder that this program reads or writes is opened here.
///
/// A pull request can contain links: one named `concord.yaml` that leads to what nobody may read, or one named like a
/// report that leads to what nobody may write. So no link is followed below the root of the repository. Above the root
/// the repository has no say, and links are followed as usual.
enum TrustedPath {
  /// Which links below the root are followed.
  enum Links {
    case none
    /// Links to an agreement, or from a folder to another folder, in the same repository.
    case inside
  }

  /// Opens a file; what is opened is where the path led at one moment, however often somebody changes the links.
  ///
  /// - Throws: `FileFailure` if it is not there, or if the path leads through a link.
  static func open(_ path: FilePath, _ flags: Int32, links: Links) throws(FileFailure) -> FileDescriptor {
    FileDescriptor(rawValue: try open(path, flags, links: links, isFolder: false))
  }

  /// Opens a folder.
  ///
  /// - Throws: `FileFailure` if it is not there, or if the path leads through a link.
  static func openFolder(_ path: FilePath, links: Links) throws(FileFailure) -> Int32 {
    try open(path, O_RDONLY | O_DIRECTORY, links: links, isFolder: true)
  }

  private static func open(_ path: FilePath, _ flags: Int32, links: Links, isFolder: Bool) throws(FileFailure) -> Int32
  {
    // Hardly any path has a link in it, and without one nothing else needs to be known.
    let found = Beneath.open(path, from: .anywhere, flags)
    if found >= 0 { return found }
    guard errno == ELOOP else { throw failure(path) }
    // Opens the place to which the links led, even if somebody redirects them meanwhile.
    let inside = Beneath.open(try resolve(path, links: links, isFolder: isFolder), from: .anywhere, flags)
    guard inside >= 0 else { throw failure(path) }
    return inside
  }

  /// The place to which a path leads, without any link on the way; it is as trustworthy as what `open` opens, however
  /// often somebody changes the links meanwhile.
  ///
  /// - Throws: `FileFailure` if the path leads nowhere, or through a link that is not followed.
  static func resolve(_ path: FilePath, links: Links, isFolder: Bool) throws(FileFailure) -> FilePath {
    let whole = path.absolute
    let folder = isFolder ? whole : whole.removingLastComponent()
    guard let real = whole.resolved else { throw FileFailure(path, Errno(rawValue: errno)) }
    if real == whole { return whole }
    // Only the person at the keyboard has a say in where a folder outside of any repository is.
    guard let root = root(above: folder, isNamed: isFolder && links == .inside) else { return real }
    guard let home = root.resolved else { throw FileFailure(path, Errno(rawValue: errno)) }
    var below = whole
    _ = below.removePrefix(root)
    // All links are above the root.
    if real == home.pushing(below) { return real }
    guard case .inside = links else { throw FileFailure(path, Self.refusal) }
    guard real.starts(with: home), isFolder || AgreementFinder.isAgreement(real.lastComponent?.string ?? "") else {
      throw FileFailure(
        path,
        isFolder
          ? "it is a link that leads out of this repository; name the folder that it leads to"
          : "it is a link to something that is not an agreement in this repository; name the file that it leads to")
    }
    return real
  }

  /// The reason for refusing a link.
  static let refusal = "it is a link or lies behind one, and links are not followed here; put the real file here"

  /// The outermost folder that a repository has a say in. If there is none, it is the folder in which the command runs,
  /// or for anything outside that its own folder; nil for a folder outside any repository that somebody named.
  private static func root(above folder: FilePath, isNamed: Bool) -> FilePath? {
    if let root = RepositoryRoots.current, folder.starts(with: root) { return root }
    // From the top down, because a link further down may lead to another repository.
    var path = FilePath(root: folder.root, [])
    for component in folder.components {
      path.append(component)
      if (try? Stat(path.appending(".git"), followTargetSymlink: false)) != nil { return path }
    }
    if isNamed { return nil }
    return folder.starts(with: WorkingFolder.path) ? WorkingFolder.path : folder
  }

  private static func failure(_ path: FilePath) -> FileFailure {
    switch Errno(rawValue: errno) {
    case .tooManySymbolicLinkLevels: FileFailure(path, refusal)
    case let error: FileFailure(path, error)
    }
  }
}
