internal import Agreement

/// Writes the lines of a calendar (RFC 5545).
struct CalendarLines {
  private(set) var text = ""

  /// The most octets of a line, without its end.
  private static let most = 75

  /// Adds a line, folded between characters where it is too long.
  mutating func add(_ line: String) {
    var count = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.encode(scalar)?.count ?? 0
      if count + size > Self.most {
        text += "\r\n "
        count = 1
      }
      text.unicodeScalars.append(scalar)
      count += size
    }
    text += "\r\n"
  }

  /// Adds a property with a text.
  mutating func add(_ name: String, text: String) { add("\(name):\(Self.escape(text))") }

  /// A text in which nothing ends the line or the value.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        // Nothing else that controls a line is in the text of an agreement; a tab may be.
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) } else { result += " " }
      }
    }
    return result
  }

  /// Adds an event; `stamp` is the day of the export.
  mutating func add(_ event: CalendarEvent, stamp: CalendarDate) {
    add("BEGIN:VEVENT")
    add("UID:\(event.uid)")
    add("DTSTAMP:\(CalendarTime.digits(stamp))T000000Z")
    // The number of days since 2000-01-01, so that a later export takes the place of an earlier one.
    add("SEQUENCE:\(max(0, stamp.dayNumber - Self.firstDay))")
    add("DTSTART\(event.start.property(in: event.zone))")
    if let minutes = event.minutes, event.start.at != nil { add("DURATION:PT\(minutes)M") }
    if let rule = event.rule { add("RRULE:\(rule)") }
    for day in event.exceptions {
      add("EXDATE\(CalendarTime(day: day, at: event.start.at).property(in: event.zone))")
    }
    add("SUMMARY", text: event.summary)
    if !event.details.isEmpty { add("DESCRIPTION", text: event.details.joined(separator: "\n")) }
    if let place = event.place { add("LOCATION", text: place) }
    add("CATEGORIES", text: event.category)
    add("TRANSP:\(event.start.at == nil ? "TRANSPARENT" : "OPAQUE")")
    add("END:VEVENT")
  }

  /// The day number of 2000-01-01.
  private static let firstDay = CalendarDate(year: 2000, month: 1, day: 1)?.dayNumber ?? 0

  /// Adds a time zone: each change of its clocks by itself, because not every zone follows a rule.
  mutating func add(_ zone: CalendarZone) {
    add("BEGIN:VTIMEZONE")
    add("TZID:\(zone.name)")
    for change in zone.changes {
      let kind = change.after > change.before ? "DAYLIGHT" : "STANDARD"
      add("BEGIN:\(kind)")
      add("DTSTART:\(CalendarTime.digits(change.day))T\(CalendarTime.digits(change.seconds))")
      add("TZOFFSETFROM:\(CalendarTime.offset(change.before))")
      add("TZOFFSETTO:\(CalendarTime.offset(change.after))")
      add("END:\(kind)")
    }
    add("END:VTIMEZONE")
  }
}
