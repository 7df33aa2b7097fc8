internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let confidentialitySkipped = Rule(
    .confidentialitySkipped, .error, .completeness, source: .step(5),
    summary: "confidentiality is left open or set aside",
    rationale: """
      Teachers let a coach into their rooms because they know what stays there. Practitioners disagree about where the line
      should be, so concord takes no side; it asks that the line be drawn: what is shared, what stays private, and when even
      that has to be told. For the same reason the topics on confidentiality cannot be skipped.
      """,
    failing: [
      Example(
        """
        format: 1
        focus:
          ↓confidentiality↑:
            shared: Teams and hours
            private: What is seen in a room
        """,
        "the agreement on confidentiality has no `exceptions`",
        help: "add `exceptions:` and say when even that must be told, as for child safety"),
      Example(
        """
        format: 1
        focus:
          confidentiality: {shared: Teams, private: Rooms, exceptions: Safety}
        topics:
          confidentiality:
            urgent-concern:
              ↓not-relevant↑: It never happens here
        """,
        "`urgent-concern` is about confidentiality and cannot be set aside",
        help:
          "agree on an answer; then write `agreed:` and what you agree on, in place of `not-relevant:` and the reason"),
      Example(
        """
        format: 1
        focus:
          confidentiality: {shared: Teams, private: Rooms, exceptions: Safety}
        topics:
          confidentiality:
            ↓not-relevant↑: We all get along
        """,
        "the topics of `confidentiality` cannot be set aside",
        help: "delete this line, and answer `declining-a-question` and `urgent-concern` below"),
    ],
    passing: [
      Example(
        """
        format: 1
        focus:
          confidentiality:
            shared: Teams and hours
            private: What is seen in a room
            exceptions: Child safety
        """)
    ],
    check: .agreement { agreement, context in
      checkSplit(agreement, &context)
      checkSections(agreement, &context)
    },
    .topic { visit, context in
      guard visit.topic.isRequired else { return }
      let problem: String
      switch visit.answer.state {
      case .notRelevant: problem = "be set aside"
      case .open: problem = "stay open"
      case .agreed, .carried, .unanswered: return
      }
      context.report(
        at: visit.answer.stateRange, "`\(visit.topic.id)` is about confidentiality and cannot \(problem)",
        help: "agree on an answer; then \(visit.layout.helpToAgree)")
    })

  /// Checks for a section set aside as a whole that has a confidentiality topic without its own answer.
  private static func checkSections(_ agreement: Agreement, _ context: inout RuleContext) {
    let (topics, catalog) = (agreement.topics, agreement.catalog)
    for section in topics.sections where !section.notRelevant.isAbsent {
      let ids = catalog.sections[section.index].topics.filter {
        catalog.topics[$0].isRequired && topics.setAside($0, in: catalog) != nil
      }.map { "`\(catalog.topics[$0].id)`" }
      guard !ids.isEmpty else { continue }
      context.report(
        at: section.notRelevant.keyRange,
        "the topics of `\(catalog.sections[section.index].id)` cannot be set aside",
        help: "delete this line, and answer \(Prose.list(ids)) below")
    }
  }

  private static func checkSplit(_ agreement: Agreement, _ context: inout RuleContext) {
    switch agreement.content.focus {
    case .broken: return
    case .absent: context.reportLack(ofAll: agreement.content.focus, .focus)
    case .present(let focus):
      switch focus.value.confidentiality {
      case .broken: return
      case .absent:
        context.reportLack(
          of: focus.value.confidentiality, "confidentiality", "there is no agreement on confidentiality",
          .keys("`shared:`, `private:` and `exceptions:`"))
      case .present(let split):
        let parts = [
          ("shared", split.value.shared, "say what administrators hear"),
          ("private", split.value.private, "say what stays between coach and teacher"),
          ("exceptions", split.value.exceptions, "say when even that must be told, as for child safety"),
        ]
        for (name, part, help) in parts {
          context.reportLack(of: part, name, "the agreement on confidentiality has no `\(name)`", .text(help))
        }
      }
    }
  }
}
