internal import ArgumentParser
internal import TextSupport

/// A name on the command line that does not exist.
struct UnknownName {
  let error: ValidationError

  /// The most names to list; if there are more, only the nearest are listed.
  private static let mostListed = 12

  init(_ what: String, _ name: String, _ known: [String]) {
    let shown = TerminalText.escape(RawText.shown(name))
    let nearest = DidYouMean.nearest(to: name, among: known)
    var hint = nearest.map { "; did you mean '\(TerminalText.escape($0))'?" } ?? ""
    if nearest == nil, !known.isEmpty {
      let sorted = DidYouMean.sorted(known, from: name)
      let list = Prose.list(sorted.prefix(Self.mostListed).map { TerminalText.escape($0) })
      hint =
        known.count <= Self.mostListed
        ? "; there \(known.count == 1 ? "is" : "are") \(list)"
        : "; of \(known.count), the ones spelled most like it are \(list)"
    }
    error = ValidationError("there is no \(what) '\(shown)'\(hint)")
  }

  /// Refuses names that select nothing: a run that checks nothing must not look like one that found nothing.
  static func check(_ names: Set<String>, _ what: String, among known: Set<String>) throws {
    for name in names.sorted() where !known.contains(name) { throw UnknownName(what, name, known.sorted()).error }
  }
}
