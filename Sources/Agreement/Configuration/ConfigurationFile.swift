package import Diagnostics
internal import YAMLSyntax

/// `concord.yaml` as written: what a repository changes about the defaults.
///
/// It is read like an agreement, with the same errors. Its names are looked up later, by code that knows them.
package struct ConfigurationFile: MappingValue {
  /// The name of the district or school.
  package internal(set) var district: Part<String>
  /// The time zone, by its name in the tz database.
  package internal(set) var timeZone: Part<String>
  /// The folders to search when a command names none.
  package internal(set) var agreements: Part<[Part<String>]>
  /// The files and folders to leave out.
  package internal(set) var exclude: Part<[Part<String>]>
  /// The levels of rules and categories.
  package internal(set) var rules: Part<[Entry<RuleSetting>]>
  /// Levels for certain files.
  package internal(set) var overrides: Part<[Part<Override>]>
  /// The school years that agreements can be for.
  package internal(set) var schoolYears: Part<Years>
  /// The roles that somebody must have.
  package internal(set) var requiredParties: Part<[Part<ParticipantRole>]>
  /// How people sign.
  package internal(set) var signatures: Part<SignaturePolicy>
  /// The limits used by some rules.
  package internal(set) var thresholds: Part<Thresholds>
  /// What is added to the catalog and removed from it.
  package internal(set) var catalog: Part<CatalogChanges>

  init(holder: SourceRange) {
    district = .absent(holder: holder)
    timeZone = .absent(holder: holder)
    agreements = .absent(holder: holder)
    exclude = .absent(holder: holder)
    rules = .absent(holder: holder)
    overrides = .absent(holder: holder)
    schoolYears = .absent(holder: holder)
    requiredParties = .absent(holder: holder)
    signatures = .absent(holder: holder)
    thresholds = .absent(holder: holder)
    catalog = .absent(holder: holder)
  }

  /// The keys, as data.
  package static var description: MappingDescription { shape.description }

  static let shape = MappingShape<ConfigurationFile>([
    Field(
      "district", { $0.district = $1 }, .plainText, title: "District", about: "The name of the district or the school.",
      examples: ["Riverbend Area Schools"]),
    Field(
      "time-zone", { $0.timeZone = $1 }, .plainText, title: "Time zone",
      about: "The time zone that decides what day it is today, such as `America/Chicago`.",
      examples: ["America/Chicago"]),
    Field(
      "agreements", { $0.agreements = $1 }, .list(of: .plainText), title: "Agreements",
      about: "Where to look when a command names no folder. Paths start at the folder of this file.",
      examples: ["schools"]),
    Field(
      "exclude", { $0.exclude = $1 }, .list(of: .plainText), title: "Exclude",
      about:
        "Files and folders to leave out. Paths start at the folder of this file. `*` stands for any part of a name, and `**` for any folders.",
      examples: ["archive/**"]),
    Field(
      "rules", { $0.rules = $1 }, .ruleSettings, title: "Rules",
      about: "The level of a rule, or of all rules of a category: `error`, `warning`, `info` or `off`.",
      examples: ["vague-answer: off"]),
    Field(
      "overrides", { $0.overrides = $1 }, .list(of: Override.shape.asShape()), title: "Overrides",
      about: "Levels for some files. If several apply to a file, the last one counts."),
    Field(
      "school-years", { $0.schoolYears = $1 }, Years.shape.asShape(), title: "School years",
      about: "The school years that agreements here can be for."),
    Field(
      "required-parties", { $0.requiredParties = $1 }, .list(of: .word(ParticipantRole.self)),
      title: "Required parties",
      about: "The roles that must take part. By default, a principal and an instructional coach.",
      examples: ["[principal, instructional-coach, content-coordinator]"]),
    Field(
      "signatures", { $0.signatures = $1 }, SignaturePolicy.shape.asShape(), title: "Signatures",
      about: "How people sign; not supported yet."),
    Field(
      "thresholds", { $0.thresholds = $1 }, Thresholds.shape.asShape(), title: "Thresholds",
      about: "The numbers that some rules use."),
    Field(
      "catalog", { $0.catalog = $1 }, CatalogChanges.shape.asShape(), title: "Catalog",
      about: "Your own sections, topics and roles, optional sections to ask for, and topics you no longer ask for."),
  ])

  /// Levels for certain files.
  package struct Override: MappingValue {
    /// Which files.
    package internal(set) var paths: Part<[Part<String>]>
    /// The levels of rules and categories.
    package internal(set) var rules: Part<[Entry<RuleSetting>]>

    init(holder: SourceRange) {
      paths = .absent(holder: holder)
      rules = .absent(holder: holder)
    }

    static let shape = MappingShape<Override>([
      Field(
        "paths", { $0.paths = $1 }, .list(of: .plainText), required: true, title: "Paths",
        about: "Which files. Paths start at the folder of `concord.yaml`.", examples: ["[alder-creek/**]"]),
      Field(
        "rules", { $0.rules = $1 }, .ruleSettings, required: true, title: "Rules",
        about: "The level of a rule or a category."),
    ])
  }

  /// A range of school years.
  package struct Years: MappingValue {
    /// The first one; absent for all earlier ones.
    package internal(set) var first: Part<SchoolYear>
    /// The last one; absent for all later ones.
    package internal(set) var last: Part<SchoolYear>

    init(holder: SourceRange) {
      first = .absent(holder: holder)
      last = .absent(holder: holder)
    }

    static let shape = MappingShape<Years>([
      Field(
        "first", { $0.first = $1 }, .schoolYear, title: "First", about: "The first school year.", examples: ["2024-25"]),
      Field(
        "last", { $0.last = $1 }, .schoolYear, title: "Last", about: "The last school year.", examples: ["2027-28"]),
    ])
  }

  /// How people sign.
  package struct SignaturePolicy: MappingValue {
    /// The weakest method for a role.
    package internal(set) var required: Part<[Entry<SignatureMethod>]>
    /// The keys that may sign for a person, in the `ssh-keygen` format.
    package internal(set) var allowedSigners: Part<String>

    init(holder: SourceRange) {
      required = .absent(holder: holder)
      allowedSigners = .absent(holder: holder)
    }

    static let shape = MappingShape<SignaturePolicy>([
      Field(
        "required", { $0.required = $1 }, .dictionary(of: .word(SignatureMethod.self), requiresValue: true),
        title: "Required",
        about: "Not supported yet: the least secure way in which a role may sign (`typed`, `paper` or `ssh`).",
        examples: ["principal: ssh"]),
      Field(
        "allowed-signers", { $0.allowedSigners = $1 }, .plainText, title: "Allowed signers",
        about: "Not supported yet: the file that says which keys may sign for whom, as `ssh-keygen` reads it.",
        examples: ["allowed_signers"]),
    ])
  }

  /// The limits used by some rules.
  package struct Thresholds: MappingValue {
    /// The fewest roles a coach should have.
    package internal(set) var fewestRoles: Part<Int>
    /// The most roles a coach should have.
    package internal(set) var mostRoles: Part<Int>
    /// The most weeks between reviews.
    package internal(set) var reviewGapWeeks: Part<Int>
    /// The number of school years after which unchanged words are old.
    package internal(set) var staleYears: Part<Int>

    init(holder: SourceRange) {
      fewestRoles = .absent(holder: holder)
      mostRoles = .absent(holder: holder)
      reviewGapWeeks = .absent(holder: holder)
      staleYears = .absent(holder: holder)
    }

    static let shape = MappingShape<Thresholds>([
      Field(
        "fewest-roles", { $0.fewestRoles = $1 }, .count, title: "Fewest roles",
        about: "The fewest roles a coach should have. By default 3 (`role-count`).", examples: ["3"]),
      Field(
        "most-roles", { $0.mostRoles = $1 }, .count, title: "Most roles",
        about: "The most roles a coach should have. By default 5 (`role-count`).", examples: ["5"]),
      Field(
        "review-gap-weeks", { $0.reviewGapWeeks = $1 }, .count, title: "Review gap",
        about: "The most weeks to go without a review of the priorities. By default 26 (`review-gap`).",
        examples: ["20"]),
      Field(
        "stale-years", { $0.staleYears = $1 }, .years, title: "Stale years",
        about: "After how many school years with the same words an answer is old. By default 3 (`stale-carryover`).",
        examples: ["4"]),
    ])
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
    var (file, decoder) = shape.read(source, limits: .configuration)
    // A file of comments changes nothing.
    if decoder.document.isBlank {
      return Reading(file: ConfigurationFile(holder: SourceRange(0..<0)), catalog: .builtIn, diagnostics: [])
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

extension Shape where Value == [Entry<RuleSetting>] {
  /// Levels of rules and categories.
  static let ruleSettings = Shape(
    description: .ruleLevels,
    decode: { node, decoder in
      let level = Shape<RuleSetting>.word(RuleSetting.self)
      return decoder.dictionary(node, expected: ShapeDescription.ruleLevels.name, level, requiresValue: true) { _, _ in
      }
    },
    write: { _, _ in false })
}

extension Shape where Value == String {
  /// A text needed as a string, not as a handle.
  static let plainText = Shape(
    description: .text,
    decode: { node, decoder in decoder.text(node).map { _ in decoder.document.string(of: node) } },
    write: { _, _ in false })
}
