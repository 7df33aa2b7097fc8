#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
package import SystemPackage

/// The folder in which the command runs.
package enum WorkingFolder {
  /// Its path, with links resolved.
  package static let path: FilePath = {
    guard let name = unsafe getcwd(nil, 0) else { return FilePath(".") }
    defer { unsafe free(name) }
    return unsafe FilePath(platformString: name)
  }()
}

extension FilePath {
  /// The path from the root of the file system, without `.` and `..`; links stay.
  package var absolute: FilePath { (isAbsolute ? self : WorkingFolder.path.pushing(self)).lexicallyNormalized() }

  /// The path with links resolved; nil if it leads nowhere.
  package var resolved: FilePath? {
    unsafe withPlatformString { name in
      guard let real = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(real) }
      return unsafe FilePath(platformString: real)
    }
  }
}

extension FilePath {
  /// The path with its beginning replaced by another folder.
  package func replacing(_ folder: FilePath, with other: FilePath) -> FilePath {
    var path = self
    return path.removePrefix(folder) ? other.pushing(path) : self
  }
}
