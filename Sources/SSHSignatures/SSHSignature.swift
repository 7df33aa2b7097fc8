/// A signature as `ssh-keygen -Y sign` makes it (`PROTOCOL.sshsig` of OpenSSH), read from the text in an agreement.
///
/// Only what is between the two marks counts, without its white space, because YAML folds lines in many ways and
/// ssh-keygen takes only its own. The text around it, if there is any, is refused: nobody signed it.
package struct SSHSignature: Hashable, Sendable {
  /// The key that signed, as the signature says.
  package let key: SSHPublicKey
  /// Everything between the marks.
  private let blob: [UInt8]

  /// The namespace of signatures under agreements.
  package static let namespace = "concord"

  /// Why a text is no such signature.
  package enum Problem: Error, Hashable, Sendable {
    /// One of the two marks is missing, or there is text around them.
    case noMarks
    /// What is between the marks cannot be read.
    case damaged
    /// It was made for something else, with its namespace.
    case otherNamespace(String)
    case key(SSHPublicKey.Problem)
  }

  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"
  /// The most bytes of a signature; one by a certificate for the largest RSA key has less than a quarter of it.
  private static let mostBytes = 1 << 16

  /// Reads a signature.
  package init(_ text: String) throws(Problem) {
    func isSpace(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0D, 0x20].contains(byte) }
    let bytes = Array(text.utf8)
    var inside = bytes[...]
    while let first = inside.first, isSpace(first) { inside.removeFirst() }
    while let last = inside.last, isSpace(last) { inside.removeLast() }
    guard inside.count >= Self.begin.utf8.count + Self.end.utf8.count, inside.starts(with: Self.begin.utf8),
      inside.suffix(Self.end.utf8.count).elementsEqual(Self.end.utf8)
    else { throw .noMarks }
    inside = inside.dropFirst(Self.begin.utf8.count).dropLast(Self.end.utf8.count)
    guard inside.count <= 2 * Self.mostBytes else { throw .damaged }
    // A second signature has dashes, which are not base64.
    guard let blob = Base64.decode(inside.filter { !isSpace($0) }), blob.count <= Self.mostBytes else { throw .damaged }
    var wire = SSHWire(blob)
    guard wire.bytes(6)?.elementsEqual("SSHSIG".utf8) == true, wire.number() == 1, let key = wire.string(),
      let namespace = wire.string(), wire.string() != nil, wire.name() != nil, wire.string()?.isEmpty == false,
      wire.isAtEnd
    else { throw .damaged }
    do {
      self.key = try SSHPublicKey(key)
    } catch {
      throw .key(error)
    }
    guard namespace.elementsEqual(Self.namespace.utf8) else {
      throw .otherNamespace(String(decoding: namespace.prefix(60), as: UTF8.self))
    }
    self.blob = blob
  }

  /// The signature as ssh-keygen writes it, with a line feed at the end.
  package var armor: String {
    let text = Array(Base64.encode(blob).utf8)
    let lines = stride(from: 0, to: text.count, by: 70).map { start in
      String(decoding: text[start..<min(start + 70, text.count)], as: UTF8.self)
    }
    return ([Self.begin] + lines + [Self.end]).joined(separator: "\n") + "\n"
  }
}
