package import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// Compares a file before and after an edit: only what was meant may have changed, and no comment may be gone.
package enum EditCheck {
  /// What becomes of the digest.
  package enum DigestAfter: Sendable {
    case same
    case different
  }

  /// What else an edit has changed; nil if nothing.
  ///
  /// `meant` are the paths of the entries that may differ, with everything below them.
  package static func problem(
    _ before: AgreementReading, _ after: AgreementReading, meant: [[String]], digest: DigestAfter? = nil,
    keepsComments: Bool = true
  ) -> String? {
    guard after.isSound else { return "the file would have an error: \(after.diagnostics.first?.message ?? "")" }
    if let new = newFinding(before, after) { return "the file would have a new finding: \(new)" }
    if keepsComments, comments(before.document) != comments(after.document) { return "a comment would change" }
    let comparison = Comparison(old: before.document, new: after.document, meant: Set(meant))
    if let place = comparison.firstDifference() { return "`\(place.joined(separator: "."))` would change, too" }
    switch digest {
    case nil: return nil
    case .same: return before.digest == after.digest ? nil : "the text that people sign would change"
    case .different: return before.digest != after.digest ? nil : "the text that people sign would stay the same"
    }
  }

  /// The message of a finding about text or structure that was not there before.
  private static func newFinding(_ before: AgreementReading, _ after: AgreementReading) -> String? {
    var known: [RuleID: Int] = [:]
    for found in before.diagnostics { known[found.rule, default: 0] += 1 }
    for found in after.diagnostics {
      known[found.rule, default: 0] -= 1
      if known[found.rule, default: 0] < 0 { return found.message }
    }
    return nil
  }

  private static func comments(_ document: Document) -> [ArraySlice<UInt8>] {
    document.comments.map { document.source.bytes[$0.indices] }
  }

  /// Two trees, and what may differ in them.
  private struct Comparison {
    let old: Document
    let new: Document
    let meant: Set<[String]>

    /// The path of the first entry that differs though it should not; nil if there is none.
    func firstDifference() -> [String]? {
      switch (old.root, new.root) {
      case (nil, nil): nil
      case (let left?, let right?): difference(left, right, [])
      case (nil, _), (_, nil): ["format"]
      }
    }

    private func difference(_ left: NodeID, _ right: NodeID, _ path: [String]) -> [String]? {
      if meant.contains(path) { return nil }
      switch (old.kind(of: left), new.kind(of: right)) {
      case (.scalar, .scalar):
        return Folding.fold(old.string(of: left)) == Folding.fold(new.string(of: right)) ? nil : path
      case (.sequence, .sequence):
        let (mine, theirs) = (Array(old.items(of: left)), Array(new.items(of: right)))
        guard mine.count == theirs.count else { return path }
        for index in mine.indices {
          if let found = difference(mine[index], theirs[index], path + ["\(index + 1)"]) { return found }
        }
        return nil
      case (.mapping, .mapping):
        let mine = kept(left, old, path)
        let theirs = kept(right, new, path)
        for (index, entry) in mine.enumerated() {
          guard index < theirs.count, theirs[index].key == entry.key else { return path + [entry.key] }
          if let found = difference(entry.value, theirs[index].value, path + [entry.key]) { return found }
        }
        return theirs.count > mine.count ? path + [theirs[mine.count].key] : nil
      case (.scalar, _), (.sequence, _), (.mapping, _): return path
      }
    }

    /// The entries that have to be the same, in file order.
    private func kept(_ node: NodeID, _ document: Document, _ path: [String]) -> [(key: String, value: NodeID)] {
      document.entries(of: node).map { (document.string(of: $0.key), $0.value) }.filter {
        !isFree($0.1, document, path + [$0.0])
      }
    }

    /// Whether everything at a place may differ: it is meant, or a key that has only such entries, or none yet.
    private func isFree(_ node: NodeID, _ document: Document, _ path: [String]) -> Bool {
      if meant.contains(path) { return true }
      guard leadsToMeant(path) else { return false }
      switch document.kind(of: node) {
      case .scalar: return document.isAbsent(node)
      case .sequence: return false
      case .mapping:
        return document.entries(of: node).allSatisfy {
          isFree($0.value, document, path + [document.string(of: $0.key)])
        }
      }
    }

    /// Whether an entry below a place may differ.
    private func leadsToMeant(_ path: [String]) -> Bool { meant.contains { $0.starts(with: path) } }
  }
}

extension FileEditor {
  /// The file as it is now, read back: every value that was written is there, every deleted one is gone, and nothing else has changed.
  ///
  /// - Throws: `Failure` if something else has; then the edit must not be written.
  package func checked(against before: AgreementReading, digest: EditCheck.DigestAfter?) throws(Failure)
    -> AgreementReading
  {
    let after = AgreementReader.read(source, catalog: before.agreement?.catalog ?? .builtIn)
    if let problem = EditCheck.problem(before, after, meant: touched, digest: digest) { throw Failure(reason: problem) }
    for leaf in expected {
      guard leaf.isThere == hasValue(at: leaf.path), leaf.text == nil || leaf.text == text(at: leaf.path) else {
        throw Failure(reason: "`\(leaf.path.joined(separator: "."))` does not read back as it was written")
      }
    }
    return after
  }
}
