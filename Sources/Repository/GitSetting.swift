internal import SystemPackage
internal import TextSupport

/// A single setting of git.
package enum GitSetting {
  /// The value of a setting, wherever it is set; nil if it is not.
  ///
  /// - Throws: `FileFailure` if git cannot be asked.
  package static func value(of key: String) throws(FileFailure) -> String? {
    let result = try GitProcess.run(["config", "--null", "--get", key], .lookups)
    // The end of the value is a zero byte.
    return result.status == 0 ? RawText.text(result.output.prefix { $0 != 0 }) : nil
  }

  /// Writes a setting of the repository in the current folder.
  ///
  /// - Throws: `FileFailure` if git does not write it.
  package static func write(_ key: String, _ value: String) throws(FileFailure) {
    let result = try GitProcess.run(["config", "--local", key, value], .lookups, joinsErrors: true)
    guard result.status == 0 else {
      let said = RawText.shown(RawText.text(result.output.prefix { $0 != 0x0A }))
      throw FileFailure("git", "it does not write the setting \(key): \(TerminalText.escape(said))")
    }
  }
}
