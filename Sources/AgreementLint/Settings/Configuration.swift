package import Agreement
package import Diagnostics
internal import TextSupport

/// What a repository changes about the defaults: `concord.yaml`, with its names looked up.
package struct Configuration: Sendable {
  /// The file; nil if there is none.
  package let source: SourceFile?
  /// The name of the file, as shown; nil if there is none.
  package var name: String? { source?.name }
  /// The name of the district or school; nil if there is none.
  package var district: String? { file?.district.value }
  /// The time zone, as written; nil if there is none.
  package var timeZone: (name: String, range: SourceRange)? {
    guard case .present(let zone)? = file?.timeZone else { return nil }
    return (zone.value, zone.range)
  }
  /// The file of the keys, as written; nil if there is none.
  package var allowedSigners: (name: String, range: SourceRange)? {
    guard case .present(let name)? = file?.signatures.value?.allowedSigners else { return nil }
    return (name.value, name.range)
  }
  /// The topics, sections and roles.
  package let catalog: Catalog
  /// The folders to search when a command names none, as written, each with its place.
  package let agreements: [(folder: String, range: SourceRange)]
  /// What is left out.
  package let exclude: [PathPattern]
  /// The settings of the rules, apart from overrides.
  package let settings: LintSettings
  /// Levels for certain files, in file order.
  package let overrides: [Override]
  /// What is set for all files, apart from rule levels.
  private let file: ConfigurationFile?
  /// The levels that are set for all files.
  private let levels: [LevelChange]

  /// Levels for certain files.
  package struct Override: Sendable {
    /// Which files.
    package let paths: [PathPattern]
    let levels: [LevelChange]
  }

  /// What a line of the settings does to the level of a rule.
  struct LevelChange: Sendable {
    let rule: RuleID
    /// The level; nil for off.
    let level: Level?
    /// Where it is written, which may be a line for all rules of a category.
    let range: SourceRange
    /// Whether all rules of the category become errors, except this one, which cannot.
    var isGuess = false
  }

  /// One setting that is in force.
  package struct Value: Sendable {
    /// Its key, with its parents: `thresholds.stale-years`.
    package let key: String
    /// What it is set to.
    package let value: String
    /// Where it is written; nil for a default.
    package let range: SourceRange?
  }

  /// The defaults.
  package static let standard = Configuration()

  private init() {
    source = nil
    catalog = .builtIn
    agreements = []
    exclude = []
    settings = .standard
    overrides = []
    file = nil
    levels = []
  }

  fileprivate init(_ source: SourceFile, _ file: ConfigurationFile, _ catalog: Catalog, _ reader: ConfigurationReader) {
    self.source = source
    self.catalog = catalog
    agreements = (file.agreements.value ?? []).compactMap { part in part.value.map { ($0, part.range) } }
    exclude = (file.exclude.value ?? []).compactMap(\.value).map { PathPattern($0) }
    settings = reader.settings
    overrides = reader.overrides
    self.file = file
    levels = reader.levels
  }

  /// What is in force for a file and where it comes from, in key order.
  package func values(for path: String) -> [Value] {
    let matching = Set(matches(path))
    var inForce: [RuleID: LevelChange] = [:]
    for change in levels { inForce[change.rule] = change }
    for place in overrides.indices where matching.contains(place) {
      for change in overrides[place].levels { inForce[change.rule] = change }
    }
    let rules = Rule.all.compactMap { inForce[$0.id] }.map { change in
      let level = change.level?.rawValue ?? RuleSetting.off.rawValue
      return Value(
        key: "rules.\(change.rule)",
        value: change.isGuess ? "\(level), because it guesses from words and is never an error" : level,
        range: change.range
      )
    }
    return ConfigurationReader.values(file, settings, rules, otherOverrides: { !matching.contains($0) })
  }

  /// The settings for a file, by its path relative to the folder of `concord.yaml`.
  package func settings(for path: String) -> LintSettings {
    var result = settings
    for place in matches(path) { result.apply(overrides[place].levels) }
    return result
  }

  /// The indices of the overrides that apply to a file; files with the same ones share a linter.
  package func matches(_ path: String) -> [Int] {
    guard !overrides.isEmpty else { return [] }
    let path = PathPattern.Path(path)
    return overrides.indices.filter { place in overrides[place].paths.contains { $0.matches(path) } }
  }

  /// Whether a file is excluded.
  package func excludes(_ path: String) -> Bool {
    guard !exclude.isEmpty else { return false }
    let path = PathPattern.Path(path)
    return exclude.contains { $0.matches(path) }
  }

  /// Reads `concord.yaml`; returns nil if it has errors, and lists them in file order.
  package static func read(_ source: SourceFile) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
    let reading = ConfigurationFile.read(source)
    var reader = ConfigurationReader()
    if let file = reading.file { reader.read(file) }
    let found = (reading.diagnostics + reader.diagnostics).sorted { $0.range.start < $1.range.start }
    guard let file = reading.file, reading.isSound, reader.diagnostics.isEmpty else { return (nil, found) }
    return (Configuration(source, file, reading.catalog, reader), found)
  }
}

extension LintSettings {
  fileprivate mutating func apply(_ changes: [Configuration.LevelChange]) {
    for change in changes {
      levels[change.rule] = change.level
      if change.level == nil { isOff.insert(change.rule) } else { isOff.remove(change.rule) }
    }
  }
}

/// Looks up the names of a configuration.
struct ConfigurationReader {
  var settings = LintSettings.standard
  var overrides: [Configuration.Override] = []
  /// The levels that are set for all files.
  var levels: [Configuration.LevelChange] = []
  var diagnostics: [Diagnostic] = []

  /// Every file is checked against every pattern, and a hostile pull request can bring its own settings.
  private static let mostPatterns = 1_000
  private static let mostParts = 4_000
  private static let mostCharacters = 40_000

  /// What the patterns of a file have too much of; nil if a run can check every file against all of them.
  private static func excess(in patterns: [String]) -> String? {
    let sizes = patterns.map(PathPattern.size)
    let parts = sizes.reduce(0) { $0 + $1.parts }
    let characters = sizes.reduce(0) { $0 + $1.characters }
    if patterns.count > mostPatterns {
      return "there are \(patterns.count) paths under `overrides` and `exclude`, and at most \(mostPatterns) are taken"
    }
    if parts > mostParts {
      return
        "the paths under `overrides` and `exclude` name \(parts) folders and files, and at most \(mostParts) are taken"
    }
    if characters > mostCharacters {
      return
        "the paths under `overrides` and `exclude` have \(characters) characters, and at most \(mostCharacters) are taken"
    }
    return nil
  }

  mutating func read(_ file: ConfigurationFile) {
    let patterns =
      (file.exclude.value ?? []).compactMap(\.value)
      + (file.overrides.value ?? []).flatMap { ($0.value?.paths.value ?? []).compactMap(\.value) }
    if let excess = Self.excess(in: patterns) {
      diagnostics.append(
        Diagnostic(
          .limit, at: file.overrides.isAbsent ? file.exclude.keyRange : file.overrides.keyRange, excess,
          help: "name folders instead of files: `schools/north/**`"))
      return
    }
    levels = levels(file.rules.value ?? [])
    settings.apply(levels)
    for override in (file.overrides.value ?? []).compactMap(\.value) {
      overrides.append(
        Configuration.Override(
          paths: (override.paths.value ?? []).compactMap(\.value).map { PathPattern($0) },
          levels: levels(override.rules.value ?? [])))
    }
    if let thresholds = file.thresholds.value {
      for threshold in Threshold.all {
        if let number = thresholds.part(threshold).value { settings[threshold] = number }
      }
      diagnostics += Threshold.all.compactMap { $0.problem(thresholds, settings) }
    }
    if let parties = file.requiredParties.value {
      settings.requiredParties = parties.compactMap(\.value)
    }
    if let years = file.schoolYears.value, let earliest = SchoolYear("1000"), let latest = SchoolYear("9999") {
      let first = years.first.value ?? earliest
      let last = years.last.value ?? latest
      if first <= last {
        settings.schoolYears = first...last
      } else {
        report(
          .invalidYear, at: years.last.range, "the last school year, \(last), is before the first, \(first)",
          "correct one of the two years")
      }
    }
    read(calendar: file.calendar.value ?? [])
    if let signatures = file.signatures.value { read(signatures) }
    read(authors: file.authors.value ?? [])
  }

  /// The levels of rules; a category stands for all its rules, and a single rule overrides its category.
  private mutating func levels(_ entries: List<Entry<RuleSetting>>) -> [Configuration.LevelChange] {
    var categories: [Configuration.LevelChange] = []
    var single: [Configuration.LevelChange] = []
    for entry in entries {
      guard let setting = entry.part.value else { continue }
      let level = Level(rawValue: setting.rawValue)
      let category = Rule.Category(rawValue: entry.id)
      if category == .syntax || Rule.named(entry.id)?.isAlwaysOn == true {
        report(
          .wrongShape, at: entry.keyRange, "the level of `\(entry.id)` cannot be changed",
          "delete the line: a file that breaks the format has no digest, so its signatures could not be checked")
      } else if let category {
        // The structure rules that are errors, and the rule that reports unchecked signatures, stay as they are.
        categories += Rule.all.filter { $0.category == category && !$0.isAlwaysOn }.map { rule in
          let isGuess = rule.isHeuristic && level == .error
          return Configuration.LevelChange(
            rule: rule.id, level: isGuess ? .warning : level, range: entry.keyRange, isGuess: isGuess)
        }
      } else if let rule = Rule.named(entry.id) {
        if rule.isHeuristic, level == .error {
          report(
            .wrongShape, at: entry.part.range, "`\(rule.id)` guesses from words, so it cannot be an error",
            "write `warning`, `info` or `off`")
        }
        single.append(Configuration.LevelChange(rule: rule.id, level: level, range: entry.keyRange))
      } else {
        reportUnknown(
          "rule", entry.id, among: Rule.all.map(\.id.rawValue) + Rule.Category.allCases.map(\.rawValue),
          at: entry.keyRange)
      }
    }
    return categories + single
  }

  mutating func reportUnknown(_ what: String, _ name: String, among known: [String], at range: SourceRange) {
    let near = DidYouMean.nearest(to: name, among: known)
    report(
      .unknownReference, at: range, "there is no \(what) `\(name.prefix(60))`",
      near.map { "did you mean `\($0)`?" }
        ?? (known.count < 12 ? "there are \(Prose.list(known.map { "`\($0)`" }))" : "`concord rules` lists them"))
  }

  mutating func report(_ rule: RuleID, at range: SourceRange?, _ message: String, _ help: String) {
    diagnostics.append(Diagnostic(rule, at: range ?? SourceRange(0..<0), message, help: help))
  }

  /// What is in force, with places.
  static func values(
    _ file: ConfigurationFile?, _ settings: LintSettings, _ rules: [Configuration.Value],
    otherOverrides isOther: (Int) -> Bool
  ) -> [Configuration.Value] {
    var result: [Configuration.Value] = []
    func place<Value>(_ part: Part<Value>?) -> SourceRange? {
      if case .present(let located) = part { located.range } else { nil }
    }
    func add<Value>(_ key: String, _ part: Part<Value>?, _ text: String?) {
      if let text { result.append(Configuration.Value(key: key, value: text, range: place(part))) }
    }
    func list(_ part: Part<List<Part<String>>>?) -> String? {
      part?.value.map { $0.compactMap(\.value).joined(separator: ", ") }
    }
    add("district", file?.district, file?.district.value)
    add("time-zone", file?.timeZone, file?.timeZone.value)
    add("agreements", file?.agreements, list(file?.agreements) ?? ".")
    add("exclude", file?.exclude, list(file?.exclude))
    result += rules
    for (place, override) in (file?.overrides.value ?? []).enumerated() {
      guard let value = override.value, isOther(place) else { continue }
      let paths = list(value.paths) ?? ""
      for entry in value.rules.value ?? [] {
        guard let level = entry.part.value else { continue }
        result.append(
          Configuration.Value(
            key: "overrides[\(place)].\(entry.id)", value: "\(level.rawValue) in \(paths) only", range: entry.keyRange))
      }
    }
    let years = file?.schoolYears.value
    add("school-years.first", years?.first, years?.first.value?.description)
    add("school-years.last", years?.last, years?.last.value?.description)
    for entry in file?.calendar.value ?? [] {
      guard let days = entry.part.value, let starts = days.starts.value, let ends = days.ends.value else { continue }
      let closed = (days.closed.value ?? []).compactMap(\.value).map(\.description)
      let text = "\(starts) to \(ends)" + (closed.isEmpty ? "" : ", closed \(closed.joined(separator: ", "))")
      result.append(Configuration.Value(key: "calendar.\(entry.id)", value: text, range: entry.keyRange))
    }
    add(
      "required-parties", file?.requiredParties, settings.requiredParties.map(\.rawValue).joined(separator: ", "))
    let signatures = file?.signatures.value
    for entry in signatures?.required.value ?? [] {
      add("signatures.required.\(entry.id)", entry.part, entry.part.value?.rawValue)
    }
    add("signatures.allowed-signers", signatures?.allowedSigners, signatures?.allowedSigners.value)
    for entry in file?.authors.value ?? [] {
      add("authors.\(entry.id)", entry.part, entry.part.value?.compactMap(\.value).joined(separator: ", "))
    }
    for threshold in Threshold.all {
      add(
        "thresholds.\(threshold.key)", file?.thresholds.value.map { $0.part(threshold) }, String(settings[threshold]))
    }
    if let changes = file?.catalog.value {
      for (key, value, range) in changes.summary {
        result.append(Configuration.Value(key: "catalog.\(key)", value: value, range: range))
      }
    }
    return result
  }
}
