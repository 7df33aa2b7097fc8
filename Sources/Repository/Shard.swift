internal import Agreement
package import SystemPackage
internal import TextSupport

/// One of several parts of an archive, to divide it among several machines.
///
/// The id of an agreement decides which part it belongs to, so that all its years are in the same part, on every
/// machine and in every run. The id is the name of the folder that contains the file
/// (`brookside-harmon/2026-27.agreement.yaml`); only if that is not an id, or if the file is directly in the folder
/// that was searched, is it read from the file.
package struct Shard: Sendable {
  private let part: Int
  private let parts: Int

  /// Reads `3/8`: the third of eight parts.
  package init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, let part = Int(numbers[0]), let parts = Int(numbers[1]), (1...10_000).contains(parts),
      (1...parts).contains(part)
    else { return nil }
    self.part = part - 1
    self.parts = parts
  }

  /// Whether a file belongs to this part; nil if that depends on the file's contents.
  package func takes(_ path: FilePath, below roots: [FilePath]) -> Bool? {
    let folder = path.removingLastComponent()
    guard !roots.contains(folder), let name = folder.lastComponent?.string, Identifier.isValid(name) else {
      return nil
    }
    return takes(name)
  }

  /// Whether a file belongs to this part, by the id that it declares, or by its path if it declares none.
  package func takes(_ path: FilePath, below roots: [FilePath], declaring bytes: [UInt8]) -> Bool {
    if let isOurs = takes(path, below: roots) { return isOurs }
    return AgreementHead.id(in: bytes).map { takes($0) } ?? takes(path.string)
  }

  private func takes(_ id: String) -> Bool {
    var hash = StableHash()
    hash.add(id)
    return Int(hash.value % UInt64(parts)) == part
  }
}
