/// What an SSH signature is worth, apart from the text that it is for.
package enum SSHVerdict: Hashable, Sendable {
  /// It was made by a key of that person, for this message.
  case good(SSHPublicKey)
  /// Nobody could check it, and why.
  case unverified(SSHObstacle)
  /// It proves nothing, and why.
  case invalid(SSHReason)
}

/// Why nobody could check a signature.
package enum SSHObstacle: Hashable, Sendable {
  /// No file says whose key it is.
  case noAllowedSigners
  /// `ssh-keygen` is missing or does not work, and why.
  case noProgram(String)
  /// Nobody asked it.
  case notAsked

  /// The reason, after "because".
  package var reason: String {
    switch self {
    case .noAllowedSigners: "no file says whose key it is"
    case .noProgram(let reason): "ssh-keygen could not be asked (\(reason))"
    case .notAsked: "nobody asked ssh-keygen"
    }
  }
}

/// Why a signature proves nothing.
package enum SSHReason: Hashable, Sendable {
  /// The text is not a signature.
  case unreadable(SSHSignature.Problem)
  /// The lines of several people have the key.
  case severalPeople([String])
  /// No line names the person.
  case nobodyListed(String)
  /// The key is on lines of other people only.
  case keyOfOthers([String])
  /// No line has the key.
  case keyNotListed
  /// A line has it, but not for the day of the signature.
  case notThatDay
  /// A line has it, but not for this use.
  case notForThat
  /// The certificate is for somebody else, or for another time, or its authority is not listed.
  case certificate
  /// The program refuses it for another reason, such as a security key that nobody touched.
  case refused
  /// The signature does not fit what it should have signed.
  case otherMessage

  package init(_ problem: SSHSignature.Problem) { self = .unreadable(problem) }

  /// The reason, as the end of a sentence.
  package var sentence: String {
    switch self {
    case .unreadable(.noMarks): "it is not an SSH signature, or something is written beside it"
    case .unreadable(.damaged): "it is incomplete, or something in it was changed"
    case .unreadable(.otherNamespace(let name)):
      "it was made for something else, in the namespace \"\(name)\" instead of \"\(SSHSignature.namespace)\""
    case .unreadable(.key(let problem)): problem.sentence
    case .severalPeople(let ids): "one key is listed for several people: \(Self.list(ids))"
    case .nobodyListed(let id): "no key is listed for `\(id)`"
    case .keyOfOthers(let ids): "the key is that of \(Self.list(ids))"
    case .keyNotListed: "the key is not listed"
    case .notThatDay: "the key was not valid on that day"
    case .notForThat: "the key is not listed for signing agreements"
    case .certificate: "its certificate is for somebody else or for another time, or no authority is listed for it"
    case .refused: "ssh-keygen does not accept it"
    case .otherMessage: "it was made for another text, another person or another day"
    }
  }

  private static func list(_ ids: [String]) -> String {
    let names = ids.prefix(3).map { "`\($0)`" } + (ids.count > 3 ? ["others"] : [])
    return names.count < 2
      ? names.joined() : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
  }
}
