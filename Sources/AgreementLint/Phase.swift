internal import Agreement
internal import Diagnostics

/// Where an agreement is in its year.
enum Phase {
  /// A draft before the first day of school: missing parts are warnings.
  case drafting
  /// In force, or a draft that should be by now.
  case current
  /// After the last day of school: nobody can complete it anymore.
  case closed

  init(of agreement: Agreement, on today: CalendarDate) {
    if let ends = agreement.content.ends.value, today > ends {
      self = .closed
    } else if agreement.content.status.value == .draft, agreement.content.starts.value.map({ today < $0 }) ?? true {
      self = .drafting
    } else {
      self = .current
    }
  }

  func level(of rule: Rule, _ settings: LintSettings) -> Level {
    if rule.isAlwaysOn { return rule.level }
    let level = settings.levels[rule.id] ?? rule.level
    return switch self {
    case .drafting: rule.isDraftRule ? min(level, .warning) : level
    case .current, .closed: level
    }
  }
}
