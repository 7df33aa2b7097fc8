internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// What `concord new` does, apart from its command line.
struct NewRun {
  let id: String
  let folder: String?
  let today: CalendarDate?
  var year: SchoolYear?
  var starts: CalendarDate?
  var ends: CalendarDate?
  /// Names, perhaps with an id: `tran=Linh Tran`.
  var schools: [String] = []
  var people: [(role: ParticipantRole, name: String)] = []

  init(id: String, folder: String?, today: CalendarDate?) {
    self.id = id
    self.folder = folder
    self.today = today
  }

  static func year(_ text: String) throws -> SchoolYear {
    guard let year = schoolYear(text) else {
      throw ValidationError(
        "'\(TerminalText.escape(RawText.shown(text)))' is not a school year; write it as in 2026-27")
    }
    return year
  }

  /// A school year, also with four digits at its end.
  private static func schoolYear(_ text: String) -> SchoolYear? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }) else { return SchoolYear(text) }
    let year = SchoolYear("\(parts[0])-\(parts[1].suffix(2))")
    return year.flatMap { Int(parts[1]) == Int(parts[0]).map { $0 + 1 } ? $0 : nil }
  }

  mutating func callAsFunction() throws {
    guard Identifier.isValid(id) else {
      let near = PersonID.all(of: id).map { ", such as \($0)" } ?? ""
      throw ValidationError("'\(id)' is not an id; write it in small letters, digits and hyphens\(near)")
    }
    let home = try Home(folder)
    let known = KnownNames(below: home.searched)
    if let file = known.files[id]?.max() {
      throw Refusal.cannot(
        "\(TerminalText.escape(file)) is an agreement with the id \(id) already; `concord renew \(ShellWord.quoted(file))` starts the next year from it"
      )
    }
    try askForPeople()
    try findDays(home)
    guard let year, let starts, let ends else { throw Refusal.cannot("the school year is missing") }
    let named = try names(known)
    let target = home.folder.appending(id).appending("\(year).agreement.yaml")
    let draft = NewAgreement(
      id: id, year: year, starts: starts, ends: ends, schools: named.schools, people: named.people,
      schema: home.schema(from: target.removingLastComponent()))
    let text = try Self.checked(draft, home.catalog)
    do throws(FileFailure) {
      try NewFile.makeFolder(target.removingLastComponent())
      try NewFile.write(Array(text.utf8), to: target)
    } catch {
      Output.error(error)
      throw ExitCode(2)
    }
    tell(target, named.people.first { $0.role != .facilitator }?.person.id)
  }

  /// The text of the draft, which was read back and has no error.
  private static func checked(_ draft: NewAgreement, _ catalog: Catalog) throws -> String {
    let text: String
    do throws(FreeText.Unwritable) {
      text = try draft.text(catalog)
    } catch {
      throw Refusal.cannot("one of the names cannot be in an agreement: \(TerminalText.escape(error.reason))")
    }
    let reading = AgreementReader.read(SourceFile(name: "draft", bytes: Array(text.utf8)), catalog: catalog)
    guard reading.isSound else {
      Output.error(Output.errors(in: reading))
      throw Refusal.cannot("the draft would have these errors, so nothing was written")
    }
    return text
  }

  private func tell(_ target: FilePath, _ person: String?) {
    let file = ShellWord.quoted(target.typed)
    Output.error(
      """
      \(TerminalText.escape(target.string)): written, with every question in it
      Next:
        concord worksheet \(file) > worksheet.html    what each person fills in before the talk
        concord agenda \(file) > agenda.html          the talk itself, step by step
        concord guide \(file)                         each question, one by one
        concord lint \(file)                          what is still missing, after the talk

      """)
  }

  // MARK: - Asking

  /// Asks for a school, a principal and a coach if there are none.
  private mutating func askForPeople() throws {
    if schools.isEmpty { schools = try ask("The name of the school: ", "--school") }
    let needed: [(ParticipantRole, String, String)] = [
      (.principal, "The name of the principal: ", "--principal"),
      (.instructionalCoach, "The name of the instructional coach: ", "--coach"),
    ]
    for (role, question, option) in needed where !people.contains(where: { $0.role == role }) {
      people += try ask(question, option).map { (role, $0) }
    }
    // The order of the options, whoever was asked.
    let order: [ParticipantRole] = [
      .principal, .assistantPrincipal, .instructionalCoach, .contentCoordinator, .facilitator,
    ]
    people = order.flatMap { role in people.filter { $0.role == role } }
  }

  private func ask(_ question: String, _ option: String) throws -> [String] {
    let name = Folding.fold(try Question.ask(question, answeredBy: "\(option) NAME") ?? "")
    guard !name.isEmpty else { throw Refusal.cannot("without it there is no agreement; nothing was written") }
    return [name]
  }

  /// Finds the year and its days: given, of the calendar, or asked for.
  private mutating func findDays(_ home: Home) throws {
    let now = today ?? home.today
    if year == nil, let starts, let ends {
      year = SchoolYear(starts.year == ends.year ? "\(starts.year)" : "\(starts.year)-\(String(ends.year).suffix(2))")
    }
    let coming = home.calendar.filter { $0.starts > now } + home.calendar.filter { $0.starts <= now && now <= $0.ends }
    if year == nil { year = coming.first?.year }
    if year == nil {
      year = try Self.ask("The school year, as in 2026-27: ", "--year 2026-27", Self.schoolYear)
    }
    let days = home.calendar.first { $0.year == year }
    starts =
      try starts ?? days?.starts
      ?? Self.ask("The first day of school, as in 2026-08-17: ", "--starts YYYY-MM-DD", Self.day)
    ends =
      try ends ?? days?.ends ?? Self.ask("The last day of school, as in 2027-05-28: ", "--ends YYYY-MM-DD", Self.day)
  }

  private static func day(_ text: String) -> CalendarDate? { CalendarDate(text.utf8) ?? DateGuess.date(in: text) }

  /// Asks until the answer can be read, so that one slip does not throw away what was typed before it.
  private static func ask<Value>(_ question: String, _ option: String, _ read: (String) -> Value?) throws -> Value {
    while let answer = try Question.ask(question, answeredBy: option) {
      if let value = read(Folding.fold(answer)) { return value }
      Output.error("  Please write it as in the example.\n")
    }
    throw Refusal.cannot("without it there is no agreement; nothing was written")
  }

  // MARK: - Names

  private func names(_ known: KnownNames) throws -> (
    schools: [NewAgreement.Named], people: [(person: NewAgreement.Named, role: ParticipantRole)]
  ) {
    var taken: Set<String> = []
    var schools: [NewAgreement.Named] = []
    for word in self.schools {
      let (given, name) = try Self.split(word)
      let plain = EditedAgreement.plain(name)
      let candidates =
        given.map { [$0] } ?? known.schools[plain].map { Array($0) } ?? PersonID.all(of: name).map { [$0] } ?? []
      guard candidates.count == 1, let id = candidates.first, taken.insert(id).inserted,
        given != nil || !known.isTaken(school: id, by: name)
      else { throw Self.unclear(name, "--school", PersonID.all(of: name) ?? "brookside") }
      schools.append(NewAgreement.Named(id: id, name: name))
    }
    taken = []
    var people: [(person: NewAgreement.Named, role: ParticipantRole)] = []
    for (role, word) in self.people {
      let (given, name) = try Self.split(word)
      let plain = EditedAgreement.plain(name)
      let earlier = known.people[plain].map { Array($0) }
      let free = PersonID.candidates(for: name).filter { !known.isTaken($0, by: name) && !taken.contains($0) }
      guard let id = given ?? (earlier.map { $0.count == 1 ? $0.first : nil } ?? free.first), taken.insert(id).inserted
      else { throw Self.unclear(name, Self.option(role), "tran") }
      people.append((NewAgreement.Named(id: id, name: name), role))
    }
    return (schools, people)
  }

  /// The id, if one is given, and the name.
  private static func split(_ word: String) throws -> (id: String?, name: String) {
    let name = Folding.fold(RawText.shown(word))
    guard let sign = name.firstIndex(of: "=") else {
      guard !name.isEmpty else { throw ValidationError("a name is empty; write it as in \"Linh Tran\"") }
      return (nil, name)
    }
    let (id, rest) = (String(name[..<sign]), Folding.fold(String(name[name.index(after: sign)...])))
    guard Identifier.isValid(id), !rest.isEmpty else {
      throw ValidationError("'\(name)' is not an id with a name; write it as in tran=Linh Tran")
    }
    return (id, rest)
  }

  private static func unclear(_ name: String, _ option: String, _ example: String) -> any Error {
    let shown = TerminalText.escape(name)
    return Refusal.cannot(
      "concord cannot tell which id \(shown) has here, or the usual one is somebody else's; choose one, as in \(option) \(ShellWord.quoted("\(example)=\(name)"))"
    )
  }

  private static func option(_ role: ParticipantRole) -> String {
    switch role {
    case .assistantPrincipal: "--assistant-principal"
    case .contentCoordinator, .coachingCoordinator: "--coordinator"
    case .facilitator: "--facilitator"
    case .instructionalCoach: "--coach"
    case .other, .principal, .teacher: "--principal"
    }
  }
}
