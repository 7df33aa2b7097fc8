internal import Diagnostics
internal import TextSupport

extension Decoder {
  /// The optional sections that a district asks for; anything that is not an optional section is reported, because it
  /// would change nothing.
  mutating func askedSections(
    _ changes: CatalogChanges, _ sections: [CatalogSection], _ topics: [[Topic]]
  ) -> Set<String> {
    var result: Set<String> = []
    for part in changes.ask.value ?? [] {
      guard case .present(let located) = part else { continue }
      let id = located.value
      if let section = sections.first(where: { $0.id == id }) {
        result.insert(id)
        guard section.isAsked else { continue }
        report(
          .wrongShape, at: located.range, "`\(id)` is not optional: every agreement is asked for it already",
          help: "leave it out")
      } else if let home = topics.firstIndex(where: { $0.contains { $0.id == id } }) {
        let section = sections[home]
        report(
          .unknownReference, at: located.range, "`ask` takes whole sections, and `\(id)` is a topic",
          help: section.isAsked
            ? "leave it out: every agreement is asked for it already"
            : "write `\(section.id)`, the section that it is in")
      } else {
        reportUnknown(id, at: located.range, among: sections)
      }
    }
    return result
  }

  private mutating func reportUnknown(_ id: String, at range: SourceRange, among sections: [CatalogSection]) {
    let optional = sections.filter { !$0.isAsked }.map(\.id)
    let help =
      nearest(to: id, among: optional).map { "did you mean `\($0)`?" }
      ?? (optional.count == 1
        ? "the only optional section is `\(optional[0])`"
        : "the optional sections are \(Prose.list(optional.map { "`\($0)`" }))")
    report(.unknownReference, at: range, "there is no optional section `\(id.prefix(60))`", help: help)
  }
}
