package import Diagnostics
internal import TextSupport

/// The numbers at the end of a report.
package struct ReportSummary: Sendable {
  package var files = 0
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  /// The number of findings that a comment suppresses.
  package var suppressed = 0
  /// The number of findings that are counted above but not shown, because their file has too many.
  package var omitted = 0
  /// The number of findings that a baseline knows.
  package var known = 0
  package var fixed = 0
  /// What the repository's settings keep out of the run.
  package var setAside = SetAside()
  /// What could not be done; a run with any failure is not clean, whatever it found.
  package var failures: [RunFailure] = []
  /// The number of failures not in the list.
  package var untoldFailures = 0

  /// How many there were, for the end of a list of failures; nil if the list has all of them.
  var untold: String? { untoldFailures > 0 ? "\(untoldFailures) more could not be checked" : nil }

  package init() {}

  package mutating func add(_ file: ReportedFile) {
    if !file.isAgain { files += 1 }
    suppressed += file.suppressedCount
    known += file.known
    errors += file.counts[.error] ?? 0
    warnings += file.counts[.warning] ?? 0
    infos += file.counts[.info] ?? 0
    omitted += file.omitted
  }

  /// Whether the run ended before it had checked anything, so that there is nothing to summarize.
  package var isEmptyHanded: Bool { files == 0 && !failures.isEmpty }

  /// The highest level that was found.
  package var worst: Level? { errors > 0 ? .error : warnings > 0 ? .warning : infos > 0 ? .info : nil }

  package var text: String {
    let files = Prose.count(files, "agreement")
    var parts: [String] = []
    if errors > 0 { parts.append(Prose.count(errors, "error")) }
    if warnings > 0 { parts.append(Prose.count(warnings, "warning")) }
    if infos > 0 { parts.append(Prose.count(infos, "note")) }
    let unchecked = failures.count + untoldFailures
    let found = parts.isEmpty ? "nothing to report" : Prose.list(parts)
    return "\(files): \(found)" + (suppressed > 0 ? "; \(suppressed) suppressed" : "")
      + (known > 0 ? "; \(known) known from the baseline" : "") + (fixed > 0 ? "; \(fixed) fixed" : "")
      + (omitted > 0 ? "; \(omitted) not shown" : "") + (setAside.text.map { "; \($0)" } ?? "")
      + (unchecked > 0 ? "; \(unchecked) could not be checked" : "")
  }
}
