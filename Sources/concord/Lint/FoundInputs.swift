internal import AgreementLint
internal import Repository
internal import SystemPackage

/// The files to lint, each with its setup.
struct FoundInputs {
  private(set) var inputs: [LintInput] = []
  /// Files that may have been meant as agreements but are not read.
  private(set) var misnamed: [LintInput] = []
  /// The folders that were searched.
  let folders: [FilePath]
  /// Where the bytes of the inputs are.
  let files: InputBytes
  /// What the run looks at, if that is not all that lies in the folder.
  let focus: Focus?
  /// The number of agreements that the settings exclude.
  private(set) var excluded = 0
  /// How many of these the change touches.
  private(set) var changedButExcluded = 0
  /// How many changed agreements are where nothing is searched, because a name begins with a period.
  private(set) var changedButHidden = 0
  /// The agreements that are only compared with those of the inputs, by their places.
  private(set) var neighbors: [FilePath: LintInput] = [:]
  private var named: Set<FilePath> = []

  /// Takes the inputs out, so that they are not kept.
  mutating func takeInputs() -> [LintInput] {
    defer { inputs = [] }
    return inputs
  }

  /// The commit from which the history of the inputs goes back.
  var tip: String { focus?.snapshot?.tip ?? "HEAD" }

  /// Where the inputs of now are.
  var side: GitChanges.Side { focus?.side ?? .folder }

  /// Whether somebody named the input, and not a folder that it is in.
  func isNamed(_ input: LintInput) -> Bool { input.kind.path.map { named.contains($0) } ?? true }

  /// Finds what some options ask for, in the folder or in git; settings come from there, too.
  init(_ options: LintOptions, _ setups: inout LintSetups) throws {
    guard let focus = try Focus(options) else {
      try self.init(searching: options, &setups)
      return
    }
    if let snapshot = focus.snapshot { setups.read(from: snapshot) }
    try self.init(focus, options, &setups)
  }

  private init(searching options: LintOptions, _ setups: inout LintSetups) throws {
    let paths = options.paths
    let named = paths.filter { $0 != "-" }.map { FilePath(typed: $0) }
    let searched = paths.isEmpty ? try setups.folders() : named
    let finder = AgreementFinder(searched, areNamed: !paths.isEmpty) { MisnamedName(path: $0) != nil }
    folders = finder.folders
    files = InputBytes(reals: finder.reals)
    focus = nil
    self.named = Set(named)
    for failure in finder.failures { Output.error(failure) }
    if case .write = options.repair { Leftovers.remove(finder.leftovers) }
    for path in finder.files { add(.file(path), try setups.setup(for: finder.reals[path] ?? path)) }
    if paths.isEmpty, let home = try setups.folderAroundNamedOnes() {
      let seen = Set(finder.files.map { (finder.reals[$0] ?? $0).absolute })
      excluded += AgreementFinder([home], areNamed: false) { _ in false }.files.count { !seen.contains($0.absolute) }
    }
    let agreementFolders = Set(finder.files.map { $0.removingLastComponent() })
    for path in finder.misnamed where Self.mayBeAgreement(path, besides: finder.files, in: agreementFolders) {
      if let setup = try setups.setup(for: path) { misnamed.append(LintInput(.file(path), setup)) }
    }
    if paths.contains("-") {
      let name = options.stdinFilename.map { FilePath(typed: $0) }
      add(.standardInput(name: name), try setups.setup(forStandardInput: name))
    }
  }

  /// Finds the agreements that a change touches, and those beside them, or those that were named in git.
  private init(_ focus: Focus, _ options: LintOptions, _ setups: inout LintSetups) throws {
    let scope = try FocusScope(
      focus, options, folders: focus.touched == nil ? [] : setups.folders(in: focus.tree))
    folders = scope.folders
    self.focus = focus
    for failure in scope.unreadable { Output.error(failure) }
    if case .write = options.repair { Leftovers.remove(scope.leftovers) }
    var stored: [FilePath: GitObject] = [:]
    for file in scope.files {
      guard let setup = try setups.setup(for: file.place) else {
        excluded += 1
        if scope.isInside(file.place), scope.isChanged(file) { changedButExcluded += 1 }
        continue
      }
      if let object = file.object { stored[file.path] = object }
      let input = LintInput(.file(file.path), setup)
      // Settings from a commit are not those of the change, so the change of these concerns nobody yet.
      let isGoverned =
        setups.revision == nil
        && setups.settingsFile(of: setup).map { focus.touched?.changes.contains($0) ?? false } ?? false
      if scope.isNamed(file) { named.insert(file.path) }
      if scope.isNamed(file) || scope.isInside(file.place) && (scope.isChanged(file) || isGoverned) {
        inputs.append(input)
      } else {
        neighbors[file.place] = input
      }
    }
    files = InputBytes(reals: scope.reals, stored: stored)
    // A change can move an agreement to where nobody looks.
    let seen = Set(scope.files.map(\.place))
    for place in focus.touched?.changes.changed ?? [] where !seen.contains(place) && scope.isInside(place) {
      if focus.tree.isHidden(place) {
        changedButHidden += 1
      } else {
        excluded += 1
        changedButExcluded += 1
      }
    }
    for path in scope.misnamed {
      if let setup = try setups.setup(for: path) { misnamed.append(LintInput(.file(path), setup)) }
    }
  }

  /// Says that there was nothing to look at, and why.
  func tellNothing() {
    if excluded > 0 {
      let all = excluded == 1 ? "the only agreement here is" : "all \(excluded) agreements here are"
      Output.error("concord: \(all) excluded by concord.yaml, so nothing was checked\n")
      Output.note(FileFailure(WorkingFolder.path, "\(all) excluded by concord.yaml"))
    } else {
      Output.error(
        "concord: there is no agreement here; agreements are files whose names end in .agreement.yaml, and `concord new` makes one\n"
      )
      Output.note(FileFailure(WorkingFolder.path, "there is no agreement here"))
    }
  }

  private mutating func add(_ kind: LintInput.Kind, _ setup: Int?) {
    if let setup { inputs.append(LintInput(kind, setup)) } else { excluded += 1 }
  }

  /// Whether a file with another name may be an agreement; a name that does not suggest it has to be next to
  /// agreements, and an editor's backup copy does not count.
  static func mayBeAgreement(_ path: FilePath, besides files: [FilePath], in folders: Set<FilePath>) -> Bool {
    guard let name = MisnamedName(path: path.string), name.needsCompany else { return true }
    let folder = path.removingLastComponent()
    guard folders.contains(folder) else { return false }
    return name.original.map { !files.contains(folder.appending($0)) } ?? true
  }
}
