internal import Agreement
internal import AgreementLint
internal import SSHSignatures
internal import TextSupport

/// How `concord verify` prints.
package enum VerifyFormat: String, CaseIterable, Sendable {
  /// For people: a line for each signer.
  case text
  /// For programs; `schema/verify-report.schema.json` describes it.
  case json
}

/// Writes a report of signatures, agreement by agreement.
package struct VerifyReporter: Sendable {
  private let format: VerifyFormat
  private var counts = SignatureCounts()
  private var agreements: [VerifiedAgreement] = []

  package init(_ format: VerifyFormat) { self.format = format }

  /// Takes an agreement; returns what can be printed already.
  package mutating func add(_ agreement: VerifiedAgreement) -> String {
    counts.add(agreement)
    switch format {
    case .text: return Self.text(of: agreement)
    case .json:
      agreements.append(agreement)
      return ""
    }
  }

  /// What comes at the end.
  package mutating func finish() -> String {
    switch format {
    case .text: return counts.text + "\n"
    case .json: return Self.json(agreements, counts)
    }
  }

  // MARK: - Text

  private static func text(of agreement: VerifiedAgreement) -> String {
    let digits = agreement.digest.description.prefix(8)
    let name = [agreement.id, agreement.year?.description].compactMap(\.self).joined(separator: " ")
    let lines = agreement.people.map { person in (beside: who(person), state: state(of: person)) }
    let width = lines.map { TerminalText.width(of: $0.beside) }.max() ?? 0
    return
      ([TerminalText.escape(name) + ": text \(digits)"]
      + lines.map { line in
        "  \(line.beside)\(String(repeating: " ", count: width - TerminalText.width(of: line.beside) + 2))\(line.state)"
      }).joined(separator: "\n") + "\n"
  }

  private static func who(_ person: VerifiedAgreement.Person) -> String {
    TerminalText.escape(person.title) + (person.person.joined.map { ", joined \($0)" } ?? "")
      + (person.person.left.map { ", \(person.person.hasLeft ? "left" : "leaves") \($0)" } ?? "")
  }

  private static func state(of person: VerifiedAgreement.Person) -> String {
    let day = person.person.signed.map { ", \($0)" } ?? ""
    var result: String
    switch person.person.state {
    case .verified(let key): result = "verified\(day), \(key.kind) \(key.fingerprint)"
    case .paper:
      result = "paper\(day), recorded by \(person.recorder.map { TerminalText.escape($0) } ?? "somebody else")"
    case .typed: result = "typed\(day); nothing proves who typed it"
    case .unverified(let obstacle): result = "unverified\(day); \(obstacle.reason)"
    case .unbound: result = "unbound\(day); it does not say which text was signed"
    case .stale: result = "stale\(day); \(person.signedText ?? "another text was signed")"
    case .invalid(let reason): result = "invalid\(day); \(TerminalText.escape(reason.sentence))"
    case .withdrawn(let day): result = "withdrawn, \(day)"
    case .missing: result = "missing"
    }
    if person.person.isBelowPolicy, !person.person.hasLeft {
      result += "; \(person.person.required == .ssh ? "an SSH key" : "paper") is required here"
    }
    return result
  }

  // MARK: - JSON

  private static func json(_ agreements: [VerifiedAgreement], _ counts: SignatureCounts) -> String {
    var writer = JSONWriter(indented: true)
    writer.object { writer in
      writer.member("version", 1)
      writer.objects("agreements", agreements) { agreement, writer in
        writer.member("path", agreement.path)
        writer.member("id", agreement.id)
        writer.member("school-year", agreement.year?.description)
        writer.member("digest", agreement.digest.description)
        writer.objects("signatures", agreement.people) { person, writer in add(person, to: &writer) }
      }
      writer.object("summary") { writer in
        writer.member("agreements", counts.agreements)
        writer.member("signers", counts.signers)
        for state in SignatureStateName.allCases { writer.member(state.rawValue, counts[state]) }
      }
    }
    return TerminalText.escapeJSON(writer.text) + "\n"
  }

  private static func add(_ person: VerifiedAgreement.Person, to writer: inout JSONWriter) {
    let signed = person.person
    writer.member("participant", signed.id)
    writer.member("name", person.title)
    writer.member("state", SignatureStateName(signed.state).rawValue)
    writer.member("ok", !signed.isFault)
    writer.member("signed", signed.signed?.description)
    writer.member("required", signed.required.rawValue)
    var (key, recorder, reason): (SSHPublicKey?, String?, String?)
    switch signed.state {
    case .verified(let its): key = its
    case .paper(let by): recorder = by
    case .unverified(let obstacle): reason = obstacle.reason
    case .invalid(let its): reason = its.sentence
    case .stale: reason = person.signedText
    case .typed, .unbound, .withdrawn, .missing: break
    }
    writer.member("key-type", key?.kind)
    writer.member("fingerprint", key?.fingerprint)
    writer.member("recorded-by", recorder)
    writer.member("reason", reason)
    writer.member("joined", signed.joined?.description)
    writer.member("left", signed.left?.description)
  }
}
