internal import Agreement
internal import AgreementReporting

/// A file of this repository that is made from its sources.
struct GeneratedFile: Sendable {
  /// Relative to the top folder.
  let path: String
  /// Whether it is compiled into the program that makes the other files.
  var isSource = false
  let text: @Sendable () -> String

  /// Every generated file, sorted by path.
  static let all = [
    GeneratedFile(path: "Sources/Agreement/Catalog/BuiltInOutline.swift", isSource: true) { OutlineSource.text },
    GeneratedFile(path: "schema/agreement.schema.json") { AgreementSchema.text(catalog: .builtIn) },
    GeneratedFile(path: "schema/changes.md") { ChangePages.list(.markdown) },
    GeneratedFile(path: "schema/config.schema.json") { AgreementSchema.configuration },
    GeneratedFile(path: "schema/diff-report.schema.json") { DiffReportSchema.text },
    GeneratedFile(path: "schema/history-report.schema.json") { HistoryReportSchema.text },
    GeneratedFile(path: "schema/lint-report.schema.json") { ReportSchema.text },
    GeneratedFile(path: "schema/rules.md") { RulePages.list(.markdown) },
    GeneratedFile(path: "schema/verify-report.schema.json") { VerifyReportSchema.text },
  ]
}
