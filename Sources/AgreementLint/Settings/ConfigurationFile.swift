package import Agreement
package import Diagnostics
internal import YAMLSyntax

/// `concord.yaml` as written: what a repository changes about the defaults.
///
/// It is read like an agreement, with the same errors. Its names are looked up later, by code that knows them.
package struct ConfigurationFile: View {
  package enum Key: Int {
    case district, timeZone, agreements, exclude, rules, overrides, schoolYears, calendar, requiredParties, signatures,
      authors, thresholds, catalog
  }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var district: Part<String> { self[.district] }
  package var timeZone: Part<String> { self[.timeZone] }
  package var agreements: Part<List<Part<String>>> { self[.agreements] }
  package var exclude: Part<List<Part<String>>> { self[.exclude] }
  package var rules: Part<List<Entry<RuleSetting>>> { self[.rules] }
  package var overrides: Part<List<Part<Override>>> { self[.overrides] }
  package var schoolYears: Part<Years> { self[.schoolYears] }
  package var calendar: Part<List<Entry<CalendarYear>>> { self[.calendar] }
  package var requiredParties: Part<List<Part<ParticipantRole>>> { self[.requiredParties] }
  package var signatures: Part<SignaturePolicy> { self[.signatures] }
  package var authors: Part<List<Entry<List<Part<String>>>>> { self[.authors] }
  package var thresholds: Part<Thresholds> { self[.thresholds] }
  package var catalog: Part<CatalogChanges> { self[.catalog] }

  /// The keys, as data.
  package static var description: MappingDescription { table }

  private static let layout = Layout(of: table)

  package static let table = MappingDescription([
    Field(
      Key.district, "district", .text, title: "District", about: "The name of the district or the school.",
      examples: ["Riverbend Area Schools"]),
    Field(
      Key.timeZone, "time-zone", .text, title: "Time zone",
      about: "The time zone that decides what day it is today, such as `America/Chicago`.",
      examples: ["America/Chicago"]),
    Field(
      Key.agreements, "agreements", .list(of: .text), title: "Agreements",
      about: "Where to look when a command names no folder. Paths start at the folder of this file.",
      examples: ["schools"]),
    Field(
      Key.exclude, "exclude", .list(of: .text), title: "Exclude",
      about:
        "Files and folders to leave out. Paths start at the folder of this file. `*` stands for any part of a name, and `**` for any folders.",
      examples: ["archive/**"]),
    Field(
      Key.rules, "rules", .ruleLevels(WordList(RuleSetting.self)), title: "Rules",
      about: "The level of a rule, or of all rules of a category: `error`, `warning`, `info` or `off`.",
      examples: ["vague-answer: off"]),
    Field(
      Key.overrides, "overrides", .list(of: .mapping(Override.table)), title: "Overrides",
      about: "Levels for some files. If several apply to a file, the last one counts."),
    Field(
      Key.schoolYears, "school-years", .mapping(Years.table), title: "School years",
      about: "The school years that agreements here can be for."),
    Field(
      Key.calendar, "calendar",
      .dictionary(value: .mapping(CalendarYear.table), requiresValue: false, keys: .schoolYears), title: "Calendar",
      about: "The days of each school year: the first and the last one, and those on which there is no school.",
      examples: ["2027-28: {starts: 2027-08-16, ends: 2028-05-26, closed: [2027-09-06, 2027-12-20..2027-12-31]}"]),
    Field(
      Key.requiredParties, "required-parties", .list(of: .oneOf(ParticipantRole.self)), title: "Required parties",
      about: "The roles that must take part. By default, a principal and an instructional coach.",
      examples: ["[principal, instructional-coach, content-coordinator]"]),
    Field(
      Key.signatures, "signatures", .mapping(SignaturePolicy.table), title: "Signatures",
      about: "How people have to sign, and which keys are whose."),
    Field(
      Key.authors, "authors", .dictionary(value: .list(of: .text), requiresValue: false), title: "Authors",
      about: "The e-mail addresses from which each person commits, for `concord lint --check-authors`.",
      examples: ["novak: [novak@riverbend.example, 4711+novak@users.noreply.github.com]"]),
    Field(
      Key.thresholds, "thresholds", .mapping(Thresholds.table), title: "Thresholds",
      about: "The numbers that some rules use."),
    Field(
      Key.catalog, "catalog", .mapping(CatalogChanges.table), title: "Catalog",
      about: "Your own sections, topics and roles, optional sections to ask for, and topics you no longer ask for."),
  ])

  /// Levels for certain files.
  package struct Override: View {
    package enum Key: Int { case paths, rules }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    package var paths: Part<List<Part<String>>> { self[.paths] }
    package var rules: Part<List<Entry<RuleSetting>>> { self[.rules] }

    package static let table = MappingDescription([
      Field(
        Key.paths, "paths", .list(of: .text), required: true, title: "Paths",
        about: "Which files. Paths start at the folder of `concord.yaml`.", examples: ["[alder-creek/**]"]),
      Field(
        Key.rules, "rules", .ruleLevels(WordList(RuleSetting.self)), required: true, title: "Rules",
        about: "The level of a rule or a category."),
    ])
  }

  /// A range of school years.
  package struct Years: View {
    package enum Key: Int { case first, last }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    package var first: Part<SchoolYear> { self[.first] }
    package var last: Part<SchoolYear> { self[.last] }

    package static let table = MappingDescription([
      Field(Key.first, "first", .schoolYear, title: "First", about: "The first school year.", examples: ["2024-25"]),
      Field(Key.last, "last", .schoolYear, title: "Last", about: "The last school year.", examples: ["2027-28"]),
    ])
  }

  /// The days of a school year.
  package struct CalendarYear: View {
    package enum Key: Int { case starts, ends, closed }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    package var starts: Part<CalendarDate> { self[.starts] }
    package var ends: Part<CalendarDate> { self[.ends] }
    package var closed: Part<List<Part<DayRange>>> { self[.closed] }

    package static let table = MappingDescription([
      Field(
        Key.starts, "starts", .date, required: true, title: "Starts", about: "The first day of school.",
        examples: ["2027-08-16"]),
      Field(
        Key.ends, "ends", .date, required: true, title: "Ends", about: "The last day of school.",
        examples: ["2028-05-26"]),
      Field(
        Key.closed, "closed", .list(of: .days), title: "Closed",
        about: "The days without school: single ones, or the first and the last of several with two dots between them.",
        examples: ["[2027-09-06, 2027-12-20..2027-12-31]"]),
    ])
  }

  /// How people sign.
  package struct SignaturePolicy: View {
    package enum Key: Int { case required, allowedSigners }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    package var required: Part<List<Entry<SignatureMethod>>> { self[.required] }
    package var allowedSigners: Part<String> { self[.allowedSigners] }

    package static let table = MappingDescription([
      Field(
        Key.required, "required", .dictionary(value: .oneOf(SignatureMethod.self), requiresValue: true),
        title: "Required",
        about: "The weakest way in which people with a role may sign: `typed`, `paper` or `ssh`.",
        examples: ["principal: ssh"]),
      Field(
        Key.allowedSigners, "allowed-signers", .text, title: "Allowed signers",
        about:
          "The file that says which keys may sign for whom, as `ssh-keygen` reads it. It is in the folder of this file or below.",
        examples: ["allowed_signers"]),
    ])
  }

  /// The numbers that some rules use, in the order of `Threshold.all`.
  package struct Thresholds: View {
    package struct Key: RawRepresentable {
      package let rawValue: Int
      package init(rawValue: Int) { self.rawValue = rawValue }
    }
    package let record: Record
    package init(_ place: CellPlace) { record = Record(place) }

    package static let table = MappingDescription(
      Threshold.all.enumerated().map { place, threshold in threshold.field(Key(rawValue: place)) })

    /// What is written for a threshold.
    func part(_ threshold: Threshold) -> Part<Int> {
      self[Key(rawValue: Threshold.all.firstIndex { $0.key == threshold.key } ?? 0)]
    }
  }

  /// A file that was read.
  package struct Reading: Sendable {
    /// What is written, as far as it could be read.
    package let file: ConfigurationFile?
    /// The catalog with the changes, or the built-in catalog if there are none.
    package let catalog: Catalog
    /// What is wrong, in no particular order.
    package let diagnostics: [Diagnostic]
    /// Whether everything that is wrong can still be understood.
    package var isSound: Bool {
      file != nil && diagnostics.allSatisfy { $0.severity == .mild }
    }
  }

  /// Reads a file.
  package static func read(_ source: SourceFile) -> Reading {
    var (file, decoder) = read(source, layout, limits: .configuration)
    // A file of comments changes nothing.
    if decoder.document.isBlank {
      return Reading(file: .empty, catalog: .builtIn, diagnostics: [])
    }
    var catalog = Catalog.builtIn
    if let changes = file?.catalog.value { catalog = decoder.catalog(.builtIn, changedBy: changes) }
    return Reading(file: file, catalog: catalog, diagnostics: decoder.diagnostics)
  }
}

/// The level of a rule, as written.
package enum RuleSetting: String, FormatWord {
  case error
  case warning
  case info
  case off
}
