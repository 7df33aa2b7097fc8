internal import Agreement
internal import AgreementDiff
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// `concord history`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Follow topics, commitments and norms through the years.",
    discussion: """
      It shows who agreed to each one and when, when it last changed, and how long it has stayed the same. Without an id, it shows \
      every agreement under the paths. `concord history brookside --topic classroom-access` follows one topic of one agreement.
      """)

  @Argument(
    help: "The id of an agreement, and the files or folders to search, or REV:path for what git has in a revision.",
    completion: .file())
  var words: [String] = []

  @Option(
    help: "Show only this topic and its commitments.", completion: .list(Catalog.builtIn.topics.map(\.id)))
  var topic: String?

  @Option(
    help: ArgumentHelp(
      "Show only the commitments that this person has or had. Give the person's id.", valueName: "person"))
  var owner: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    // The first word is an id unless a file or folder has that name.
    var paths = words
    var id: String?
    if let first = words.first, Identifier.isValid(first),
      (try? Stat(FilePath(typed: first), followTargetSymlink: true)) == nil
    {
      id = first
      paths.removeFirst()
    }
    let index = try AgreementIndex(paths.isEmpty ? ["."] : paths)
    let agreements = index.editions
    if let id, !agreements.contains(where: { $0.id == id }) {
      throw UnknownName("agreement", id, agreements.map(\.id)).error
    }
    try index.refuseDoubles(id: id)
    var isBroken = false
    var style = output.style
    style.namesIDs = id == nil && agreements.count > 1
    var reporter = format.history(style)
    // Nothing is printed until it is certain that what was asked for exists.
    var body = Spool()
    var (people, topics, knownTopics): (Set<String>, Set<String>, Set<String>) = ([], [], [])
    var called: [String: String] = [:]
    for agreement in agreements where id == nil || agreement.id == id {
      var editions: [Edition] = []
      for input in agreement.inputs {
        switch DiffRun.read(input) {
        case .success(let read):
          editions.append(read.edition)
          people.formUnion(read.edition.people)
          called.merge(read.edition.names) { first, _ in first }
          topics.formUnion(read.edition.topics)
          if topic != nil { knownTopics.formUnion(read.edition.knownTopics) }
        case .failure(let trouble):
          Output.error(trouble.text)
          isBroken = true
        }
      }
      let history = History(editions)
      let threads = history.threads.filter(isWanted)
      if !threads.isEmpty { try body.add(reporter.add(history, threads)) }
    }
    // Each may be a year of the requested agreement.
    for input in index.unknown {
      if case .failure(let trouble) = DiffRun.read(input) {
        Output.error(trouble.text)
        isBroken = true
      }
    }
    if agreements.isEmpty, !isBroken {
      Output.error("concord: there is no agreement here; agreements are files whose names end in .agreement.yaml\n")
      throw ExitCode(2)
    }
    if !isBroken {
      try UnknownName.check(owner.map { [$0] } ?? [], "person", among: people, called: called)
      let asked: Set<String> = topic.map { [$0] } ?? []
      try UnknownName.check(asked, "topic", among: knownTopics)
      try UnknownName.check(asked, "answer to the topic", among: topics)
    }
    let (head, tail) = reporter.finish()
    Output.write(head)
    try body.drain { Output.write($0) }
    Output.write(tail)
    if isBroken { throw ExitCode(2) }
  }

  private func isWanted(_ thread: AgreementDiff.Thread) -> Bool {
    (topic.map { $0 == thread.topic } ?? true)
      && (owner.map { owner in thread.entries.contains { $0.owners.contains(owner) } } ?? true)
  }
}
