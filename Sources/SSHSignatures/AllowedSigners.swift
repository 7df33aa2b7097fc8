/// The file that says which keys may sign for whom, in the form that `ssh-keygen` and git read.
///
/// Only lines with an id written out count for that person: `*` would let one key sign for everybody. Lines with
/// `cert-authority` may have patterns, because a certificate names its owner itself.
package struct AllowedSigners: Sendable {
  /// The most bytes of the file.
  package static let mostBytes = 16 << 20

  /// A line that counts.
  struct Line: Sendable {
    /// Its number, 1-based.
    let number: Int
    /// The names and patterns at its start.
    let names: [String]
    let options: Options
    let key: SSHPublicKey
    /// The line, without white space around it.
    let text: [UInt8]
    /// What comes after the names.
    let rest: [UInt8]
  }

  /// A line that does not count, or that counts for concord alone.
  package struct Problem: Hashable, Sendable {
    /// Its number, 1-based.
    package let line: Int
    /// What is wrong, as the end of a sentence.
    package let message: String
  }

  let lines: [Line]
  /// The lines that nobody should rely on, in file order.
  package let problems: [Problem]
  /// The places in `lines` for each name.
  private let places: [String: [Int]]
  /// The places in `lines` for each key.
  private let keys: [SSHPublicKey: [Int]]

  /// Reads the file.
  package init(_ bytes: [UInt8]) {
    var lines: [Line] = []
    var problems: [Problem] = []
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      rest = rest.dropFirst(3)
      problems.append(
        Problem(
          line: 1, message: "a byte order mark hides the first line from git and ssh-keygen; save the file without it"))
    }
    for (index, line) in rest.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = line.trimmed
      guard let first = text.first, first != 0x23 else { continue }
      do {
        lines.append(try Self.line(Array(text), index + 1))
      } catch {
        problems.append(Problem(line: index + 1, message: error.message))
      }
    }
    var places: [String: [Int]] = [:]
    var keys: [SSHPublicKey: [Int]] = [:]
    for (place, line) in lines.enumerated() where !line.options.isAuthority {
      for name in line.names { places[name, default: []].append(place) }
      keys[line.key, default: []].append(place)
    }
    (self.lines, self.problems, self.places, self.keys) = (lines, problems, places, keys)
  }

  /// Why a line cannot be read.
  struct Unreadable: Error { let message: String }

  private static func line(_ text: [UInt8], _ number: Int) throws(Unreadable) -> Line {
    guard !text.contains(0) else { throw Unreadable(message: "it has a zero byte in it") }
    guard let (names, rest) = AllowedSignersLine.names(text), !names.isEmpty else {
      throw Unreadable(message: "a quotation mark at its start is not closed, or nothing comes after the names")
    }
    var (options, place) = (Options(), rest)
    if AllowedSignersLine.keyType(rest) == nil {
      (options, place) = try Options.read(rest)
    }
    guard let (type, key) = AllowedSignersLine.keyType(place) else {
      throw Unreadable(message: "there is no key in it, such as `ssh-ed25519 AAAA…`")
    }
    do {
      return Line(
        number: number, names: names, options: options, key: try SSHPublicKey(type: type, text: key), text: text,
        rest: Array(rest))
    } catch {
      throw Unreadable(message: error.sentence)
    }
  }

  /// Whether a line names a person, whatever the key.
  package func names(_ id: String) -> Bool { places[id] != nil }

  /// The lines with a person's id written out.
  func lines(of id: String) -> [Line] { (places[id] ?? []).map { lines[$0] } }

  /// The lines that count for a person who signed with a key, as ssh-keygen reads them; empty if there are none.
  ///
  /// They name nobody else, so that nothing ssh-keygen might read into the names of a line matters.
  package func text(for id: String, signingWith key: SSHPublicKey) -> [UInt8] {
    var result: [UInt8] = []
    for line in lines(of: id) { result += "\(id) ".utf8 + line.rest + "\n".utf8 }
    for line in authorities(of: key) { result += line.text + "\n".utf8 }
    return result
  }

  /// The lines of authorities that made a certificate.
  func authorities(of key: SSHPublicKey) -> [Line] {
    guard let authority = key.authority else { return [] }
    return lines.filter { $0.options.isAuthority && $0.key.blob == authority }
  }

  /// The ids on the lines of a key, sorted; e-mail addresses and patterns are left out.
  package func ids(of key: SSHPublicKey) -> [String] {
    let names = (keys[key] ?? []).flatMap { lines[$0].names }
    return Set(names.filter(Self.isID)).sorted()
  }

  /// Whether a name can be the id of a person in an agreement.
  private static func isID(_ name: String) -> Bool {
    name.utf8.first.map { (0x61...0x7A).contains($0) } == true
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension ArraySlice<UInt8> {
  /// Without the white space around it.
  fileprivate var trimmed: ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var result = drop(while: isSpace)
    while let last = result.last, isSpace(last) { result.removeLast() }
    return result
  }
}

extension SSHPublicKey.Problem {
  /// What is wrong with the key, as the end of a sentence.
  var sentence: String {
    switch self {
    case .damaged: "its key is incomplete, or something in it was changed"
    case .unknownKind(let name): "its key is of the kind \"\(name.prefix(60))\", which is too weak or unknown"
    case .short(let bits): "its RSA key has only \(bits) bits; \(SSHPublicKey.fewestBits) are needed"
    case .hostCertificate: "its certificate is for a computer, not for a person"
    }
  }
}

extension SSHSignature {
  /// What is certain about a text under a person's name before anybody is asked, or the signature to ask about.
  package static func read(_ text: String, of id: String, among allowed: AllowedSigners?) -> Result<
    (signature: SSHSignature, allowed: AllowedSigners), SSHDoubt
  > {
    do throws(Problem) {
      let signature = try SSHSignature(text)
      guard let allowed else { return .failure(SSHDoubt(verdict: .unverified(.noAllowedSigners))) }
      if let reason = allowed.refusal(of: signature, of: id) {
        return .failure(SSHDoubt(verdict: .invalid(reason)))
      }
      return .success((signature, allowed))
    } catch {
      return .failure(SSHDoubt(verdict: .invalid(.unreadable(error))))
    }
  }
}

/// A verdict for which nobody has to be asked.
package struct SSHDoubt: Error { package let verdict: SSHVerdict }

extension AllowedSigners {
  /// What is certain about a signature of a person before anybody is asked; nil if nothing is.
  func refusal(of signature: SSHSignature, of id: String) -> SSHReason? {
    let people = ids(of: signature.key)
    if people.count > 1 { return .severalPeople(people) }
    if !names(id), authorities(of: signature.key).isEmpty {
      return signature.key.isCertificate ? .certificate : .nobodyListed(id)
    }
    return nil
  }

  /// Why ssh-keygen refuses a signature that fits its message: something about the key of a person on a day.
  package func reason(against signature: SSHSignature, of id: String, on day: String) -> SSHReason {
    if signature.key.isCertificate { return .certificate }
    let own = lines(of: id).filter { $0.key == signature.key }
    guard !own.isEmpty else {
      let others = ids(of: signature.key).filter { $0 != id }
      return others.isEmpty ? .keyNotListed : .keyOfOthers(others)
    }
    let allowed = own.filter(\.options.isForAgreements)
    if allowed.isEmpty { return .notForThat }
    return allowed.contains { $0.options.allows(day: day.filter { $0 != "-" }) } ? .refused : .notThatDay
  }
}
