package import Agreement

/// Why signatures are for another text, if it is not because people changed it.
package enum OtherCauseOfStaleness: Sendable {
  /// They came along with last year's file.
  case copied
  /// Nothing but people with these ids was added.
  case joined([String])
}

extension AgreementReading {
  /// Why signatures are for another text; nil if the text was changed, or if there are none.
  package func otherCauseOfStaleness(on today: CalendarDate) -> OtherCauseOfStaleness? {
    guard let agreement else { return nil }
    switch StaleSignatures.find(in: self, signers: agreement.signers(on: today), digest: digest, today: today)?.cause {
    case .copied: return .copied
    case .joined(let people, _): return .joined(people.map(\.id))
    case .differs, .amended, .changed, nil: return nil
    }
  }
}
