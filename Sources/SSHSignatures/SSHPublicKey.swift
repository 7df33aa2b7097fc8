internal import Crypto

/// A public key, or a certificate for one, of a kind that is strong enough to sign an agreement.
package struct SSHPublicKey: Hashable, Sendable {
  /// The key as SSH sends it, with everything in a certificate.
  let blob: [UInt8]
  /// The name of the kind, as `allowed-signers` has it: `ssh-ed25519`.
  package let type: String
  /// The key of the authority that made the certificate; nil if this is not a certificate.
  let authority: [UInt8]?
  /// The key itself, without the certificate.
  private let plain: [UInt8]

  /// The name of the kind as `ssh-keygen` writes it: ED25519.
  package var kind: String { Self.kinds[plainType]?.name ?? type }

  /// Whether it is a certificate.
  package var isCertificate: Bool { authority != nil }

  /// The fingerprint, as `ssh-keygen -l` writes it; that of a certificate is that of its key.
  package var fingerprint: String { "SHA256:" + Base64.encode(Array(SHA256.hash(data: plain)), padded: false) }

  /// The key as a line of `allowed-signers` ends: `ssh-ed25519 AAAA…`.
  package var line: String { "\(type) \(Base64.encode(blob))" }

  private var plainType: String { Self.plainType(type) ?? type }

  /// Why a key cannot sign an agreement.
  package enum Problem: Error, Hashable, Sendable {
    /// It cannot be read.
    case damaged
    /// It is of a kind that is too weak or unknown, with its name.
    case unknownKind(String)
    /// It is an RSA key of too few bits.
    case short(bits: Int)
    /// It is a certificate for a computer.
    case hostCertificate
  }

  /// The fewest bits of an RSA key.
  package static let fewestBits = 2_048

  /// The kinds of keys, with their names and the number of strings in them.
  private static let kinds: [String: (name: String, parts: Int)] = [
    "ecdsa-sha2-nistp256": ("ECDSA", 2), "ecdsa-sha2-nistp384": ("ECDSA", 2), "ecdsa-sha2-nistp521": ("ECDSA", 2),
    "sk-ecdsa-sha2-nistp256@openssh.com": ("ECDSA-SK", 3), "sk-ssh-ed25519@openssh.com": ("ED25519-SK", 2),
    "ssh-ed25519": ("ED25519", 1), "ssh-rsa": ("RSA", 2),
  ]

  /// The kind of the key in a certificate, such as `ssh-ed25519-cert-v01@openssh.com`; nil for another kind.
  private static func plainType(_ type: String) -> String? {
    let end = "-cert-v01@openssh.com"
    guard type.hasSuffix(end) else { return nil }
    let name = String(type.dropLast(end.count))
    return name.hasPrefix("sk-") ? name + "@openssh.com" : name
  }

  /// Reads a key as SSH sends it.
  package init(_ blob: some Sequence<UInt8>) throws(Problem) {
    self.blob = Array(blob)
    var wire = SSHWire(self.blob)
    guard let type = wire.name() else { throw .damaged }
    self.type = type
    let certified = Self.plainType(type)
    guard let kind = Self.kinds[certified ?? type] else { throw .unknownKind(type) }
    if certified != nil { guard wire.string() != nil else { throw .damaged } }
    var parts: [ArraySlice<UInt8>] = []
    for _ in 0..<kind.parts {
      guard let part = wire.string() else { throw .damaged }
      parts.append(part)
    }
    if kind.name == "RSA" { try Self.check(modulus: parts[1]) }
    plain = ([Array((certified ?? type).utf8)[...]] + parts).flatMap { part in
      (0..<4).map { UInt8(truncatingIfNeeded: part.count >> (24 - 8 * $0)) } + part
    }
    guard certified != nil else {
      authority = nil
      guard wire.isAtEnd else { throw .damaged }
      return
    }
    // A number, whom it is for, its name, for whom it signs, since when and until when, and four more strings.
    guard wire.bytes(8) != nil, let role = wire.number(), wire.skipStrings(2), wire.bytes(16) != nil,
      wire.skipStrings(3), let authority = wire.string(), wire.skipStrings(1), wire.isAtEnd
    else { throw .damaged }
    guard role == 1 else { throw .hostCertificate }
    let signer = try SSHPublicKey(authority)
    guard !signer.isCertificate else { throw .damaged }
    self.authority = signer.blob
  }

  private static func check(modulus: ArraySlice<UInt8>) throws(Problem) {
    let digits = modulus.drop { $0 == 0 }
    guard let first = digits.first else { throw .damaged }
    let bits = digits.count * 8 - first.leadingZeroBitCount
    guard bits >= fewestBits else { throw .short(bits: bits) }
  }

  /// Reads the kind and the key as they are in a file: `ssh-ed25519 AAAA…`.
  package init(type: String, text: some Collection<UInt8>) throws(Problem) {
    guard let blob = Base64.decode(text) else { throw .damaged }
    let key = try SSHPublicKey(blob)
    guard key.type == type else { throw .damaged }
    self = key
  }
}
