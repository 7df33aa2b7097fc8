internal import Agreement
internal import AgreementMerging
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What holds of every merge.
package enum MergeProperties {
  /// What a number of merges came to.
  package struct Tally: Sendable {
    package var merged = 0
    package var conflicts = 0
    package var violations: [String] = []
  }

  /// Merges the triples of some seeds.
  package static func tally(_ seeds: Range<Int>) throws -> Tally {
    var result = Tally()
    for seed in seeds {
      guard let triple = try MergeTriple(seed: UInt64(seed)) else { continue }
      let (violations, isConflict) = check(triple)
      if isConflict { result.conflicts += 1 } else { result.merged += 1 }
      result.violations += violations.map { "seed \(seed): \($0)" }
    }
    return result
  }

  private static func merge(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws(CannotMerge) -> MergedAgreement
  {
    try AgreementMerge.merge(base: base, ours: ours, theirs: theirs, name: "test.agreement.yaml")
  }

  private static func check(_ triple: MergeTriple) -> (violations: [String], isConflict: Bool) {
    let (base, ours, theirs) = (triple.base, triple.ours, triple.theirs)
    let merged: MergedAgreement
    let swapped: MergedAgreement
    var result: [String] = []
    do throws(CannotMerge) {
      if try merge(base, ours, base).bytes != ours { result.append("a change against nothing is another one") }
      if try merge(base, base, theirs).bytes != theirs { result.append("nothing against a change is another one") }
      if try merge(base, ours, ours).bytes != ours { result.append("the same on both sides is something else") }
      merged = try merge(base, ours, theirs)
      swapped = try merge(base, theirs, ours)
    } catch {
      return (["cannot be merged: \(error)"], true)
    }
    let isConflict = !merged.conflicts.isEmpty
    if isConflict != !swapped.conflicts.isEmpty { result.append("only one order is a conflict") }
    let text = Version(merged.bytes)
    let versions = (Version(base), Version(ours), Version(theirs))
    for side in [versions.1, versions.2] {
      let lost = side.words.subtracting(versions.0.words).subtracting(text.words)
      if !lost.isEmpty { result.append("words are lost: \(lost.sorted())") }
    }
    if let line = lostComment(versions, text) { result.append("a comment is lost: \(line)") }
    let feeds = merged.bytes.count { $0 == 0x0A }
    if merged.bytes.count(where: { $0 == 0x0D }) != (ours.contains(0x0D) ? feeds : 0) {
      result.append("line ends are not ours")
    }
    if isConflict {
      for side in [false, true] where !Findings.isSound(resolved(merged.bytes, theirs: side)) {
        result.append("\(side ? "their" : "our") side of the conflicts has an error: \(merged.conflicts)")
      }
    } else {
      result += checkMerged(versions, text, swapped: Version(swapped.bytes), unbound: merged.unbound)
    }
    return (result, isConflict)
  }

  private static func checkMerged(
    _ versions: (base: Version, ours: Version, theirs: Version), _ merged: Version, swapped: Version, unbound: [String]
  ) -> [String] {
    guard merged.isSound else { return ["the result has an error"] }
    var result: [String] = []
    if merged.digest != swapped.digest { result.append("the other order says something else") }
    let (base, ours, theirs) = versions
    for (side, other) in [(ours, theirs), (theirs, ours)] {
      let gone = base.words.subtracting(side.words).intersection(merged.words)
      if !gone.isEmpty { result.append("what was removed is back: \(gone.sorted())") }
      for (path, text) in side.leaves where base.leaves[path] != text && !other.touches(path, base) {
        if merged.leaves[path] != text { result.append("an edit is lost: \(path): \(text)") }
      }
      for (path, _) in base.leaves where side.leaves[path] == nil && !other.touches(path, base) {
        if merged.leaves[path] != nil { result.append("a removed entry is back: \(path)") }
      }
    }
    for (id, digest) in merged.signatures {
      let sides = [ours, theirs].filter { $0.signatures[id] == digest }
      if sides.isEmpty { result.append("a signature of \(id) that nobody wrote") }
      guard let digest else {
        if !sides.contains(where: { $0.digest == merged.digest }) { result.append("an unbound signature of \(id)") }
        continue
      }
      let fell = digest != merged.digest && sides.contains { $0.digest == digest }
      if fell != unbound.contains(id) { result.append("not told, or told wrongly, that \(id) signed another text") }
    }
    return result
  }

  private static func lostComment(_ versions: (base: Version, ours: Version, theirs: Version), _ merged: Version)
    -> String?
  {
    let (base, ours, theirs) = versions
    return ours.comments.union(theirs.comments).first { comment in
      let isWanted =
        ours.comments.contains(comment) && theirs.comments.contains(comment) || !base.comments.contains(comment)
      return isWanted && !merged.comments.contains(comment)
    }
  }

  /// A file in which one side of each conflict is taken.
  private static func resolved(_ bytes: [UInt8], theirs: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var side: Bool?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("<<<<<<< ours") {
        side = false
      } else if side != nil, text.hasPrefix("=======") {
        side = true
      } else if side != nil, text.hasPrefix(">>>>>>> theirs") {
        side = nil
      } else if side == nil || side == theirs {
        result += line + [0x0A]
      }
    }
    return Array(result.dropLast())
  }

  /// What a test looks at in a file.
  private struct Version {
    let isSound: Bool
    let digest: Digest?
    /// The words that are nowhere else, by whoever wrote them.
    let words: Set<String>
    let comments: Set<String>
    /// The texts of the entries that are in no list.
    let leaves: [[String]: String]
    /// The digests by the ids of those who signed.
    let signatures: [String: Digest?]

    init(_ bytes: [UInt8]) {
      let reading = AgreementReader.read(SourceFile(name: "test.agreement.yaml", bytes: bytes))
      isSound = reading.isSound
      digest = reading.digest
      let text = String(decoding: bytes, as: UTF8.self)
      words = Set(text.matches(of: /[a-z]+[abc]x[0-9]+/).map { String($0.0) })
      comments = Set(
        text.split(whereSeparator: \.isNewline).compactMap { line in
          line.firstMatch(of: /(?:^|\s)(#.*)$/).map { String($0.1).trimming { $0.isWhitespace }.description }
        })
      var leaves: [[String]: String] = [:]
      if let root = reading.document.root { Self.collect(reading.document, root, [], &leaves) }
      self.leaves = leaves
      var signatures: [String: Digest?] = [:]
      for entry in reading.agreement?.content.signatures.value ?? [] {
        signatures.updateValue(entry.part.value?.digest.value, forKey: entry.id)
      }
      self.signatures = signatures
    }

    private static func collect(
      _ document: Document, _ node: NodeID, _ path: [String], _ leaves: inout [[String]: String]
    ) {
      switch document.kind(of: node) {
      case .scalar: leaves[path] = Folding.fold(document.string(of: node))
      case .sequence: return
      case .mapping:
        for (key, value) in document.entries(of: node) {
          collect(document, value, path + [document.string(of: key)], &leaves)
        }
      }
    }

    /// Whether this person changed something near an entry: anything in the same topic, or in the same part of anything else.
    func touches(_ path: [String], _ base: Version) -> Bool {
      let part = path.prefix(path.first == "topics" ? 3 : 2)
      func near(_ leaves: [[String]: String]) -> [[String]: String] { leaves.filter { $0.key.starts(with: part) } }
      return near(leaves) != near(base.leaves)
    }
  }
}
