internal import TextSupport

/// What `concord.yaml` keeps out of a run; without it a report would look clean to anybody who has not read the
/// settings.
package struct SetAside: Sendable, Equatable {
  /// The number of rules that are off for at least one of the files.
  package var rulesOff = 0
  /// The number of rules whose level is lowered for at least one of the files, or that find less by other settings, and
  /// that are off for none.
  package var rulesLowered = 0
  /// The number of agreements that were found but excluded.
  package var filesExcluded = 0

  package init() {}

  /// The numbers in words; nil if there is nothing to report.
  package var text: String? {
    var parts: [String] = []
    if rulesOff > 0 { parts.append("\(Prose.count(rulesOff, "rule")) off") }
    if rulesLowered > 0 { parts.append("\(Prose.count(rulesLowered, "rule")) lowered") }
    if filesExcluded > 0 { parts.append("\(Prose.count(filesExcluded, "file")) excluded") }
    return parts.isEmpty ? nil : "\(Prose.list(parts)) by concord.yaml"
  }
}
