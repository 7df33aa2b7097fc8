internal import Agreement
internal import AgreementMerging
internal import Diagnostics

extension Invariants {
  /// What does not hold if one person adds a comment to some bytes and another one a key of their own.
  package static func violations(ofMerging bytes: [UInt8]) -> [String] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let comment = "# one was here"
    let key = "x-other: was here"
    let ours = bytes[..<start] + Array((comment + "\n").utf8) + bytes[start...]
    let theirs = bytes + (bytes.last == 0x0A ? [] : [0x0A]) + Array((key + "\n").utf8)
    func reading(_ bytes: [UInt8]) -> AgreementReading {
      AgreementReader.read(SourceFile(name: "mutant.agreement.yaml", bytes: bytes))
    }
    let expected = reading(theirs)
    guard expected.isSound, reading(Array(ours)).isSound else { return [] }
    do throws(CannotMerge) {
      let merged = try AgreementMerge.merge(
        base: bytes, ours: Array(ours), theirs: theirs, name: "mutant.agreement.yaml")
      if !merged.conflicts.isEmpty { return ["a comment and a key are a conflict"] }
      if reading(merged.bytes).digest != expected.digest { return ["a merge changes what is signed"] }
      return [comment, key].allSatisfy { merged.bytes.holds($0) } ? [] : ["a merge loses a line"]
    } catch {
      switch error {
      case .layout, .lineEnds: return []
      case .empty, .error, .tooLarge, .unproven, .unsettled: return ["a comment and a key cannot be merged: \(error)"]
      }
    }
  }
}
