internal import AgreementLint
internal import ArgumentParser
internal import Repository
internal import SystemPackage
internal import TextSupport

/// All agreements of a snapshot or around a change, and which of them somebody asked about.
struct FocusScope {
  /// An agreement.
  struct File {
    /// How it is shown and opened.
    let path: FilePath
    /// Where it is, with links resolved.
    let place: FilePath
    /// What git holds, if it is read from there.
    let object: GitObject?
  }

  private(set) var files: [File] = []
  /// The folders that were searched.
  private(set) var folders: [FilePath]
  private(set) var reals: [FilePath: FilePath] = [:]
  private(set) var misnamed: [FilePath] = []
  private(set) var leftovers: [FilePath] = []
  /// What the change made into something that cannot be checked.
  private(set) var unreadable: [FileFailure] = []
  private var failures: [FileFailure] = []
  /// Nil if it does not matter what changed.
  private let changed: Set<FilePath>?
  private var named: Set<FilePath> = []
  private var insides: [FilePath] = []
  private let isEverywhere: Bool

  /// Finds the agreements in some folders, and those that were named.
  init(_ focus: Focus, _ options: LintOptions, folders: [FilePath]) throws {
    self.folders = folders
    isEverywhere = options.paths.isEmpty
    changed = (focus.touched?.changes).map { Set($0.changed + $0.conflicts) }
    if let snapshot = focus.snapshot {
      find(in: snapshot, focus, isNext: options.staged)
      if changed == nil { self.folders = insides }
    } else {
      find(options.paths, focus)
    }
    if !failures.isEmpty {
      for failure in failures { Output.error(failure) }
      throw ExitCode(2)
    }
  }

  /// Whether somebody named the file, so that it is looked at in any case.
  func isNamed(_ file: File) -> Bool { named.contains(file.place) }

  /// Whether a place is in a folder that somebody named, or nothing was named.
  func isInside(_ place: FilePath) -> Bool { isEverywhere || insides.contains { place.starts(with: $0) } }

  /// Whether the change touches the file, or it does not matter what changed.
  func isChanged(_ file: File) -> Bool { changed?.contains(file.place) ?? true }

  // MARK: - In the folder

  private mutating func find(_ paths: [String], _ focus: Focus) {
    let finder = AgreementFinder(folders, areNamed: false) { MisnamedName(path: $0) != nil }
    take(finder, shownFrom: focus.tree)
    leftovers = finder.leftovers
    unreadable = finder.failures.filter { focus.touched?.changes.contains($0.path.absolute) ?? true }
    let agreementFolders = Set(finder.files.map { $0.removingLastComponent() })
    misnamed = finder.misnamed.filter {
      focus.touched?.changes.contains($0.absolute) ?? true
        && FoundInputs.mayBeAgreement($0, besides: finder.files, in: agreementFolders)
    }
    if !paths.isEmpty {
      let asked = AgreementFinder(paths.map { FilePath(typed: $0) })
      let outside = asked.files.filter { place(of: $0, asked).starts(with: focus.tree.top) == false }
      failures += outside.map { FileFailure($0, "it is outside this repository") }
      failures += asked.failures
      insides = asked.folders.map { $0.resolved ?? $0.absolute }
      let folders = Set(asked.folders)
      named = Set(
        paths.map { FilePath(typed: $0) }.filter { !folders.contains($0) }.map { $0.resolved ?? $0.absolute })
      take(asked)
    }
    let known = Set(files.map(\.place))
    for place in focus.touched?.changes.changed ?? [] where !known.contains(place) && isSearched(place, in: folders) {
      if let object = focus.touched?.object(at: place) {
        files.append(File(path: focus.tree.shown(place), place: place, object: object))
      }
    }
  }

  /// Takes what was found; files that nobody named are shown by their places.
  private mutating func take(_ finder: AgreementFinder, shownFrom tree: GitWorkTree? = nil) {
    let known = Set(files.map(\.place))
    for path in finder.files {
      let place = place(of: path, finder)
      guard !known.contains(place) else { continue }
      let shown = tree.map { $0.shown(place) } ?? path
      if shown.absolute != place { reals[shown] = place }
      files.append(File(path: shown, place: place, object: nil))
    }
  }

  private func place(of path: FilePath, _ finder: AgreementFinder) -> FilePath {
    finder.reals[path] ?? path.absolute
  }

  // MARK: - In git

  private mutating func find(in snapshot: GitSnapshot, _ focus: Focus, isNext: Bool) {
    let all = Dictionary(snapshot.agreements.map { ($0.place, $0.object) }, uniquingKeysWith: { first, _ in first })
    for (word, place) in focus.asked {
      let path = FilePath(typed: word)
      if all[place] != nil {
        named.insert(place)
      } else if snapshot.conflicts.contains(place) {
        failures.append(
          FileFailure(path, "it is in conflict; resolve it, then type: git add \(ShellWord.quoted(word))"))
      } else if !place.starts(with: focus.tree.top) {
        failures.append(FileFailure(path, "it is outside this repository"))
      } else if all.keys.contains(where: { $0.starts(with: place) }) || place == focus.tree.top {
        insides.append(place)
      } else if !isNext {
        failures.append(FileFailure(path, "there is no such agreement, and no folder with one, in it"))
      } else if let found = try? Stat(place, followTargetSymlink: true) {
        if found.type == .directory {
          insides.append(place)
        } else {
          failures.append(
            FileFailure(path, "it is not in the next commit; type: git add \(ShellWord.quoted(word))"))
        }
      } else {
        failures.append(FileFailure(missing: path))
      }
    }
    for place in snapshot.conflicts.sorted(by: { $0.string < $1.string }) where !named.contains(place) {
      if isAsked(place) {
        failures.append(FileFailure(focus.tree.shown(place), "it is in conflict; resolve it, then `git add` it"))
      }
    }
    failures += snapshot.failures.filter { isAsked($0.place) }.map(\.failure)
    for (place, object) in snapshot.agreements {
      guard named.contains(place) || isSearched(place, in: insides) || changed != nil && isSearched(place, in: folders)
      else { continue }
      let path = focus.tree.shown(place)
      if path.absolute != place { reals[path] = place }
      files.append(File(path: path, place: place, object: object))
    }
  }

  private func isAsked(_ place: FilePath) -> Bool { isSearched(place, in: isEverywhere ? folders : insides) }

  /// Whether a search of some folders comes to a place: it enters no hidden folder.
  private func isSearched(_ place: FilePath, in folders: [FilePath]) -> Bool {
    folders.contains { folder in
      var path = place
      guard path.removePrefix(folder.absolute) else { return false }
      return !path.components.dropLast().contains { $0.string.hasPrefix(".") }
    }
  }
}
