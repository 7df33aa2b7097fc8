internal import Agreement
internal import AgreementReporting
internal import ArgumentParser
internal import SystemPackage

/// `concord topics`.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "Show the topics of the conversation.",
    discussion:
      "Without a name, it lists all sections and topics. With one, it shows the questions, hints and example answers. Changes in the `concord.yaml` here or above are included."
  )

  @Argument(help: "A topic or a section.")
  var id: String?

  func run() throws {
    let catalog = Catalogs.catalog(for: "")
    guard let id else {
      Output.write(TopicPages.list(catalog))
      return
    }
    guard let page = TopicPages.page(id, in: catalog) else {
      throw UnknownName("topic or section", id, catalog.topics.map(\.id) + catalog.sections.map(\.id)).error
    }
    Output.write(page)
  }
}
