package import Diagnostics
internal import YAMLSyntax

/// A baseline as written: JSON, which is a subset of YAML, so that it is read with the same errors as everything else.
package struct BaselineFile: MappingValue {
  /// The version of the format.
  package internal(set) var version: Part<Int>
  /// The known findings.
  package internal(set) var findings: Part<[Part<Item>]>

  init(holder: SourceRange) {
    version = .absent(holder: holder)
    findings = .absent(holder: holder)
  }

  static let shape = MappingShape<BaselineFile>([
    Field(
      "version", { $0.version = $1 }, .format, required: true, title: "Version", about: "The version of the file: 1."),
    Field(
      "findings", { $0.findings = $1 }, .list(of: Item.shape.asShape()), title: "Findings",
      about: "The findings that are already known."),
  ])

  /// Equivalent findings.
  package struct Item: MappingValue {
    /// The rule.
    package internal(set) var rule: Part<String>
    /// The agreement, by its id and school year, or by its path.
    package internal(set) var agreement: Part<String>
    /// The keys that lead to the place.
    package internal(set) var path: Part<String>
    /// A hash of the words.
    package internal(set) var content: Part<String>
    /// The number of such findings.
    package internal(set) var count: Part<Int>
    /// The level: `error`, `warning` or `info`.
    package internal(set) var level: Part<String>

    init(holder: SourceRange) {
      rule = .absent(holder: holder)
      agreement = .absent(holder: holder)
      path = .absent(holder: holder)
      content = .absent(holder: holder)
      count = .absent(holder: holder)
      level = .absent(holder: holder)
    }

    static let shape = MappingShape<Item>([
      Field("rule", { $0.rule = $1 }, .plainText, required: true, title: "Rule", about: "The rule."),
      Field(
        "agreement", { $0.agreement = $1 }, .plainText, required: true, title: "Agreement",
        about: "The agreement, by its id and school year, or by its path if it has none."),
      Field("path", { $0.path = $1 }, .plainText, title: "Path", about: "The keys that lead to the place."),
      Field(
        "content", { $0.content = $1 }, .plainText, required: true, title: "Content",
        about: "A number that stands for the words found there."),
      Field(
        "level", { $0.level = $1 }, .plainText, required: true, title: "Level",
        about: "How serious it was: `error`, `warning` or `info`. A finding that is more serious now counts as new."),
      Field("count", { $0.count = $1 }, .count, required: true, title: "Count", about: "How many findings are alike."),
    ])
  }

  /// Reads a file; returns nil if it has errors, and lists them.
  package static func read(_ source: SourceFile) -> (file: BaselineFile?, diagnostics: [Diagnostic]) {
    let (file, decoder) = shape.read(source, limits: Limits(bytes: 64 << 20, nodes: 8_000_000))
    // What else another version holds is not a mistake.
    if case .present(let version) = file?.version, version.value > 1 {
      return (
        nil,
        [
          Diagnostic(
            .unsupportedFormat, at: version.range,
            "this baseline has version \(version.value), and this concord knows version 1",
            help: "install a newer concord, or write the baseline anew with `--write-baseline`")
        ]
      )
    }
    var diagnostics = decoder.diagnostics
    if decoder.document.isBlank {
      diagnostics[0].help = "write the baseline with `concord lint --write-baseline`"
    }
    let isSound = diagnostics.allSatisfy { $0.severity == .mild }
    return (isSound ? file : nil, diagnostics)
  }
}
