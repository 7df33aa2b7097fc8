package import Agreement
package import Diagnostics
internal import YAMLSyntax

/// A baseline as written: JSON, which is a subset of YAML, so that it is read with the same errors as everything else.
package struct BaselineFile: View {
  package enum Key: Int { case version, findings }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var version: Part<Int> { self[.version] }
  package var findings: Part<List<Part<Item>>> { self[.findings] }

  package static let table = MappingDescription([
    Field(Key.version, "version", .format, required: true, title: "Version", about: "The version of the file: 1."),
    Field(
      Key.findings, "findings", .list(of: .mapping(Item.table)), title: "Findings",
      about: "The findings that are already known."),
  ])

  /// Equivalent findings.
  package struct Item: View {
    package enum Key: Int { case rule, agreement, path, content, count, level }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    package var rule: Part<String> { self[.rule] }
    package var agreement: Part<String> { self[.agreement] }
    package var path: Part<String> { self[.path] }
    package var content: Part<String> { self[.content] }
    package var count: Part<Int> { self[.count] }
    package var level: Part<String> { self[.level] }

    package static let table = MappingDescription([
      Field(Key.rule, "rule", .text, required: true, title: "Rule", about: "The rule."),
      Field(
        Key.agreement, "agreement", .text, required: true, title: "Agreement",
        about: "The agreement, by its id and school year, or by its path if it has none."),
      Field(Key.path, "path", .text, title: "Path", about: "The keys that lead to the place."),
      Field(
        Key.content, "content", .text, required: true, title: "Content",
        about: "A number that stands for the words found there."),
      Field(
        Key.level, "level", .text, required: true, title: "Level",
        about: "How serious it was: `error`, `warning` or `info`. A finding that is more serious now counts as new."),
      Field(Key.count, "count", .count, required: true, title: "Count", about: "How many findings are alike."),
    ])
  }

  /// Reads a file; returns nil if it has errors, and lists them.
  package static func read(_ source: SourceFile) -> (file: BaselineFile?, diagnostics: [Diagnostic]) {
    let (file, decoder) = read(source, Layout(of: table), limits: Limits(bytes: 64 << 20, nodes: 8_000_000))
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
