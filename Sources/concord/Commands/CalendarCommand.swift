internal import Agreement
internal import AgreementLint
internal import AgreementPaper
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import TextSupport
internal import YAMLSyntax

/// `concord calendar`.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Write the meetings and the due dates as a file for any calendar program.",
    discussion: """
      The file has every meeting of the school year, the promises with a day, open topics, and the dates of the draft. Import it again \
      after a change: the new days take the place of the old ones.

      `concord calendar brookside/2026-27.agreement.yaml > brookside.ics` writes the file. `--for novak` leaves out what is due for \
      other people.
      """)

  @Argument(
    help: "Agreements, folders to search, or REV:path for what git has in a revision.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = []

  @OptionGroup var years: YearOption

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "All meetings, but only the due dates of this person. Give the person's id.", valueName: "person"))
  var person: String?

  func run() throws {
    let (year, day) = (try years.year(), try years.day())
    let found = try FoundAgreements(paths, today: day)
    let items = found.map { $0 }
    var isBroken = FoundAgreements.isBroken
    var sound: [FoundAgreements.Item] = []
    for item in items {
      if item.reading.isSound {
        sound.append(item)
      } else {
        _ = NamedAgreement.refusal(
          of: item.reading,
          "\(TerminalText.escape(item.reading.document.source.name)): an agreement with errors is not in the calendar")
        isBroken = true
      }
    }
    func today(_ item: FoundAgreements.Item) -> CalendarDate {
      day ?? found.setups.settings(of: item.setup).zone?.today ?? Day.local
    }
    let wanted = try FoundAgreements.years(
      sound.compactMap { item in
        item.year.map { year in
          (year, item.reading.agreement?.content.ends.value.map { today(item) > $0 } ?? false)
        }
      }, asked: year)
    sound = sound.filter { item in
      item.isNamed && year == nil || item.year.map { wanted.contains($0) } ?? false
    }
    if let person {
      let known = Set(
        sound.compactMap(\.reading.agreement).flatMap { $0.participants.map(\.id) + $0.others.map(\.id) })
      if !known.contains(person), !isBroken { throw UnknownName("person", person, known.sorted()).error }
    }
    if !sound.isEmpty { write(sound, found.setups, today: sound.map(today).max() ?? Day.local) }
    if isBroken { throw ExitCode(2) }
  }

  private func write(_ items: [FoundAgreements.Item], _ setups: LintSetups, today: CalendarDate) {
    var calendar = AgreementCalendar()
    var infos: [String: ZoneInfo] = [:]
    var isFloating = false
    for item in items {
      guard let agreement = item.reading.agreement else { continue }
      let (configuration, info) = setups.settings(of: item.setup)
      let name = info == nil ? nil : configuration.timeZone?.name
      if let name { infos[name] = info } else { isFloating = true }
      calendar.add(
        agreement, zone: name, calendar: item.year.flatMap { setups.setups[item.setup].linter.settings.calendar[$0] },
        for: person)
    }
    let zones = calendar.spans.keys.sorted().compactMap { name -> CalendarZone? in
      guard let info = infos[name], let days = calendar.spans[name] else { return nil }
      return CalendarZone(
        name: name,
        changes: info.changes(around: days).map { change in
          CalendarZone.Change(
            day: change.day, seconds: change.seconds, before: change.before, after: change.after)
        })
    }
    Output.write(file: calendar.text(zones: zones, today: today))
    if isFloating {
      Output.error(
        "concord: there is no `time-zone` in concord.yaml, so each calendar shows the times in its own time zone\n")
    }
    if calendar.leftOut > 0 {
      let (verb, day) = calendar.leftOut == 1 ? ("is", "it has") : ("are", "they have")
      Output.error(
        "concord: \(Prose.count(calendar.leftOut, "promise")) \(verb) not in the calendar, because \(day) no day or \(calendar.leftOut == 1 ? "was" : "were") not made again this year\n"
      )
    }
  }
}
