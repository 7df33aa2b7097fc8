internal import Agreement
internal import Diagnostics

extension Rule {
  static let signedInFuture = Rule(
    .signedInFuture, .error, .signatures, source: .format,
    summary: "somebody signed on a day in the future",
    rationale: """
      A signature says what somebody did. A day in the future is a typo, or a signature that somebody else prepared.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: ↓2027-08-13↑, method: typed}
        """, "the day on which Jill Novak signed, 2027-08-13, has not come yet",
        help: "write the day on which it was signed; today is 2026-09-01",
        cured: """
          format: 1
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
          signatures:
            novak: {signed: 2026-09-01, method: typed}
          """)
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        signatures:
          novak: {signed: 2026-09-01, method: typed}
        """)
    ],
    check: .agreement { agreement, context in
      for signer in context.signers {
        guard case .present(let signed) = signer.wholeSignature?.signed, signed.value > context.today else {
          continue
        }
        context.report(
          at: signed.range,
          "the day on which \(signer.name(in: agreement)) signed, \(signed.value), has not come yet",
          help: "write the day on which it was signed; today is \(context.today)")
      }
    })
}
