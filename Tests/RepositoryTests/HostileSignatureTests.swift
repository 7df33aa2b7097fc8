import SSHSignatures
import TestSupport
import Testing

/// Whatever stands in a signature or in a file of keys, it is read to the end, and nothing stops the program.
@Suite struct HostileSignatureTests {
  /// A text with some of its bytes changed, doubled or left out.
  private static func mutant(_ text: String, _ random: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
      case 2: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
      case 3:
        bytes.insert(contentsOf: [0x22, 0x2C, 0x3D, 0x0A, 0x20, 0x00].shuffled(using: &random).prefix(2), at: place)
      default: bytes[place] = Array("AQg/+=\"".utf8).randomElement(using: &random) ?? 0x41
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func mutantsAreReadToTheEnd() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    var random = SeededGenerator(seed: 16)
    for (name, kind) in [("novak", "ed25519"), ("tran", "rsa"), ("kim", "ecdsa")] {
      try await keys.make(name, kind)
      let armor = try await keys.sign("x\n", with: name)
      let line =
        "\(name),a@b namespaces=\"concord,git\",valid-after=\"20260101\" \(try await keys.line(name))\n* cert-authority \(try await keys.line(name))\n"
      for _ in 0..<1_500 {
        let allowed = AllowedSigners(Array(Self.mutant(line, &random).utf8))
        switch SSHSignature.read(Self.mutant(armor, &random), of: name, among: allowed) {
        case .success(let (signature, allowed)):
          // What is read is written so that it reads back.
          #expect(try SSHSignature(signature.armor) == signature)
          _ = allowed.text(for: name, signingWith: signature.key)
          _ = allowed.reason(against: signature, of: name, on: "20260813")
        case .failure(let doubt):
          if case .invalid(let reason) = doubt.verdict { #expect(!reason.sentence.isEmpty) }
        }
      }
    }
  }

  @Test func manyLinesAreReadOnce() async throws {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak")
    let line = try await keys.line("novak")
    let many = (0..<20_000).map { "person-\($0) \(line)\n" }.joined()
    let signature = try SSHSignature(try await keys.sign("x\n", with: "novak"))
    let allowed = AllowedSigners(Array(many.utf8))
    #expect(allowed.ids(of: signature.key).count == 20_000 && allowed.problems.isEmpty)
  }
}
