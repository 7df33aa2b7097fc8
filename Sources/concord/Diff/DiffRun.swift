internal import Agreement
internal import AgreementDiff
internal import AgreementLint
internal import AgreementReporting
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What `concord diff` does, apart from its command line.
struct DiffRun {
  let format: DiffFormat
  let style: DiffStyle
  let filter: DiffFilter
  /// The classes of changes that make the run fail.
  let failOn: Set<ChangeClass>
  let failsOnChange: Bool
  let isSummary: Bool
  let jobs: Int?

  /// Two sides of one agreement, one of which may be missing, and the years before the old side, the latest first.
  struct Pair: Sendable {
    var id: String
    var old: DiffInput?
    var new: DiffInput?
    var earlier: [DiffInput] = []
    /// The ids of agreements on the other side that may be the same; only if a side is missing.
    var perhaps: [String] = []
  }

  /// What can be asked for: the people of the compared agreements, and the topics of their catalogs.
  private struct Names: Sendable {
    var people: Set<String> = []
    /// What the people are called, by their ids.
    var called: [String: String] = [:]
    var topics: Set<String> = []
  }

  private enum Result: Sendable {
    case diff(ReportedDiff, classes: Set<ChangeClass>, hasChanges: Bool, names: Names)
    /// What to report about sides that could not be read.
    case unread(id: String, text: String)
  }

  /// Compares; throws the exit status.
  func callAsFunction(_ words: [String]) throws {
    let (left, right) = (try DiffSide(words[0]), try DiffSide(words[1]))
    let paths = Array(words.dropFirst(2))
    let pairs: [Pair]
    switch (left, right) {
    case (.year(let old), .year(let new)):
      let index = try AgreementIndex(paths.isEmpty ? ["."] : paths)
      try index.refuseDoubles()
      try Self.check([old, new], in: index)
      pairs = index.pairs(old, new)
    case (.year, _), (_, .year):
      throw ValidationError(
        "a school year is compared with another school year; write ./\(words[0]) for a file of that name")
    case (.standardInput, .standardInput): throw ValidationError("only one side can be standard input")
    case (.path, _), (.revision, _), (.standardInput, _):
      guard paths.isEmpty else { throw ValidationError("give two sides; only school years take more paths") }
      let (old, new) = (try left.inputs(), try right.inputs())
      pairs = try Self.pairs(old, new, isOneFile: left.isOneFile(old) || right.isOneFile(new))
    }
    guard !pairs.isEmpty else {
      Output.error(
        "concord: there is no agreement to compare; agreements are files whose names end in .agreement.yaml\n")
      throw ExitCode(2)
    }
    try report(pairs)
  }

  /// Compares what changed since a revision, or in the next commit; throws the exit status.
  func callAsFunction(since revision: String?, staged: Bool, below paths: [String]) throws {
    let changed = try ChangedPairs(since: revision, staged: staged, below: paths)
    let pairs = try changed.pairs()
    if pairs.isEmpty { changed.touched.tellNothing() }
    try report(pairs)
  }

  /// Refuses a school year without any agreement, because the whole other year would count as gone.
  private static func check(_ years: [SchoolYear], in index: AgreementIndex) throws {
    let known = index.years
    // A file of unknown year may be the missing one, and is reported.
    guard let newest = known.last, index.unknown.isEmpty else { return }
    let missing = years.filter { !known.contains($0) }
    guard !missing.isEmpty else { return }
    for year in missing {
      let rest =
        year > newest
        ? " yet; the newest agreements here are for \(newest)"
        : "; there are agreements for \(Prose.list(known.map(\.description)))"
      Output.error("concord: none for \(year)\(rest)\n")
    }
    throw ExitCode(2)
  }

  private func report(_ pairs: [Pair]) throws {
    var pairs = pairs
    if !isSummary { OtherIDs.note(in: &pairs, jobs: jobs) }
    var style = style
    style.hidesUnchanged = pairs.count > 1
    style.namesIDs = style.isVerbose || pairs.count > 1
    var reporter = format.diff(style)
    var district = DistrictSummary(isAskedFor: isSummary)
    var (isBroken, hasChanges, isFailing) = (false, false, false)
    // The summary comes before the agreements, so their output waits; the agreements themselves do not.
    var body = Spool()
    var failure: Errno?
    let filter = filter
    var names = Names()
    InOrder.run(pairs, jobs: jobs) { pair in
      Self.compare(pair, filter)
    } take: { result in
      switch result {
      case .diff(let diff, let classes, let isChanged, let found):
        names.people.formUnion(found.people)
        names.called.merge(found.called) { first, _ in first }
        names.topics.formUnion(found.topics)
        district.add(diff)
        hasChanges = hasChanges || isChanged
        isFailing = isFailing || !failOn.isDisjoint(with: classes)
        if !isSummary,
          diff.old == nil || diff.new == nil || !diff.isFiltered || !diff.changes.isEmpty || pairs.count == 1
        {
          do throws(Errno) { try body.add(reporter.add(diff)) } catch { failure = error }
        }
      case .unread(let id, let text):
        district.addUnread(id)
        Output.error(text)
        isBroken = true
      }
    }
    if !isBroken {
      try UnknownName.check(filter.people, "person", among: names.people, called: names.called)
      try UnknownName.check(filter.topics, "topic", among: names.topics)
    }
    let (head, tail) = reporter.finish(district)
    Output.write(head)
    do throws(Errno) { try body.drain { Output.write($0) } } catch { failure = error }
    if let failure {
      Output.error("concord: cannot keep the report in a temporary file: \(failure)\n")
      throw ExitCode(2)
    }
    Output.write(tail)
    if isBroken { throw ExitCode(2) }
    if isFailing || failsOnChange && hasChanges { throw ExitCode(1) }
  }

  // MARK: - One pair

  private static func compare(_ pair: Pair, _ filter: DiffFilter) -> Result {
    var trouble = ""
    func read(_ input: DiffInput?) -> (source: SourceFile, edition: Edition)? {
      guard let input else { return nil }
      switch Self.read(input) {
      case .success(let read): return read
      case .failure(let failure):
        trouble += failure.text
        return nil
      }
    }
    let (old, new) = (read(pair.old), read(pair.new))
    if !trouble.isEmpty { return .unread(id: pair.id, text: trouble) }
    var comparison = Comparison(old?.edition, new?.edition)
    if let old, !comparison.carried.isEmpty {
      var earlier: [Edition] = []
      for input in pair.earlier {
        // A year that cannot be read ends the look back; it is not one of the two that were asked for.
        guard let source = try? input.read(),
          let edition = Edition(shown: AgreementReader.read(source, catalog: input.catalog))
        else { break }
        earlier.append(edition)
      }
      comparison.lookBack(from: old.edition, through: earlier)
    }
    var reported = ReportedDiff(comparison, old: old?.source, new: new?.source)
    reported.keep(filter)
    reported.perhaps = pair.perhaps
    return .diff(
      reported, classes: Set(comparison.changes.filter(filter.takes).map(\.kind)),
      hasChanges: comparison.changes.contains { !$0.kind.isStanding && filter.takes($0) },
      names: filter.isEmpty ? Names() : names(of: [old?.edition, new?.edition].compactMap(\.self)))
  }

  private static func names(of editions: [Edition]) -> Names {
    Names(
      people: editions.reduce(into: []) { $0.formUnion($1.people) },
      called: editions.reduce(into: [:]) { $0.merge($1.names) { first, _ in first } },
      topics: editions.reduce(into: []) { $0.formUnion($1.knownTopics) })
  }

  /// Why an agreement cannot be compared, in lines for standard error.
  struct Trouble: Error {
    let text: String
  }

  static func read(_ input: DiffInput) -> Swift.Result<(source: SourceFile, edition: Edition), Trouble> {
    do {
      let source = try input.read()
      let reading = AgreementReader.read(source, catalog: input.catalog)
      if let edition = Edition(shown: reading) { return .success((source, edition)) }
      return .failure(
        Trouble(
          text: Output.errors(in: reading)
            + "concord: \(TerminalText.escape(source.name)): a file with errors cannot be compared\n"))
    } catch {
      return .failure(Trouble(text: Output.line(for: error)))
    }
  }

  // MARK: - Which sides belong together

  /// Two files are a pair whatever their names; among several, those with the same id and school year, or else with the
  /// same id.
  private static func pairs(_ old: [DiffInput], _ new: [DiffInput], isOneFile: Bool) throws -> [Pair] {
    if old.count == 1, new.count == 1 { return [Pair(id: "", old: old[0], new: new[0])] }
    var index = AgreementIndex()
    for input in old { index.add(input, isOld: true) }
    for input in new { index.add(input, isOld: false) }
    try index.refuseDoubles()
    return index.pairs(isOneFile: isOneFile)
  }
}
