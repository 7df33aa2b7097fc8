internal import SchoolEnglish

extension Change {
  /// Whether a teacher's consent, or the statement that the coach does not evaluate, is on only one side.
  ///
  /// If the whole answer or promise is gone, it is listed with what was lost; norms have no such list.
  var touchesSafeguards: Bool {
    switch group {
    case .changed, .meetings, .strengthened, .weakened, .access: guard old != nil, new != nil else { return false }
    case .focus, .norms: break
    case .confidentiality, .dropped, .frame, .handed, .new, .people, .standing, .wording: return false
    }
    func safeguards(_ wording: Wording?) -> (consent: Bool, evaluation: Bool) {
      let words = Word.all(in: wording?.text ?? "")
      return (
        Safeguards.consents(in: words).contains { Safeguards.isOfTeachers(words[$0]) },
        Safeguards.rulesOutEvaluation(words)
      )
    }
    return safeguards(old) != safeguards(new)
  }
}
