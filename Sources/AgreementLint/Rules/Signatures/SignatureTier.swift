internal import Agreement
internal import Diagnostics
internal import SSHSignatures

extension Rule {
  static let signatureTier = Rule(
    .signatureTier, .error, .signatures, source: .practice,
    summary: "somebody signed in a weaker way than their role requires",
    rationale: """
      A school can require that people with a role sign on `paper`, or with an `ssh` key. A typed signature proves nothing; one on
      paper was seen by somebody else; one by SSH can be checked. So paper that people recorded for themselves counts as typed, and
      so does an SSH signature that nobody could check. A signature without a digest counts as none. Nothing is required after the last day of school, because nobody can sign
      in a stronger way then.
      """,
    setting: "`signatures: {required: {principal: paper}}` says how people with a role must sign at least",
    failing: [
      Example(
        signed("↓typed↑"), "Linh Tran (principal) typed the signature, but a principal has to sign on paper here",
        help:
          "have Linh Tran sign on paper in front of somebody else, and type `concord sign example.agreement.yaml --as tran --method paper --witness ID`, where ID is the id of that person",
        cured: signed("paper", by: "novak"), configured: policy),
      Example(
        signed("↓paper↑", by: "tran"),
        "Linh Tran (principal) recorded their own signature on paper, which counts as typed, but a principal has to sign on paper here",
        cured: signed("paper", by: "novak"), configured: policy),
    ],
    passing: [
      Example(signed("paper", by: "novak"), configured: policy),
      Example(signed("typed")),
      Example(signed("typed"), today: "2027-05-29", configured: policy),
    ],
    check: .agreement { agreement, context in
      for signer in context.signers {
        guard context.isBelowPolicy(signer), let signature = signer.wholeSignature,
          let state = context.state(of: signer),
          let role = context.settings.signing.strictestRole(of: signer.person)
        else { continue }
        let method = context.settings.signing.required(of: signer.person)
        let name = signer.name(in: agreement)
        let did =
          switch (state, signature.method.value) {
          case (.unverified(let obstacle), _): "signed with a key that nobody could check, because \(obstacle.reason)"
          case (.unbound, _): "signed without a digest, which says nothing about this text"
          case (.typed, .paper): "recorded their own signature on paper, which counts as typed"
          case (.paper, _): "signed on paper"
          default: "typed the signature"
          }
        context.report(
          at: signature.method.range,
          "\(signer.title(in: agreement)) \(did), but \(role.article) has to sign \(method == .ssh ? "with an SSH key" : "on paper") here",
          help: help(state, name, signer, method, context))
      }
    })

  private static let policy = "signatures: {required: {principal: paper}}"

  private static func signed(_ method: String, by recorder: String? = nil) -> String {
    """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: agreed
    campuses:
      brookside: Brookside Elementary
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}
    signatures:
      tran:
        signed: 2026-08-13
        method: \(method)
        digest: 449e1b84226725c6cc5e12ea9eac9181326dabe83e6e78e1494e5a0197775eec
    """ + (recorder.map { "\n    recorded-by: \($0)" } ?? "")
  }

  private static func help(
    _ state: SignatureState, _ name: String, _ signer: Signer, _ method: SignatureMethod, _ context: RuleContext
  ) -> String {
    if case .unverified(let obstacle) = state { return help(for: obstacle) }
    let command = context.signing([signer], by: method)
    return method == .ssh
      ? command.map { "let \(name) type \($0)" } ?? "let \(name) sign with an SSH key"
      : "have \(name) sign on paper in front of somebody else"
        + (command.map { ", and type \($0)" } ?? ", who records it")
  }
}

extension RuleContext {
  /// Whether somebody signed this text in a weaker way than the policy allows, and could still do better.
  mutating func isBelowPolicy(_ signer: Signer) -> Bool {
    if settings.signing.required.isEmpty || !running.contains(.signatureTier) { return false }
    if let ends = reading.agreement?.content.ends.value, today > ends { return false }
    let required = settings.signing.required(of: signer.person)
    guard required > .typed, let state = state(of: signer) else { return false }
    if case .unverified(.notAsked) = state { return false }
    // Whoever takes the digest out must not escape the policy.
    if case .unbound = state { return true }
    return state.tier.map { $0 < required } ?? false
  }
}

extension ParticipantRole {
  /// "a principal", "an instructional coach".
  fileprivate var article: String {
    let words = rawValue.replacing("-", with: " ")
    switch self {
    case .assistantPrincipal, .instructionalCoach: return "an \(words)"
    case .other: return "somebody with the role `other`"
    default: return "a \(words)"
    }
  }
}
