internal import Agreement
internal import AgreementLint
internal import Repository
internal import SSHSignatures
internal import SystemPackage
internal import TextSupport

/// The key that signs, and what its signature is worth here.
struct SignatureKeys {
  let file: EditedAgreement
  private let keygen: SSHKeygen

  init(_ file: EditedAgreement, asking keygen: SSHKeygen) {
    self.file = file
    self.keygen = keygen
  }

  private var allowed: AllowedSigners? { file.linter.settings.signing.allowedSigners }

  /// The file of the key: the one that was named, or the usual one.
  static func file(named name: String?) throws -> FilePath {
    if let name { return FilePath(typed: name) }
    guard let usual = SSHKeygen.usualKey() else {
      throw Refusal.cannot(
        "there is no SSH key in ~/.ssh; name one with --key, or make one with `ssh-keygen -t ed25519`")
    }
    return usual
  }

  /// Signs the text of the file for a person.
  ///
  /// A key that nobody has listed yet signs, because somebody lists it later; a key of somebody else does not.
  func sign(for signer: PersonInFile, on day: CalendarDate, with key: FilePath) throws -> SSHSignature {
    let signature: SSHSignature
    do {
      signature = try keygen.sign(SSHKeygen.message(file.digest, signer.id, day), with: key)
    } catch {
      Output.error(error)
      throw Refusal.cannot("nothing was signed")
    }
    let others = (allowed?.ids(of: signature.key) ?? []).filter { $0 != signer.id }
    guard others.isEmpty else {
      throw Refusal.no(
        "nothing was signed, because the key is listed for \(Prose.list(others)), and everybody signs with a key of their own; name another one with --key"
      )
    }
    switch verdict(on: signature, of: signer, day) {
    case .good, .unverified, .invalid(.nobodyListed), .invalid(.keyNotListed), .invalid(.certificate): return signature
    case .invalid(let reason):
      throw Refusal.no(
        "nothing was signed, because the signature would not count: \(TerminalText.escape(reason.sentence))")
    }
  }

  /// Says which line makes the key known, unless it is known; somebody else adds it after asking whose key it is.
  func tellLine(for signature: SSHSignature, of signer: PersonInFile, on day: CalendarDate) {
    if case .good = verdict(on: signature, of: signer, day) { return }
    guard !signature.key.isCertificate else { return }
    let place =
      allowed == nil
      ? "once concord.yaml has `signatures: {allowed-signers: allowed_signers}`, and that file this line"
      : "once the file of `allowed-signers` has this line"
    Output.error(
      "The signature counts as verified \(place):\n  \(signer.id) namespaces=\"concord,git\" \(signature.key.line)\n")
  }

  private func verdict(on signature: SSHSignature, of signer: PersonInFile, _ day: CalendarDate) -> SSHVerdict {
    SSHVerifier(keygen).verdict(signature.armor, of: signer.id, file.digest, day, among: allowed)
  }
}
