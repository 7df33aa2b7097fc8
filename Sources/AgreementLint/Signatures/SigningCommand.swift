internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What to type for something that a command does with this file, as a help says it.
package enum FileCommand {
  /// The name of a file as a shell takes it; nil if nobody could type it, or there is no file.
  package static func shellWord(_ name: String) -> String? {
    guard !name.isEmpty, name != "<stdin>",
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "`" && $0.value < 0x10_FF00 })
    else { return nil }
    let name = name.hasPrefix("-") ? "./" + name : name
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "%+,-./:=@_".utf8.contains(byte)
    }
    return isPlain ? name : "'" + name.replacing("'", with: "'\\''") + "'"
  }
}

extension RuleContext {
  /// `concord VERB FILE`; nil if nobody could type the name of the file.
  func command(_ verb: String, _ options: String = "") -> String? {
    FileCommand.shellWord(reading.document.source.name).map { "`concord \(verb) \($0)\(options)`" }
  }

  /// What to type so that somebody joins a text that others have signed; nil if nobody has signed it, so that the person
  /// can just be added.
  func join(_ options: String) -> String? {
    let hasSigned = reading.agreement?.content.signatures.value?.contains { entry in
      entry.part.value.map { $0.withdrawn.isAbsent } ?? false
    }
    guard hasSigned == true else { return nil }
    let command = command("join", " ID --name NAME\(options)").map {
      "type \($0) with a short name and the name of the person; or "
    }
    return
      "\(command ?? "")add the person under `participants`, with `joined: \(today)`, so that what others have signed still counts"
  }

  /// What to type so that each of some people signs; nil if nobody could type it.
  ///
  /// The first few are written out, because a command is copied and not composed.
  func signing(_ signers: [Signer], by method: SignatureMethod? = nil) -> String? {
    let commands = signers.filter { Identifier.isValid($0.id) }.compactMap { signer in
      command("sign", " --as \(signer.id)" + options(of: signer, method))
    }
    guard let first = commands.first else { return nil }
    let rest = signers.filter { Identifier.isValid($0.id) }.dropFirst()
    let words =
      rest.isEmpty
      ? first
      : commands.count <= 3 && method == nil && rest.allSatisfy({ options(of: $0, nil).isEmpty })
        ? "\(first), and the same with \(Prose.list(rest.map { "`\($0.id)`" }))"
        : "\(Prose.list(Array(commands.prefix(8))))\(commands.count > 8 ? " and so on" : "")"
    let isOnPaper = commands.contains { $0.hasSuffix(" ID`") }
    return words
      + (isOnPaper ? ", where ID is the id of \(method == .paper ? "that person" : "whoever saw the paper")" : "")
  }

  /// What `sign` needs to know besides the person: a signature never gets weaker by itself.
  private func options(of signer: Signer, _ method: SignatureMethod?) -> String {
    let required = settings.signing.required(of: signer.person)
    let old = signer.signature?.part.value?.method.value ?? .typed
    let wanted = method ?? (old == .ssh ? .ssh : required)
    return switch wanted {
    case .typed: ""
    case .paper: " --method paper --witness ID"
    case .ssh: required == .ssh && method == nil ? "" : " --method ssh"
    }
  }
}
