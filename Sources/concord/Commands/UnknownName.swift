internal import ArgumentParser
internal import TextSupport

/// A name on the command line that does not exist.
struct UnknownName {
  let error: ValidationError

  /// The most names to list; nobody reads more, and a few of many that are only spelled a little like it help nobody.
  private static let mostListed = 12

  /// `called` says what people are called whose ids are known.
  init(_ what: String, _ name: String, _ known: [String], called names: [String: String] = [:]) {
    let shown = TerminalText.escape(RawText.shown(name))
    let meant = DidYouMean.nearest(to: name, among: known).map { [$0] } ?? DidYouMean.alike(name, known, called: names)
    func list(_ words: [String], _ joint: String, _ quote: String) -> String {
      Prose.list(words.map { quote + TerminalText.escape($0) + quote }, joint)
    }
    var hint = ""
    if !meant.isEmpty, meant.count <= Self.mostListed {
      hint = "; did you mean \(list(meant, "or", "'"))?"
    } else if !known.isEmpty, known.count <= Self.mostListed {
      hint = "; there \(known.count == 1 ? "is" : "are") \(list(DidYouMean.sorted(known, from: name), "and", ""))"
    }
    error = ValidationError("there is no \(what) '\(shown)'\(hint)")
  }

  /// Refuses names that select nothing: a run that checks nothing must not look like one that found nothing.
  static func check(
    _ names: Set<String>, _ what: String, among known: Set<String>, called: [String: String] = [:]
  ) throws {
    for name in names.sorted() where !known.contains(name) {
      throw UnknownName(what, name, known.sorted(), called: called).error
    }
  }
}
