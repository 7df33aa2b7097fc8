internal import ArgumentParser

/// Why a command that was to change something did not.
enum Refusal {
  /// It looked, and the answer is no: exit status 1.
  static func no(_ reason: String) -> any Error { ended(reason, 1) }

  /// It could not do its job: exit status 2.
  static func cannot(_ reason: String) -> any Error { ended(reason, 2) }

  private static func ended(_ reason: String, _ code: Int32) -> any Error {
    Output.error("concord: \(reason)\n")
    return ExitCode(code)
  }
}
