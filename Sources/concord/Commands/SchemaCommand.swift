internal import Agreement
internal import AgreementReporting
internal import ArgumentParser
internal import SystemPackage
internal import Schema

/// `concord schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a schema or the topic catalog.",
    discussion: "With the agreement schema, an editor that knows YAML completes and explains the keys of an agreement.")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case agreement
    case config
    case diffReport = "diff-report"
    case historyReport = "history-report"
    case report
    case topics
    case verifyReport = "verify-report"
  }

  @Argument(
    help:
      "The JSON Schema of agreements (agreement), of concord.yaml (config), of `lint --format json` (report), of `diff --format json` (diff-report), of `history --format json` (history-report) or of `verify --format json` (verify-report); or the catalog as YAML (topics)."
  )
  var subject: Subject

  @Flag(
    help: "Include the topics and roles of the concord.yaml here or above, for districts with their own."
  )
  var local = false

  func run() throws {
    let catalog = local ? Catalogs.catalog(for: "") : .builtIn
    switch subject {
    case .agreement: Output.write(AgreementSchema.text(catalog: catalog))
    case .config: Output.write(AgreementSchema.configuration)
    case .diffReport: Output.write(DiffReportSchema.text)
    case .historyReport: Output.write(HistoryReportSchema.text)
    case .report: Output.write(ReportSchema.text)
    case .topics: Output.write(Schema.topics)
    case .verifyReport: Output.write(VerifyReportSchema.text)
    }
  }
}
