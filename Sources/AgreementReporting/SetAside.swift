internal import TextSupport

/// What `concord.yaml` keeps out of a run: a report that did not say so would look clean to whoever has not read the settings.
public struct SetAside: Sendable, Equatable {
  /// The rules that are off for at least one of the files.
  public var rulesOff = 0
  /// The rules whose findings matter less than usual in at least one of the files, and that are off in none.
  public var rulesLowered = 0
  /// The agreements that were found and left out.
  public var filesExcluded = 0

  /// Nothing.
  public init() {}

  /// The numbers in words; nil where there is nothing to tell.
  public var text: String? {
    var parts: [String] = []
    if rulesOff > 0 { parts.append("\(Prose.count(rulesOff, "rule")) off") }
    if rulesLowered > 0 { parts.append("\(Prose.count(rulesLowered, "rule")) lowered") }
    if filesExcluded > 0 { parts.append("\(Prose.count(filesExcluded, "file")) excluded") }
    return parts.isEmpty ? nil : "\(Prose.list(parts)) by concord.yaml"
  }
}
