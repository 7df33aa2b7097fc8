internal import Agreement
internal import AgreementEditing
internal import AgreementLint
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// What `concord renew` does, apart from its command line.
struct RenewRun {
  /// The new school year; nil for the next one.
  let year: SchoolYear?
  let starts: CalendarDate?
  let ends: CalendarDate?
  let successors: [String: String]
  let without: Set<String>

  /// Where the days of the new year come from.
  enum Source {
    case options
    case calendar
    case lastYear
  }

  func callAsFunction(_ files: [String]) throws {
    var isBroken = false
    var found: [EditedAgreement] = []
    for file in files {
      do { found.append(try EditedAgreement(file, today: nil)) } catch { isBroken = true }
    }
    // In several files, each person need only be in one of them.
    if found.count > 1, !isBroken {
      let people = Set(found.flatMap { $0.agreement.participants.map(\.id) })
      try UnknownName.check(Set(successors.keys).union(without), "person", among: people)
    }
    for file in found {
      do {
        try renew(file, isOnly: found.count == 1)
      } catch let refusal as Renewal.Refusal {
        Output.error(FileFailure(file.path, refusal.reason))
        isBroken = true
      } catch let failure as FileFailure {
        Output.error(failure)
        isBroken = true
      }
    }
    if isBroken { throw ExitCode(2) }
  }

  private func renew(_ file: EditedAgreement, isOnly: Bool) throws {
    let content = file.agreement.content
    guard let old = content.schoolYear.value, let oldStarts = content.starts.value, let oldEnds = content.ends.value
    else { return }
    let new = year ?? old.next
    guard old < new, old.first < new.first else {
      throw Renewal.Refusal(reason: "it is for \(old), and \(new) is not after that; name a later year with --year")
    }
    let target = Self.target(of: file.path, old, new)
    guard !NewFile.isTaken(target) else {
      throw FileFailure(target, "it exists already, and nothing is overwritten; delete it to start anew")
    }
    let (first, last, source) = try days(
      of: new, after: old, oldStarts...oldEnds, file.linter.settings.calendar[new])
    let (successors, without) = people(of: file, isOnly: isOnly)
    let leaving = try LeavingPeople(file.agreement, successors: successors, without: without)
    let renewal = Renewal(
      to: new, starts: first, ends: last, successors: ask(about: leaving, in: file.agreement, successors),
      without: without)
    let result = try renewal.renew(file.reading)
    try NewFile.write(result.bytes, to: target)
    RenewalNews(renewal, result, source, at: target, from: file).tell()
  }

  /// The path of the new file: the old name with the new year in it, or the new year alone.
  private static func target(of path: FilePath, _ old: SchoolYear, _ new: SchoolYear) -> FilePath {
    let name = path.lastComponent?.string ?? ""
    let places = name.ranges(of: old.description)
    var target = path
    target.removeLastComponent()
    if places.count == 1, let place = places.first {
      return target.appending(name.replacingCharacters(in: place, with: new.description))
    }
    return target.appending("\(new).agreement.yaml")
  }

  /// The first and the last day of the new year: given, of the calendar, or the old ones moved.
  private func days(
    of new: SchoolYear, after old: SchoolYear, _ days: ClosedRange<CalendarDate>, _ calendar: SchoolCalendar?
  ) throws -> (CalendarDate, CalendarDate, Source) {
    if let starts, let ends { return try checked(starts, ends, new, .options) }
    if let calendar { return try checked(starts ?? calendar.starts, ends ?? calendar.ends, new, .calendar) }
    let count = new.first - old.first
    guard new.last - old.last == count,
      let movedStarts = MovedDays.sameWeekday(as: days.lowerBound, after: count),
      let movedEnds = MovedDays.sameWeekday(as: days.upperBound, after: count)
    else { throw Renewal.Refusal(reason: "say when \(new) begins and ends, with --starts and --ends") }
    return try checked(starts ?? movedStarts, ends ?? movedEnds, new, .lastYear)
  }

  private func checked(_ starts: CalendarDate, _ ends: CalendarDate, _ year: SchoolYear, _ source: Source) throws -> (
    CalendarDate, CalendarDate, Source
  ) {
    guard (year.first...year.last).contains(starts.year) else {
      throw Renewal.Refusal(reason: "\(starts) is not in the school year \(year); correct --starts or --year")
    }
    guard ends.year == year.last, starts < ends else {
      throw Renewal.Refusal(
        reason:
          "the school year \(year) begins on \(starts), so it cannot end on \(ends); correct --ends or --year")
    }
    return (starts, ends, source)
  }

  /// Who was named on the command line, as far as they are in a file.
  private func people(of file: EditedAgreement, isOnly: Bool) -> ([String: String], Set<String>) {
    if isOnly { return (successors, without) }
    let people = Set(file.agreement.participants.map(\.id))
    return (successors.filter { people.contains($0.key) }, without.intersection(people))
  }

  /// Asks the person at the terminal who takes over from each who left and still owns something.
  private func ask(about leaving: LeavingPeople, in agreement: Agreement, _ known: [String: String]) -> [String: String]
  {
    guard Question.canBeAsked else { return known }
    var result = known
    let choices = agreement.participants.map(\.id).filter { !leaving.all.contains($0) } + agreement.others.map(\.id)
    for (id, count) in leaving.needed where result[id] == nil && count > 0 {
      let name = TerminalText.escape(agreement.nameOfParticipant(id))
      let owned = count == 1 ? "something" : "\(count) things"
      Output.error("\(name) does not go on and still owns \(owned) in this agreement.\n")
      while let answer = try? Question.ask(
        "Who takes over? Type \(Prose.list(choices.map { TerminalText.escape($0) }, "or")), or only Enter to decide later: ",
        answeredBy: "--hand")
      {
        let answer = Folding.fold(answer)
        if answer.isEmpty { break }
        if choices.contains(answer) {
          result[id] = answer
          break
        }
        Output.error("There is nobody with the id \(TerminalText.escape(answer)) who goes on.\n")
      }
    }
    return result
  }
}

extension Agreement {
  /// The name of a participant, or the id if there is none.
  func nameOfParticipant(_ id: String) -> String {
    for entry in participants where entry.id == id {
      if let name = entry.part.value?.name.value { return folded(name) }
    }
    return id
  }
}

extension String {
  /// The text with other characters in one place.
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
