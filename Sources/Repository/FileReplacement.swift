package import SystemPackage

/// Replaces the contents of a file that somebody else may be writing at the same time.
package enum FileReplacement {
  /// Replaces a file if it still holds what was read.
  ///
  /// The new bytes are written next to the file and read back before they take its place; its permissions stay.
  ///
  /// The path must be resolved, because nothing is written through a link.
  ///
  /// - Throws: `FileFailure` if the file has changed, or cannot be written; then it is as it was.
  package static func replace(_ path: FilePath, holding old: [UInt8], with new: [UInt8]) throws(FileFailure) {
    let file = try AtomicFile.create(path)
    try file.write(new)
    try file.verify(new)
    try file.commit(over: old)
  }
}
