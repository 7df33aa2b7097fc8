internal import Agreement
internal import AgreementEditing
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// The ids that people and schools have in the agreements of a repository, and the agreements themselves.
struct KnownNames {
  private(set) var people: [String: Set<String>] = [:]
  private(set) var schools: [String: Set<String>] = [:]
  /// The files of each agreement, by its id.
  private(set) var files: [String: [String]] = [:]
  private var names: [String: Set<String>] = [:]

  /// What one file says.
  private struct Found: Sendable {
    var path: FilePath
    var id: String?
    var people: [(id: String, name: String)] = []
    var schools: [(id: String, name: String)] = []
  }

  /// Reads the agreements below some folders; files that cannot be read say nothing.
  init(below folders: [FilePath]) {
    let finder = AgreementFinder(folders.filter { NewFile.isTaken($0) })
    let reals = finder.reals
    InOrder.run(finder.files, jobs: nil) { path in
      Self.read(path, at: reals[path] ?? path)
    } take: { found in
      if let id = found.id { files[id, default: []].append(found.path.string) }
      for (id, name) in found.people {
        people[EditedAgreement.plain(name), default: []].insert(id)
        names[id, default: []].insert(EditedAgreement.plain(name))
      }
      for (id, name) in found.schools {
        schools[EditedAgreement.plain(name), default: []].insert(id)
        names["school \(id)", default: []].insert(EditedAgreement.plain(name))
      }
    }
  }

  private static func read(_ path: FilePath, at real: FilePath) -> Found {
    var found = Found(path: path)
    guard let bytes = try? FileReader.read(path, at: real, limit: Limits.standard.bytes) else { return found }
    let reading = AgreementReader.read(
      SourceFile(name: path.string, bytes: bytes), catalog: Catalogs.anyCatalog(for: path))
    guard let agreement = reading.agreement else { return found }
    found.id = agreement.content.id.value
    found.people = agreement.participants.compactMap { entry in
      entry.part.value?.name.value.map { (entry.id, agreement.folded($0)) }
    }
    found.schools = agreement.campuses.compactMap { entry in
      entry.part.value?.name.value.map { (entry.id, agreement.folded($0)) }
    }
    return found
  }

  /// Whether an id is that of somebody with another name.
  func isTaken(_ id: String, by name: String) -> Bool {
    names[id].map { !$0.contains(EditedAgreement.plain(name)) } ?? false
  }

  /// Whether an id is that of a school with another name.
  func isTaken(school id: String, by name: String) -> Bool {
    names["school \(id)"].map { !$0.contains(EditedAgreement.plain(name)) } ?? false
  }
}
