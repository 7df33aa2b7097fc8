package import Agreement
package import SSHSignatures

/// Says what SSH signatures are worth: concord decides whose key may sign at all, and `ssh-keygen` everything else.
///
/// Only its exit status 0 makes a signature good. Why it refused one is found out by other questions, never from its
/// words, which differ from version to version.
package struct SSHVerifier: Sendable {
  private let keygen: SSHKeygen

  package init(_ keygen: SSHKeygen) { self.keygen = keygen }

  /// The verdict on what stands in a signature, for the digest and the day that stand beside it.
  package func verdict(
    _ text: String, of id: String, _ digest: Digest, _ signed: CalendarDate, among allowed: AllowedSigners?
  ) -> SSHVerdict {
    switch SSHSignature.read(text, of: id, among: allowed) {
    case .success(let (signature, allowed)): verdict(signature, of: id, digest, signed, among: allowed)
    case .failure(let doubt): doubt.verdict
    }
  }

  /// The verdict on a signature that is one, by its form.
  package func verdict(
    _ signature: SSHSignature, of id: String, _ digest: Digest, _ signed: CalendarDate, among allowed: AllowedSigners
  ) -> SSHVerdict {
    let message = SSHKeygen.message(digest, id, signed)
    let lines = allowed.text(for: id, signingWith: signature.key)
    switch keygen.verify(signature, of: id, message, on: signed, allowing: lines) {
    case .good: return .good(signature.key)
    case .unavailable(let reason): return .unverified(.noProgram(reason))
    case .refused: break
    }
    switch keygen.check(signature, message) {
    case .good: return .invalid(allowed.reason(against: signature, of: id, on: "\(signed)"))
    case .refused: return .invalid(.otherMessage)
    case .unavailable(let reason): return .unverified(.noProgram(reason))
    }
  }
}
