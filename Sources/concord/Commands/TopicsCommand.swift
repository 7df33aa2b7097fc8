internal import Agreement
internal import AgreementReporting
internal import ArgumentParser
internal import SystemPackage

/// `concord topics`.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "Show the topics of the conversation, its purposes and the roles of a coach.",
    discussion: """
      Without an id, it lists everything. With one, it shows the question, a hint and an example answer, or what a purpose or a role \
      means. Changes in the `concord.yaml` here or above are included.
      """)

  @Argument(
    help: "The id of a topic, section, role or purpose; or `roles`, or `purposes`, for all of them.",
    completion: .list(TopicPages.ids(.builtIn)))
  var id: String?

  func run() throws {
    let catalog = Catalogs.catalog(for: "")
    guard let id else {
      Output.write(TopicPages.list(catalog))
      return
    }
    guard let page = TopicPages.page(id, in: catalog) else {
      throw UnknownName("topic, section, role or purpose", id, TopicPages.ids(catalog)).error
    }
    Output.write(page)
  }
}
