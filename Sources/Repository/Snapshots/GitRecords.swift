internal import SystemPackage

extension GitProcess {
  /// The most bytes of all records together; a path for each of a million files is half of it.
  private static let mostBytes = 1 << 28

  /// Runs git to its end and cuts what it prints at zero bytes.
  ///
  /// `empty` is the exit status with which git says that it found nothing.
  ///
  /// - Throws: `FileFailure` if there is no git, if it fails or has too much to say, or if it kept the run waiting for too long.
  static func records(
    _ arguments: [String], isEmptyWhen empty: Int? = nil
  ) throws(FileFailure) -> [ArraySlice<UInt8>] {
    let process = try GitProcess(arguments, .revisions)
    process.closeInput()
    var output: [UInt8] = []
    do {
      while true {
        let piece = try process.read(upTo: 1 << 16)
        if piece.isEmpty { break }
        output += piece
        guard output.count <= mostBytes else { throw FileFailure("git", "there are too many files to list") }
      }
    } catch {
      process.stop()
      throw error as? FileFailure ?? FileFailure("git", "it cannot be read")
    }
    let status = process.finish()
    guard status == 0 || output.isEmpty && status == empty else {
      throw try GitAdvice.refusal()
    }
    return output.split(separator: 0)
  }

  /// What git prints on one line; nil if it fails.
  static func line(_ arguments: [String], _ budget: GitBudget = .revisions) throws(FileFailure) -> String? {
    let result = try run(arguments, budget)
    guard result.status == 0 else { return nil }
    return String(decoding: result.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
