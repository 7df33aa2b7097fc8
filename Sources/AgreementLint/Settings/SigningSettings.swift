internal import Agreement
internal import Diagnostics

extension ConfigurationReader {
  /// Looks up the roles of the policy.
  mutating func read(_ signatures: ConfigurationFile.SignaturePolicy) {
    let roles = ParticipantRole.allCases.filter { $0 != .facilitator }.map(\.rawValue)
    for entry in signatures.required.value ?? [] {
      guard let method = entry.part.value else { continue }
      guard let role = ParticipantRole(rawValue: entry.id) else {
        reportUnknown("role", entry.id, among: roles, at: entry.keyRange)
        continue
      }
      if role == .facilitator {
        report(
          .unknownReference, at: entry.keyRange, "a facilitator does not sign, so nothing can be required here",
          "delete the line")
        continue
      }
      settings.signing.required[role] = method
      // Nobody could ever meet it.
      if method == .ssh, signatures.allowedSigners.isAbsent {
        report(
          .missingKey, at: entry.part.range, "`ssh` is required here, but no file says whose key is whose",
          "add `allowed-signers: allowed_signers` below `signatures:`, and list everybody's key in that file")
      }
    }
  }

  /// Takes over the addresses of the people who commit.
  mutating func read(authors: List<Entry<List<Part<String>>>>) {
    for entry in authors {
      let addresses = entry.part.value ?? []
      if addresses.isEmpty, !entry.part.isBroken {
        report(
          .missingKey, at: entry.keyRange, "no address is given for `\(entry.id)`",
          "write it in brackets after the colon, as in `\(entry.id): [\(entry.id)@example.org]`")
      }
      for case .present(let address) in addresses {
        let text = address.value
        guard text.utf8.count(where: { $0 == UInt8(ascii: "@") }) == 1, text.utf8.first != UInt8(ascii: "@"),
          text.utf8.last != UInt8(ascii: "@"),
          text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x7F })
        else {
          report(
            .wrongShape, at: address.range, "`\(text.prefix(60))` is not an e-mail address",
            "write only the address, as `git log` shows it between `<` and `>`")
          continue
        }
        settings.signing.authors[entry.id, default: []].insert(text.lowercased())
      }
    }
  }

  /// Takes over the days of the school years.
  mutating func read(calendar: List<Entry<ConfigurationFile.CalendarYear>>) {
    for entry in calendar {
      guard let year = SchoolYear(entry.id) else { continue }
      guard let days = entry.part.value else {
        if entry.part.isAbsent {
          report(
            .missingKey, at: entry.keyRange, "nothing is said about `\(year)`",
            "write the days after it: `\(year): {starts: \(year.first)-08-16, ends: \(year.last)-05-26}`")
        }
        continue
      }
      guard case .present(let starts) = days.starts, case .present(let ends) = days.ends else { continue }
      if ends.value <= starts.value {
        report(
          .invalidYear, at: ends.range, "`ends` is \(ends.value), and `starts` is \(starts.value)",
          "correct one of the two days")
      } else if ![year.first, year.last].contains(starts.value.year) || ends.value.year != year.last {
        let isStart = ![year.first, year.last].contains(starts.value.year)
        report(
          .invalidYear, at: isStart ? starts.range : ends.range,
          "\(isStart ? starts.value : ends.value) is not in the school year \(year)", "correct the day or the year")
      } else {
        settings.calendar[year] = SchoolCalendar(
          starts: starts.value, ends: ends.value, closed: (days.closed.value ?? []).compactMap(\.value))
      }
    }
  }
}
