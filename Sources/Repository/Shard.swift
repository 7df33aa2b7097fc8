public import SystemPackage

/// One of several parts of an archive, so that several machines share it.
///
/// An agreement belongs to a part by its id, so that all its years are in the same one, on every machine and in every run. The
/// id is the name of the folder that holds the file (`brookside-harmon/2026-27.agreement.yaml`); only where that is no id,
/// or where the file lies in the folder that was searched, the file is asked.
public struct Shard: Sendable {
  private let part: Int
  private let parts: Int

  /// Reads `3/8`: the third of eight parts.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, let part = Int(numbers[0]), let parts = Int(numbers[1]), (1...10_000).contains(parts),
      (1...parts).contains(part)
    else { return nil }
    self.part = part - 1
    self.parts = parts
  }

  /// Whether a file belongs to this part; nil where the file has to be asked.
  public func takes(_ path: FilePath, below roots: [FilePath]) -> Bool? {
    let folder = path.removingLastComponent()
    guard !roots.contains(folder), let name = folder.lastComponent?.string, Self.isID(name.utf8) else { return nil }
    return takes(name.utf8)
  }

  /// Whether a file belongs to this part by the id that it declares, or by its path where it declares none.
  public func takes(_ path: FilePath, below roots: [FilePath], declaring bytes: [UInt8]) -> Bool {
    if let isOurs = takes(path, below: roots) { return isOurs }
    return Self.declaredID(in: bytes).map { takes($0) } ?? takes(path.string.utf8)
  }

  /// FNV-1a with 64 bits, which is the same on every machine, unlike Swift's own hashes.
  private func takes(_ id: some Sequence<UInt8>) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(hash % UInt64(parts)) == part
  }

  /// The value of the line `id:` at the outermost level, without its comment and quotes.
  private static func declaredID(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      if bytes[start..<end].starts(with: "id:".utf8) {
        let value = bytes[start..<end].dropFirst(3).drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
        let id = value.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return isID(id) ? id : nil
      }
      start = end + 1
    }
    return nil
  }

  private static func isID(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, (0x61...0x7A).contains(first) else { return false }
    return text.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
