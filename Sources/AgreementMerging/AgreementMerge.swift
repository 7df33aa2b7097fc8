package import Agreement
internal import Diagnostics
package import YAMLSyntax

/// Merges two versions of an agreement that were made from one, by what they say.
package struct AgreementMerge {
  /// How often the result is read and what is wrong with it becomes a conflict, before the merge is given up.
  private static let mostRounds = 8
  /// The most errors of one reading that are looked at.
  private static let mostErrors = 100

  private let base: MergedFile?
  private let ours: MergedFile
  private let theirs: MergedFile
  private let name: String
  private let catalog: Catalog
  private let limits: Limits
  private let markers: MergeMarkers
  private var merger: UnitMerger

  /// Merges what `ours` and `theirs` made of `base`, which is empty if both added the file.
  ///
  /// Line ends and a byte order mark are ours.
  ///
  /// - Throws: why it cannot be merged by meaning.
  package static func merge(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], name: String, catalog: Catalog = .builtIn,
    limits: Limits = .standard,
    markers: MergeMarkers = MergeMarkers()
  ) throws(CannotMerge) -> MergedAgreement {
    for (side, bytes) in [(CannotMerge.Side.base, base), (.ours, ours), (.theirs, theirs)]
    where bytes.count > limits.bytes {
      throw .tooLarge(side, limit: limits.bytes)
    }
    if ours == theirs || theirs == base { return MergedAgreement(bytes: ours) }
    if ours == base { return MergedAgreement(bytes: theirs) }
    var merge = try AgreementMerge(base, ours, theirs, name, catalog, limits, markers)
    let merged = try merge.run()
    return MergedAgreement(
      bytes: LineEnds(base, ours, theirs).written(merged.bytes), conflicts: merged.conflicts, unbound: merged.unbound)
  }

  private init(
    _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ name: String, _ catalog: Catalog, _ limits: Limits,
    _ markers: MergeMarkers
  ) throws(CannotMerge) {
    for (side, bytes) in [(CannotMerge.Side.ours, ours), (.theirs, theirs)] where MergedFile.isEmpty(bytes) {
      throw .empty(side)
    }
    var reader = UnitReader()
    self.base =
      MergedFile.isEmpty(base)
      ? nil : try MergedFile(.base, base, name: name, catalog: catalog, limits: limits, reader: &reader)
    self.ours = try MergedFile(.ours, ours, name: name, catalog: catalog, limits: limits, reader: &reader)
    self.theirs = try MergedFile(.theirs, theirs, name: name, catalog: catalog, limits: limits, reader: &reader)
    (self.name, self.catalog, self.limits, self.markers) = (name, catalog, limits, markers)
    merger = UnitMerger(reader: reader)
  }

  private mutating func run() throws(CannotMerge) -> MergedAgreement {
    for _ in 0..<Self.mostRounds {
      let text = merger.file(base?.unit, ours.unit, theirs.unit)
      let forms: [MergedText.Form] = text.hasConflict ? [.ours, .theirs] : [.ours]
      var readings: [AgreementReading] = []
      var hasErrors = false
      for form in forms {
        let (bytes, places) = text.written(form)
        let reading = read(bytes)
        readings.append(reading)
        guard !reading.isSound else { continue }
        hasErrors = true
        if merger.goesInside {
          guard force(reading, places) else { throw .unsettled }
        }
      }
      if hasErrors {
        merger.goesInside = true
        continue
      }
      let digest = merger.conflicts.allSatisfy { $0.path.first == "signatures" } ? readings[0].digest : nil
      if forceUnbound(readings[0], digest) { continue }
      if !text.hasConflict {
        let files = (base?.reading, ours.reading, theirs.reading)
        guard MergeCheck.holds(base: files.0, ours: files.1, theirs: files.2, merged: readings[0]) else {
          throw .unproven
        }
      }
      return MergedAgreement(
        bytes: text.written(.marked(markers)).bytes, conflicts: merger.conflicts,
        unbound: digest.map { unbound(readings[0], $0) } ?? [])
    }
    throw .unsettled
  }

  private func read(_ bytes: [UInt8]) -> AgreementReading {
    // A merged file may be twice as large as each side.
    var limits = limits
    limits.bytes *= 2
    limits.nodes *= 2
    return AgreementReader.read(SourceFile(name: name, bytes: bytes), catalog: catalog, limits: limits)
  }

  // MARK: - Errors that neither side had

  /// Makes a conflict of the innermost unit around each error in which the sides differ; says whether there was one to make.
  private mutating func force(_ reading: AgreementReading, _ places: [MergedText.Place]) -> Bool {
    var found = false
    let errors = reading.diagnostics.filter { $0.severity == .error }
    for error in errors.prefix(Self.mostErrors) {
      let place = Int(error.range.start)
      let around = places.last {
        $0.range.lowerBound <= place && place < max($0.range.upperBound, $0.range.lowerBound + 1) && canForce($0.unit)
      }
      if let around {
        merger.forced[around.unit] = .notTogether
        found = true
      }
      // A name that one side removed and the other uses.
      let word = String(decoding: reading.document.source.bytes[error.range.indices], as: UTF8.self)
      if force(removed: word) { found = true }
    }
    if found { return true }
    // The sides themselves have no error, so in the end everything that differs is a conflict.
    let root = UnitTriple(base?.unit, ours.unit, theirs.unit)
    return merger.forced.updateValue(.notTogether, forKey: root) == nil
  }

  private func canForce(_ unit: UnitTriple) -> Bool {
    merger.forced[unit] == nil && merger.seen[unit].map { $0.isDifferent && !$0.path.isEmpty } ?? false
  }

  private mutating func force(removed word: String) -> Bool {
    guard !word.isEmpty else { return false }
    var found = false
    for (unit, seen) in merger.seen where seen.isRemoved && seen.path.count == 2 && seen.path[1] == word {
      guard ["campuses", "others", "participants"].contains(seen.path[0]), merger.forced[unit] == nil else { continue }
      merger.forced[unit] = .notTogether
      found = true
    }
    return found
  }

  // MARK: - Signatures

  /// Makes a conflict of each signature without a digest, unless the merged text is that of a side that has the signature; says whether
  /// there was one.
  private mutating func forceUnbound(_ merged: AgreementReading, _ digest: Digest?) -> Bool {
    var found = false
    for (unit, path) in unboundEntries(merged, digest) where merger.forced[unit] == nil && !isInConflict(path) {
      merger.forced[unit] = .unboundSignature
      found = true
    }
    return found
  }

  private func isInConflict(_ path: [String]) -> Bool {
    merger.conflicts.contains { path.starts(with: $0.path) }
  }

  /// The signatures in the merged text that say nothing about it, by their units; the whole block if it is in braces.
  private func unboundEntries(_ merged: AgreementReading, _ digest: Digest?) -> [UnitTriple: [String]] {
    let signers = Signers(merged)
    // Whoever is on a side whose text is the merged one has signed it.
    let sides = digest == nil ? [] : [ours, theirs].filter { $0.reading.digest == digest }.map { Signers($0.reading) }
    let ids = signers.digests.filter { $0.value == nil }.keys.filter { id in
      !sides.contains { $0.meaning(of: id) == signers.meaning(of: id) }
    }
    guard !ids.isEmpty else { return [:] }
    let paths = Set(ids.map { ["signatures", $0] })
    let entries = merger.seen.filter { paths.contains($0.value.path) }.mapValues(\.path)
    return entries.isEmpty ? merger.seen.filter { $0.value.path == ["signatures"] }.mapValues(\.path) : entries
  }

  /// The ids of those who signed the text of their side, which is another one now.
  private func unbound(_ merged: AgreementReading, _ digest: Digest) -> [String] {
    let sides = [ours, theirs].map { (digest: $0.reading.digest, signers: Signers($0.reading)) }
    return Signers(merged).digests.compactMap { id, signed in
      guard let signed, signed != digest else { return nil }
      return sides.contains { $0.digest == signed && $0.signers.digests[id] == signed } ? id : nil
    }.sorted()
  }
}
