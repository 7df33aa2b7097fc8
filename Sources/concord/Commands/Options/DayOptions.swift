internal import Agreement
internal import ArgumentParser

/// The day on which something happened.
struct DayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day to write into the file. By default, today.", valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(help: ArgumentHelp("The day to use as today. By default, the local date.", valueName: "YYYY-MM-DD"))
  var today: String?

  /// The day to write, which is never in the future.
  func day(today: CalendarDate) throws -> CalendarDate {
    guard let date else { return today }
    let day = try Day.read(date)
    guard day <= today else { throw Refusal.cannot("\(day) has not come yet; today is \(today)") }
    return day
  }
}
