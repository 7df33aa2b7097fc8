public import SystemPackage

/// Puts other bytes into a file that somebody else may be writing at the same time.
public enum FileReplacement {
  /// Replaces a file that still holds what was read.
  ///
  /// The new bytes are written beside the file and read back before they take its place; its permissions stay.
  ///
  /// The path is where the file is in the end, for nothing is written through a link.
  ///
  /// - Throws: `FileFailure` when the file holds something else by now, or cannot be written; then it is as it was.
  public static func replace(_ path: FilePath, holding old: [UInt8], with new: [UInt8]) throws(FileFailure) {
    let file = try AtomicFile.create(path)
    try file.write(new)
    try file.verify(new)
    try file.commit(over: old)
  }
}
