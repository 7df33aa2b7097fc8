internal import Agreement

extension Differ {
  /// Sections that are set aside as a whole: set aside now, no longer, or for another reason.
  mutating func compareSections() {
    for section in Set(old.setAside.keys).union(new.setAside.keys).sorted() {
      let (before, after) = (old.setAside[section], new.setAside[section])
      guard before?.text != after?.text else { continue }
      let kind: ChangeClass =
        before == nil ? .sectionSetAside : after == nil ? .sectionNoLongerSetAside : .sectionReasonChanged
      let catalog = new.catalog
      let title = catalog.sections.first { $0.id == section }?.title ?? section
      func wording(_ phrase: Phrase?) -> Change.Wording? {
        phrase.map { Change.Wording($0.text, note: "not relevant", at: $0.range) }
      }
      add(
        Change(
          kind, path: "topics/\(section)/not-relevant", subject: section, old: wording(before), new: wording(after),
          reasons: before == nil ? ["every topic of it without an answer of its own is marked not relevant now"] : [],
          match: before != nil && after != nil ? .byID : nil, label: title))
    }
  }
}
