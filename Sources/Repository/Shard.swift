internal import Agreement
public import SystemPackage
internal import TextSupport

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
    guard !roots.contains(folder), let name = folder.lastComponent?.string, Identifier.isValid(name) else {
      return nil
    }
    return takes(name)
  }

  /// Whether a file belongs to this part by the id that it declares, or by its path where it declares none.
  public func takes(_ path: FilePath, below roots: [FilePath], declaring bytes: [UInt8]) -> Bool {
    if let isOurs = takes(path, below: roots) { return isOurs }
    return Self.declaredID(in: bytes).map { takes($0) } ?? takes(path.string)
  }

  private func takes(_ id: String) -> Bool {
    var hash = StableHash()
    for byte in id.utf8 { hash.add(byte) }
    return Int(hash.value % UInt64(parts)) == part
  }

  /// The value of the line `id:` at the outermost level, without its comment and quotes.
  private static func declaredID(in bytes: [UInt8]) -> String? {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      if bytes[start..<end].starts(with: "id:".utf8) {
        let value = bytes[start..<end].dropFirst(3).drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
        let id = String(decoding: value.prefix { ![0x20, 0x09, 0x22, 0x27, 0x23].contains($0) }, as: UTF8.self)
        return Identifier.isValid(id) ? id : nil
      }
      start = end + 1
    }
    return nil
  }
}
