internal import SystemPackage

/// The version of git on the PATH.
enum GitVersion {
  /// The oldest that knows everything that is asked of it.
  private static let least = (major: 2, minor: 34)

  /// Asked once in a run.
  private static let problem: FileFailure? = {
    do throws(FileFailure) {
      let said = try GitProcess.line(["version"]) ?? ""
      let words = said.split(separator: " ")
      guard words.count >= 3, words[0] == "git", words[1] == "version" else {
        return FileFailure("git", "the program of that name on the PATH does not say which version of git it is")
      }
      let numbers = words[2].split(separator: ".").prefix(2).compactMap { Int($0) }
      guard numbers.count == 2, (numbers[0], numbers[1]) < (least.major, least.minor) else { return nil }
      return FileFailure(
        "git", "version \(numbers[0]).\(numbers[1]) is too old; install git \(least.major).\(least.minor) or newer")
    } catch {
      return error
    }
  }()

  /// Refuses a git that is too old.
  ///
  /// - Throws: `FileFailure` if it is, or if there is no git, or it does not answer.
  static func check() throws(FileFailure) {
    if let problem { throw problem }
  }
}
