package import Agreement
internal import Diagnostics
package import SSHSignatures

/// How people have to sign in a repository, and whose keys are whose.
package struct SigningPolicy: Sendable {
  /// The weakest method that a role may use; roles that are not here may use any.
  package var required: [ParticipantRole: SignatureMethod] = [:]
  /// The keys; nil if no file names them.
  package var allowedSigners: AllowedSigners?

  /// The e-mail addresses from which each person commits, in small letters, by id.
  package var authors: [String: Set<String>] = [:]

  /// The weakest method that a person may use: the strictest one of their roles.
  package func required(of person: Participant) -> SignatureMethod {
    (person.roles.value ?? []).compactMap { required[$0.value] }.max() ?? .typed
  }

  /// The role for which the strictest method is required; nil if any method will do.
  func strictestRole(of person: Participant) -> ParticipantRole? {
    let method = required(of: person)
    return method == .typed ? nil : (person.roles.value ?? []).first { required[$0.value] == method }?.value
  }
}

/// Asks `ssh-keygen` about a signature of a person, for a digest and a day.
package typealias SignatureCheck =
  @Sendable (SSHSignature, _ id: String, Digest, _ signed: CalendarDate, AllowedSigners) -> SSHVerdict
