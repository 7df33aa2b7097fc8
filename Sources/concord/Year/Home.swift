internal import Agreement
internal import AgreementLint
internal import ArgumentParser
internal import Repository
internal import SystemPackage

/// Where new agreements go, and what `concord.yaml` says about them.
struct Home {
  /// The folder for the folders of the agreements.
  let folder: FilePath
  /// The folders in which agreements are.
  let searched: [FilePath]
  let catalog: Catalog
  /// The school years that the settings know, in order.
  let calendar: [(year: SchoolYear, starts: CalendarDate, ends: CalendarDate)]
  /// The local date.
  let today: CalendarDate
  /// The folder of `concord.yaml`; nil if there is none.
  private let root: FilePath?

  /// The name of the schema that `concord init` writes.
  static let schemaName = "agreement.schema.json"

  /// Takes the folder of an option, or the one that the settings name.
  init(_ typed: String?) throws {
    let named = typed.map { FilePath(typed: $0) }
    let near = named.map { $0.absolute } ?? ""
    var setups = LintSetups { settings, zone in
      Linter(rules: [], settings: settings, today: zone?.today ?? Day.local)
    }
    let configuration = try setups.configuration(forFolder: near)
    var finder = ConfigurationFinder()
    let root = finder.configuration(forFolder: near).map { ConfigurationFinder.shown($0.removingLastComponent()) }
    let folders = try setups.folders()
    self.root = root
    let first = configuration.agreements.isEmpty ? root : folders.first
    folder = named ?? first.flatMap { $0.isEmpty || $0 == "." ? nil : $0 } ?? ""
    searched = (root.map { [$0.isEmpty ? "." : $0] } ?? ["."]) + (named.map { [$0] } ?? [])
    catalog = configuration.catalog
    calendar = configuration.settings.calendar.map { (year: $0.key, starts: $0.value.starts, ends: $0.value.ends) }
      .sorted {
        $0.year < $1.year
      }
    today = try setups.setup(forStandardInput: nil).map { setups.setups[$0].linter.today } ?? Day.local
  }

  /// The path of the schema from a folder; nil if there is no schema beside `concord.yaml`.
  func schema(from folder: FilePath) -> String? {
    guard let root else { return nil }
    let file = root.appending(Self.schemaName)
    guard NewFile.isTaken(file) else { return nil }
    var below = folder.absolute
    guard below.removePrefix(root.absolute) else { return nil }
    let up = String(repeating: "../", count: below.components.count)
    return (up.isEmpty ? "./" : up) + Self.schemaName
  }
}
