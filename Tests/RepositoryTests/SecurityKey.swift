import Crypto

/// A security key in software: it makes the public key and the signatures that a FIDO token would make.
struct SecurityKey {
  enum Kind: String {
    case ed25519 = "sk-ssh-ed25519@openssh.com"
    case p256 = "sk-ecdsa-sha2-nistp256@openssh.com"
  }

  private let kind: Kind
  private let application = Array("ssh:".utf8)
  private let edwards = Curve25519.Signing.PrivateKey()
  private let nist = P256.Signing.PrivateKey()

  init(_ kind: Kind) { self.kind = kind }

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  private static func string(_ bytes: some Collection<UInt8>) -> [UInt8] { number(bytes.count) + bytes }

  private static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  private var publicKey: [UInt8] {
    let parts =
      switch kind {
      case .ed25519: Self.string(Array(edwards.publicKey.rawRepresentation))
      case .p256: Self.string("nistp256") + Self.string(Array(nist.publicKey.x963Representation))
      }
    return Self.string(kind.rawValue) + parts + Self.string(application)
  }

  /// The public key as `allowed-signers` takes it.
  var line: String { "\(kind.rawValue) \(Self.base64(publicKey))" }

  /// Signs a message; the first bit of the flags says that somebody touched the key.
  func sign(_ message: String, flags: UInt8) throws -> String {
    let namespace = Self.string("concord") + Self.string("") + Self.string("sha512")
    let data = Array("SSHSIG".utf8) + namespace + Self.string(Array(SHA512.hash(data: Array(message.utf8))))
    let counter = [flags] + Self.number(7)
    let signed = Array(SHA256.hash(data: application)) + counter + Array(SHA256.hash(data: data))
    let raw: [UInt8]
    switch kind {
    case .ed25519: raw = Array(try edwards.signature(for: signed))
    case .p256:
      let both = Array(try nist.signature(for: signed).rawRepresentation)
      raw = [both[..<32], both[32...]].flatMap { half in
        let digits = half.drop { $0 == 0 }
        return Self.string((digits.first ?? 0) > 0x7F ? [0] + digits : Array(digits))
      }
    }
    let inner = Self.string(kind.rawValue) + Self.string(raw) + counter
    let blob =
      Array("SSHSIG".utf8) + Self.number(1) + Self.string(publicKey) + namespace + Self.string(inner)
    return "-----BEGIN SSH SIGNATURE-----\n\(Self.base64(blob))\n-----END SSH SIGNATURE-----\n"
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let piece = Array(bytes[start..<min(start + 3, bytes.count)])
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < piece.count ? Int(piece[$1]) : 0) }
      result += (0..<4).map { $0 <= piece.count ? letters[bits >> (18 - 6 * $0) & 63] : 0x3D }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
