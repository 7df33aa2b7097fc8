internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository

/// What `concord lint` is asked to do; the values here are those of a command line with only paths.
struct LintOptions {
  var paths: [String] = []
  /// The reports, as in `text` and `sarif=out.sarif`; if there are none, the environment decides.
  var formats: [String] = []
  var color = ColorChoice.auto
  var failOn = FailLevel.error
  var today: String?
  var select: [String] = []
  var ignore: [String] = []
  var jobs: Int?
  var shard: Shard?
  var maxSize: ByteCount?
  var stdinFilename: String?
  var allowEmpty = false
  var config: String?
  /// The commit whose settings count.
  var configFrom: String?
  var suppressions = true
  var fix = false
  var unsafe = false
  var diff = false
  var baseline: String?
  var newBaseline: String?
  /// The revision since which an agreement must have changed to be reported on.
  var since: String?
  /// Whether the next commit is checked and not the folder.
  var staged = false
  /// Whether new signatures have to be in commits of the people whose they are.
  var checkAuthors = false

  /// The lowest level at which a finding makes the run fail.
  enum FailLevel: String, CaseIterable, ExpressibleByArgument {
    case error
    case warning
    case info
    case never
  }

  /// What to do with the fixes that findings propose.
  enum Repair: Equatable {
    case none
    /// Write them into the files.
    case write(takesUnsafe: Bool)
    /// Show them as a diff, and print nothing else.
    case show(takesUnsafe: Bool)

    var takesUnsafe: Bool? {
      switch self {
      case .none: nil
      case .write(let takesUnsafe), .show(let takesUnsafe): takesUnsafe
      }
    }

    var showsDiff: Bool { if case .show = self { true } else { false } }
  }

  /// The level at which the run fails; nil for never.
  var failLevel: Level? { newBaseline == nil ? Level(rawValue: failOn.rawValue) : nil }

  var repair: Repair { fix ? .write(takesUnsafe: unsafe) : diff ? .show(takesUnsafe: unsafe) : .none }

  /// Refuses options that contradict each other.
  func validate() throws {
    if fix, diff { throw ValidationError("--fix writes and --diff does not; choose one of them") }
    if unsafe, !fix, !diff { throw ValidationError("--unsafe goes with --fix or --diff") }
    if fix, paths.contains("-") {
      throw ValidationError("standard input cannot be repaired in place; --diff shows the repairs")
    }
    if staged, fix || diff {
      throw ValidationError(
        "--staged checks what the next commit holds, which repairs do not change; leave out --\(fix ? "fix" : "diff")")
    }
    if staged || since != nil, paths.contains("-") {
      throw ValidationError("standard input is in no commit; leave out -, or --\(staged ? "staged" : "since")")
    }
    if diff, !formats.isEmpty { throw ValidationError("--diff prints a diff, so it has no --format") }
    if checkAuthors, since == nil {
      throw ValidationError("--check-authors looks at what is new; add --since origin/main, or another commit")
    }
    if newBaseline != nil, staged || since != nil {
      throw ValidationError(
        "--write-baseline writes the findings of all agreements; leave out --\(staged ? "staged" : "since")")
    }
    if baseline != nil, newBaseline != nil {
      throw ValidationError("--write-baseline writes all findings, so it has no --baseline beside it")
    }
  }
}
